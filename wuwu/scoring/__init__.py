"""Bound log in, scorecard out. Pure: no file, no clock, no print."""
