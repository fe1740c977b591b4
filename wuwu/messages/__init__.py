"""The catalogue: every word that a user reads, in Chinese and in English, under its code.

A problem's code has two entries: `problem.<code>` says what is wrong, `problem.<code>.fix` how to fix it.
In a sentence `{count:log|logs}` is the first word where the param is 1, else the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

LANGUAGES = ("zh", "en")

Entries: TypeAlias = Mapping[str, tuple[str, str]]
"""Each entry holds the Chinese and the English words, side by side, so that neither can be forgotten."""

# What every answer needs stands first: a module is loaded when a code is in none before it.
_MODULES = (
    *("cli", "score", "rules", "lines", "log", "source", "models", "names", "rubric", "checks", "ranking"),
    *("explanation", "outcomes", "workbook", "ledger", "diff", "schema", "documents"),
)


def load_tables() -> Iterator[Entries]:
    """The table of every module."""
    return (_load_table(name) for name in _MODULES)


def _load_table(name: str) -> Entries:
    table: Entries = import_module(f"wuwu.messages.{name}").MESSAGES
    return table


class _Catalogue(dict[str, tuple[str, str]]):
    """The entries of the modules loaded so far; to load all of them takes a tenth of the time of a short run."""

    def __init__(self) -> None:
        super().__init__()
        self._unread = list(_MODULES)

    def __missing__(self, code: str) -> tuple[str, str]:
        while self._unread:
            self.update(_load_table(self._unread.pop(0)))
            if code in self:
                return self[code]
        raise KeyError(code)


_LIST_COMMAS = ("、", ", ")


class Phrase(NamedTuple):
    """A param that is words itself: another entry of the catalogue, with its own params."""

    code: str
    params: Mapping[str, Any] = {}


class _Shown(str):
    """A param in words; with a format such as `log|logs`, the word that goes with it as a number."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        one, parted, many = spec.partition("|")
        if parted:
            return one if self == "1" else many
        return super().__format__(spec)


class _Gap(str):
    """What stands for a param that is not known."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return spec.partition("|")[2] or self


class _Omitted(dict[str, _Gap]):
    def __missing__(self, _: str) -> _Gap:
        return _Gap("…")


class Words:
    """The catalogue in one language: `Words("zh")(code, **params)` is the sentence, ready to print."""

    def __init__(self, language: str, glosses: Mapping[str, str] | None = None) -> None:
        self.language = language
        self._column = LANGUAGES.index(language)
        self._glosses = glosses or {}

    def with_glosses(self, glosses: Mapping[str, str]) -> Words:
        """The same words, which explain the ids of a rubric to who does not read Chinese: by id, what it means in English."""
        return self if self.language == LANGUAGES[0] else Words(self.language, glosses)

    def named(self, name: str, shown: str | None = None) -> str:
        """An id of a rubric, or what is `shown` for it, with its gloss behind it where there is one."""
        gloss = self._glosses.get(name)
        return f"{shown or name} ({gloss})" if gloss else shown or name

    def __call__(self, code: str, /, **params: object) -> str:
        """The sentence of `code` with `params` filled in; KeyError when the catalogue lacks the code or a param."""
        shown = {name: _Shown(self._shown(value)) for name, value in params.items()}
        return _CATALOGUE[code][self._column].format(**shown)

    def outline(self, code: str) -> str:
        """The sentence of `code` in general: `…` for every param, and a word that goes with a number as for many."""
        return _CATALOGUE[code][self._column].format_map(_Omitted())

    def __contains__(self, code: str) -> bool:
        try:
            return bool(_CATALOGUE[code])
        except KeyError:
            return False

    def _shown(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, Decimal):
            return plain(value)
        if isinstance(value, Phrase):
            return self(value.code, **value.params)
        if isinstance(value, (list, tuple, set, frozenset)):
            each = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
            return self.join(map(self._shown, each))
        return str(value)

    def join(self, texts: Iterable[str]) -> str:
        """Texts in a row, as the language lists them."""
        return _LIST_COMMAS[self._column].join(texts)


def plain(number: Decimal | int) -> str:
    """A number as people write it: no exponent, no trailing zeros, no minus zero."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


_CATALOGUE = _Catalogue()
