"""YAML text in, libyaml's events out: the one place that chooses the parser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import ScalarEvent

_PARSER: Any = yaml.BaseLoader  # where libyaml is missing: the same events, slower
if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    _PARSER = CParser

MAX_DEPTH = 64
"""Mappings and sequences inside one another; a deeper file is an error."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain (unquoted) scalars that mean: no value. Every other scalar stays the text it is."""

# Events are Python objects without useful stubs; Any keeps the hot loops free of casts.
NextEvent = Callable[[], Any]


def next_event(text: str) -> NextEvent:
    """A function that returns the next event of `text` at each call, and raises yaml.YAMLError."""
    following: NextEvent = _PARSER(text).get_event
    return following


def is_plain(event: Any) -> bool:
    """Whether an event is a scalar without quotes."""
    return isinstance(event, ScalarEvent) and not event.style


def is_null(event: Any) -> bool:
    """Whether an event is a scalar that stands for no value."""
    return is_plain(event) and event.value in NULLS
