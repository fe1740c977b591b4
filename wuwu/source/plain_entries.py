"""YAML text in; out, where it ends in a list of plain entries, what stands before them and the entries as data.

A plain entry is written as `  - {field: word, field: word}`, on one line or broken after a comma, and no word of it holds a
mark of YAML outside of double quotes. It can mean one thing only, and to take it apart at its commas costs a fifth of what
the parser's events cost. Logs are made of such entries; where one looks the least bit different, the text is left to the
parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

# No mark of YAML is in a word, no blanks but single ones inside, and no dash or percent sign at its head.
_CHARACTERS = r"""[^\x00-\x20,:\[\]{}#&*!|>'"@`?\\~]++"""
_WORD = rf"(?![%-]){_CHARACTERS}(?: {_CHARACTERS})*+"
_QUOTED = r'"[^"\\\n]*+"'  # without a backslash it says what it says
_FIELD = rf"[a-z_]{{1,99}}+: (?:{_WORD}|{_QUOTED}|\[{_WORD}(?:, {_WORD})*+\])"
_ENTRY = re.compile(rf"  - \{{{_FIELD}(?:, {_FIELD})*+\}}")
_FIELDS = re.compile(r'([a-z_]+): (?:\[([^\]]*)\]|"([^"]*)"|([^,}]*))')
# A word that means no value is the parser's to judge, be it a word of its own or a part of one.
_NULLS = ("null", "Null", "NULL")
# An entry over more lines than it could have fields is not plain.
_MOST_LINES = 50
_BLANK = re.compile(" *+(?:#.*)?")
_REMARK = re.compile(r"\} +#.*$")
_OPENING = re.compile(r"^([a-z_]+):( *| +#[^\r\n]*)\r?\n(?=(?: *(?:#[^\r\n]*)?\r?\n)*  - \{)", re.MULTILINE)


def split_entries(text: str) -> tuple[str, str, list[dict[str, Any]]] | None:
    """A text that ends in plain entries, as what stands before their key, the key, and the entries; None for any other."""
    opening = _OPENING.search(text)
    if opening is None or not opening[2].isprintable() or any(word in text for word in _NULLS):
        return None
    entries: list[dict[str, Any]] = []
    lines = iter(text[opening.end() :].replace("\r\n", "\n").split("\n"))
    for line in lines:
        plain = line if _ENTRY.fullmatch(line) else _in_one(line, lines)
        if plain is None or not plain.isprintable():
            return None
        if not plain:
            continue
        if "[" in plain or '"' in plain:
            entry, fields = _one_by_one(plain)
        else:
            words = plain[5:-1].replace(", ", ": ").split(": ")
            each = iter(words)
            entry, fields = dict(zip(each, each, strict=True)), len(words) // 2
        if len(entry) != fields:
            return None  # a field twice
        entries.append(entry)
    return text[: opening.start()], opening[1], entries


def _in_one(line: str, lines: Iterator[str]) -> str | None:
    """An entry that goes on after a comma in the lines below or has a remark behind it, alone in one line; "" for no entry,
    None for one that is not plain.
    """
    if _BLANK.fullmatch(line):
        return "" if line.isprintable() else None
    for _ in range(_MOST_LINES):
        if not line.isprintable():
            return None
        # before it is asked whether it goes on: a remark may end in a comma, too
        for whole in (line, _REMARK.sub("}", line)):
            if _ENTRY.fullmatch(whole):
                return whole
        if not (line.startswith("  - {") and line.endswith(",") and (more := next(lines, "")).startswith(" ")):
            return None
        line = f"{line} {more.lstrip(' ')}"
    return None


def _one_by_one(line: str) -> tuple[dict[str, Any], int]:
    """The fields of an entry with lists or quoted texts, and how many it says."""
    fields = _FIELDS.findall(line)
    return {name: words.split(", ") if words else quoted or word for name, words, quoted, word in fields}, len(fields)
