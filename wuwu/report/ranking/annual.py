"""The years that are made of periods: a table each, and the document `wuwu/annual@1`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from wuwu.messages import Words, plain
from wuwu.report.layout.exact_json import dump
from wuwu.report.layout.table import Column
from wuwu.report.scorecard.document import rubric_ref
from wuwu.units.annual import AnnualGroup, AnnualUnit

if TYPE_CHECKING:
    from wuwu.report.documents import AnnualDocument, AnnualGroupDocument


def annual_document(groups: tuple[AnnualGroup, ...]) -> AnnualDocument:
    """Every year as plain values, exact."""
    return {"schema": "wuwu/annual@1", "groups": [_group(each) for each in groups]}


def dump_annual(groups: tuple[AnnualGroup, ...]) -> bytes:
    """The years as UTF-8 JSON."""
    return dump(annual_document(groups))


def _group(group: AnnualGroup) -> AnnualGroupDocument:
    return {
        "rubric": rubric_ref(group.rubric),
        "group": group.group,
        "of": group.annual.of,
        "units": [
            {
                "rank": each.rank,
                "unit": each.unit,
                "score": each.score,
                "open": each.open,
                "periods": [{"period": label, "score": score} for label, score in each.periods],
                "stages": [{"period": label, "score": score} for label, score in each.stages],
                "missing": list(each.missing),
                "denied": list(each.denied),
            }
            for each in group.units
        ],
    }


def annual_columns(group: AnnualGroup, words: Words) -> tuple[Column, ...]:
    """The columns of the table of a year."""
    periods = [Column(label, figures=True) for label in group.labels]
    return (
        Column(words("ranking.column.rank")),
        Column(words("ranking.column.unit"), least=12),
        *periods,
        Column(words("ranking.column.annual"), figures=True),
    )


def annual_cells(unit: AnnualUnit, group: AnnualGroup, words: Words) -> list[Decimal | str]:
    """What stands under each period and under the year: a score, or why there is none."""
    scores = dict((*unit.periods, *unit.stages))
    cells = [words("annual.denied") if label in unit.denied else scores[label] for label in group.labels]
    return [words("annual.none") if each is None else each for each in (*cells, unit.score)]


def annual_rows(group: AnnualGroup, words: Words) -> Iterator[tuple[str, ...]]:
    """A row for each unit."""
    for each in group.units:
        *shown, whole = [cell if isinstance(cell, str) else plain(cell) for cell in annual_cells(each, group, words)]
        yield (str(each.rank or ""), each.unit, *shown, whole + (words("annual.open") if each.open else ""))


def annual_notes(group: AnnualGroup, words: Words) -> Iterator[str]:
    """How the year is made, and whose is not there yet."""
    of, through = group.annual.of, group.annual.through
    yield words(f"annual.through.{of}", stage=words(f"annual.stage.{through}")) if through else words(f"annual.of.{of}")
    yield from (_lacking(each, words, group.annual.missing) for each in group.units if each.missing)
    if any(each.denied for each in group.units):
        yield words("annual.note.denied")
    if any(each.open for each in group.units):
        yield words("annual.note.open")


def _lacking(unit: AnnualUnit, words: Words, missing: str) -> str:
    labels = [label for label, _ in unit.periods]
    runs: list[list[str]] = []
    for label in unit.missing:
        if runs and labels.index(runs[-1][-1]) + 1 == labels.index(label):
            runs[-1].append(label)
        else:
            runs.append([label])
    told = [words("annual.run", first=run[0], last=run[-1]) if len(run) > 1 else run[0] for run in runs]
    return words(f"annual.missing.{missing}", unit=unit.unit, periods=told)
