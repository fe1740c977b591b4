"""A ranking as text, Markdown, CSV and a document."""
