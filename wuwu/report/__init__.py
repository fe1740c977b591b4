"""Scorecards and problems in, text, bytes or renderables out."""
