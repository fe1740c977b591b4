from __future__ import annotations

import pkgutil
import subprocess
import sys
from decimal import Decimal
from importlib import import_module
from string import Formatter

import pytest

import wuwu.messages
from wuwu.messages import LANGUAGES, Entries, Words, load_tables


def written() -> dict[str, Entries]:
    """The tables as they are written, by module."""
    found = pkgutil.walk_packages(wuwu.messages.__path__, "wuwu.messages.")
    return {each.name: import_module(each.name).MESSAGES for each in found if not each.ispkg}


def test_no_code_has_two_entries_and_each_is_found() -> None:
    codes = [code for table in written().values() for code in table]
    assert sorted(codes) == sorted(set(codes))
    assert sorted(codes) == sorted(code for table in load_tables() for code in table)


def test_what_a_score_says_loads_no_more_than_it_needs() -> None:
    asked = "import sys; from wuwu.messages import Words; Words('zh')('line.award-met', full=2); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "wuwu.messages.rules" in loaded
    assert not loaded & {"wuwu.messages.documents", "wuwu.messages.workbook", "wuwu.messages.diff"}


@pytest.mark.parametrize("table", written().values(), ids=written())
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
