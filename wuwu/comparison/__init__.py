"""Two rubrics in, what changed between them and what that does to units out."""
