"""A document in, a declared file out; or every problem of it."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from wuwu.diagnostics import Result
from wuwu.schema.models import DeclaredFile
from wuwu.source.document import Document

File = TypeVar("File", bound=DeclaredFile)


def validate(kind: type[File], document: Document, data: object = None) -> Result[File]:
    """A whole file as declared by its data, or by `data` in their stead; else every problem of it, each at its place."""
    try:
        declared = kind.model_validate(document.data if data is None else data)
    except ValidationError as error:
        from wuwu.schema.refusals import explain  # a good file needs none of it

        return Result(None, explain(kind, document, error))
    declared.bind_document(document)
    return Result(declared)
