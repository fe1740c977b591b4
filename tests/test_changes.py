"""What changed between two rubrics, told apart: an edit, a rename, a move, mere words."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wuwu.api import load_rubric
from wuwu.comparison.changes import Change, Sort, compare_rubrics
from wuwu.comparison.pairing import pair_rubrics
from wuwu.messages import Words
from wuwu.report.diff.differences import brief, change_sentence, compare_texts, grouped, value_text
from wuwu.rubric.bundled import bundled_rubrics
from wuwu.rubric.declared import Rubric, declare_rubric
from wuwu.rules import FIGURES, KINDS
from wuwu.schema.models import Declared

IDS = [f"{bundled.id}@{bundled.year}" for bundled in bundled_rubrics()]
Edit = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def shizhi() -> Rubric:
    return load_rubric("shizhi", 2018).rubric


def edited(rubric: Rubric, edit: Edit) -> Rubric:
    data = copy.deepcopy(rubric.document.data)
    edit(data)
    return declare_rubric(replace(rubric.document, data=data)).require()


def named(data: Any, name: str) -> dict[str, Any]:
    """The mapping with that id."""
    return next(each for each in mappings(data) if each.get("id") == name)


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from mappings(each)


def changes(rubric: Rubric, edit: Edit) -> dict[str, Change]:
    found = compare_rubrics(rubric, edited(rubric, edit)).changes
    return {change.new or change.old or "": change for change in found}


@pytest.mark.parametrize("rubric", IDS)
def test_a_rubric_does_not_differ_from_itself(rubric: str) -> None:
    assert compare_rubrics(load_rubric(rubric).rubric, load_rubric(rubric).rubric).changes == ()


def test_what_the_file_writes_otherwise_is_no_change(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        named(data, "D1.投诉")["points"] = "1.0"
        named(data, "A2")["floor"] = "0"
        named(data, "A2.主体责任")["presumed"] = "false"

    assert changes(shizhi, edit) == {}


def test_a_price_is_a_scoring_edit_and_says_from_what_to_what(shizhi: Rubric) -> None:
    (change,) = changes(shizhi, lambda data: named(data, "D1.投诉").update(points="2")).values()
    assert (change.new, change.sort, change.row) == ("D1.投诉", Sort.SCORING, "D1")
    assert [(field.name, str(field.old), str(field.new)) for field in change.fields] == [("points", "1", "2")]


def test_words_alone_are_no_scoring_edit(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        item, rule = named(data, "A2"), named(data, "A2.主体责任")
        for place, name in ((item, "text"), (rule, "quote")):
            place[name] = place[name].replace("明确专人负责", "有专人负责")

    found = changes(shizhi, edit)
    assert {name: change.sort for name, change in found.items()} == {"A2": Sort.TEXT, "A2.主体责任": Sort.TEXT}


def test_a_new_id_is_a_rename_and_what_cites_it_is_not_edited(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        renamed(data, {"A4.主题活动": "A4.活动"})

    found = changes(shizhi, edit)
    assert list(found) == ["A4.活动"]
    assert (found["A4.活动"].old, found["A4.活动"].sort, found["A4.活动"].renamed) == ("A4.主题活动", Sort.NAMING, True)


def renamed(data: Any, names: dict[str, str]) -> None:
    """Rename ids everywhere, in place."""
    for each in mappings(data):
        for key, value in list(each.items()):
            if isinstance(value, str):
                each[key] = names.get(value, value)
            elif isinstance(value, list):
                each[key] = [names.get(one, one) if isinstance(one, str) else one for one in value]
            if key in names:
                each[names[key]] = each.pop(key)


def test_rows_that_trade_places_and_numbers_are_moves_whose_clauses_follow(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        items = data["dimensions"][0]["items"]
        items[1], items[2] = items[2], items[1]
        renamed(
            data,
            {"A2": "A3", "A2.主体责任": "A3.主体责任", "A3": "A2", "A3.部署会": "A2.部署会"},
        )

    comparison = compare_rubrics(shizhi, edited(shizhi, edit))
    found = {change.new: change for change in comparison.changes}
    assert set(found) == {"A2", "A3", "A2.部署会", "A3.主体责任"}
    assert sorted(change.reordered for change in found.values()) == [False, False, False, True]
    assert {change.sort for change in found.values()} == {Sort.NAMING}
    assert found["A2.部署会"].follows
    ((sort, told),) = grouped(comparison)
    assert (sort, [change.new for change in told]) == (Sort.NAMING, ["A2", "A3"])  # the rows speak for their clauses
    sentence = change_sentence(found["A2"], comparison, Words("zh"), str.__add__)[1]
    assert "A3 改为 A2" in sentence
    assert "A3.部署会 → A2.部署会" in sentence


def test_a_row_in_another_dimension_has_moved(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        row = data["dimensions"][0]["items"].pop(5)
        data["dimensions"][5]["items"].append(row)

    change = changes(shizhi, edit)["A6"]
    assert (change.moved, change.sort) == (("A", "F"), Sort.SCORING)


def test_a_clause_moves_between_part_and_row_and_between_rows(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        part = next(each for each in named(data, "B5")["parts"] if each["id"] == "B5-2")
        deduction = next(each for each in part["rules"] if each["kind"] == "deduction")
        part["rules"].remove(deduction)
        named(data, "B5").setdefault("rules", []).append(deduction)
        named(data, "D1")["rules"].remove(complaint := named(data, "D1.投诉"))
        named(data, "D2")["rules"].append(complaint | {"id": "D2.投诉"})

    found = changes(shizhi, edit)
    assert found["B5.落实不到位"].moved == ("B5-2", "B5")
    assert (found["D2.投诉"].old, found["D2.投诉"].moved) == ("D1.投诉", ("D1", "D2"))


def test_parts_are_known_by_their_id_whatever_it_looks_like(shizhi: Rubric) -> None:
    def call_them(data: dict[str, Any]) -> None:
        renamed(data, {"B5-1": "左", "B5-2": "右"})

    def swap(data: dict[str, Any]) -> None:
        named(data, "B5")["parts"].reverse()

    before = edited(shizhi, call_them)
    assert changes(before, swap) == {}


def test_a_part_with_another_id_is_known_by_its_clauses(shizhi: Rubric) -> None:
    found = changes(shizhi, lambda data: renamed(data, {"B5-1": "右", "B5-2": "左"}))
    assert {(change.old, change.new) for change in found.values()} == {("B5-1", "右"), ("B5-2", "左")}
    assert {change.sort for change in found.values()} == {Sort.NAMING}


def test_what_was_added_and_what_is_gone(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        items = data["dimensions"][0]["items"]
        items.pop(2)
        items.append({"id": "A9", "text": "新的一行，另有规定。", "rules": []})

    found = changes(shizhi, edit)
    assert {name: (change.old, change.new) for name, change in found.items()} == {
        "A3": ("A3", None),
        "A3.部署会": ("A3.部署会", None),
        "A9": (None, "A9"),
    }
    assert {change.sort for change in found.values()} == {Sort.SCORING}


def test_readings_examples_and_acceptances_are_for_the_record(shizhi: Rubric) -> None:
    def edit(data: dict[str, Any]) -> None:
        data["readings"][0]["status"] = "confirmed"
        named(data, "A5.迟报")["examples"].pop()
        data.setdefault("accepted", []).append({"code": "x", "at": "A2", "why": "看过了"})

    assert {change.sort for change in changes(shizhi, edit).values()} == {Sort.RECORD}
    assert len(changes(shizhi, edit)) == 3


def test_two_tables_are_matched_by_what_their_rows_say() -> None:
    pairs = pair_rubrics(load_rubric("shizhi", 2018).rubric, load_rubric("xianshiqu", 2018).rubric)
    rows = {pair.old_id: pair.new_id for pair in pairs if pair.node == "item"}
    assert (rows["A1"], rows["A2"], rows["D6"], rows["E7"], rows["B3"]) == ("A2", "A1", "D5", "E6", None)


@pytest.mark.parametrize(
    ("language", "kind", "level"), [("zh", "酌情扣分", "局级（局）"), ("en", "discretion", "局级 (局)")]
)
def test_a_kind_and_a_word_are_told_in_the_language(shizhi: Rubric, language: str, kind: str, level: str) -> None:
    words = Words(language)
    rule = next(each for item in shizhi.items() for each in item.all_rules() if each.kind == "discretion")
    assert kind in brief(rule, words)
    assert value_text("levels", ({"name": "局级", "also": ("局",)},), words) == level


@pytest.mark.parametrize(("old", "new"), [("shizhi", "xianshiqu"), ("xianshiqu", "shizhi")])
def test_every_part_is_in_exactly_one_pair(old: str, new: str) -> None:
    before, after = load_rubric(old, 2018).rubric, load_rubric(new, 2018).rubric
    pairs = pair_rubrics(before, after)
    for side, rubric in (("old", before), ("new", after)):
        seen = [getattr(pair, side) for pair in pairs if getattr(pair, side) is not None]
        assert len({id(each) for each in seen}) == len(seen)
        clauses = [each for item in rubric.items() for each in (item, *item.measures, *item.parts, *item.all_rules())]
        assert {id(each) for each in seen} >= {id(each) for each in clauses}


@given(st.text("甲乙丙1，", max_size=20), st.text("甲乙丙1，", max_size=20))
@settings(max_examples=80, deadline=None)
def test_the_pieces_of_two_texts_add_up_to_them(old: str, new: str) -> None:
    pieces = compare_texts(old, new)
    assert ("".join(piece.old for piece in pieces), "".join(piece.new for piece in pieces)) == (old, new)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", [Rubric, *KINDS, *FIGURES], ids=lambda kind: kind.__name__)
def test_every_field_has_a_word(kind: type[Declared], language: str) -> None:
    inside = {"id", "dimensions", "items", "parts", "measures", "rules", "readings", "accepted"}
    lacking = [name for name in kind.model_fields if name not in inside and f"diff.field.{name}" not in Words(language)]
    assert lacking == []
