"""Logs in, what their evidence names out: the files that are there or missing, entries without, files that nothing cites."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from wuwu.diagnostics import Place, Problem, Severity
from wuwu.identity import identity_of
from wuwu.log.declared import Log
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.pipeline import Outcome

# A file is known by its ending, or by a folder that is there: 岳人社发〔2018〕5号 and 省报7月2日3版 have neither.
_ENDINGS = re.compile(
    r"\.(?:pdf|ofd|jpe?g|png|gif|bmp|tiff?|heic|docx?|wps|xlsx?|et|pptx?|txt|csv|zip|rar|7z|mp[34]|m4a|mov|avi)$",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(r"^(?:[A-Za-z]:|[/\\~])")
# What systems leave in folders by themselves.
_LITTER = frozenset({"thumbs.db", "desktop.ini"})

EVIDENCE_CODES = frozenset({"evidence-missing", "evidence-elsewhere", "missing-evidence"})
"""The codes of what can be wrong with the evidence of a log."""


class Exhibit(NamedTuple):
    """A piece of evidence of an entry. `path`: the file, where it names one. No `name`: the text demands one, and none is given."""

    clause: str
    place: Place
    name: str | None
    path: Path | None = None

    @property
    def sha256(self) -> str | None:
        """The SHA-256 of the file; None where it is missing, and for what is no file."""
        return _digest(os.path.realpath(self.path)) if self.path is not None else None


class UnitEvidence(NamedTuple):
    """What the entries of a unit rest on, by row in the order of the rubric."""

    unit: str
    rows: Mapping[str, Sequence[Exhibit]]


def list_evidence(outcomes: Iterable[Outcome]) -> list[UnitEvidence]:
    """The evidence of each unit, from all its sources, the units in the order in which they are met."""
    units: dict[str, tuple[str, list[tuple[int, str, Exhibit]]]] = {}
    for outcome in outcomes:
        if outcome.log is None:
            continue
        _, found = units.setdefault(identity_of(outcome.log.unit), (outcome.log.unit, []))
        clauses = outcome.plan.clauses if outcome.plan is not None else {}
        order = {clause: number for number, clause in enumerate(clauses)}
        for each in (*find_exhibits(outcome.log), *(find_bare(outcome.card) if outcome.card is not None else ())):
            clause = clauses.get(each.clause)
            row = clause.item if clause is not None else each.clause.partition(".")[0]
            found.append((order.get(each.clause, len(order)), row, each))
    return [UnitEvidence(unit, _by_row(found)) for unit, found in units.values()]


def _by_row(found: Iterable[tuple[int, str, Exhibit]]) -> dict[str, list[Exhibit]]:
    rows: dict[str, list[Exhibit]] = {}
    for _, row, each in sorted(found, key=lambda each: each[0]):
        rows.setdefault(row, []).append(each)
    return rows


def find_exhibits(log: Log) -> Iterator[Exhibit]:
    """The evidence that the entries of a log name; a file is looked for from the folder of the log."""
    for index, event in enumerate(log.events):
        if not event.evidence:
            continue
        place = log.document.place(("events", index, "evidence"))
        folder = Path(place.file).parent
        for name in event.evidence:
            path = folder / name.replace("\\", "/") if is_file(name, folder) and not _is_elsewhere(name) else None
            yield Exhibit(event.clause, place, name, path)


def find_bare(card: Scorecard) -> Iterator[Exhibit]:
    """The entries without evidence under clauses whose text demands some."""
    log = card.bound.log
    for warning in card.warnings:
        if warning.code == "missing-evidence":
            for index in warning.events:
                yield Exhibit(log.events[index].clause, log.document.place(("events", index)), None)


def check_evidence(log: Log) -> Iterator[Problem]:
    """Files that the evidence of a log names and that are missing, or lie elsewhere than with the log."""
    for each in find_exhibits(log):
        if each.path is not None and not _is_there(each.path):
            yield Problem("evidence-missing", each.place, {"file": each.name}, Severity.WARNING)
        elif each.name is not None and each.path is None and is_file(each.name, Path(each.place.file).parent):
            yield Problem("evidence-elsewhere", each.place, {"file": each.name}, Severity.WARNING)


def _is_elsewhere(name: str) -> bool:
    return bool(_ABSOLUTE.match(name)) or ".." in PurePosixPath(name.replace("\\", "/")).parts


def _is_there(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - never raises


def is_file(name: str, folder: Path) -> bool:
    """Whether a piece of evidence names a file: by its ending, or by a folder that lies in that of the source."""
    plain = name.replace("\\", "/")
    if _ENDINGS.search(plain):
        return True
    first, slash, rest = plain.partition("/")
    return bool(slash and first and rest) and os.path.isdir(folder / first)  # noqa: PTH112 - never raises


def find_uncited(listed: Iterable[UnitEvidence]) -> Iterator[Path]:
    """The files that no entry cites in the folders beside the logs from which entries cite some, and below them."""
    exhibits = [each for unit in listed for some in unit.rows.values() for each in some if each.path is not None]
    cited = {os.path.realpath(each.path) for each in exhibits if each.path is not None}
    roots: dict[Path, None] = {}
    for each in exhibits:
        folder = Path(each.place.file).parent
        first = PurePosixPath((each.name or "").replace("\\", "/")).parts[0]
        if os.path.isdir(folder / first):  # noqa: PTH112 - never raises
            roots[folder / first] = None
    for root in roots:
        for above, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                path = Path(above, name)
                if (
                    not (name.startswith((".", "~$")) or name.lower() in _LITTER)
                    and os.path.realpath(path) not in cited
                ):
                    yield path


@cache
def _digest(path: str) -> str | None:
    try:
        with Path(path).open("rb") as file:
            return file_digest(file, "sha256").hexdigest() if _is_there(Path(path)) else None
    except OSError:
        return None
