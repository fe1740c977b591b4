"""What Python callers use: a rubric, a log, a scorecard, a ranking, a workbook. The only place that raises `Rejected`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wuwu.diagnostics import Rejected
from wuwu.log.binding import bind
from wuwu.log.declared import Log, declare_log
from wuwu.log.interim import stand_on
from wuwu.rubric.lookup import find_rubric, refer, table_with
from wuwu.rubric.plan import Plan
from wuwu.scoring.engine import evaluate as evaluate_bound
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.document import hold_data
from wuwu.units.pipeline import Pipeline, read_log, read_source

if TYPE_CHECKING:
    from wuwu.units.batch import Batch
    from wuwu.units.ranking import Ranking, Ties


def load_rubric(reference: str | Path, year: int | None = None) -> Plan:
    """A rubric by its bundled id (of that year, else the newest), by `id@year`, or by the path of its file.

    Raises Rejected: an unknown id or year, a file that cannot be read, or every problem of the rubric.
    """
    return find_rubric(refer(reference, year)).require()


def rubric_of(log: Log) -> Plan:
    """The rubric that a log names: a bundled one of the log's year, or a file beside the log. Raises Rejected as `load_rubric`."""
    return Pipeline().binder_for(log).require().plan


def load_log(path: str | Path) -> Log:
    """A unit's log from its file. Raises Rejected: a file that cannot be read, or every problem of the log by itself.

    Whether its entries fit a rubric is found when it is evaluated.
    """
    return read_log(path).require()


def load_logs(path: str | Path) -> tuple[Log, ...]:
    """The logs in a file: the one of a YAML file, those of the units in a ledger. Raises Rejected with all that is wrong."""
    reads = read_source(path)
    problems = [problem for each in reads for problem in each.log.problems]
    if any(each.log.value is None or each.log.failed for each in reads):
        raise Rejected(problems)
    return tuple(each.log.value for each in reads if each.log.value is not None)


def log_from_data(data: Mapping[str, Any], name: str = "<data>") -> Log:
    """A unit's log from plain data: the keys and values of a log file as a dict, with texts, numbers, dates and flags.

    `name` stands for the file in problems. Raises Rejected with every problem of the log.
    """
    return declare_log(hold_data(data, name)).require()


def evaluate(rubric: Plan, log: Log, as_of: date | None = None) -> Scorecard:
    """The scorecard of a log under a rubric; an interim one (阶段性) where `as_of`, else the day when the log says it was
    assessed, lies inside the year. Raises Rejected with every entry that does not fit the rubric.
    """
    bound = bind(rubric, log, table_with).then(lambda bound: stand_on(bound, as_of))
    return evaluate_bound(bound.require())


def score_folder(
    paths: str | Path | Iterable[str | Path],
    *,
    rubric: str | None = None,
    as_of: date | None = None,
    keep: bool = False,
    jobs: int | None = None,
    advance: Callable[[int, int], None] | None = None,
) -> Batch:
    """Every log among files and folders, scored; one that cannot be is a failure, and the others go on.

    `rubric`: an id or path that replaces what the logs name. `as_of`: the day of an interim score. `keep`: keep whole
    scorecards, as a workbook needs them. `jobs`: processes, None for as many as there are cores and work for. `advance` is
    called with the number of files done and of all. Raises Rejected where there is no log, or the rubric does not hold.
    """
    from wuwu.units.batch import Asked, score_files

    wanted = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    return score_files(wanted, Asked(rubric, as_of, keep=keep), jobs=jobs, advance=advance).require()


def rank(batch: Batch, ties: Ties = "competition") -> Ranking:
    """The units of a batch ranked, apart by rubric and group. `ties`: competition counts 1, 2, 2, 4, dense 1, 2, 2, 3."""
    from wuwu.units.ranking import rank as rank_results

    return rank_results(batch.results, batch.failures, ties)


def write_workbook(ranking: Ranking, path: str | Path, language: str = "zh") -> None:
    """The workbook of a ranking whose batch kept its scorecards, written to a file. `language`: zh or en. Raises OSError."""
    from wuwu.messages import Words
    from wuwu.report.workbook import choose_fonts, render_workbook

    fonts = choose_fonts(os.environ.get("WUWU_FONTS", ""))
    Path(path).write_bytes(render_workbook(ranking, Words(language), fonts))
