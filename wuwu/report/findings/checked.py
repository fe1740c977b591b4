"""What was checked, as every format of findings shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Checked(NamedTuple):
    """A file that was checked: its name, what there is to say about it as sentences, and the figures behind them."""

    file: str
    told: tuple[str, ...] = ()
    figures: Mapping[str, object] = {}
