"""A rubric (评分标准) as declared: one table, its dimensions, items, rules and readings; pure data."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from wuwu.diagnostics import Problem, Result
from wuwu.messages import Phrase
from wuwu.rubric.former import find_former_rules
from wuwu.rules import SCALES, AnyMeasure, AnyRule
from wuwu.rules.scale import Rounding
from wuwu.schema.models import Declared, DeclaredFile
from wuwu.schema.period import Cycle, Cycles
from wuwu.schema.scalars import Flag, Floor, Number, Positive, Text, Texts, Year
from wuwu.schema.validation import validate
from wuwu.source.document import Document


class Word(Declared):
    """A word of the rubric's vocabulary (a level, a verifying body) and other words for the same thing."""

    name: Text
    also: Texts = ()


class GradeQuota(Declared):
    """At most this share of the units that are ranked together gets the grade; `by`: how a broken number of units is rounded."""

    percent: Positive
    by: Literal["down", "half_up", "up"] = "down"


class GradeBand(Declared):
    """A grade of the total: from this score on.

    `minima`: the least scores of dimensions or rows without which it is not given (单项低于N分不得评为优秀).
    `vetoed`: the grade of a unit that is denied.
    """

    name: Text
    at_least: Number
    minima: Mapping[str, Number] | None = None
    quota: GradeQuota | None = None
    vetoed: Flag = False


class JointLimit(Declared):
    """What bounds several clauses together: those of one kind that `of` names, itself or by a row, dimension or the table.

    `cap`: 合计不超过N分. `highest`: of one affair (by its `case` or `subject`) under several of them only the dearest counts.
    """

    id: Text
    kind: Literal["bonus", "deduction"]
    of: Texts
    cap: Number | None = None
    highest: Literal["case", "subject"] | None = None
    notes: Texts = ()


class RankingOrder(Declared):
    """The official order: what breaks ties (the scores of these dimensions or rows, one after the other), and in which order
    groups and units stand that are not ranked by score.
    """

    tie_break: Texts = ()
    groups: Texts = ()
    units: Texts = ()


class Annual(Declared):
    """A year made of its periods: `of` their mean or sum, or each by its weight. `missing`: what a period without a result is.

    `through`: the periods first make the score of each quarter or half-year (their mean; their sum where the year is one), and
    these make the year.
    """

    of: Literal["mean", "sum", "weights"]
    through: Literal["quarter", "half"] | None = None
    weights: Annotated[Mapping[str, Positive], Field(min_length=1)] | None = None
    missing: Literal["error", "left_out"] = "error"
    rounding: Rounding | None = None


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
    prorate: Rounding | None = None
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
    """项目: a group of items. `weight`: the part of its points that counts for the total (百分制按30%计入).

    `prorate`, here, of a row and of the whole: what is not applicable leaves both sides (缺项折算), rounded so.
    """

    id: Text
    name: Text
    gloss: Text | None = None
    points: Number
    floor: Floor = None
    cap: Number | None = None
    weight: Positive | None = None
    prorate: Rounding | None = None
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


class NodeLocation(NamedTuple):
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
    period: Cycle = Cycles.YEAR
    prorate: Rounding | None = None
    grades: tuple[GradeBand, ...] = ()
    limits: tuple[JointLimit, ...] = ()
    ranking: RankingOrder | None = None
    annual: Annual | None = None
    wordings: Text | None = None
    language: Text = "zh"
    levels: tuple[Word, ...] = ()
    bodies: tuple[Word, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    readings: tuple[Reading, ...] = ()
    accepted: tuple[Acceptance, ...] = ()

    def items(self) -> Iterator[Item]:
        """Every row of the table, in order."""
        for dimension in self.dimensions:
            yield from dimension.items

    def glosses(self) -> dict[str, str]:
        """What dimensions and clauses mean in English, by id, as far as the rubric says."""
        clauses = [each for item in self.items() for each in (*item.measures, *item.all_rules())]
        return {each.id: each.gloss for each in (*self.dimensions, *clauses) if each.gloss}

    def locations(self) -> Iterator[NodeLocation]:
        """Every part, then its row, in order."""
        for dimension in self.dimensions:
            for item in dimension.items:
                yield from (NodeLocation(dimension, item, part) for part in item.parts)
                yield NodeLocation(dimension, item, item)


def declare_rubric(document: Document) -> Result[Rubric]:
    """The rubric that a document declares, or every problem of the model."""
    if isinstance(document.data, dict) and "events" in document.data:
        return Result(None, (Problem("log-not-rubric", document.place(("events",), "key")),))
    former = tuple(find_former_rules(document))
    if former:
        return Result(None, former)
    declared = validate(Rubric, document)
    return Result(declared.value, tuple(map(_name_scales, declared.problems)))


def _name_scales(problem: Problem) -> Problem:
    """The problem of an unknown field in a rule where it is a scale that rules of its kind cannot take, and those it can."""
    field, takes = problem.params.get("field"), problem.params.get("takes")
    if problem.code != "unknown-field" or field not in SCALES or not isinstance(takes, list) or "examples" not in takes:
        return problem
    fitting = [name for name in SCALES if name in takes]
    how = Phrase("scale.fitting", {"takes": fitting}) if fitting else Phrase("scale.needless", {"field": field})
    params = {**problem.params, "how": how, "nearest": []}
    return replace(problem, code="scale-not-taken", params=params)
