"""`wuwu convert`: YAML logs to an Excel ledger, a ledger to YAML logs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.errors import DONE, show_problems
from wuwu.cli.output import report, write_output
from wuwu.cli.path_conflicts import LEDGER, READ
from wuwu.diagnostics import Place, Problem, Rejected
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.log.declared import Log
    from wuwu.report.ledger import LedgerTable, LedgerUnit
    from wuwu.rubric.plan import Plan


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "convert",
        words,
        convert,
        about=words("cli.convert.about"),
        params=[
            Argument(
                ["paths"], nargs=-1, type=READ, required=True, metavar="SOURCE…", explained=words("cli.score.paths")
            ),
            Option(
                ["-o", "--output", "target"],
                type=LEDGER,
                required=True,
                metavar="FOLDER|FILE.xlsx",
                help=words("cli.convert.output"),
            ),
        ],
    )


def convert(words: Words, *, paths: tuple[str, ...], target: str) -> int:
    """Read the sources and write them in the other form; the exit code."""
    from wuwu.source.workbook import SUFFIX

    logs = list(_read(paths, words))
    if target.lower().endswith(SUFFIX):
        _write_ledger(logs, target, words)
    else:
        _write_logs(logs, Path(target))
    report(
        words(
            "cli.convert.done",
            units=len({log.unit for log in logs}),
            entries=sum(len(log.events) for log in logs),
            target=target,
        )
    )
    return DONE


def _read(paths: Sequence[str], words: Words) -> Iterator[Log]:
    """The logs of the sources. Raises Rejected with the problems of all of them."""
    from wuwu.api import load_logs
    from wuwu.source.files import expand, no_units

    problems: list[Problem] = []
    files = expand(paths).require()
    for file in files:
        try:
            for log in load_logs(file):
                show_problems(log.document.notes, words)
                yield log
        except Rejected as rejected:
            problems += rejected.problems
    if problems or not files:
        raise Rejected(problems or [no_units(paths)])


# --- to YAML -----------------------------------------------------------------------------------------------------


def _write_logs(logs: Sequence[Log], folder: Path) -> None:
    from wuwu.api import rubric_of
    from wuwu.report.logs.entries import Head, render_log

    texts: dict[Path, str] = {}
    for log in logs:
        plan = rubric_of(log)
        head = Head(
            log.unit,
            _from(log, folder),
            log.year,
            log.period,
            log.group,
            log.assessed_on,
            log.members,
            log.recorded_by,
        )
        texts[folder / _file_name(log, texts, folder)] = render_log(head, log.events, plan)
    _make_empty(folder)
    for path, text in texts.items():
        write_output(text.encode(), path)


def _make_empty(folder: Path) -> None:
    """Make the folder, or see that there is nothing in it. Raises Rejected."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        inside = next(folder.iterdir(), None)
    except OSError as error:
        from wuwu.source.refusal import reason_of

        raise Rejected(
            [Problem("unwritable-file", Place(str(folder)), {"file": str(folder), "reason": reason_of(error)})]
        ) from None
    if inside is not None:
        raise Rejected([Problem("folder-not-empty", Place(str(folder)), {"file": inside.name})])


def _file_name(log: Log, taken: dict[Path, str], folder: Path) -> str:
    """The unit's name, and its period, as the name of a file; who recorded it behind it where the unit has several logs."""
    stem = (
        "".join("_" if each in '<>:"/\\|?*' or not each.isprintable() else each for each in log.unit).strip(". ")[:80]
        or "_"
    )
    if log.period is not None:
        stem = f"{stem}-{log.period.label}"
    name, count = f"{stem}.yaml", 1
    if folder / name in taken and log.recorded_by:
        stem = f"{stem}（{log.recorded_by.replace('/', '_')}）"
        name = f"{stem}.yaml"
    while folder / name in taken:
        count += 1
        name = f"{stem}（{count}）.yaml"
    return name


def _from(log: Log, folder: Path) -> str:
    """The reference to the rubric as it holds from another folder."""
    from wuwu.rubric.lookup import is_path

    if not is_path(log.rubric):
        return log.rubric
    path = Path(os.path.relpath(Path(log.document.name).parent / log.rubric, folder)).as_posix()
    return path if "/" in path else f"./{path}"


# --- to a ledger -------------------------------------------------------------------------------------------------


def _write_ledger(logs: Sequence[Log], target: str, words: Words) -> None:
    from wuwu.report.ledger import Contents, render_ledger

    periods = {log.period: None for log in logs}
    if len(periods) > 1:
        named = [each.label if each is not None else words("cli.convert.no-period") for each in periods]
        raise Rejected([Problem("several-periods", None, {"periods": named})])
    recorders = {log.recorded_by for log in logs}
    if len(recorders) > 1:
        named = [each or words("cli.convert.nobody") for each in sorted(recorders, key=lambda each: each or "")]
        raise Rejected([Problem("several-recorders", None, {"recorders": named})])
    tables: dict[str, LedgerTable] = {}
    units: dict[str, LedgerUnit] = {}
    for log in logs:
        table = _table(log, tables, Path(target).parent)
        if log.unit in units:
            raise Rejected([Problem("unit-in-two-logs", log.document.place(("unit",)), {"unit": log.unit})])
        units[log.unit] = _unit(log, table)
    (period,), (recorder,) = periods, recorders
    contents = Contents(list(tables.values()), list(units.values()), recorder, period=period, filled=True)
    write_output(render_ledger(contents, words), target)


def _table(log: Log, tables: dict[str, LedgerTable], folder: Path) -> LedgerTable:
    from wuwu.api import rubric_of
    from wuwu.ledger.layout import label_of
    from wuwu.report.ledger import LedgerTable

    plan: Plan = rubric_of(log)
    known = next((each for each in tables.values() if each.plan is plan), None)
    if known is not None:
        return known
    label = label_of(plan.rubric)
    if label in tables:
        label = f"{label}{plan.year}"
    tables[label] = LedgerTable(plan, _from(log, folder), label)
    years = {each.plan.year for each in tables.values()}
    if len(years) > 1:
        raise Rejected([Problem("several-years", log.document.place(("year",)), {"years": sorted(years)})])
    return tables[label]


def _unit(log: Log, table: LedgerTable) -> LedgerUnit:
    from wuwu.report.ledger import LedgerUnit

    return LedgerUnit(log.unit, table.label, log.group, log.members, log.assessed_on, (), log.events)
