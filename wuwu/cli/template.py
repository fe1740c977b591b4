"""`wuwu template`: an Excel ledger to be filled in, for the whole office or for one section."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.errors import DONE, USAGE
from wuwu.cli.output import report, write_output
from wuwu.cli.path_conflicts import LEDGER, READ, READ_RUBRIC
from wuwu.diagnostics import Place, Problem, Rejected, nearest
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.report.ledger import LedgerTable, LedgerUnit


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "template",
        words,
        make_template,
        about=words("cli.template.about"),
        params=[
            Argument(
                ["rubrics"],
                nargs=-1,
                type=READ_RUBRIC,
                required=True,
                metavar="RUBRIC…",
                explained=words("cli.template.rubrics"),
            ),
            Option(["--units"], type=READ, metavar="FILE", help=words("cli.template.units")),
            Option(["--for", "section"], metavar="WHO=ROW,…", help=words("cli.template.for")),
            Option(["-o", "--output"], type=LEDGER, metavar="FILE.xlsx", help=words("cli.option.output")),
        ],
    )


def make_template(
    words: Words, *, rubrics: tuple[str, ...], units: str | None, section: str | None, output: str | None
) -> int:
    """Write the ledger; the exit code."""
    from wuwu.report.ledger import Contents, render_ledger

    if output is None and sys.stdout is not None and sys.stdout.isatty():
        report(words("cli.template.no-file"))
        return USAGE
    tables = read_tables(rubrics, output)
    recorder, _, rows = (section or "").partition("=")
    given = [each.strip() for each in rows.replace("，", ",").split(",") if each.strip()]
    unknown = [each for each in given if not any(_is_part(each, table) for table in tables)]
    if section is not None and (unknown or not given or not recorder.strip()):
        known = [
            name for table in tables for clause in table.plan.clauses.values() for name in (clause.item, clause.id)
        ]
        near = [name for each in unknown for name in nearest(each, dict.fromkeys(known))]
        report(
            words(
                "cli.template.unknown-rows", rows=unknown or [section], nearest=near or list(dict.fromkeys(known))[:3]
            )
        )
        return USAGE
    listed = tuple(read_units(units, tables)) if units is not None else ()
    contents = Contents(tables, listed, recorder.strip() or None, given)
    write_output(render_ledger(contents, words), output)
    return DONE


def read_tables(rubrics: Sequence[str], output: str | None) -> list[LedgerTable]:
    """The rubrics as a ledger has them; the path of one counts from the folder that the ledger goes to. Raises Rejected."""
    from wuwu.api import load_rubric
    from wuwu.ledger.layout import label_of
    from wuwu.report.ledger import LedgerTable
    from wuwu.rubric.lookup import is_path

    tables: list[LedgerTable] = []
    for ref in dict.fromkeys(rubrics):
        plan = load_rubric(ref)
        written = plan.rubric.rubric
        if is_path(ref) or os.path.exists(ref):  # noqa: PTH110 - never raises
            written = Path(os.path.relpath(ref, Path(output or ".").parent)).as_posix()
            written = written if is_path(written) and "/" in written else f"./{written}"
        label = label_of(plan.rubric)
        taken = {each.label for each in tables}
        tables.append(LedgerTable(plan, written, label if label not in taken else f"{label}{plan.year}"))
    return tables


def read_units(path: str, tables: Sequence[LedgerTable]) -> Iterator[LedgerUnit]:
    """The units in a list: one a line, its group and its table behind commas or tabs where it has them. Raises Rejected."""
    from wuwu.report.ledger import LedgerUnit
    from wuwu.source.document import TextSpan, place_at, split_lines
    from wuwu.source.encoding import decode
    from wuwu.source.files import read_bytes, shown_name

    name = shown_name(path)
    text = decode(read_bytes(path).require(), name).require()
    lines = split_lines(text)
    labels = {word: table.label for table in tables for word in (table.label, table.plan.rubric.rubric)}
    seen: dict[str, Place] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        unit, group, table = (
            *(each.strip() for each in line.replace("，", ",").replace("\t", ",").split(",")),
            "",
            "",
        )[:3]
        if not unit or unit.startswith("#"):
            continue
        place = place_at(name, lines, TextSpan(number, 1, len(line)))
        label = labels.get(table) if table or len(tables) > 1 else tables[0].label
        if label is None:
            known = [each.label for each in tables]
            params = {"rubric": table, "known": known, "nearest": nearest(table, known)}
            problems.append(Problem("unit-rubric-unknown" if table else "unit-rubric-missing", place, params))
        elif unit in seen:
            problems.append(Problem("unit-listed-twice", place, {"unit": unit}, related=(seen[unit],)))
        else:
            yield LedgerUnit(unit, label, group or None)
        seen.setdefault(unit, place)
    if problems or not seen:
        raise Rejected(problems or [Problem("no-unit-listed", Place(name))])


def _is_part(name: str, table: LedgerTable) -> bool:
    return any(name in (clause.id, clause.item, clause.item[:1]) for clause in table.plan.clauses.values())
