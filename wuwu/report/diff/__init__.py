"""The comparison of two rubrics as text, Markdown and a document."""
