from __future__ import annotations

from decimal import Decimal
from string import Formatter

import pytest

from wuwu.messages import LANGUAGES, TABLES, Words


def test_no_code_has_two_entries() -> None:
    codes = [code for table in TABLES for code in table]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("table", TABLES)
def test_every_entry_speaks_both_languages(table: dict[str, tuple[str, str]]) -> None:
    for code, words in table.items():
        assert len(words) == len(LANGUAGES), code
        for sentence in words:
            fields = [field for _, field, _, _ in Formatter().parse(sentence) if field is not None]
            assert all(field.isidentifier() for field in fields), code


def test_params_print_plainly() -> None:
    def shown(language: str, value: object) -> str:
        return Words(language)("problem.unreadable-file", reason=value).split("：" if language == "zh" else ": ")[1]

    assert shown("zh", ["甲", "乙"]) == "甲、乙"
    assert shown("en", ("a", Decimal("1.50"))) == "a, 1.5"
    assert [shown("en", value) for value in (Decimal("1E+2"), Decimal("-0.0"), Decimal("0.50"), 10, None, "{x}")] == [
        "100", "0", "0.5", "10", "", "{x}",
    ]  # fmt: skip


def test_an_unknown_code_or_language_is_a_defect() -> None:
    with pytest.raises(KeyError):
        Words("zh")("problem.none")
    with pytest.raises(ValueError):
        Words("fr")
