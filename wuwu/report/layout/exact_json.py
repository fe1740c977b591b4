"""Plain values in, JSON out, in which every decimal keeps all its digits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from wuwu.messages import plain


def dump(document: Any) -> bytes:
    """A document as UTF-8 JSON, decimals as plain exact literals (no exponent, no trailing zeros, no -0)."""
    return (_write(document, "\n") + "\n").encode("utf-8", "replace")


def _write(value: Any, newline: str) -> str:
    # the json module cannot write a Decimal as a number, so it is left the scalars
    if isinstance(value, Decimal):
        return plain(value)
    inner = newline + "  "
    if isinstance(value, dict) and value:
        fields = [f"{json.dumps(key, ensure_ascii=False)}: {_write(each, inner)}" for key, each in value.items()]
        return "{" + inner + f",{inner}".join(fields) + newline + "}"
    if isinstance(value, (list, tuple, Iterator)):
        written = f",{inner}".join([_write(each, inner) for each in value])
        return f"[{inner}{written}{newline}]" if written else "[]"
    return json.dumps(value, ensure_ascii=False)
