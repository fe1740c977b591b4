"""A log that calls its fields by their Chinese names in, the same log by the English ones out; places stay where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wuwu.diagnostics import Problem
from wuwu.log.declared import Log
from wuwu.schema.event import Event
from wuwu.source.document import Document


def by_english_names(document: Document) -> tuple[Document, list[Problem]]:
    """The document with every Chinese key replaced by the field it means, itself where there is none; and where one field
    is given by two names, of which the first is kept.
    """
    if not isinstance(document.data, dict):
        return document, []
    problems: list[Problem] = []
    data = _renamed(document, (), document.data, Log.other_names, problems)
    if isinstance(events := data.get("events"), list):
        steps = next(key for key in document.data if Log.other_names.get(key, key) == "events")
        data["events"] = [
            _renamed(document, (steps, index), entry, Event.other_names, problems) for index, entry in enumerate(events)
        ]
    if data == document.data:
        return document, problems
    return replace(document, data=data, other_names=_OTHER_NAMES), problems


_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    field: tuple(
        word for names in (Log.other_names, Event.other_names) for word, meant in names.items() if meant == field
    )
    for field in dict.fromkeys([*Log.other_names.values(), *Event.other_names.values()])
}


def _renamed(
    document: Document, path: tuple[str | int, ...], fields: Any, names: Mapping[str, str], problems: list[Problem]
) -> Any:
    if not isinstance(fields, dict):
        return fields
    made: dict[str, Any] = {}
    first: dict[str, str] = {}
    for key, value in fields.items():
        name = names.get(key, key)
        if name in first:
            place, earlier = document.place((*path, key), "key"), document.place((*path, first[name]), "key")
            params = {"key": key, "first": first[name], "first_line": earlier.line or 0}
            problems.append(Problem("field-by-two-names", place, params, related=(earlier,)))
        else:
            first[name] = key
            made[name] = value
    return made
