"""The price of a clause as a sentence: every kind, every field of a kind, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from wuwu.messages import LANGUAGES, Words
from wuwu.report.explanation.prices import price_sentence
from wuwu.rubric.declared import Rubric
from wuwu.rubric.plan import Plan, compile_rubric
from wuwu.rules import FIGURES, KINDS, SCALES
from wuwu.source.yaml_reader import parse_document

LEVELS = [{"name": name} for name in ("县级", "市级", "省级")]
MEASURES = """
- {id: A1.率, figure: share}
- {id: A1.目标, figure: target}
- {id: A1.活动, figure: activity}
- {id: A1.另率, figure: share, poll: 测评}
- {id: A1.另目标, figure: target}
"""
# told beside the sentence, or not of the price
ELSEWHERE = {"id", "kind", "figure", "quote", "gloss", "notes", "examples"}


def read(text: str) -> Any:
    return parse_document(f"it: {text}".encode(), "test").require().data["it"]


def plan_with(declared: dict[str, Any], **row: Any) -> Plan:
    """A table of one row that holds the rule or measure, beside others that it may lean on."""
    measures = read("\n" + MEASURES)
    rules = [read("{id: A1.次数, kind: deduction, missing: {required: 1, each: 1}}")]
    (measures if "figure" in declared else rules).append({"id": "A1.甲", **declared})
    points = declared["points"] if declared.get("kind") == "award" else "2"
    if declared.get("kind") != "award":
        rules.append({"id": "A1.计分", "kind": "award", "points": points})
    item = {"id": "A1", "points": points, "text": "计分", "measures": measures, "rules": rules, **row}
    dimension = {"id": "A", "name": "项目", "points": points, "items": [item]}
    words = {"levels": LEVELS, "bodies": [{"name": "纪检组"}, {"name": "监察室"}]}
    grades = [{"name": "好", "at_least": "1"}, {"name": "差", "at_least": "0"}]
    whole = {
        "grades": grades,
        "rubric": "small",
        "title": "小表",
        "year": "2018",
        "points": points,
        "dimensions": [dimension],
    }
    return compile_rubric(Rubric.model_validate({**whole, **words})).require()


def told(declared: str | dict[str, Any], language: str = "zh", **row: Any) -> str:
    plan = plan_with(read(declared) if isinstance(declared, str) else declared, **row)
    return price_sentence(plan, plan.clauses["A1.甲"], Words(language), bounds=bool(row))


SENTENCES = [
    (
        "{kind: award, points: 2}",
        "认定符合计2分，不符合计0分；未认定的暂计0分，列为未评定",
        "2 points if found met, 0 if found unmet; 0 for now without a finding, listed as unassessed",
    ),
    (
        "{kind: award, points: 2, presumed: true}",
        "满分2分，不必认定；认定不符合的计0分",
        "2 points without a finding; 0 if found unmet",
    ),
    (
        "{kind: award, points: 2, measured_by: A1.次数}",
        "满分2分，按“A1.次数”登记的次数扣减，不作认定",
        "2 points, less a deduction for each one missing from the count under A1.次数; takes no finding",
    ),
    (
        "{kind: award, points: 2, measured_by: A1.目标}",
        "满分2分，按“A1.目标”登记的数据扣减，不作认定；没有数据的暂计0分，列为未评定",
        "2 points, less the deductions from the figures under A1.目标; takes no finding; "
        "0 for now without figures, listed as unassessed",
    ),
    (
        "{kind: award, points: 2, refuted_by: [{measure: A1.率, below: 100}, {measure: A1.活动, below: 2}]}",
        "认定符合计2分，不符合计0分；未认定的暂计0分，列为未评定；"
        "“A1.率”低于100%，或者“A1.活动”不足2次的，认定符合也计0分",
        "2 points if found met, 0 if found unmet; 0 for now without a finding, listed as unassessed; "
        "0 even if found met when A1.率 is below 100% or A1.活动 counts fewer than 2",
    ),
    ("{kind: deduction, occurrence: {each: 0.5, unit: 件次}}", "每件次扣0.5分", "deduct 0.5 points for each occurrence (件次)"),
    ("{kind: deduction, occurrence: {each: 1, times: 1}}", "扣1分；全年只扣一次", "deduct 1 point; at most once a year"),
    (
        "{kind: deduction, word: {each: {黄牌警告: 6, 撤销: 10}, times: 2}}",
        "黄牌警告扣6分，撤销扣10分；全年最多计2次，从高到低计",
        "deduct 6 points for 黄牌警告, deduct 10 points for 撤销; at most 2 count in a year, the highest first",
    ),
    (
        "{kind: deduction, occurrence: {each: 2}, upheld_only: true, verified_by: 纪检组}",
        "每次扣2分；查实的才扣，且须由纪检组查实",
        "deduct 2 points for each occurrence; counts only if upheld, and verified by 纪检组",
    ),
    (
        "{kind: deduction, occurrence: {each: 2}, verified_by: 纪检组, body_presumed: true}",
        "每次扣2分；写明由纪检组以外的机构查实的不扣，没有写明的视为纪检组",
        "deduct 2 points for each occurrence; counts only if verified by 纪检组; "
        "an entry without verified_by counts as verified by 纪检组",
    ),
    (
        "{kind: bonus, occurrence: {each: 2}, evidence_expected: true}",
        "每次加2分；没有写依据的照计，给出提醒；不设上限",
        "add 2 points for each occurrence; an entry without evidence counts, with a warning; no cap",
    ),
    (
        "{kind: deduction, word: {each: {黄牌警告: 6, 撤销: 10}, within_subject: highest, once_per_word: true}}",
        "黄牌警告扣6分，撤销扣10分；同一对象只扣最重的一项；同一种情形只扣一次",
        "deduct 6 points for 黄牌警告, deduct 10 points for 撤销; of one subject only the highest deduction counts; "
        "each kind counts only once",
    ),
    (
        "{kind: bonus, word: {each: {县级: 1, 市级: 1, 省级: 3}, within_subject: highest}}",
        "县级、市级各加1分，省级加3分；同一内容只计最高一次；不设上限",
        "add 1 point each for 县级 and 市级, add 3 points for 省级; of one subject only the highest bonus counts; no cap",
    ),
    (
        "{kind: bonus, word: {each: {市级: 2}, unit: 件次}, cap: 5}",
        "每件次市级加2分；其他级别不加分；累计最多加5分",
        "add 2 points for 市级, for each occurrence (件次); no bonus for other levels; at most 5 points in total",
    ),
    (
        "{kind: bonus, occurrence: {each: 2}, from_level: 市级}",
        "每次加2分；市级及以上的才加；不设上限",
        "add 2 points for each occurrence; counts only from 市级 upward; no cap",
    ),
    (
        "{kind: deduction, missing: {required: 12, counted: months, each: 0.5, unit: 次}}",
        "全年12个月每月至少1次，每缺1个月扣0.5分",
        "at least one (次) in each of the 12 months, deduct 0.5 points for each month missing",
    ),
    (
        "{kind: deduction, missing: {required: 2, counted: members, each: 1}}",
        "每人应有2次，按最少的一人，每少1次扣1分；没有列出班子成员的按0次计，列为未评定",
        "2 required of each member; deduct 1 point for each one missing, by the member with the fewest; "
        "if the log lists no members, attendance counts as 0 and is listed as unassessed",
    ),
    (
        "{kind: deduction, missing: {of: A1.目标, counted: tasks, each: 2}}",
        "按“A1.目标”的登记，任务每有1项未完成扣2分",
        "from the entries under A1.目标: deduct 2 points for each task not done",
    ),
    (
        "{kind: deduction, step: {of: A1.目标, below: 100, size: 1, each: 1}}",
        "按“A1.目标”逐项计算，每低1个百分点扣1分；不足1个的不扣",
        "for each target under A1.目标: deduct 1 point for each percentage point below 100%; "
        "an incomplete step does not count",
    ),
    (
        "{kind: bonus, step: {of: A1.目标, above: 100, size: 10, each: 1, incomplete: proportional, "
        "rounding: {to: 0.1, by: half_up}}, cap: 5}",
        "按“A1.目标”逐项计算，每超10个百分点加1分；不足10个的按比例加，结果四舍五入到0.1分；各项累计最多加5分",
        "for each target under A1.目标: add 1 point for each 10 percentage points above 100%; "
        "an incomplete step counts in proportion, rounded half up to 0.1; at most 5 points over all targets",
    ),
    (
        "{kind: bonus, step: {of: A1.目标, above: 100, size: 5, each: 1, incomplete: whole}}",
        "按“A1.目标”逐项计算，每超5个百分点加1分；不足5个的按5个加；不设上限",
        "for each target under A1.目标: add 1 point for each 5 percentage points above 100%; "
        "an incomplete step counts as a whole one; no cap",
    ),
    (
        "{kind: bonus, band: {of: A1.率, bands: [{at_least: 90, points: 1}, {above: 95, points: 2}]}}",
        "“A1.率”达到90%加1分，超过95%加2分（不累加）",
        "by A1.率: add 1 point for at least 90%, add 2 points for more than 95% (not added up)",
    ),
    (
        "{kind: deduction, judged: {at_most: 2}}",
        "酌情扣，每笔大于0分、不超过2分，须写明理由和决定人",
        "deducted at discretion: above 0, at most 2 points for each entry, with reason and decided_by",
    ),
    ("{kind: zero, zeroes: part}", "出现该情形，本行不计分", "if it happens, the row scores nothing"),
    (
        "{kind: zero, zeroes: dimension, when: [{measure: A1.率, at_most: 80}, {measure: A1.活动, below: 1}]}",
        "“A1.率”不高于80%，或者“A1.活动”不足1次，项目A整个不计分，项目内的加分也不计",
        "if A1.率 is at most 80% or A1.活动 counts fewer than 1, "
        "the whole dimension A scores nothing, its bonuses included",
    ),
    (
        "{kind: veto, circumstances: {document: 考评办法}}",
        "有“考评办法”所列情形之一的，一票否决：不给得分，不排名次，另列参考分；情形清单待补充，登记时写明是哪一种情形",
        "if one of the circumstances listed in 考评办法 happens, veto of the whole year: "
        "no score, no rank, only a reference score; the list of circumstances is not available yet; "
        "an entry names the circumstance in reason",
    ),
    (
        "{kind: veto, from_level: 市级}",
        "出现该情形的，一票否决：不给得分，不排名次，另列参考分；市级及以上的才否决",
        "if it happens, veto of the whole year: no score, no rank, only a reference score; counts only from 市级 upward",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "zh", "en"), SENTENCES, ids=[zh for _, zh, _ in SENTENCES])
def test_a_price_is_one_sentence(rule: str, zh: str, en: str) -> None:
    assert told(rule) == zh
    assert told(rule, "en") == en


GATES = {
    "level_words": "{level_words: {本厂: 市级}}",
    "from_level": "{from_level: 省级}",
    "upheld_only": "{upheld_only: true}",
    "verified_by": "{verified_by: 监察室}",
    "body_presumed": "{verified_by: 监察室, body_presumed: true}",
    "evidence_expected": "{evidence_expected: true}",
}
COUNTING = {
    "unit": "件",
    "within_subject": "highest",
    "times": "4",
    "monthly_cap": "2",
    "factors": "{加倍: 2}",
}
# of each scale one, and for each of its fields another value
SCALE_CHANGES: dict[str, tuple[str, dict[str, str]]] = {
    "occurrence": ("{each: 1}", {**COUNTING, "each": "[1, 2]"}),
    "word": ("{each: {县级: 1}}", {**COUNTING, "each": "{县级: 2}", "once_per_word": "true"}),
    "band": (
        "{of: A1.率, bands: [{at_least: 1, points: 2}]}",
        {"of": "A1.另率", "bands": "[{above: 1, points: 2}]"},
    ),
    "step": (
        "{of: A1.率, above: 1, each: 1, size: 2, incomplete: proportional, rounding: {to: 0.1, by: half_up}}",
        {
            "of": "A1.另目标",
            "above": "2",
            "until": "60",
            "size": "5",
            "each": "3",
            "incomplete": "whole",
            "rounding": "{to: 0.5, by: down}",
        },
    ),
    "proportion": (
        "{of: A1.率, full: 90, rounding: {to: 0.1, by: half_up}}",
        {"of": "A1.另率", "none": "10", "full": "80", "rounding": "{to: 0.5, by: down}"},
    ),
    "missing": (
        "{counted: events, required: 2, each: 1}",
        {
            "counted": "months",
            "required": "3",
            "each": "3",
            "members": "sum",
            "of": "A1.活动",
            "unit": "回",
        },
    ),
    "judged": ("{at_most: 2}", {"at_most": "1", "at_least": "0.5"}),
}
OF_AWARDS = {
    "word": ("{points: {好: 2, 差: 1}}", {"points": "{好: 2, 差: 0}"}),
    "judged": (
        "{several: mean, rounding: {to: 0.1, by: half_up}}",
        {"at_least": "0.5", "several": "trimmed", "rounding": "{to: 0.5, by: down}"},
    ),
}
# fields that one of two others excludes, or that only say how it is printed
NOT_TOLD = {"step": {"below", "unit"}}


def pairs() -> list[tuple[str, str]]:
    return [(kind, scale) for kind, model in KINDS_BY_NAME.items() for scale in SCALES if scale in model.model_fields]


KINDS_BY_NAME = {model.model_fields["kind"].annotation.__args__[0]: model for model in KINDS}  # type: ignore[union-attr]


def measured(kind: str, scale: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """A rule of the pair, its scale as declared, and the changes of that."""
    text, changes = OF_AWARDS[scale] if kind == "award" and scale in OF_AWARDS else SCALE_CHANGES[scale]
    inside = read(text)
    if scale == "proportion" and kind != "award":
        inside, changes = {**inside, "points": "2"}, {**changes, "points": "1"}
    rule: dict[str, Any] = {"kind": kind, **({"points": "2"} if kind == "award" else {})}
    return rule, inside, changes


@pytest.mark.parametrize(("kind", "scale"), pairs())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_scale_is_told(kind: str, scale: str, language: str) -> None:
    rule, inside, changes = measured(kind, scale)
    model = type(plan_with({**rule, scale: inside}).declared["A1.甲"].scale)  # type: ignore[attr-defined]
    left = NOT_TOLD.get(scale, set()) | ({"at_most"} if kind == "award" else set())
    left |= {"several", "rounding"} if scale == "judged" and kind != "award" else set()
    assert set(changes) - left == set(model.model_fields) - left
    for name, change in changes.items():
        if name not in left:
            given = {**inside, "counted": "members"} if name == "members" else inside  # which is about members only
            changed = told({**rule, scale: {**given, name: read(change)}}, language)
            assert changed != told({**rule, scale: given}, language), name


KIND_CHANGES: dict[str, tuple[str, dict[str, str]]] = {
    "award": (
        "{points: 2}",
        {
            "points": "{points: 3}",
            "presumed": "{presumed: true}",
            "measured_by": "{measured_by: A1.目标}",
            "refuted_by": "{refuted_by: [{measure: A1.率, above: 1, at_most: 2}]}",
        },
    ),
    "deduction": ("{occurrence: {each: 1}}", {**GATES, "cap": "{cap: 5}"}),
    "bonus": ("{occurrence: {each: 1}}", {**GATES, "cap": "{cap: 5}"}),
    "zero": (
        "{zeroes: item}",
        {**GATES, "zeroes": "{zeroes: dimension}", "when": "{when: [{measure: A1.率, below: 1}]}"},
    ),
    "veto": (
        "{}",
        {
            **GATES,
            "circumstances": "{circumstances: {document: 办法, listed: [甲, 乙]}}",
            "when": "{when: [{measure: A1.率, below: 1}]}",
        },
    ),
    "grade": (
        "{bars: 评先}",
        {
            **GATES,
            "bars": "{bars: 评优}",
            "becomes": "{bars: null, becomes: 差}",
            "at_most": "{bars: null, at_most: 差}",
            "lower": "{bars: null, lower: 1}",
            "when": "{when: [{measure: A1.率, below: 1}]}",
        },
    ),
    "share": ("{}", {"expected": "{expected: true}", "poll": "{poll: 测评}"}),
    "target": ("{}", {"expected": "{expected: true}"}),
    "activity": ("{}", {"expected": "{expected: true}"}),
    "amount": (
        "{at_most: 9}",
        {
            "expected": "{expected: true}",
            "unit": "{unit: 元}",
            "several": "{several: mean}",
            "at_least": "{at_least: 1}",
            "at_most": "{at_most: 8}",
        },
    ),
}
# how it is printed, and what of an award's entries is gated where it counts them
SILENT_FIELDS = {"activity": {"unit", "record"}, "award": set(GATES)}


def as_declared(kind: str, fields: str, change: str = "{}") -> dict[str, Any]:
    of = "figure" if kind in {"share", "target", "activity", "amount"} else "kind"
    return {of: kind, **{name: value for name, value in {**read(fields), **read(change)}.items() if value is not None}}


@pytest.mark.parametrize("model", [*KINDS, *FIGURES], ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_kind_is_told(model: Any, language: str) -> None:
    kind = (model.model_fields.get("kind") or model.model_fields["figure"]).annotation.__args__[0]
    fields, changes = KIND_CHANGES[kind]
    assert set(changes) == set(model.model_fields) - ELSEWHERE - SCALES.keys() - SILENT_FIELDS.get(kind, set())
    plain = told(as_declared(kind, fields), language)
    for name, change in changes.items():
        assert told(as_declared(kind, fields, change), language) != plain, name


# --- how far deductions go ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("floor", "zh", "en"),
    [
        ("0", "本行2分，扣完为止", "the row has 2 points, deductions stop at 0"),
        ("0.5", "本行2分，扣到0.5分为止", "the row has 2 points, deductions stop at 0.5"),
        ("none", "本行2分，可扣成负分", "the row has 2 points, deductions may go below 0"),
    ],
)
def test_a_deduction_says_how_far_it_goes(floor: str, zh: str, en: str) -> None:
    rule = "{kind: deduction, occurrence: {each: 1}}"
    assert told(rule, floor=floor) == f"每次扣1分；{zh}"
    assert told(rule, "en", floor=floor) == f"deduct 1 point for each occurrence; {en}"


@pytest.mark.parametrize(
    "rule",
    [
        "{kind: award, points: 2}",
        "{kind: bonus, occurrence: {each: 1}}",
        "{kind: bonus, band: {of: A1.率, bands: [{at_least: 90, points: 1}]}}",
        "{kind: zero, zeroes: item}",
        "{kind: veto}",
        "{figure: share}",
    ],
)
def test_what_takes_nothing_off_has_no_floor(rule: str) -> None:
    assert told(rule, floor="none") == told(rule)


def parted(part_floor: str, row_floor: str, *, whole: bool = False) -> str:
    """A deduction in a part, or over a whole row of two parts."""
    rule = {"id": "A1.甲", "kind": "deduction", "occurrence": {"each": "1"}}
    parts = [
        {"id": f"A1-{number}", "points": "2", "rules": [{"id": f"A1.计分{number}", "kind": "award", "points": "2"}]}
        for number in (1, 2)
    ]
    row: dict[str, Any] = {"id": "A1", "points": "4", "floor": row_floor, "text": "计分", "parts": parts}
    if whole:
        row["rules"] = [rule]
    else:
        parts[1] |= {"floor": part_floor, "rules": [*parts[1]["rules"], rule]}
    dimension = {"id": "A", "name": "项目", "points": "4", "items": [row]}
    table = {"rubric": "small", "title": "小表", "year": "2018", "points": "4", "dimensions": [dimension]}
    plan = compile_rubric(Rubric.model_validate(table)).require()
    return price_sentence(plan, plan.clauses["A1.甲"], Words("zh"), bounds=True)


def test_a_part_says_its_own_floor_and_that_of_the_row_where_it_holds() -> None:
    assert parted("0", "0") == "每次扣1分；本分项2分，扣完为止"
    assert parted("none", "0") == "每次扣1分；本分项2分，可扣成负分，但全行扣完为止"
    assert parted("none", "none") == "每次扣1分；本分项2分，可扣成负分"
    assert parted("0", "0", whole=True) == "每次扣1分；从全行4分里扣，扣完为止"


def test_a_zero_leaves_the_bonuses_of_its_row() -> None:
    rules = [
        {"id": "A1.计分", "kind": "award", "points": "2"},
        {"id": "A1.加分", "kind": "bonus", "occurrence": {"each": "1"}},
        {"id": "A1.甲", "kind": "zero", "zeroes": "item", "upheld_only": "true"},
    ]
    told_with_bonus = told("{kind: zero, zeroes: item}", rules=rules)
    assert told_with_bonus == "出现该情形，本行不计分，加分保留；查实的才算"


def test_a_bonus_is_not_called_uncapped_under_a_cap_of_the_table() -> None:
    plan = plan_with(read("{kind: bonus, occurrence: {each: 1}}"))
    capped = compile_rubric(plan.rubric.model_copy(update={"cap": plan.rubric.points})).require()
    assert price_sentence(capped, capped.clauses["A1.甲"], Words("zh"), bounds=True) == "每次加1分"
