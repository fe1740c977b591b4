"""wuwu: official point tables as YAML rubrics, units' logs scored under them, every point explained.

From Python: load a rubric and a log, evaluate, score a folder, rank, write a workbook (docs/python-api.md). Each raises
`Rejected` with every problem.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wuwu.api import evaluate as evaluate
    from wuwu.api import load_log as load_log
    from wuwu.api import load_rubric as load_rubric
    from wuwu.api import log_from_data as log_from_data
    from wuwu.api import rank as rank
    from wuwu.api import rubric_of as rubric_of
    from wuwu.api import score_folder as score_folder
    from wuwu.api import write_workbook as write_workbook
    from wuwu.diagnostics import Place as Place
    from wuwu.diagnostics import Problem as Problem
    from wuwu.diagnostics import Rejected as Rejected
    from wuwu.diagnostics import Severity as Severity
    from wuwu.log.declared import Log as Log
    from wuwu.rubric.plan import Plan as Plan
    from wuwu.scoring.scorecard import Scorecard as Scorecard

__version__ = "0.1.0"

_HOMES = {
    "evaluate": "wuwu.api",
    "load_log": "wuwu.api",
    "load_rubric": "wuwu.api",
    "log_from_data": "wuwu.api",
    "rank": "wuwu.api",
    "rubric_of": "wuwu.api",
    "score_folder": "wuwu.api",
    "write_workbook": "wuwu.api",
    "Place": "wuwu.diagnostics",
    "Problem": "wuwu.diagnostics",
    "Rejected": "wuwu.diagnostics",
    "Severity": "wuwu.diagnostics",
    "Log": "wuwu.log.declared",
    "Plan": "wuwu.rubric.plan",
    "Scorecard": "wuwu.scoring.scorecard",
}
__all__ = [  # noqa: PLE0604 - the names stand once, beside their homes
    "__version__",
    *_HOMES,
]


def __getattr__(name: str) -> object:
    # on demand: `wuwu --version` imports this package too, and pydantic is not cheap to import
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'wuwu' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
