"""Logs as files that people go on writing: from entries there are, or as a skeleton with none."""
