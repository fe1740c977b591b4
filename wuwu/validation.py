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
    declared._document = document  # noqa: SLF001 - this is how a file gets its text
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
    part: Literal["key", "value"] = "key" if code in ("unknown-field", "full-width-mark") else "value"
    return Problem(code, document.place(path, part), params)


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
