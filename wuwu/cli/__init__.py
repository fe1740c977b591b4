"""The command line: arguments in, printing, saving and an exit code out. The only printer and the only writer."""

from __future__ import annotations

import gc
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run wuwu with arguments (the process's own by default) and return the exit code:

    0 done; 1 findings; 2 usage; 3 a path that cannot be read or written, or a defect; 130 interrupted.
    """
    # Nothing that a run builds refers back to itself: the collector would only walk through it, again and again, from the
    # first import on, and once more for every module when the process ends.
    collecting = gc.isenabled()
    gc.disable()
    try:
        from wuwu.cli.main import run

        return run(argv)
    except KeyboardInterrupt:  # before there are words for it, or a second time while they are said
        return 130
    finally:
        if argv is None:
            gc.freeze()
        elif collecting:
            gc.enable()
