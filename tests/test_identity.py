"""One thing in two spellings is one, and only then: the table of `docs/semantics.md`, and what holds of every text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wuwu.api import evaluate, load_rubric
from wuwu.identity import find_near, identity_of, spell_out
from wuwu.log.declared import declare_log
from wuwu.source.document import hold_data

PAGE = Path(__file__).parent.parent / "docs" / "semantics.md"
CODE = re.compile(r"<U\+([0-9A-F]{4,6})>")
SPELLINGS = st.text(
    st.sampled_from("社保卡工⼯⻓長ＡAａ1１①（()〔［“”\"'《》—-－~ \u3000\u200b\ufe0f\u00ad\u0301e´℃…"), max_size=12
)


def pairs(kind: str) -> list[list[str]]:
    table = PAGE.read_text(encoding="utf-8").split(f"<!-- pairs: {kind} -->\n")[1].split("\n\n")[0]
    rows = [row.strip("|").split("|") for row in table.splitlines()[2:]]
    return [[_meant(cell.strip().strip("`")) for cell in row] for row in rows]


def _meant(cell: str) -> str:
    return CODE.sub(lambda code: chr(int(code[1], 16)), cell)


def reported(*subjects: str) -> tuple[str, set[str]]:
    """What reports of these subjects by the province's media come to, 3 for each, and the questions that are asked."""
    entry = {"clause": "A7.宣传推介", "level": "省级"}
    events = [{**entry, "date": f"2018-05-0{day}", "subject": each} for day, each in enumerate(subjects, 1)]
    data = {"unit": "甲", "rubric": "shizhi", "year": 2018, "events": events}
    card = evaluate(load_rubric("shizhi", 2018), declare_log(hold_data(data, "log.yaml")).require())
    row = card.total.children[0].children[6]
    return str(row.score), {warn.code for warn in card.warnings}


def test_the_page_gives_ten_pairs_of_each() -> None:
    assert [len(pairs(kind)) for kind in ("one", "two")] == [10, 10]


@pytest.mark.parametrize("pair", pairs("one"), ids=lambda pair: pair[2])
def test_these_are_one(pair: list[str]) -> None:
    one, other, _ = pair
    assert identity_of(one) == identity_of(other)
    assert reported(one, other) == ("3", {"taken-as-one"})


@pytest.mark.parametrize("pair", pairs("two"), ids=lambda pair: pair[2])
def test_these_are_two(pair: list[str]) -> None:
    one, other, _, asked = pair
    assert reported(one, other) == ("6", {"nearly-alike"} if asked == "yes" else set())


@given(SPELLINGS)
@example("e\u200b\u0301")
@example("´")
def test_a_key_is_its_own_key(text: str) -> None:
    assert identity_of(identity_of(text)) == identity_of(text)


@pytest.mark.parametrize(
    "character", ["\u200b", "\u00a0", "\ufeff", "\u2066", "\ufe0f", "\u3164", "\t", "“", "』", "＇", "´"]
)
def test_what_is_dropped_wherever_it_stands(character: str) -> None:
    assert {identity_of(f"{character}社{character}保卡{character}")} == {"社保卡"}


def test_radicals_that_unicode_leaves_without_a_character() -> None:
    assert identity_of("⻓沙⻢栏⻔户") == identity_of("长沙马栏门户")


def test_what_cannot_be_seen_or_told_apart_is_spelt_out() -> None:
    assert spell_out("甲\u200b局 ⼯会\u3000“一”") == "甲<U+200B>局 ⼯<U+2F2F>会\u3000“一”"


# --- keys that differ in little ----------------------------------------------------------------------------------


@given(st.text("甲乙丙丁", min_size=4, max_size=8), st.integers(0, 7), st.sampled_from("甲乙戊"))
def test_one_character_more_or_another_one_is_little(key: str, place: int, character: str) -> None:
    place = min(place, len(key) - 1)
    for other in (key[:place] + character + key[place:], key[:place] + character + key[place + 1 :]):
        assert list(find_near([key, other])) == ([] if other == key else [(key, other)])


@given(st.lists(st.text("甲乙一二", min_size=3, max_size=6), max_size=12, unique=True))
def test_whoever_is_near_to_one_before_is_found(keys: list[str]) -> None:
    near = {later for one, later in _all_pairs(keys) if list(find_near([one, later]))}
    assert {later for _, later in find_near(keys)} == near


def _all_pairs(keys: list[str]) -> Iterator[tuple[str, str]]:
    return ((keys[first], keys[later]) for later in range(len(keys)) for first in range(later))


def test_swapped_characters_are_two_changes() -> None:
    assert list(find_near(["社保卡一卡通", "社保一卡卡通", "保社卡一卡通"])) == []
