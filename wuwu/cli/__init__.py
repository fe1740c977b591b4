"""The command line: arguments in, printing, saving and an exit code out. The only printer and the only writer."""

from wuwu.cli.frame import main

__all__ = ["main"]
