"""A rubric (评分标准) as declared: one table, its dimensions, items, rules and readings; pure data."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from wuwu.diagnostics import Problem, Result
from wuwu.rules import AnyMeasure, AnyRule
from wuwu.schema.models import Declared, DeclaredFile
from wuwu.schema.scalars import Floor, Number, Text, Texts, Year
from wuwu.schema.validation import validate
from wuwu.source.document import Document


class Word(Declared):
    """A word of the rubric's vocabulary (a level, a verifying body) and other words for the same thing."""

    name: Text
    also: Texts = ()


class Grade(Declared):
    """A grade band of the total: from this score on."""

    name: Text
    at_least: Number


class Unscored(Declared):
    """A fragment of the official text that carries no points, and why."""

    text: Text
    why: Text


class Part(Declared):
    """分项: where a row holds two `计N分` sentences, one of them."""

    id: Text
    points: Number
    floor: Floor = Field(default="0", validate_default=True)
    notes: Texts = ()
    rules: tuple[AnyRule, ...] = ()


class Item(Declared):
    """考评内容: a row of the table with its official text, verbatim. One without `points` adds, deducts or denies."""

    id: Text
    points: Number | None = None
    floor: Floor = Field(default="0", validate_default=True)
    text: Text
    unscored: tuple[Unscored, ...] = ()
    notes: Texts = ()
    measures: tuple[AnyMeasure, ...] = ()
    rules: tuple[AnyRule, ...] = ()
    parts: tuple[Part, ...] = ()

    def all_rules(self) -> Iterator[AnyRule]:
        """Every rule of the row in the order of the parts, then those of the whole row."""
        for part in self.parts:
            yield from part.rules
        yield from self.rules


class Dimension(Declared):
    """项目: a group of items."""

    id: Text
    name: Text
    points: Number
    floor: Floor = None
    cap: Number | None = None
    notes: Texts = ()
    items: tuple[Item, ...]


class Alternative(Declared):
    """Another way to read the text: in words, and as a patch of the rubric where a patch says it naturally."""

    name: Text
    words: Text | None = None
    patch: Mapping[str, Mapping[str, Any] | None] | None = None


class Reading(Declared):
    """口径: a decision on what the text leaves open."""

    id: Text
    question: Text
    choice: Text
    basis: Text
    clauses: Texts = ()
    status: Literal["proposed", "confirmed"] = "proposed"
    alternatives: tuple[Alternative, ...] = ()


class Acceptance(Declared):
    """A finding of validate-rubric that the rubric accepts, with the reason."""

    code: Text
    at: Text
    why: Text


class Stand(NamedTuple):
    """Where a clause stands: its dimension, its row, and the node whose points a rule moves (a part, or the row itself)."""

    dimension: Dimension
    item: Item
    node: Item | Part


class Rubric(DeclaredFile):
    """评分标准: one table, whole."""

    rubric: Text
    title: Text
    year: Year
    source: Text | None = None
    points: Number
    floor: Floor = None
    cap: Number | None = None
    grades: tuple[Grade, ...] = ()
    levels: tuple[Word, ...] = ()
    bodies: tuple[Word, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    readings: tuple[Reading, ...] = ()
    accepted: tuple[Acceptance, ...] = ()

    def items(self) -> Iterator[Item]:
        """Every row of the table, in order."""
        for dimension in self.dimensions:
            yield from dimension.items

    def stands(self) -> Iterator[Stand]:
        """Every part, then its row, in order."""
        for dimension in self.dimensions:
            for item in dimension.items:
                yield from (Stand(dimension, item, part) for part in item.parts)
                yield Stand(dimension, item, item)


def declare_rubric(document: Document) -> Result[Rubric]:
    """The rubric that a document declares, or every problem of the model."""
    if isinstance(document.data, dict) and "events" in document.data:
        return Result(None, (Problem("log-not-rubric", document.place(("events",), "key")),))
    return validate(Rubric, document)
