"""Plain data in, a declared model out where all of it fits at once; where anything does not, pydantic is asked instead.

The fields, their types and their defaults are the models' own: a blueprint only walks them without pydantic's machinery,
whose schemas take longer to build than a log takes to score. It knows no error: pydantic says what is wrong, and where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, is_dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from wuwu.schema.scalars import to_text

Convert: TypeAlias = Callable[[Any], Any]
Kind = TypeVar("Kind")


class Unfit(ValueError):
    """Something is not as the model wants it. A scalar that refuses its text raises a ValueError of its own."""


def build(kind: type[Kind], data: object) -> Kind | None:
    """The model of `data`, equal to what `kind.model_validate` returns; None where something does not fit."""
    try:
        declared: Kind = _blueprint(cast("type", kind))(data)
    except ValueError:
        return None
    return declared


@cache
def _blueprint(kind: type) -> Convert:
    """A function from a mapping to the model; it raises ValueError where the mapping does not fit."""
    fields = fields_of(kind)
    known = {name: _of_type(field.annotation, (*field.metadata, field)) for name, field in fields.items()}
    required = frozenset(name for name, field in fields.items() if field.is_required())
    blank = {name: _default(fields[name], known[name]) for name in fields if name not in required}
    finish = _finishing(kind, blank) if issubclass(kind, BaseModel) else None
    new, put = object.__new__, object.__setattr__  # they are frozen
    shapes: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[tuple[str, Convert], ...]]] = {}

    # every entry of every log comes through here, and so it is written for speed
    def convert(data: Any) -> Any:
        if data.__class__ is not dict:
            raise Unfit
        names = tuple(data)
        shape = shapes.get(names)  # the same names again and again: what they ask for is settled once
        if shape is None:
            if not (required <= data.keys() <= known.keys()):
                raise Unfit
            texts = tuple([name for name in names if known[name] is to_text])
            shape = shapes[names] = texts, tuple([(name, known[name]) for name in names if name not in texts])
        given = data.copy()
        for name in shape[0]:  # to_text, without the call where it would change nothing
            text = given[name]
            if text.__class__ is not str or not text or text.strip() != text:
                given[name] = to_text(text)
        for name, step in shape[1]:
            given[name] = step(given[name])
        made: Any = new(kind)
        put(made, "__dict__", given)
        if finish is not None:
            finish(made)
        return made

    return convert


@cache
def fields_of(kind: type) -> Mapping[str, FieldInfo]:
    """The fields of a declared kind, a model or a dataclass, as pydantic sees them."""
    if issubclass(kind, BaseModel):
        return kind.model_fields
    hints = get_type_hints(kind, include_extras=True)
    return {
        each.name: FieldInfo.from_annotation(hints[each.name])
        if each.default is MISSING
        else FieldInfo.from_annotated_attribute(hints[each.name], each.default)
        for each in dataclass_fields(cast("Any", kind))
    }


def _finishing(kind: type[BaseModel], blank: Mapping[str, object]) -> Callable[[Any], None]:
    """What pydantic adds to a model besides the values that were given: the defaults, and what it keeps of its own."""
    put = object.__setattr__
    hidden = kind.__private_attributes__
    private = {name: each.default for name, each in hidden.items() if each.default is not PydanticUndefined}

    def finish(made: Any) -> None:
        given = made.__dict__
        put(made, "__dict__", {**blank, **given})
        put(made, "__pydantic_fields_set__", set(given))
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", dict(private) if hidden else None)

    return finish


def _default(field: FieldInfo, convert: Convert) -> object:
    default = field.get_default(call_default_factory=True, validated_data={})
    return convert(default) if field.validate_default else default


def _of_type(annotation: Any, metadata: Iterable[object] = ()) -> Convert:
    """How a value of a type becomes what the model holds, by the type and by what is written beside it."""
    befores: list[Convert] = []
    least = 0
    tag = None
    for each in metadata:
        if isinstance(each, PlainValidator):
            return _after(befores, cast("Convert", each.func))
        if isinstance(each, BeforeValidator):
            befores.append(cast("Convert", each.func))
        elif isinstance(each, FieldInfo):
            tag = tag or each.discriminator
        else:
            least = getattr(each, "min_length", least)
    convert = _of_tagged(annotation, tag) if isinstance(tag, str) else _of_plain(annotation)
    return _after(befores, _at_least(least, convert) if least else convert)


def _of_plain(annotation: Any) -> Convert:
    if annotation is Any:
        return _as_it_is
    if annotation is str:
        return _text
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or is_dataclass(annotation)):
        return _blueprint(annotation)
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _of_type(arguments[0], arguments[1:])
        case origin if origin is Literal:
            return _one_of({each: each for each in arguments})
        case origin if origin in (Union, UnionType):
            (inner,) = [each for each in arguments if each is not NoneType]
            return _of_plain(inner)  # an empty value is left to pydantic, as it is rare
        case origin if origin is tuple:
            return _each(_of_plain(arguments[0]))
        case origin if origin in (dict, Mapping, _MAPPING):
            return _values(_of_plain(arguments[1]))
    raise TypeError(f"no blueprint for {annotation}")


_MAPPING = get_origin(Mapping[str, str])


def _of_tagged(annotation: Any, tag: str) -> Convert:
    """A union of models told apart by one field."""
    kinds: Mapping[Any, type] = {
        word: kind for kind in get_args(annotation) for word in get_args(kind.model_fields[tag].annotation)
    }

    def convert(value: Any) -> Any:
        word = value.get(tag) if value.__class__ is dict else None
        if word.__class__ is not str or word not in kinds:
            raise Unfit
        return _blueprint(kinds[word])(value)

    return convert


def _after(befores: Iterable[Convert], convert: Convert) -> Convert:
    for before in befores:
        convert = _then(before, convert)
    return convert


def _then(first: Convert, second: Convert) -> Convert:
    return lambda value: second(first(value))


def _as_it_is(value: Any) -> Any:
    return value


def _text(value: Any) -> Any:
    if value.__class__ is not str:
        raise Unfit
    return value


def _one_of(known: Mapping[object, object]) -> Convert:
    def convert(value: Any) -> Any:
        if value.__class__ is not str or value not in known:
            raise Unfit
        return value

    return convert


def _each(convert: Convert) -> Convert:
    def convert_all(value: Any) -> Any:
        if value.__class__ is not list and value.__class__ is not tuple:
            raise Unfit
        return tuple(map(convert, value))

    return convert_all


def _values(convert: Convert) -> Convert:
    def convert_all(value: Any) -> Any:
        if value.__class__ is not dict:
            raise Unfit
        return {key: convert(each) for key, each in value.items()}

    return convert_all


def _at_least(least: int, convert: Convert) -> Convert:
    def counted(value: Any) -> Any:
        converted = convert(value)
        if len(converted) < least:
            raise Unfit
        return converted

    return counted
