"""A total and what limits its grade in, the grade of the unit out, with the lines that say what decided it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from wuwu.rubric.declared import GradeBand, Rubric
from wuwu.rubric.plan import Node
from wuwu.rules.lines import ZERO, Line


class Scored(Protocol):
    """A node with its score and those under it."""

    @property
    def node(self) -> Node: ...  # noqa: D102
    @property
    def score(self) -> Decimal: ...  # noqa: D102
    @property
    def children(self) -> tuple[Scored, ...]: ...  # noqa: D102


class Graded(NamedTuple):
    """The grade, None where the rubric has none for it, and what limited it; the grades are numbered from the highest."""

    name: str | None
    place: int
    lines: tuple[Line, ...]


def grade_unit(rubric: Rubric, total: Scored, gradings: Sequence[Line], *, denied: bool = False) -> Graded:
    """The grade of the score, lowered by minima that are not reached and by what `gradings` say: the order never matters."""
    grades = rubric.grades
    if denied:
        place = next((at for at, grade in enumerate(grades) if grade.vetoed), len(grades))
        return Graded(_name(grades, place), place, ())
    place = next((at for at, grade in enumerate(grades) if total.score >= grade.at_least), len(grades))
    lines: list[Line] = []
    while place < len(grades) and (short := [*_short(grades[place], total)]):
        lines += short
        place += 1
    names = {grade.name: at for at, grade in enumerate(grades)}
    steps = 0
    for line in gradings:
        effect, to = line.figures["effect"], line.figures["to"]
        if effect in ("becomes", "at_most"):
            place = max(place, names[str(to)])
        elif effect == "lower":
            steps += int(str(to))
    if steps and grades:
        place = min(len(grades) - 1, place + steps) if place < len(grades) else place
    return Graded(_name(grades, place), place, tuple(lines))


def _name(grades: Sequence[GradeBand], place: int) -> str | None:
    return grades[place].name if place < len(grades) else None


def _walk(score: Scored) -> Iterator[Scored]:
    yield score
    for child in score.children:
        yield from _walk(child)


def _short(grade: GradeBand, total: Scored) -> Iterable[Line]:
    """A line for each minimum that is not reached."""
    if not grade.minima:
        return
    scores = {each.node.id: each.score for each in _walk(total)}
    for node, least in grade.minima.items():
        if scores[node] < least:
            figures = {"node": node, "score": scores[node], "least": least, "name": grade.name}
            yield Line("grade", None, None, ZERO, (), "grade-minima", figures)
