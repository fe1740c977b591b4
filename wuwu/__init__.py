"""wuwu: official point tables as YAML rubrics, units' logs scored under them, every point explained.

From Python: `load_rubric`, `load_log`, `evaluate(rubric, log) -> Scorecard`; each raises `Rejected`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wuwu.api import evaluate as evaluate
    from wuwu.api import load_log as load_log
    from wuwu.api import load_rubric as load_rubric
    from wuwu.diagnostics import Problem as Problem
    from wuwu.diagnostics import Rejected as Rejected
    from wuwu.scoring.scorecard import Scorecard as Scorecard

__version__ = "0.1.0"
__all__ = ["Problem", "Rejected", "Scorecard", "__version__", "evaluate", "load_log", "load_rubric"]

_HOMES = {
    "evaluate": "wuwu.api",
    "load_log": "wuwu.api",
    "load_rubric": "wuwu.api",
    "Problem": "wuwu.diagnostics",
    "Rejected": "wuwu.diagnostics",
    "Scorecard": "wuwu.scoring.scorecard",
}


def __getattr__(name: str) -> object:
    # on demand: `wuwu --version` imports this package too, and pydantic is not cheap to import
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'wuwu' has no attribute {name!r}")
