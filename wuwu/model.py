"""Located values in, declared models out: the base of every model, its scalars, and validation into problems.

Every scalar arrives as text and is typed here, so one rule decides what a number or a date is, whoever asks.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    PrivateAttr,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from wuwu.problem import Problem, Rejected

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from wuwu.problem import Place
    from wuwu.source.document import Document

Path: TypeAlias = tuple[str | int, ...]


class Declared(BaseModel):
    """What a file declares: frozen, with no field that is not named."""

    # built on first use: only the roots (a log, a rubric) are ever validated, and start-up is paid by every command
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class DeclaredFile(Declared):
    """A declared model that is a whole file and can say where each of its parts stands."""

    _document: Document = PrivateAttr()
    _paths: dict[int, Path] | None = PrivateAttr(default=None)

    @property
    def document(self) -> Document:
        """The text the model was declared in."""
        return self._document

    def path_of(self, node: Declared) -> Path:
        """The path of a declared part, found on the first question (a good file never asks)."""
        if self._paths is None:
            self._paths = {id(part): path for part, path in _walk(self, ())}
        return self._paths.get(id(node), ())

    def place(self, node: Declared, *field: str | int) -> Place:
        """Where a part, or a field of it, stands in the file."""
        return self._document.place((*self.path_of(node), *field))


def _walk(value: object, path: Path) -> Iterator[tuple[Declared, Path]]:
    if isinstance(value, Declared):
        yield value, path
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*path, key))


# --- scalars -----------------------------------------------------------------------------------------------------

# Twelve digits before and six after the point leave every sum and product exact in the engine's context.
_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,12}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})")
_WHOLE = re.compile(r"\+?[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LOOSE_DAY = re.compile(r"(?:([0-9]{4})[-/.年])?([0-9]{1,2})[-/.月]([0-9]{1,2})日?")


def _wrong(code: str, value: object, instead: str = "") -> PydanticCustomError:
    shown = value if isinstance(value, str) else type(value).__name__
    return PydanticCustomError(code, "{value}", {"value": shown, "instead": instead})


def _plain(text: str) -> str:
    """What a person meant by full-width digits, a percent sign, thousands commas or a unit."""
    return unicodedata.normalize("NFKC", text).replace(",", "").strip().rstrip("%分次件").strip()


@lru_cache(4096)
def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        plain = _plain(text)
        raise _wrong("not-a-number", text, plain if _NUMBER.fullmatch(plain) else "")
    return Decimal(text)


def _to_number(value: object) -> object:
    if isinstance(value, str):
        return _number(value)
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        return _number(format(Decimal(value), "f"))
    raise _wrong("not-a-number", value)


def _to_positive(value: object) -> object:
    number = _to_number(value)
    if isinstance(number, Decimal) and number <= 0:
        raise _wrong("not-above-zero", str(number))
    return number


def _to_whole(value: object) -> object:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str):
        if _WHOLE.fullmatch(text):
            return int(text)
        plain = _plain(text)
        raise _wrong("not-whole", text, plain if _WHOLE.fullmatch(plain) else "")
    raise _wrong("not-whole", value)


@lru_cache(4096)
def _day(text: str) -> date:
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise _wrong("impossible-date", text) from None
    loose = _LOOSE_DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    instead = f"{loose[1] or 'YYYY'}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else ""
    raise _wrong("not-a-date", text, instead)


def _to_day(value: object) -> object:
    if isinstance(value, str):
        return _day(value)
    if isinstance(value, date):
        return value
    raise _wrong("not-a-date", value)


_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_MEANT_FLAGS = {
    "yes": "true",
    "y": "true",
    "on": "true",
    "是": "true",
    "no": "false",
    "n": "false",
    "off": "false",
    "否": "false",
}


def _to_flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    raise _wrong("not-a-flag", value, _MEANT_FLAGS.get(value.lower(), "") if isinstance(value, str) else "")


def _to_floor(value: object) -> object:
    return None if value in ("none", None) else _to_number(value)


def _to_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Number = Annotated[Decimal, PlainValidator(_to_number), WithJsonSchema({"type": "number"})]
"""A decimal exactly as written: at most 12 digits before the point and 6 after."""
Positive = Annotated[Decimal, PlainValidator(_to_positive), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
"""A decimal above 0."""
Whole = Annotated[int, PlainValidator(_to_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A count: a whole number, 0 or more."""
Day = Annotated[date, PlainValidator(_to_day), WithJsonSchema({"type": "string", "pattern": f"^{_DAY.pattern}$"})]
"""A calendar day, written 2018-04-10."""
Flag = Annotated[bool, PlainValidator(_to_flag), WithJsonSchema({"type": "boolean"})]
"""true or false."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that is not blank."""
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_to_list),
    WithJsonSchema({"type": ["string", "array"], "minLength": 1, "items": {"type": "string", "minLength": 1}}),
]
"""One text or a list of them."""
Floor = Annotated[
    Decimal | None, BeforeValidator(_to_floor), WithJsonSchema({"oneOf": [{"type": "number"}, {"enum": ["none"]}]})
]
"""How far deductions may go: a number (扣完为止 is 0) or none (扣分不设下限)."""

Member = TypeVar("Member", bound=StrEnum)


def words_of(kind: type[Member], other: Mapping[str, Member]) -> object:
    """A validator that reads an enumeration by its own values and by other words for them."""
    known: dict[object, Member] = {member.value: member for member in kind}
    known.update(other)

    def read(value: object) -> object:
        try:
            return known[value]
        except (KeyError, TypeError):
            word = unicodedata.normalize("NFKC", value).strip().lower() if isinstance(value, str) else ""
            near = nearest(word, [str(key) for key in known])
            raise PydanticCustomError(
                "unknown-word",
                "{value}",
                {"value": str(value), "expected": [str(key) for key in known], "nearest": near},
            ) from None

    return PlainValidator(read, json_schema_input_type=Literal[tuple(known)])


# --- validation --------------------------------------------------------------------------------------------------


def nearest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The known words most like a word, best first; a shared beginning or ending counts, as names here are short."""
    return difflib.get_close_matches(word, list(known), n=count, cutoff=0.5)


File = TypeVar("File", bound=DeclaredFile)


def validate(kind: type[File], document: Document) -> File:
    """Declare a whole file. Raises Rejected with every problem of the file, each at its place."""
    try:
        declared = kind.model_validate(document.data)
    except ValidationError as error:
        raise Rejected(tuple(_problem(kind, document, detail) for detail in error.errors(include_url=False))) from None
    declared._document = document  # noqa: SLF001 - this is how a file gets its text
    return declared


_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
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
        takes = sorted(model.model_fields) if model else []
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


def _resolve(kind: type[BaseModel], data: Any, loc: tuple[int | str, ...]) -> tuple[Path, Any, type[BaseModel] | None]:
    """A pydantic location as a path of the file (union tags dropped), the value there, and the model that owns it."""
    path: list[str | int] = []
    models: list[type[BaseModel]] = [kind]
    owner: type[BaseModel] | None = kind
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
            field = next((m.model_fields[step] for m in models if step in m.model_fields), None)
            owner = models[0] if models else None
            models = list(_models_in(field.annotation)) if field else []
        data = data[step] if inside else None
    return tuple(path), data, owner


def _tagged(model: type[BaseModel], tag: int | str) -> bool:
    return any(tag in getattr(field.annotation, "__args__", ()) for field in model.model_fields.values())


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
