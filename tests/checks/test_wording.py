"""Words against numbers: what each wording states, and that each wording of the table is used or shown here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wuwu.api import load_rubric
from wuwu.checks.statements import priced_word, read_groups, read_number
from wuwu.checks.wording import WordingTable, build_lexicon, bundled_lexicon, check_wording, pair_of
from wuwu.rubric.bundled import bundled_rubrics
from wuwu.rubric.plan import Plan, compile_document
from wuwu.rules import KINDS, SCALES
from wuwu.schema.validation import validate
from wuwu.source.files import read_document
from wuwu.source.yaml_reader import parse_document

# a quote, the kind of its rule, and what its words state
SAID: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("落实责任的，计2分", "award.finding", {"points": 2}),
    ("未开展的，扣2分", "award.finding", {"points": 2}),
    ("每件次扣0.5分，扣完为止", "deduction.occurrence", {"unit": "件次", "points": Decimal("0.5"), "floor": 0}),
    ("每出现一次扣1分，扣分不设下限", "deduction.occurrence", {"unit": "次", "points": 1, "floor": None}),
    (
        "被黄牌警告、撤销荣誉称号的，一次性扣6分、10分",
        "deduction.occurrence",
        {"once_per_word": True, "price": [("黄牌警告", 6), ("撤销荣誉称号", 10)]},
    ),
    ("被警告、撤销的，扣6分、10分", "deduction.occurrence", {"price": [("警告", 6), ("撤销", 10)]}),
    ("迟到的，每次扣1分，最多扣三次", "deduction.occurrence", {"unit": "次", "points": 1, "times": 3}),
    ("每年2次，每少一次扣1分", "deduction.missing", {"required": 2, "points": 1, "unit": "次"}),
    (
        "每月组织，少一次扣0.5分",
        "deduction.missing",
        {"required": 12, "counted": "months", "unit": "次", "points": Decimal("0.5")},
    ),
    ("每少一项扣2分", "deduction.missing", {"counted": "tasks", "unit": "项", "points": 2}),
    ("每少一个百分点，扣1分", "deduction.step", {"step": 1, "points": 1}),
    ("超额每十个百分点，加计1分，累计加分不超过5分", "bonus.step", {"step": 10, "points": 1, "cap": 5}),
    (
        "按照市级、省部级、国家级每件次给予单位加计2分、4分、6分",
        "bonus.occurrence",
        {"unit": "件次", "price": [("市级", 2), ("省级", 4), ("国家级", 6)]},
    ),
    (
        "在全市（市委、市政府）、全省会议上发言的，分别加计2分、4分",
        "bonus.occurrence",
        {"price": [("市级", 2), ("省级", 4)]},
    ),
    ("在局内推介或通报表扬的，加计1分", "bonus.occurrence", {"price": [("局级", 1)]}),
    ("同一内容以最高分加分，加分不设上限", "bonus.occurrence", {"within_subject": "highest", "cap": None}),
    ("优秀率在90%以上，加计1分", "bonus.band", {"band": [(90, 1)]}),
    ("满意率100%，计2分", "award.finding", {"below": 100, "points": 2}),
    ("受到县（市）区级以上处分的，实行“一票否决”", "veto.finding", {"from_level": "县级"}),
    ("并经查实的", "deduction.occurrence", {"upheld_only": True, "verified_by": None}),
    ("并经局纪检组查实的", "deduction.occurrence", {"upheld_only": True, "verified_by": "局纪检监察"}),
    (
        "优秀在80%以下或不称职在20%以上，“比团结,创一流队伍”此项不计分",
        "zero.finding",
        {"at_most": 80, "at_least": 20, "zeroes": "dimension", "node": "比团结,创一流队伍"},
    ),
    ("影响考评的，不计分", "zero.finding", {"zeroes": "row"}),
    ("有2018年度办法所列情形的", "veto.finding", {"year": 2018}),
    ("酌情扣减", "deduction.judged", {}),
    ("发现隐患的，每处扣2分，至多算5处", "deduction.occurrence", {"unit": "处", "points": 2, "times": 5}),
    ("迟到的，减0.5分，扣至0分为止", "deduction.occurrence", {"points": Decimal("0.5"), "floor": 0}),
    ("未建档的，每户扣2分，不设下限", "deduction.occurrence", {"unit": "户", "points": 2, "floor": None}),
    ("县级、市级分别扣1分、2分", "deduction.occurrence", {"price": [("县级", 1), ("市级", 2)]}),
    (
        "受表彰的，县级、市级、省级分别加1、2、4分",
        "bonus.occurrence",
        {"price": [("县级", 1), ("市级", 2), ("省级", 4)]},
    ),
    ("被表扬的，奖励2分，合计最高6分", "bonus.occurrence", {"points": 2, "cap": 6}),
    ("投稿的，每篇加1分，最多加5分", "bonus.occurrence", {"unit": "篇", "points": 1, "cap": 5}),
    ("同一事项按最高级别计分，不设上限", "bonus.occurrence", {"within_subject": "highest", "cap": None}),
    ("每人全年参加培训4次，计5分", "award.finding", {"required": 4, "points": 5}),
    ("全年开展演练至少四次，得3分；否则不得分", "award.finding", {"required": 4, "points": 3}),
    ("每季度召开一次例会，少一次扣1分", "deduction.missing", {"required": 4, "unit": "次", "points": 1}),
    ("每半年检查1次，少一次减1分", "deduction.missing", {"required": 2, "unit": "次", "points": 1}),
    ("每月不少于2次，少一次扣1分", "deduction.missing", {"unit": "次", "points": 1}),
    ("每人每少一次扣1.5分，各人合计", "deduction.missing", {"unit": "次", "points": Decimal("1.5"), "members": "sum"}),
    ("整改完成率达到100%，计20分", "award.finding", {"below": 100, "points": 20}),
    (
        "每低1个百分点扣0.3分，不足的按比例扣，结果四舍五入到0.1分",
        "deduction.step",
        {
            "step": 1,
            "points": Decimal("0.3"),
            "incomplete": "proportional",
            "rounding_to": Decimal("0.1"),
            "rounding_by": "half_up",
        },
    ),
    ("每减少2%扣1分，不足部分不计", "deduction.step", {"step": 2, "points": 1, "incomplete": "dropped"}),
    (
        "每超过5个百分点加1分，不足5个百分点的按5个百分点计",
        "bonus.step",
        {"step": 5, "points": 1, "incomplete": "whole"},
    ),
    ("满意率90%及以上的，加1分；达到98%的，加2分", "bonus.band", {"band": [(90, 1), (98, 2)]}),
    ("合格率超过98%的，加1分", "bonus.band", {"band": [(98, 1)], "band_over": 98}),
    ("经调查属实的", "zero.finding", {"upheld_only": True, "verified_by": None}),
    ("经局机关核实的", "deduction.occurrence", {"upheld_only": True, "verified_by": "局机关"}),
    ("拒绝检查的，现场与整改整个项目不计分", "zero.finding", {"zeroes": "dimension", "node": "现场与整改"}),
    ("拒绝检查的，全部项目不得分", "zero.finding", {"zeroes": "dimension"}),
    ("满意率低于60%的，不得分", "zero.finding", {"at_most": 60, "zeroes": "row"}),
    ("差评率超过20%的，不计分", "zero.finding", {"at_least": 20, "zeroes": "row"}),
    ("发生事故的，年度考核一票否决", "veto.finding", {}),
    ("笔记在5000字以上，回复12345和12333热线，计2分", "award.finding", {"points": 2}),
    # base points that are not all or nothing
    ("每项计2分，计满10分为止", "award.occurrence", {"unit": "项", "each": 2, "cap": 10}),
    ("好的计10分", "award.word", {"points": 10}),
    ("为较好8分", "award.word", {"points": 8}),
    ("得分=率×30", "award.proportion", {"points": 30}),
    ("由领导评价0至20分", "award.judged", {"least": 0, "most": 20}),
    ("去掉一个最高分和一个最低分后取平均分，计10分", "award.judged", {"several": "trimmed", "points": 10}),
    ("取各评委平均分，计10分", "award.judged", {"several": "mean", "points": 10}),
    ("在90%以上的计10分，在80%以上的计8分", "award.band", {"band": [(90, 10), (80, 8)]}),
    (
        "不超过1%的，计10分；超过1%但不超过2%的，计6分；超过2%的，不计分",
        "award.band",
        {"band": [(1, 10), (1, 2, 6)]},
    ),
    ("在80%以上不满90%的，得8分", "award.band", {"band": [(80, 90, 8)]}),
    ("80%以上、低于90%的，加2分", "bonus.band", {"band": [(80, 90, 2)]}),
    ("60%以上，但不足80%的，扣1分", "deduction.band", {"band": [(60, 80, 1)]}),
    ("超过5%但不超过10%的，加1分", "bonus.band", {"band": [(5, 10, 1)]}),
    ("高于5%，不高于10%的，扣2分", "deduction.band", {"band": [(5, 10, 2)]}),
    ("每少一次扣2分", "award.missing", {"unit": "次", "each": 2}),
    ("评教取平均分，计10分", "award.proportion", {"points": 10}),
    # several prices, limits and steps
    (
        "第一次扣0.5分，第二次扣1分，第三次起每次扣2分",
        "deduction.occurrence",
        {"unit": "次", "ordinal": [(1, Decimal("0.5")), (2, 1), (3, 2)]},
    ),
    (
        "每次扣1分，累计扣分不超过3分，每月最多扣2分",
        "deduction.occurrence",
        {"unit": "次", "points": 1, "cap": 3, "monthly_cap": 2},
    ),
    (
        "受到市级、省级通报批评的，每次分别扣1分、2分",
        "deduction.word",
        {"unit": "次", "price": [("市级", 1), ("省级", 2)]},
    ),
    ("获得省级、市级表彰的，分别加3、2分", "bonus.word", {"price": [("省级", 3), ("市级", 2)]}),
    ("每两次扣1分", "deduction.step", {"step": 2, "unit": "次", "points": 1}),
    (
        "投诉超过三件的，每超一件扣0.5分",
        "deduction.step",
        {"threshold": 3, "step": 1, "unit": "件", "points": Decimal("0.5")},
    ),
    ("每低于96%一个百分点扣0.5分", "deduction.step", {"threshold": 96, "step": 1, "points": Decimal("0.5")}),
    ("每高于98%一个百分点加0.5分", "bonus.step", {"threshold": 98, "step": 1, "points": Decimal("0.5")}),
    ("合格率低于90%的，每低1个百分点扣2分", "deduction.step", {"threshold": 90, "step": 1, "points": 2}),
    ("合格率超过95%的，每超1个百分点加1分", "bonus.step", {"threshold": 95, "step": 1, "points": 1}),
    ("低于80%的，扣2分；超过95%的，扣1分；在60%以下的，扣5分", "deduction.band", {"band": [(80, 2), (95, 1), (60, 5)]}),
    ("酌情扣1－3分", "deduction.judged", {"least": 1, "most": 3}),
    ("酌情加分，最高加5分", "bonus.judged", {"most": 5, "cap": 5}),
    ("全年迟报5次以上的，该项不计分", "zero.finding", {"at_least": 5, "zeroes": "row"}),
    ("被通报的，不得评为优秀", "grade.finding", {}),
    # what a cap is, and what no price is
    ("每次加5分，每年最多奖10分", "bonus.occurrence", {"unit": "次", "points": 5, "cap": 10}),
    ("每次扣1分，本项最多扣5分", "deduction.occurrence", {"unit": "次", "points": 1, "cap": 5}),
    ("每月评为先进的，加1分", "bonus.occurrence", {"points": 1}),
    ("办结率为0%的，扣0.3分", "deduction.occurrence", {"points": Decimal("0.3")}),
    ("每次扣零点五分", "deduction.occurrence", {"unit": "次", "points": Decimal("0.5")}),
    ("被采用的，+3分", "bonus.occurrence", {"points": 3}),
)


@pytest.fixture(scope="module")
def shizhi() -> Plan:
    return load_rubric("shizhi", 2018)


@pytest.mark.parametrize(("quote", "kind", "expected"), SAID, ids=[quote for quote, _, _ in SAID])
def test_what_words_state(quote: str, kind: str, expected: dict[str, Any], shizhi: Plan) -> None:
    from wuwu.checks.wording import _hits, _outermost

    hits = [hit for hit in _hits(bundled_lexicon().patterns, quote) if hit.pattern.fits(kind)]
    own = {"局内": "局级"}  # as A7 has it
    stated: dict[str, Any] = {}
    for hit in _outermost(hits):
        for each in read_groups(shizhi, hit.said, hit.pattern.means, hit.words, own):
            if each.name in ("price", "band", "ordinal"):
                stated.setdefault(each.name, []).append(each.value)
            else:
                assert stated.setdefault(each.name, each.value) == each.value
    assert stated == expected


def test_every_wording_is_shown_here() -> None:
    for pattern in bundled_lexicon().patterns:
        assert any(pattern.fits(kind) and pattern.regex.search(quote) for quote, kind, _ in [*SAID, *_bundled()]), (
            pattern.regex.pattern
        )


def _bundled() -> Iterator[tuple[str, str, None]]:
    for bundled in bundled_rubrics():
        for item in load_rubric(bundled.id, bundled.year).rubric.items():
            yield from ((quote, pair_of(rule), None) for rule in item.all_rules() for quote in rule.quote)


def test_every_wording_speaks_of_kinds_that_exist() -> None:
    kinds = {str(kind.model_fields["kind"].annotation).split("'")[1]: kind for kind in KINDS}
    pairs = {f"{name}.{scale}" for name, kind in kinds.items() for scale in SCALES if scale in kind.model_fields}
    for pattern in bundled_lexicon().patterns:
        assert pattern.kinds <= {*kinds, *pairs, *(f"*.{scale}" for scale in SCALES)}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        ("0.5", Decimal("0.5")),
        ("十", 10),
        ("两", 2),
        ("十二", 12),
        ("二十", 20),
        ("九十五", 95),
        ("一百", 100),
        ("一百零五", 105),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, number: Decimal) -> None:
    assert read_number(text) == number


def test_another_offices_wording_is_one_more_entry() -> None:
    table = "number: '[0-9]+'\nnumeral: '[0-9]+'\nwordings:\n- {match: '罚<points>分', kinds: [deduction]}\n"
    lexicon = build_lexicon(validate(WordingTable, parse_document(table.encode(), "wordings.yaml").require()).require())
    (match,) = re.finditer(lexicon.patterns[0].regex, "迟到罚3分")
    assert match.groupdict() == {"points": "3"}


def _kept(folder: Path, head: str, wordings: str | None = None) -> list[tuple[str, str]]:
    """What is said of a table that fines (罚3分), with more in its head and perhaps a file of wordings beside it."""
    text = FINES.replace("points: 10\n", f"points: 10\n{head}\n", 1)
    (folder / "r.yaml").write_text(text, encoding="utf-8")
    if wordings is not None:
        (folder / "用语.yaml").write_text(wordings, encoding="utf-8")
    plan = compile_document(read_document(folder / "r.yaml").require()).require()
    return [(problem.code, problem.severity.value) for problem in check_wording(plan)]


FINES = """rubric: r
title: 表
year: 2025
points: 10
dimensions:
- id: A
  name: 项目
  points: 10
  items:
  - id: A1
    points: 10
    text: 合格的计10分；每迟到1次罚3分。
    rules:
    - {id: A1.合格, kind: award, quote: 合格的计10分, points: 10}
    - {id: A1.迟到, kind: deduction, quote: 每迟到1次罚3分, occurrence: {each: 3}}
"""
BESIDE = "wordings: 用语.yaml"


def test_a_rubric_brings_the_wordings_of_its_office(tmp_path: Path) -> None:
    assert _kept(tmp_path, "") == [("points-not-in-text", "warning"), ("number-not-understood", "warning")]
    fine = "wordings:\n- {match: '每迟到1次罚<points>分', kinds: [deduction]}\n"
    assert _kept(tmp_path, BESIDE, fine) == []
    assert _kept(tmp_path, BESIDE, fine.replace("deduction", "bonus"))[0] == ("words-against-kind", "error")


def test_a_bad_file_of_wordings_is_an_error(tmp_path: Path) -> None:
    assert ("missing-file", "error") in _kept(tmp_path, BESIDE)
    assert ("bad-pattern", "error") in _kept(tmp_path, BESIDE, "wordings:\n- {match: '罚(<points>分'}\n")


def test_a_text_in_another_language_says_so_once(tmp_path: Path) -> None:
    assert _kept(tmp_path, "language: en") == [("wording-not-read", "note")]


def test_points_belong_to_the_priced_word_said_last_before_them(shizhi: Plan) -> None:
    facts = {"prices": {"省级": Decimal(2), "市级": Decimal(1)}}
    assert priced_word(shizhi, facts, "市级推介的每次加") == "市级"
    assert priced_word(shizhi, facts, "市级推介的，省部级推介的每次加") == "省级"
    assert priced_word(shizhi, facts, "推介的每次加") is None
    assert priced_word(shizhi, {}, "市级推介的每次加") is None


PRICED = """
rubric: r
title: 检查
year: 2025
points: 10
dimensions:
- id: A
  name: 现场
  points: 10
  items:
  - id: A1
    points: 10
    text: 现场规范，计10分；一般隐患每处扣2分，重大隐患每处扣5分。
    rules:
    - {id: A1.现场, kind: award, points: 10, presumed: true, quote: 现场规范，计10分}
    - {id: A1.隐患, kind: deduction, word: {each: {一般隐患: 2, 重大隐患: 5}, unit: 处},
       quote: 一般隐患每处扣2分，重大隐患每处扣5分}
"""


def _said_of(text: str) -> list[tuple[str, str]]:
    plan = compile_document(parse_document(text.encode(), "r.yaml").require()).require()
    return [(each.code, each.severity) for each in check_wording(plan)]


def test_prices_may_be_said_one_by_one() -> None:
    assert _said_of(PRICED) == []
    swapped = PRICED.replace("{一般隐患: 2, 重大隐患: 5}", "{一般隐患: 5, 重大隐患: 2}")
    assert set(_said_of(swapped)) == {("words-contradict", "error"), ("points-not-in-text", "warning")}


def test_what_is_not_recognised_is_a_warning_and_one_finding() -> None:
    unknown = PRICED.replace("每处扣2分", "每处折2分")
    assert _said_of(unknown) == [("points-not-in-text", "warning")]
    other = unknown.replace("每处折2分", "每处折3分")  # recognised nowhere, so it contradicts nothing
    plan = compile_document(
        parse_document(other.replace("一般隐患: 2", "一般隐患: 3").encode(), "r.yaml").require()
    ).require()
    (problem,) = check_wording(plan)
    assert problem.place is not None
    assert problem.place.excerpt is not None
    assert problem.place.excerpt[(problem.place.column or 0) - 1 :].startswith("3分，重大")


def test_a_number_that_contradicts_is_an_error() -> None:
    assert _said_of(PRICED.replace("计10分", "计8分")) == [("words-contradict", "error")]


def test_the_edit_of_the_issue_is_a_contradiction() -> None:
    path = Path(__file__).parents[2] / "rubrics" / "shizhi.yaml"
    head, rule, tail = path.read_text(encoding="utf-8").partition("          - id: D1.投诉\n")
    edited = head + rule + tail.replace("each: 1,", "each: 2,", 1)
    plan = compile_document(parse_document(edited.encode(), "rubrics/shizhi.yaml").require()).require()
    (problem,) = (each for each in check_wording(plan) if each.code == "words-contradict")
    assert problem.params["words"] == "扣1分"
    assert (str(problem.params["says"]), str(problem.params["does"])) == ("1", "2")


@pytest.mark.parametrize("bound", ["at_most", "below"])
def test_a_bound_of_0_is_a_bound(bound: str) -> None:
    rules = f"""measures: [{{id: A1.增长率, figure: share, quote: 增长率}}]
    rules:
    - {{id: A1.现场, kind: award, points: 10, presumed: true, quote: 现场规范，计10分}}
    - {{id: A1.负增长, kind: zero, zeroes: item, when: [{{measure: A1.增长率, {bound}: 0}}], quote: 在0%以下，不计分}}
"""
    text = PRICED.partition("    text:")[0] + f"    text: 现场规范，计10分；增长率在0%以下，不计分。\n    {rules}"
    assert _said_of(text) == []


BANDS = """
rubric: demo
title: 示例标准
year: 2018
points: 10
dimensions:
  - id: A
    name: 示例
    points: 10
    items:
      - id: A1
        points: 10
        text: 差错率不超过5%的，得10分；超过5%但不超过10%的，得6分；超过10%的，不得分。
        measures:
          - {id: A1.差错率, figure: share, quote: 差错率}
        rules:
          - id: A1.差错
            kind: award
            quote: 不超过5%的，得10分；超过5%但不超过10%的，得6分；超过10%的，不得分
            points: 10
            band:
              of: A1.差错率
              bands:
                - {at_most: 5, points: 10}
                - {above: 5, at_most: 10, points: 6}
"""


def test_a_band_with_two_bounds_is_said_by_both_or_by_either() -> None:
    assert _said_of(BANDS) == []
    assert _said_of(BANDS.replace("超过5%但不超过10%", "不超过10%")) == []
    assert _said_of(BANDS.replace("above: 5, ", "")) == []  # the band inside says the other bound
    assert _said_of(BANDS.replace("超过5%但", "超过4%但")) == [("words-contradict", "error")]
    assert _said_of(BANDS.replace("at_most: 10,", "at_most: 9,")) == [("words-contradict", "error")]
