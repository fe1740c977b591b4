"""The scorecard of one unit as text, Markdown and a document."""
