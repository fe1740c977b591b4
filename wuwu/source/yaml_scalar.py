"""A text in, the scalar out that YAML reads as that text: plain where it can be, else in double quotes."""

from __future__ import annotations

import json
import re

# what YAML and a log's reader take for text without quotes, also inside braces
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^,\[\]{}#:'\"]*")
# marks that a reader asks about, as they are often typed for the ordinary ones, and what cannot be seen
_ASKED_ABOUT = re.compile("[：\u3000\xa0\u0085\u2028\u2029\ufeff\u200b-\u200f\x00-\x1f\x7f]")
_EMPTY = frozenset({"null", "Null", "NULL", "~"})


def yaml_scalar(text: str) -> str:
    """The text as it is written in a file."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text not in _EMPTY and not _ASKED_ABOUT.search(text)
    return text if plain else json.dumps(text, ensure_ascii=False)
