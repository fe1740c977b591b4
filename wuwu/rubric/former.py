"""A rule in the former language (ten kinds, prices beside the kind) → the lines that say the same now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wuwu.diagnostics import Problem
from wuwu.source.document import Document, KeyPath
from wuwu.source.yaml_scalar import yaml_scalar

# the former kinds that are no kinds any more: the kind and the scale that they are
_KINDS = {
    "quota": ("deduction", "missing"),
    "shortfall": ("deduction", "step"),
    "excess": ("bonus", "step"),
    "band": ("bonus", "band"),
    "discretion": ("deduction", "judged"),
}
# what a field of theirs is called now, in the order of the new line
_FIELDS = {
    "missing": {
        "measure": "of",
        "required": "required",
        "counted": "counted",
        "members": "members",
        "points": "each",
        "unit": "unit",
    },
    "step": {"measure": "of", "step": "size", "points": "each", "incomplete": "incomplete", "rounding": "rounding"},
    "band": {"measure": "of", "bands": "bands"},
    "judged": {"at_most": "at_most"},
    "occurrence": {"points": "each", "unit": "unit", "within_subject": "within_subject", "times": "times"},
    "word": {
        "prices": "each",
        "unit": "unit",
        "within_subject": "within_subject",
        "once_per_word": "once_per_word",
        "times": "times",
    },
}
_DEFAULTS = {"counted": "events", "within_subject": "sum", "members": "worst", "incomplete": "dropped"}
_BOUNDS = {"shortfall": ("below", "100"), "excess": ("above", "100")}


def as_now(rule: Mapping[str, Any]) -> dict[str, Any] | None:
    """The fields of the rule as they are written now; None where nothing of it is in the former language."""
    kind = str(rule.get("kind"))
    # of a rule (or of what a patch makes of one) that is half in the former language
    given = next((name for name in _FIELDS if isinstance(rule.get(name), Mapping)), None)
    if kind in _KINDS:
        new_kind, scale = _KINDS[kind]
    elif kind in ("deduction", "bonus") and ("points" in rule or "prices" in rule):
        new_kind, scale = kind, given or ("word" if "prices" in rule else "occurrence")
    else:
        return None
    fields = _FIELDS[scale]
    said = {old: new for old, new in fields.items() if old in rule and old != given}
    inside = {new: rule[old] for old, new in said.items() if rule[old] != _DEFAULTS.get(old)}
    if kind in _BOUNDS:
        side, whole = _BOUNDS[kind]
        inside = {"of": inside.pop("of", ""), side: whole, **inside}
    fresh: dict[str, Any] = {}
    for name, value in rule.items():
        if name == "kind":
            fresh |= {"kind": new_kind, scale: inside}
        elif name not in (*said, given):
            fresh[name] = value
    return fresh


def find_former_rules(document: Document) -> Iterator[Problem]:
    """Every rule of a rubric in the former language, with the lines to write instead."""
    for path, rule in _rules(document.data, ()):
        fresh = as_now(rule)
        if fresh is not None:
            added = {name: value for name, value in fresh.items() if name not in rule or rule[name] != value}
            old = [name for name in rule if fresh.get(name) != rule[name] and not isinstance(rule[name], Mapping)]
            lines = [f"{name}: {written(value)}" for name, value in added.items()]
            params = {"id": str(rule.get("id", "")), "old": old, "lines": lines}
            yield Problem("former-language", document.place((*path, "kind")), params)


def _rules(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    if isinstance(value, dict):
        for name, each in value.items():
            inside = isinstance(each, list) and name == "rules"
            for at, rule in enumerate(each) if inside else ():
                if isinstance(rule, dict):
                    yield (*path, name, at), rule
            if name in ("dimensions", "items", "parts") and not inside:
                yield from _rules(each, (*path, name))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _rules(each, (*path, at))


def written(value: Any) -> str:
    """A value as YAML writes it on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{written(name)}: {written(each)}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(written, value)) + "]"
    return yaml_scalar(str(value))
