"""Text in, Markdown that shows it out."""

from __future__ import annotations

import re

from wuwu.report.layout.table import printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$&]")
# GitHub notifies whoever has that name, and knows no backslash before it.
_MENTION = re.compile(r"@(?=\w)")


def escape(text: str) -> str:
    """Text that Markdown shows as it stands, on one line, with a mark for every character that cannot be seen."""
    escaped = _SPECIAL.sub(r"\\\g<0>", printable(" ".join(text.split())))
    return _MENTION.sub("&#64;", escaped)
