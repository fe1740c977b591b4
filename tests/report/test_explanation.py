"""What is said about a clause beside its price: how it is logged, its readings, its examples; and about more than one."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wuwu.api import evaluate, load_log, load_rubric
from wuwu.log.binding import BoundLog, bind
from wuwu.log.declared import declare_log
from wuwu.messages import LANGUAGES, Words, explanation, outcomes, rules
from wuwu.report.explanation import explain, explanation_markdown, explanation_text, ids
from wuwu.report.explanation.entries import explain_entries
from wuwu.report.explanation.example_outcomes import explain_example
from wuwu.report.explanation.passage import Passage
from wuwu.report.explanation.prices import price_sentence
from wuwu.report.explanation.readings import readings_of
from wuwu.report.layout.width import display_width
from wuwu.report.scorecard.text import render_scorecard as scorecard
from wuwu.rubric.declared import declare_rubric
from wuwu.rubric.plan import Clause, Plan, compile_rubric
from wuwu.rules.kind import Rule
from wuwu.rules.missing import Missing
from wuwu.scoring import engine
from wuwu.source.yaml_reader import parse_document

ROOT = Path(__file__).parent.parent.parent
TABLES = {
    "shizhi": load_rubric("shizhi", 2018),
    "xianshiqu": load_rubric("xianshiqu", 2018),
    "other": load_rubric(str(ROOT / "examples" / "other" / "安全生产检查.yaml")),
}
CLAUSES = [(table, clause) for table, plan in TABLES.items() for clause in plan.clauses.values()]
ZH = Words("zh")


def said(passages: list[Passage]) -> str:
    return "\n".join(passage.text + passage.code for passage in passages)


# --- how a clause is logged --------------------------------------------------------------------------------------


def entries_of(plan: Plan, clause: Clause, words: Words) -> list[str]:
    return [passage.code for passage in explain_entries(plan, clause, words) if passage.code]


def logged(plan: Plan, entry: str) -> BoundLog:
    """The entry as the only one of a log; its member is one of the unit's."""
    member = re.search(r"member: (\w+)", entry)
    head = f"unit: 甲\nrubric: {plan.rubric.rubric}\nyear: {plan.year}\nmembers: [{member[1] if member else ''}]\n"
    document = parse_document((head + f"events:\n  {entry}\n").encode(), "log.yaml").require()
    return bind(plan, declare_log(document).require()).require()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_that_is_shown_fits_and_counts(table: str, language: str) -> None:
    plan, words = TABLES[table], Words(language)
    for clause in plan.clauses.values():
        entries = entries_of(plan, clause, words)
        assert bool(entries) == bool(clause.forms), clause.id
        for entry in entries:
            bound = logged(plan, entry)
            assert (bound.pending, bound.ignored) == ((), ()), entry
            assert entry.startswith(f"- {{clause: {clause.id}, ")
            if clause.rule is not None and clause.id not in bound.not_applicable:
                card = engine.evaluate(bound)
                lines = [line for line in (*card.total.all_lines(), *card.vetoes) if line.rule == clause.id]
                assert lines, entry
                if clause.rule.kind in {"deduction", "bonus"} and not isinstance(clause.rule.scale, Missing):
                    assert sum(line.points for line in lines), entry


@pytest.mark.parametrize(
    ("clause", "entry"),
    [
        ("A1.实施方案", "- {clause: A1.实施方案, finding: 符合}"),
        ("A5.报送资料", "- {clause: A5.报送资料, finding: 不符合}"),
        ("A7.宣传推介", "- {clause: A7.宣传推介, date: 2018-04-10, level: 局级, subject: 社保卡一卡通}"),
        ("C6.不称职率", "- {clause: C6.不称职率, value: 19.9}"),
        ("D1.通报", "- {clause: D1.通报, date: 2018-04-10, level: 市级}"),
        ("D6.处罚", "- {clause: D6.处罚, date: 2018-04-10, level: 黄牌警告, subject: 市级文明单位}"),
        ("F5.投诉举报", "- {clause: F5.投诉举报, date: 2018-04-10, status: 查实, verified_by: 局纪检监察}"),
    ],
)
def test_an_entry_has_what_it_takes_and_no_more(clause: str, entry: str) -> None:
    plan = TABLES["shizhi"]
    assert entries_of(plan, plan.clauses[clause], ZH)[0] == entry


def fields_of(clause: str, language: str = "zh") -> list[str]:
    plan = TABLES["shizhi"]
    return [passage.text for passage in explain_entries(plan, plan.clauses[clause], Words(language))][-2:]


def test_each_field_has_a_word_beside_it() -> None:
    assert fields_of("A5.迟报") == [
        "必写：clause（条款）、date（日期）",
        "可写：count（次数）、subject（内容）、reason（理由）、status（查实情况：查实、待查、不属实）、"
        "verified_by（查实单位）、verified_on（查实日期）、case（案号）、evidence（依据）、note（说明）",
    ]
    assert fields_of("F5.投诉举报", "en")[0] == (
        "Required: clause (the clause id), date (the date); "
        "if upheld, also status (the state: upheld), "
        "verified_by (who verified it: 局纪检监察/局纪检组/局监察室/局纪检监察室/驻局纪检监察组/派驻纪检组)"
    )
    assert fields_of("E1.目标任务")[0] == (
        "必写：clause（条款）、name（名称），再写 plan（计划数）、actual（完成数），"
        "或者 rate（完成率），或者 done（是否完成：true、false）"
    )
    assert "level（种类：黄牌警告、撤销荣誉称号）、subject（对象）" in fields_of("D6.处罚")[0]


# --- readings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "readings"),
    [
        # R36 is about dates, R14 about the whole of dimension C by way of one clause, R02 about how far deductions go
        ("A1.实施方案", ["R01", "R06"]),
        ("A1.方案缺项", ["R36", "R44"]),
        ("C3.民主生活", ["R01"]),
        ("C3.台账不全", ["R02", "R34", "R36"]),
        ("C5.资料不完整", ["R02", "R28", "R36"]),
        ("C6.评价较差", ["R12", "R14", "R39", "R43"]),
        ("D6.荣誉", ["R07", "R11", "R29", "R35", "R36", "R41", "R45"]),
        ("D6.处罚", ["R03", "R27", "R36"]),
    ],
)
def test_only_the_readings_that_concern_a_clause_are_shown(clause: str, readings: list[str]) -> None:
    plan = TABLES["shizhi"]
    assert [reading.id for reading in readings_of(plan, plan.clauses[clause])] == readings


SMALL = """
rubric: small
title: 小表
year: 2018
points: 2
levels: [{name: 县级}, {name: 市级}]
dimensions:
  - id: A
    name: 项目
    points: 2
    items:
      - id: A1
        points: 2
        text: 计2分；每次扣1分。
        rules:
          - {id: A1.计分, kind: award, points: 2}
          - id: A1.扣分
            kind: deduction
            occurrence: {each: 1}
            examples:
              - {given: [{date: 2018-13-01}], refused: impossible-date}
              - {given: [{clause: A9.没有}], refused: unknown-clause}
      - id: A2
        text: 每次加1分。
        rules:
          - {id: A2.加分, kind: bonus, occurrence: {each: 1}}
readings:
  - id: R1
    question: 能扣成负分吗？
    choice: 不能。
    basis: 没有写。
    clauses: [A1]
    alternatives: [{name: 不设下限, patch: {A1: {floor: none}}}]
  - id: R2
    question: 要不要封顶？
    choice: 不要。
    basis: 没有写。
    clauses: [A2]
    alternatives: [{name: 封顶, patch: {A2.加分: {cap: 3}}}, {name: 不成立, patch: {A9: {floor: 0}}}, {name: 没有写法}]
"""


@pytest.fixture(scope="module")
def small() -> Plan:
    return compile_rubric(declare_rubric(parse_document(SMALL.encode(), "small.yaml").require()).require()).require()


def test_an_alternative_without_words_tells_the_price_it_makes(small: Plan) -> None:
    of_clause = said(explain(small, "A1.扣分", ZH))
    assert "备选“不设下限”：每次扣1分；本行2分，可扣成负分" in of_clause
    alone = said(explain(small, "R2", ZH)).splitlines()
    assert "备选“封顶”：A2.加分：每次加1分；累计最多加3分" in alone
    assert {"备选“不成立”", "备选“没有写法”"} <= set(alone)


def test_what_is_said_of_a_row_without_deductions_is_said_of_all_its_clauses(small: Plan) -> None:
    assert [reading.id for reading in readings_of(small, small.clauses["A2.加分"])] == ["R2"]
    assert [reading.id for reading in readings_of(small, small.clauses["A1.计分"])] == []


# --- worked examples ---------------------------------------------------------------------------------------------


def example_of(clause: str, number: int, table: str = "shizhi", language: str = "zh") -> list[str]:
    """An example of a rule: its sentence, then its working."""
    plan = TABLES[table]
    rule = plan.clauses[clause].rule
    assert rule is not None
    passages = explain_example(plan, rule, rule.examples[number], Words(language), 0, working=True)
    return [passage.text for passage in passages]


@pytest.mark.parametrize(
    ("table", "clause", "number", "sentence"),
    [
        ("shizhi", "A1.实施方案", 0, "认定不符合 → 计0分，本行得0分（没有制定实施方案）"),
        ("shizhi", "E5.互联网人社", 0, "认定不适用（不承担对外服务） → 计3分，本行得3分"),
        ("other", "A1.责任制", 0, "没有认定 → 计15分，本行得15分"),
        ("shizhi", "A4.活动次数", 1, "没有登记 → 计2分，本行得0分（不需认定；从0次起计，少两次扣完）"),
        ("shizhi", "A5.迟报", 1, "登记5次 → 扣2.5分，扣完为止，本行得0分"),
        ("shizhi", "A8.一票否决", 3, "没有登记 → 不否决"),
        ("shizhi", "B3.集中学习", 0, "登记12次（1至12月各1次） → 不扣分，本行得2分"),
        (
            "shizhi",
            "B3.集中学习",
            1,
            "登记12次（1至10月各1次，11月2次） → 扣0.5分，本行得1.5分（十一月学两次不抵十二月）",
        ),
        ("shizhi", "B3.集中学习", 3, "登记12次（6月15日） → 扣5.5分，扣完为止，本行得0分（一个月学十二次只算一个月；扣完为止）"),
        (
            "shizhi",
            "C3.参加组织生活",
            1,
            "班子成员张三、李四；张三1次，李四1次 → 扣1分，本行得2分（按参加最少的一人算，不逐人累加）",
        ),
        (
            "shizhi",
            "C5.资料不完整",
            3,
            "酌情扣2.5分（全年均无资料，考核办决定） → 登记有误：酌定的2.5分超出范围，须大于0，最多2分（一笔不超过2分）",
        ),
        ("shizhi", "E1.少百分点", 0, "城镇新增就业计划1000、完成930 → 扣7分，本行得3分"),
        ("shizhi", "E1.少项", 0, "系统建设未完成 → 扣2分，本行得8分"),
        (
            "shizhi",
            "D5.建议提案",
            2,
            "认定符合；“D5.见面率”为99.9% → 计0分，本行得0分",
        ),
        ("shizhi", "D1.投诉", 4, "登记1件次（案号12345-0601） → 不扣分，本行得4分（没有注明是否查实的，按待查）"),
        ("shizhi", "F5.投诉举报", 0, "登记1次（局纪检监察查实） → 扣2分，本行得1分"),
        ("shizhi", "F5.投诉举报", 7, "登记1次（待查，查实单位：局纪检监察） → 不扣分，本行得3分"),
        (
            "xianshiqu",
            "D5.处罚",
            3,
            "登记1次（黄牌警告，甲），登记1次（黄牌警告，乙） → 扣6分，同一种情形只扣一次（一次性扣分，同类只扣一次）",
        ),
        ("xianshiqu", "E5.对接不力", 3, "没有登记 → 不受影响，本行得5分"),
        ("other", "C2.违章指挥", 1, "登记6次（安全环保部查实） → 扣15分，全年最多计5次"),
    ],
)  # fmt: skip
def test_an_example_is_a_sentence(table: str, clause: str, number: int, sentence: str) -> None:
    assert example_of(clause, number, table)[0] == sentence


def test_an_example_is_a_sentence_in_english() -> None:
    assert example_of("B3.集中学习", 1, language="en")[0] == (
        "12 logged (1 in each of months 1 to 10, 2 in month 11) → deducted 0.5 points, the row scores 1.5 "
        "(十一月学两次不抵十二月)"
    )


def test_an_example_shows_what_took_back_or_gave_back() -> None:
    assert example_of("E1.超额", 6) == [
        "创业培训完成160% → 加5分，各项累计最多加5分，本行得15分（累计不超过5分）",
        "+10  E1.完成任务：先计满分10分，不足的按“E1.目标任务”扣减",
        "+6  E1.超额：加6分，每超10个百分点加1分，不足10个的不计（创业培训 160%，超60个百分点，加6分）",
        "-1  E1.超额（上限）：累计6分，以5分为限，减去1分",
    ]
    assert example_of("A5.迟报", 1)[1:] == [
        "+2  A5.报送资料：认定符合，计2分",
        "-2.5  A5.迟报：扣2.5分：5次 × 0.5分",
        "+0.5  扣完为止：最低0分，超出的0.5分不再扣",
    ]
    assert example_of("C6.评价较差", 0)[1:] == [
        "+15  本项目各行合计",
        "-15  C6.评价较差：“C6.优秀率”为80%，不高于80%，本项目不计分，已得的15分核减",
    ]
    assert example_of("F5.投诉举报", 5)[1:] == [
        "+3  F5.廉洁从政：认定符合，计3分",
        "F5.投诉举报：没有写由谁查实，本条只认由局纪检监察查实的，不计",
    ]


EXAMPLES = [
    (table, clause.rule, example)
    for table, clause in CLAUSES
    if clause.rule is not None
    for example in clause.rule.examples
]


@pytest.mark.parametrize("table", TABLES)
def test_the_lines_of_an_example_add_up_to_what_it_says(table: str) -> None:
    for of, rule, example in EXAMPLES:
        if of != table:
            continue
        _, *lines = [each.text for each in explain_example(TABLES[of], rule, example, ZH, 0, working=True)]
        moved = [Decimal(line.partition("  ")[0]) for line in lines if re.match(r"[-+]?[0-9.]+  ", line)]
        above = any("各行合计" in line for line in lines)
        says = example.dimension if above else example.part if example.item is None else example.item
        if moved and says is not None:
            assert sum(moved) == says, f"{rule.id} {example}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_can_be_told(language: str) -> None:
    for table, rule, example in EXAMPLES:
        passages = [*explain_example(TABLES[table], rule, example, Words(language), 0, working=True)]
        assert " → " in passages[0].text


def test_what_is_not_even_an_entry_is_told_as_it_was_written(small: Plan) -> None:
    rule: Any = small.clauses["A1.扣分"].rule
    for example, told in zip(rule.examples, ("date 2018-13-01", "clause A9.没有"), strict=True):
        (passage,) = explain_example(small, rule, example, ZH, 0, working=True)
        assert passage.text.startswith(f"{told} → 登记有误：")


# --- more than one clause ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["shizhi", "xianshiqu"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_each_text_and_one_price_for_each_clause(table: str, language: str) -> None:
    plan, words = TABLES[table], Words(language)
    texts = [passage.text for passage in explain(plan, None, words)]
    for item in plan.rubric.items():
        assert texts.count(item.text) == 1
    for clause in plan.clauses.values():
        price = price_sentence(plan, clause, words, bounds=False)
        head = f"{clause.id}：" if language == "zh" else f"{clause.id} ({clause.declared.gloss}):"
        assert sum(text.startswith(head) for text in texts) == 1
        assert any(text.endswith(price) for text in texts)
    assert len(explanation_text(explain(plan, None, words), 100).splitlines()) < 400


def test_a_row_a_part_a_dimension_and_a_reading_are_shown_by_themselves() -> None:
    plan = TABLES["shizhi"]
    assert said(explain(plan, "C5", ZH)).splitlines() == [
        "C5（2分，扣完为止，见口径R02）",
        next(item.text for item in plan.rubric.items() if item.id == "C5"),
        "C5.集体活动：认定符合计2分，不符合计0分；未认定的暂计0分，列为未评定",
        "C5.资料不完整：酌情扣，每笔大于0分、不超过2分，须写明理由和决定人",
    ]
    assert said(explain(plan, "B1-2", ZH)).splitlines()[2:] == [
        "分项B1-2（2分，扣完为止，见口径R04）",
        "B1.学习笔记：满分2分，不必认定；认定不符合的计0分",
        "B1.笔记心得：每件次扣0.5分",
    ]
    dimension = said(explain(plan, "C", ZH))
    assert dimension.startswith("C 比团结,创一流队伍（15分）")
    assert [row for row in ("B1（", "C1（", "C6（", "D1（") if row in dimension] == ["C1（", "C6（"]
    assert said(explain(plan, "R13", ZH)).splitlines() == [
        "R13（待确认）优秀率达到95%的，加2分还是加1分再加2分？",
        "执行口径：加2分，2分取代1分，不叠加。",
        "依据：90%、95%是同一个比率的两档，达到高一档的按高一档加。",
        "涉及：C6.优秀加分",
    ]
    with pytest.raises(KeyError):
        explain(plan, "Z9", ZH)


def test_a_heading_says_how_far_deductions_go_only_where_there_are_any() -> None:
    heads = {table: said([each for each in explain(TABLES[table], None, ZH) if each.level]) for table in TABLES}
    for head in ("A1（2分，扣完为止）", "A2（2分）", "A7（不占分值）", "B1（4分）", "D1（4分，可扣成负分，见口径R05）"):
        assert head in heads["shizhi"].splitlines()
    assert "D5（不占分值，可扣成负分，见口径R03）" in heads["xianshiqu"]
    assert heads["other"].startswith("某厂年度安全生产检查评分办法（2025年度，100分，最低0分）")
    assert "等次：优秀（95分及以上）" in said(explain(TABLES["other"], None, ZH))


@pytest.mark.parametrize("table", TABLES)
def test_a_page_leaves_nothing_out(table: str) -> None:
    plan = TABLES[table]
    page = explanation_markdown(explain(plan, None, ZH, full=True))
    passages = said(explain(plan, None, ZH, full=True))
    for clause in plan.clauses.values():
        assert passages.count(f"\n计分：{price_sentence(plan, clause, ZH, bounds=True)}") >= 1
        assert all(f"`{entry}`" in page for entry in entries_of(plan, clause, ZH))
        assert all(note in passages for note in clause.declared.notes)
    for reading in plan.rubric.readings:
        state = "待确认" if reading.status == "proposed" else "已确认"
        assert (
            f"{reading.id}（{state}）{reading.question}\n执行口径：{reading.choice}\n依据：{reading.basis}" in passages
        )
    examples = [clause.rule.examples for clause in plan.clauses.values() if isinstance(clause.rule, Rule)]
    assert passages.count(" → ") == sum(map(len, examples))


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_fits_the_screen_and_nothing_is_cut(width: int, language: str) -> None:
    words = Words(language)
    for plan in TABLES.values():
        for about in (None, *ids(plan)):
            passages = explain(plan, about, words)
            text = explanation_text(passages, width)
            assert [line for line in text.splitlines() if display_width(line) > width] == []
            told = "".join(said(passages).split())
            assert "".join(text.split()).replace("【", "").replace("】", "") == told.replace("【", "").replace("】", "")


@pytest.mark.parametrize("table", [explanation.MESSAGES, outcomes.MESSAGES, rules.MESSAGES])
def test_english_words_stand_in_english_punctuation(table: dict[str, tuple[str, str]]) -> None:
    assert [english for _, english in table.values() if re.search("[，。；：（）、％]", english)] == []


def test_english_output_explains_ids_by_their_gloss_and_chinese_does_not() -> None:
    plan = load_rubric("shizhi", 2018)
    card = evaluate(plan, load_log(ROOT / "examples/shizhi/市人才交流服务中心.yaml"))
    english, chinese = (scorecard(card, Words(language), width=120, color=False) for language in ("en", "zh"))
    for shown in (
        "A 基础工作 (groundwork)",
        "A5.迟报 (late report): deducted 0.5",
        "D3.扶贫攻坚 (poverty relief): 0 for now",
    ):
        assert shown in english
    assert "groundwork" not in chinese
    assert "A5.迟报 (late report)" in explanation_text(explain(plan, "A5.迟报", Words("en")), 120)
