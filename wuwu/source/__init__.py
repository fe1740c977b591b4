"""Bytes in, located values out: the only readers of the program."""
