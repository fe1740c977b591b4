"""Paths in, outcomes out: one log or many, their summaries and their ranking."""
