"""A document in, a declared file out; or every problem of it, each at its place and with what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import BaseModel, ValidationError

from wuwu.blueprint import build, fields_of
from wuwu.model import DeclaredFile, Path
from wuwu.problem import Problem, Rejected, nearest
from wuwu.source.document import Document

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

File = TypeVar("File", bound=DeclaredFile)


def validate(kind: type[File], document: Document, data: object = None) -> File:
    """Declare a whole file from its data, or from `data` in their stead.

    Raises Rejected with every problem of the file, each at its place.
    """
    given = document.data if data is None else data
    try:
        declared = build(kind, given) or kind.model_validate(given)
    except ValidationError as error:
        raise Rejected(tuple(_problem(kind, document, detail) for detail in error.errors(include_url=False))) from None
    declared.bind_document(document)
    return declared


_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "unexpected_keyword_argument": "unknown-field",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "dataclass_type": "not-a-mapping",
    "dataclass_exact_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "literal_error": "unknown-word",
    "enum": "unknown-word",
    "union_tag_invalid": "unknown-word",
    "union_tag_not_found": "missing-field",
    "too_short": "empty-list",
    "decimal_type": "not-a-number",
}


def _problem(kind: type[DeclaredFile], document: Document, detail: ErrorDetails) -> Problem:
    path, data, model = _resolve(kind, document.data, detail["loc"])
    context = dict(detail.get("ctx", {}))
    code = _CODES.get(detail["type"], detail["type"])
    field = str(path[-1]) if path else ""
    params: dict[str, object] = {"field": field, "instead": "", "nearest": [], "value": _shown(data)} | context
    if code == "unknown-field":
        takes = sorted(fields_of(model)) if model else []
        params |= {"takes": takes, "nearest": nearest(field.lower(), takes)}
        full_width = next((mark for mark in "：，" if mark in field), None)
        if full_width:
            code, params = "full-width-mark", params | {"mark": full_width}
    elif detail["type"] == "literal_error":
        expected = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        params |= {"expected": expected, "nearest": nearest(_shown(data), expected)}
    elif detail["type"] == "union_tag_invalid":
        expected = re.findall(r"'([^']*)'", str(context.get("expected_tags", "")))
        tag = str(context.get("tag", ""))
        field = str(context.get("discriminator", "")).strip("'")
        path = (*path, field)
        params |= {"field": field, "value": tag, "expected": expected, "nearest": nearest(tag, expected)}
    elif detail["type"] == "union_tag_not_found":
        params["field"] = str(context.get("discriminator", "")).strip("'")
    code, path = _meant(code, path, params, document.data, model)
    part: Literal["key", "value"] = "key" if code in _AT_KEY else "value"
    return Problem(code, document.place(path, part), params)


_AT_KEY = frozenset({"unknown-field", "full-width-mark", "missing-blank-after-dash"})
# compiled by the first log that needs them: most never do
_YEAR = "[0-9]{4}(?![0-9])"
_PARTING = r"[、，,；;/\s]+"
_PLAIN_WORD = r"[\w·.-]+"


def _meant(code: str, path: Path, params: dict[str, object], root: Any, owner: type | None) -> tuple[str, Path]:
    """Put into the params what was meant, as far as the file around the value tells; the code and the path to report."""
    field = str(path[-1]) if path else ""
    if code == "unknown-field":
        entry = _value_at(root, path[:-1])
        params["clause"] = entry.get("clause", "") if isinstance(entry, dict) else ""
    elif code == "not-a-date" and field == "date":
        # an occurrence lies in the year of its file; any other day may lie in the next one
        year = root.get("year") if isinstance(root, dict) else None
        day = params.get("month_and_day")
        if day and isinstance(year, str) and (figures := re.match(_YEAR, year)):
            params["instead"] = f"{figures[0]}-{day}"
    elif code == "not-a-flag" and params["instead"]:
        params["instead"] = f"{field}: {params['instead']}"
    elif code == "not-a-list":
        data = _value_at(root, path)
        if isinstance(data, dict) and data and all(str(key).startswith("-") for key in data):
            return "missing-blank-after-dash", (*path, next(iter(data)))
        if isinstance(data, str) and owner is not None and not list(_models_in(fields_of(owner)[field].annotation)):
            words = [word for word in re.split(_PARTING, data) if word]
            plain = all(re.fullmatch(_PLAIN_WORD, word) for word in words)
            params["instead"] = f"[{', '.join(words)}]" if plain else ""
    return code, path


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _shown(data: object) -> str:
    return data if isinstance(data, str) else ""


def _resolve(kind: type, data: Any, loc: tuple[int | str, ...]) -> tuple[Path, Any, type | None]:
    """A pydantic location as a path of the file (union tags dropped), the value there, and the model that owns it."""
    path: list[str | int] = []
    models: list[type] = [kind]
    owner: type | None = kind
    for step in loc:
        inside = (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if not inside and step != loc[-1]:  # the tag of a discriminated union is no key of the file
            models = [m for m in models if _tagged(m, step)] or models
            owner = models[0] if models else None
            continue
        path.append(step)
        if isinstance(step, str):
            field = next((fields_of(m)[step] for m in models if step in fields_of(m)), None)
            owner = models[0] if models else None
            models = list(_models_in(field.annotation)) if field else []
        data = data[step] if inside else None
    return tuple(path), data, owner


def _tagged(model: type, tag: int | str) -> bool:
    return any(tag in getattr(field.annotation, "__args__", ()) for field in fields_of(model).values())


def _models_in(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or is_dataclass(annotation)):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
