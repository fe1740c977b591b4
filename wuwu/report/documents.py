"""What wuwu writes for other programs, as types: the contract that `--format json` keeps and that its JSON Schemas say.

The words for each type and field are in the catalogue (`schema.<type>.<field>`): the schemas speak both languages.
"""
# ruff: noqa: D101 - the catalogue describes each of them, in two languages

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import WithJsonSchema
from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from wuwu.comparison.changes import Sort
from wuwu.diagnostics import Severity
from wuwu.schema.scalars import Number
from wuwu.scoring.scorecard import Standing

_Status = Annotated[str, WithJsonSchema({"type": "string", "enum": [each.value for each in Standing]})]
_Sort = Annotated[str, WithJsonSchema({"type": "string", "enum": [each.value for each in Sort]})]
_Severity = Annotated[str, WithJsonSchema({"type": "string", "enum": [each.value for each in Severity]})]
_Index = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 0})]
_Sha256 = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{64}$"})]


class RubricRef(TypedDict):
    id: str
    title: str
    year: int
    path: str
    sha256: _Sha256


class LogRef(TypedDict):
    path: str
    sha256: _Sha256


class RangeDocument(TypedDict):
    low: Number | None
    high: Number | None


class GradeRangeDocument(TypedDict):
    low: str | None
    high: str | None


class VetoDocument(TypedDict):
    clause: str | None
    events: list[_Index]


class LineDocument(TypedDict):
    kind: str
    clause: str | None
    rule: str | None
    points: Number
    events: list[_Index]
    text: str
    scale: str | None


class PartDocument(TypedDict):
    id: str
    points: Number | None
    score: Number
    lines: list[LineDocument]


class ItemDocument(TypedDict):
    id: str
    points: Number | None
    base: Number
    bonus: Number
    score: Number
    lines: list[LineDocument]
    parts: list[PartDocument]


class DimensionDocument(TypedDict):
    id: str
    name: str
    points: Number | None
    base: Number
    bonus: Number
    score: Number
    lines: list[LineDocument]
    items: list[ItemDocument]


class UnassessedDocument(TypedDict):
    clause: str
    points: Number


class PendingDocument(TypedDict):
    clause: str
    event: _Index


class IgnoredDocument(TypedDict):
    clause: str
    event: _Index
    reason: str


class WarningDocument(TypedDict):
    code: str
    message: str
    events: list[_Index]


class SourceDocument(TypedDict):
    path: str
    sheet: str | None
    sha256: _Sha256
    recorded_by: str | None


class EventPlaceDocument(TypedDict):
    source: _Index
    place: str


# `self` is no name that a class can give
class DifferenceDocument(TypedDict):
    item: str
    self: Number
    score: Number
    clauses: list[str]


class SelfDocument(TypedDict):
    score: Number | None
    differences: list[DifferenceDocument]


class Origin(TypedDict):
    sources: list[SourceDocument]
    events_at: list[EventPlaceDocument]
    self: SelfDocument | None


class ResultDocument(Origin):
    schema: Literal["wuwu/result@1"]
    wuwu: str
    rubric: RubricRef
    log: LogRef
    unit: str
    group: str | None
    year: int
    period: str | None
    status: _Status
    score: Number | None
    reference_score: Number
    range: RangeDocument
    grade: str | None
    grade_range: GradeRangeDocument
    as_of: Annotated[str, WithJsonSchema({"type": "string", "format": "date"})] | None
    vetoes: list[VetoDocument]
    lines: list[LineDocument]
    dimensions: list[DimensionDocument]
    unassessed: list[UnassessedDocument]
    pending: list[PendingDocument]
    ignored: list[IgnoredDocument]
    warnings: list[WarningDocument]
    readings: list[str]


class RankedDocument(ResultDocument):
    rank: int | None
    awarded_grade: str | None
    grade_reason: Literal["own", "quota", "tied-at-quota"] | None


class PeriodScoreDocument(TypedDict):
    period: str
    score: Number | None


class AnnualUnitDocument(TypedDict):
    rank: int | None
    unit: str
    score: Number | None
    open: bool
    periods: list[PeriodScoreDocument]
    stages: list[PeriodScoreDocument]
    missing: list[str]
    denied: list[str]


class AnnualGroupDocument(TypedDict):
    rubric: RubricRef
    group: str | None
    of: Literal["mean", "sum", "weights"]
    units: list[AnnualUnitDocument]


class AnnualDocument(TypedDict):
    schema: Literal["wuwu/annual@1"]
    groups: list[AnnualGroupDocument]


class GroupDocument(TypedDict):
    rubric: RubricRef
    group: str | None
    period: str | None
    units: list[RankedDocument]


class PlaceDocument(TypedDict):
    file: str | None
    line: int | None
    column: int | None
    length: int | None
    excerpt: str | None
    cell: str | None


class ProblemDocument(PlaceDocument):
    code: str
    severity: _Severity
    message: str
    mends: list[str]
    related: list[PlaceDocument]


class FailureDocument(TypedDict):
    path: str
    unit: str | None
    problems: list[ProblemDocument]


class RankingDocument(TypedDict):
    schema: Literal["wuwu/ranking@1"]
    groups: list[GroupDocument]
    failed: list[FailureDocument]


# --- wuwu diff ---------------------------------------------------------------------------------------------------


class FieldDocument(TypedDict):
    field: str
    sort: _Sort
    old: Any
    new: Any


class MoveDocument(TypedDict):
    old: str
    new: str


class ChangeDocument(TypedDict):
    node: Literal["rubric", "dimension", "item", "part", "measure", "rule", "reading", "acceptance"]
    sort: _Sort
    old: str | None
    new: str | None
    row: str | None
    moved: MoveDocument | None
    reordered: bool
    follows: bool
    fields: list[FieldDocument]
    text: str


class SideDocument(TypedDict):
    status: _Status
    score: Number | None
    reference_score: Number
    rank: int | None
    grade: str | None


class ClauseEffectDocument(TypedDict):
    clause: str
    bound: bool
    old: Number | None
    new: Number | None
    delta: Number


class UnitImpactDocument(TypedDict):
    path: str
    unit: str
    group: str | None
    old: SideDocument
    new: SideDocument
    delta: Number
    clauses: list[ClauseEffectDocument]
    causes: list[str]


class UnboundDocument(TypedDict):
    path: str
    unit: str
    lost: Literal["old", "new", "both"]
    problems: list[ProblemDocument]


class SkippedDocument(TypedDict):
    path: str
    unit: str
    reason: str


class DiffDocument(TypedDict):
    schema: Literal["wuwu/diff@1"]
    wuwu: str
    old: RubricRef
    new: RubricRef
    changes: list[ChangeDocument]
    units: list[UnitImpactDocument] | None
    unbound: list[UnboundDocument]
    skipped: list[SkippedDocument]
