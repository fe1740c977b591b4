"""What pydantic refused of a document in, the problems out, each at its place and with what was meant.

Loaded for a file with an error: most have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ValidationError

from wuwu.diagnostics import Problem, bare, nearest
from wuwu.messages import Phrase
from wuwu.schema.days import meant_day
from wuwu.schema.models import DeclaredFile, KeyPath, fields_of
from wuwu.schema.scalars import Scalar
from wuwu.source.dashes import MISTAKEN_DASH
from wuwu.source.document import Document
from wuwu.source.separators import UNSEEN, code_point

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "unexpected_keyword_argument": "unknown-field",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "mapping_type": "not-a-mapping",
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


def explain(kind: type[DeclaredFile], document: Document, error: ValidationError) -> tuple[Problem, ...]:
    """Every problem of a document that cannot be declared as a file of this kind."""
    problems = _problems(kind, document, error.errors(include_url=False))
    return tuple(_at_colons(document, problems))


def _problems(kind: type[DeclaredFile], document: Document, details: list[ErrorDetails]) -> list[Problem]:
    """The problem of each of pydantic's errors, but for those that follow from others.

    A list whose only entry is wrong is not empty, too, and a field that is there under another name is not missing.
    """
    found = [(each["loc"][:-1], _problem(kind, document, each)) for each in details if not _is_filled(each)]
    meant = {(owner, *_first_of(each.params["nearest"])) for owner, each in found if each.code in _MISNAMED}
    return [each for owner, each in found if each.code != "missing-field" or (owner, each.params["field"]) not in meant]


def _is_filled(detail: ErrorDetails) -> bool:
    return detail["type"] == "too_short" and bool(detail["input"])


def _first_of(names: object) -> list[str]:
    return names[:1] if isinstance(names, list) else []


def _problem(kind: type[DeclaredFile], document: Document, detail: ErrorDetails) -> Problem:
    path, data, model = _resolve(kind, document.data, detail["loc"])
    context = dict(detail.get("ctx", {}))
    scalar = context.pop("scalar", None)
    code = _CODES.get(detail["type"], detail["type"])
    if isinstance(scalar, Scalar):
        code, context = scalar.explain(data)
    field = str(path[-1]) if path else ""
    params: dict[str, object] = {"field": field, "instead": "", "nearest": [], "value": _shown(data)} | context
    at_value = not detail["type"].startswith("union_tag")  # a wrong tag is reported at the fields it stands among
    if at_value and code in _KINDS and not isinstance(data, str):
        code, params = _misshapen(code, path, data, params)
    elif code == "unknown-field":
        takes = sorted(fields_of(model)) if model else []
        other_names: Mapping[str, str] = getattr(model, "other_names", {})
        meant = other_names.get(field.strip())
        plain = re.split("[：，]", field)[0]
        params |= {"takes": takes, "nearest": [meant] if meant else nearest(plain, takes)}
        full_width = next((mark for mark in "：，" if mark in field), None)
        if full_width:
            code, params = "full-width-mark", params | {"mark": full_width}
        elif bare(field) in takes and (unseen := re.search(f"[{UNSEEN}]", field)):
            code, params = "control-character", params | {"mark": unseen[0], "char": code_point(unseen[0]), "count": 1}
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
    place = document.place(path, part)
    if "mark" in params and code in _AT_MARK:
        at = (place.excerpt or "").find(str(params["mark"]), (place.column or 1) - 1)
        place = place._replace(column=at + 1, length=1) if at >= 0 else place
    return Problem(code, place, params)


_MISNAMED = frozenset({"unknown-field", "full-width-mark", "control-character"})
_AT_KEY = frozenset(
    {"unknown-field", "full-width-mark", "control-character", "missing-blank-after-dash", "mistaken-dash"}
)
_AT_MARK = frozenset({"full-width-bracket", "joined-names", "control-character"})
# codes of values that are not of their kind, and the kind
_KINDS = {
    "not-a-number": "number",
    "not-whole": "whole",
    "not-a-year": "year",
    "not-a-date": "date",
    "not-a-flag": "flag",
    "not-text": "text",
    "unknown-word": "word",
}
_PLAIN_WORD = r"[\w·.-]+(?: [\w·.-]+)*"
# what a value of each kind looks like, as far as it is offered without its brackets
_SINGLE = {
    "number": r"[-+]?[0-9]{1,12}(?:\.[0-9]{1,6})?",
    "whole": "[0-9]{1,9}",
    "year": "[1-9][0-9]{3}",
    "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "flag": "true|false",
    "text": _PLAIN_WORD,
    "word": _PLAIN_WORD,
}
_YEAR = "[0-9]{4}(?![0-9])"
_PARTING = r"[、，,；;/\s]+"
_BETWEEN_NAMES = r"\s*[、，,；;]\s*"
_WIDE_OPENINGS, _CLOSINGS = "［【〔「『（", "］】〕」』）"


def _misshapen(code: str, path: KeyPath, data: object, params: dict[str, object]) -> tuple[str, dict[str, object]]:
    """What to say of something else than a single value where one belongs."""
    if data is None:
        if path and isinstance(path[-1], int):
            return "empty-entry", params
        return "empty-text", params
    single = isinstance(data, list) and len(data) == 1 and isinstance(data[0], str)
    word = data[0] if isinstance(data, list) and single else ""
    words = params.get("expected")  # of a kind that knows its words only these
    is_one = word in words if isinstance(words, list) else re.fullmatch(_SINGLE[_KINDS[code]], word) is not None
    return "not-a-value", params | {
        "expected": Phrase(f"value.{_KINDS[code]}"),
        "given": Phrase("value.list" if isinstance(data, list) else "value.fields"),
        "instead": word if is_one else "",
        "nearest": [],
    }


def _meant(code: str, path: KeyPath, params: dict[str, object], root: Any, owner: type | None) -> tuple[str, KeyPath]:
    """Put into the params what was meant, as far as the file around the value says; the code and the path to report."""
    field = str(path[-1]) if path else ""
    if code == "unknown-field":
        entry = _value_at(root, path[:-1])
        params |= {name: entry.get(name, "") if isinstance(entry, dict) else "" for name in ("clause", "id", "kind")}
    elif code == "not-a-date":
        code = _meant_day(params, root, within=field == "date")
    elif field == "count" and params["instead"] == "0":
        params["instead"] = ""  # which no entry takes
    elif code == "not-a-flag" and params["instead"]:
        params["instead"] = f"{field}: {params['instead']}"
    elif code == "not-a-list":
        return _meant_list(path, params, _value_at(root, path), owner)
    elif code == "joined-names":
        names = [name for each in _value_at(root, path[:-1]) if each for name in re.split(_BETWEEN_NAMES, str(each))]
        params["instead"] = _listed([name for name in names if name])
    elif path and isinstance(path[-1], int):
        params |= {"field": path[-2], "number": path[-1] + 1}
        code = "empty-entry" if code == "empty-text" else code
    return code, path


def _meant_day(params: dict[str, object], root: Any, *, within: bool) -> str:
    """Put the day that was meant into the params; the code. An occurrence lies in the year of its file, other days need not."""
    said = re.match(_YEAR, str(root.get("year"))) if isinstance(root, dict) else None
    year = int(said[0]) if said else None
    day = meant_day(str(params["value"]), year, within=within)
    params["example"] = f"{year}-04-10" if year else Phrase("schema.any-day")
    if isinstance(day, str):
        params["value"] = day
        return "impossible-date"
    params["instead"] = day.isoformat() if day else ""
    return "not-a-date"


def _meant_list(path: KeyPath, params: dict[str, object], data: Any, owner: type | None) -> tuple[str, KeyPath]:
    if isinstance(data, dict) and data and all(str(key).startswith("-") for key in data):
        return "missing-blank-after-dash", (*path, next(iter(data)))
    if isinstance(data, dict) and data and (dash := MISTAKEN_DASH.match(f"{next(iter(data))}:")):
        params["dash"] = dash["dash"]
        return "mistaken-dash", (*path, next(iter(data)))
    if not isinstance(data, str) or owner is None:
        return "not-a-list", path
    words = [word for word in re.split(_PARTING, data.strip().strip(f"{_WIDE_OPENINGS}{_CLOSINGS}()")) if word]
    if not words or not list(_models_in(fields_of(owner)[str(path[-1])].annotation)):
        params["instead"] = _listed(words)
    if (opening := data.strip()[:1]) in tuple(_WIDE_OPENINGS):
        params |= {"bracket": opening, "mark": opening}
        return "full-width-bracket", path
    return "not-a-list", path


def _listed(words: list[str]) -> str:
    """A list of plain words as it is written; "" where a word may need quotes."""
    return f"[{', '.join(words)}]" if all(re.fullmatch(_PLAIN_WORD, word) for word in words) else ""


def _at_colons(document: Document, problems: list[Problem]) -> list[Problem]:
    """The problems, with the full-width colons of an entry whose colons are all of that kind in the place of that entry."""
    colons = {
        each.place.line: each
        for each in document.notes
        if each.code == "suspicious-colon" and each.place is not None and each.place.line is not None
    }
    told: dict[Problem, None] = {}
    for problem in problems:
        line = problem.place.line if problem.code == "not-a-mapping" and problem.place is not None else None
        if line is None or line not in colons:
            told[problem] = None
        while line in colons and line is not None:
            place = colons[line].place
            key = (place.excerpt or "")[: (place.column or 1) - 1].strip(" -") if place else ""
            told[Problem("full-width-colon", place, {"key": key})] = None
            line += 1
    return list(told)


def _value_at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _shown(data: object) -> str:
    return data if isinstance(data, str) else ""


def _resolve(kind: type, data: Any, loc: tuple[int | str, ...]) -> tuple[KeyPath, Any, type | None]:
    """A pydantic location as a path of the file (union tags dropped), the value there, and the model that owns it."""
    path: list[str | int] = []
    models: list[type] = [kind]
    owner: type | None = kind
    for step in loc:
        if isinstance(step, int) and not isinstance(data, list):  # one value in the stead of a list
            continue
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
