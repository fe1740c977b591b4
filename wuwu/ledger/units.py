"""The list of units of a ledger in, each unit with its head and room for its entries out; and the document it becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from wuwu.diagnostics import Place, Problem, nearest
from wuwu.identity import identity_of
from wuwu.ledger.cells import read_cell
from wuwu.ledger.layout import GUIDE_FIELDS
from wuwu.ledger.mark import Edition, Mark
from wuwu.ledger.tables import SheetTable
from wuwu.schema.period import meant_period
from wuwu.source.document import Document, KeyPath
from wuwu.source.workbook import Cell

Guide: TypeAlias = Mapping[str, tuple[str, Place]]
"""What is filled in on the first sheet, by its label, with its cell."""


@dataclass(frozen=True, eq=False)
class LedgerDocument(Document):
    """What a ledger says of one unit, with the cell of each value."""

    places: Mapping[tuple[str | int, ...], Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What is wrong with cells of this unit; what they say is not among the data."""
    edition: str = ""
    """The SHA-256 of the rubric that the ledger was made from."""
    also: tuple[str, ...] = ()
    """Other names of the unit."""
    given: tuple[str, ...] = ()
    """The rows and clauses that the ledger was made for; none where it holds all."""

    def place(self, path: KeyPath = (), part: Literal["value", "key"] = "value") -> Place:
        """The cell of the value at `path`, or of the nearest one above it."""
        steps = tuple(path)
        while steps and steps not in self.places:
            steps = steps[:-1]
        return self.places.get(steps) or Place(self.name)


class Unit:
    """A unit while its entries are gathered."""

    def __init__(self, head: dict[str, Any], places: dict[tuple[str | int, ...], Place], edition: Edition) -> None:
        self.head = head
        self.places = places
        self.edition = edition
        self.also: list[str] = []
        self.events: list[dict[str, Any]] = []
        self.problems: list[Problem] = []

    @property
    def name(self) -> str:
        """What the list calls it."""
        return str(self.head["unit"])

    @property
    def year(self) -> str:
        """The year of its log."""
        return str(self.head["year"])

    def add(self, event: dict[str, Any], places: Mapping[str, Place], at: Place) -> int:
        """Add an entry with the cells of its fields; its index."""
        index = len(self.events)
        self.events.append(event)
        self.places["events", index] = at
        self.places.update({("events", index, name): place for name, place in places.items()})
        return index


class Units:
    """The units of a ledger in the order of its list, and each by any spelling of its names."""

    def __init__(self, mark: Mark, guide: Guide) -> None:
        self.problems: list[Problem] = []
        self._mark, self._guide = mark, guide
        self._listed: dict[str, Unit] = {}
        self._by_key: dict[str, Unit] = {}

    @property
    def listed(self) -> Mapping[str, Unit]:
        """Each unit by the name that the list gives it."""
        return self._listed

    def find(self, name: str) -> Unit | None:
        """The unit that a name means."""
        return self._by_key.get(identity_of(name))

    def read(self, table: SheetTable) -> None:
        """Take in the list."""
        for cells in table.entries():
            if "unit" in cells:
                self._add(table, cells)

    def _add(self, table: SheetTable, cells: Mapping[str, Cell]) -> None:
        at = {name: table.place(cell) for name, cell in cells.items()}
        fields: dict[str, str] = {}
        for name, cell in cells.items():
            read = read_cell(name, cell, at[name], "")
            self.problems += read.problems
            if read.value:
                fields[name] = read.value
        if "unit" not in fields:
            return
        edition = self._edition(fields.get("rubric", ""), at.get("rubric") or at["unit"])
        if edition is None:
            return
        places: dict[tuple[str | int, ...], Place] = {(name,): place for name, place in at.items()}
        unit = Unit(self._head(fields, edition, places), places, edition)
        unit.also += _parted(fields.get("also", ""))
        for spelling in (unit.name, *unit.also):
            first = self.find(spelling)
            if first is not None:
                params = {"unit": spelling}
                related = (first.places["unit",],)
                self.problems.append(Problem("unit-listed-twice", at["unit"], params, related=related))
                return
        self._listed[unit.name] = unit
        for spelling in (unit.name, *unit.also):
            self._by_key[identity_of(spelling)] = unit

    def _head(
        self, fields: Mapping[str, str], edition: Edition, places: dict[tuple[str | int, ...], Place]
    ) -> dict[str, Any]:
        """The head of the unit's log, from its row and from what the first sheet says of all."""
        head: dict[str, Any] = {"unit": fields["unit"], "rubric": edition.ref, "year": edition.year}
        head |= {name: fields[name] for name in ("group", "assessed_on") if name in fields}
        if "members" in fields:
            head["members"] = _parted(fields["members"])
        for label, name in GUIDE_FIELDS.items():
            if label in self._guide and name != "recorded_by" and (name == "year" or name not in head):
                head[name], places[name,] = self._guide[label]
        if "period" in head:
            head["period"] = meant_period(head["period"]) or head["period"]
        return head

    def _edition(self, word: str, place: Place) -> Edition | None:
        """The rubric that a unit names, by what the ledger calls it or by its reference; the only one where it names none."""
        editions = self._mark.editions
        if not word and len(editions) == 1:
            return editions[0]
        for each in editions:
            if identity_of(word) in (identity_of(each.label), identity_of(each.ref)):
                return each
        labels = [each.label for each in editions]
        params = {"rubric": word, "known": labels, "nearest": nearest(word, labels)}
        self.problems.append(Problem("unit-rubric-unknown" if word else "unit-rubric-missing", place, params))
        return None


def _parted(text: str) -> list[str]:
    """Names written in one cell. Blanks part them, too, where nothing else does and no part is a single character (张 三)."""
    for mark in "，,；;\n":
        text = text.replace(mark, "、")
    names = [name.strip() for name in text.split("、") if name.strip()]
    if len(names) == 1 and all(re.fullmatch(_HAN_NAME, part) for part in names[0].split()):
        return names[0].split()
    return names


_HAN_NAME = "[\u4e00-\u9fff·]{2,4}"
