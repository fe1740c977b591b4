"""口径: the alternatives of a rubric's readings, each made executable by patching the rubric's source."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from wuwu.diagnostics import Problem, Result
from wuwu.messages import Phrase, Words
from wuwu.rubric.declared import Alternative, Reading, Rubric
from wuwu.rubric.plan import Plan, compile_document


def apply_alternative(rubric: Rubric, reading: Reading, alternative: Alternative) -> Result[Plan]:
    """The plan of the rubric as the alternative reads it.

    Else problems at the alternative: a patch that names nothing, or what is wrong with the patched rubric.
    """
    path = (*rubric.path_of(alternative), "patch")
    about: dict[str, object] = {"reading": reading.id, "alternative": alternative.name}
    data = copy.deepcopy(rubric.document.data)
    unknown = [name for name, change in (alternative.patch or {}).items() if not _patch(data, name, change)]
    if unknown:
        places = {name: rubric.document.place((*path, name), "key") for name in unknown}
        return Result(
            None, tuple(Problem("patch-names-nothing", at, about | {"id": name}) for name, at in places.items())
        )
    patched = compile_document(replace(rubric.document, data=data))
    names = list(alternative.patch or ())
    problems = []
    for each in patched.problems:
        # places of the patched data would point into the text as it was: the change is where the mistake stands
        at = each.params.get("id") if each.params.get("id") in names else names[0] if len(names) == 1 else None
        place = rubric.place(alternative) if at is None else rubric.document.place((*path, str(at)), "key")
        params = about | {**each.params, "why": _phrase(each, ""), "how": _phrase(each, ".fix")}
        problems.append(Problem("alternative-invalid", place, params, each.severity))
    return Result(patched.value, tuple(problems))


_WORDS = Words("en")


def _phrase(problem: Problem, part: str) -> Phrase:
    """What is wrong with the patched rubric, or how to fix it."""
    code = f"problem.{problem.code}{part}"
    return Phrase(code if code in _WORDS else "alternative.check", problem.params)


def _patch(data: dict[str, Any], name: str, change: Mapping[str, Any] | None) -> bool:
    """Merge one change into the node, rule or measure of that id; whether there was one, or an item to add it to."""
    if name == data.get("rubric"):
        _merge(data, change or {})
        return True
    for siblings, index in _identified(data, name):
        if change is None:
            del siblings[index]
        else:
            _merge(siblings[index], change)
        return True
    for siblings, index in _identified(data, name.rpartition(".")[0]) if change is not None else ():
        row = siblings[index]
        row["rules"] = [*_listed(row.get("rules")), {"id": name, **(change or {})}]
        return True
    return False


def _listed(rules: Any) -> list[Any]:
    """The rules of a row; what another change of the patch put there may be no list: then it is reported as no rule."""
    return rules if isinstance(rules, list) else [] if rules is None else [rules]


def _merge(node: dict[str, Any], change: Mapping[str, Any]) -> None:
    for key, value in change.items():
        if value is None:
            node.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(node.get(key), dict):
            _merge(node[key], value)  # of what a rule measures by, too, only the keys that are named
        else:
            node[key] = value


def _identified(value: Any, name: str) -> Iterator[tuple[list[Any], int]]:
    """Where the mapping with that id stands: its list and its index there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("readings", "accepted"):
                yield from _identified(inner, name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if isinstance(inner, dict) and inner.get("id") == name:
                yield value, index
            yield from _identified(inner, name)
