"""The base of every declared model: what a file declares, and where in the file it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias, cast, get_type_hints

from pydantic import BaseModel, ConfigDict, PrivateAttr
from pydantic.fields import FieldInfo

if TYPE_CHECKING:
    from wuwu.diagnostics import Place
    from wuwu.source.document import Document

KeyPath: TypeAlias = tuple[str | int, ...]


class Declared(BaseModel):
    """What a file declares: frozen, with no field that is not named."""

    # built on first use: only the roots (a log, a rubric) are ever validated, and start-up is paid by every command
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class DeclaredFile(Declared):
    """A declared model that is a whole file and can say where each of its parts stands."""

    _document: Document = PrivateAttr()
    _paths: dict[int, KeyPath] | None = PrivateAttr(default=None)

    def bind_document(self, document: Document) -> None:
        """Give the model the text it was declared in: whoever declares a file does so, once."""
        self._document = document

    @property
    def document(self) -> Document:
        """The text the model was declared in."""
        return self._document

    def path_of(self, node: Declared) -> KeyPath:
        """The path of a declared part, found on the first question (a good file never asks)."""
        if self._paths is None:
            self._paths = {id(part): path for part, path in _walk(self, ())}
        return self._paths.get(id(node), ())

    def place(self, node: Declared, *field: str | int) -> Place:
        """Where a part, or a field of it, stands in the file."""
        return self._document.place((*self.path_of(node), *field))


def fields_of(kind: type) -> Mapping[str, FieldInfo]:
    """The fields of a declared kind, a model or a dataclass, as pydantic sees them."""
    if issubclass(kind, BaseModel):
        return kind.model_fields
    hints = get_type_hints(kind, include_extras=True)
    return {each.name: FieldInfo.from_annotation(hints[each.name]) for each in fields(cast("Any", kind))}


def _walk(value: object, path: KeyPath) -> Iterator[tuple[Declared, KeyPath]]:
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
