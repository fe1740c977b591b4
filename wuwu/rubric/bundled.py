"""The bundled rubrics, each found by the id and the year that it declares."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from wuwu.diagnostics import Place, Problem, Result
from wuwu.rubric.plan import Plan, compile_document
from wuwu.source.files import ends_as_yaml, read_bytes, typed
from wuwu.source.yaml_reader import parse_document, peek

_HEAD = 2048


class Bundled(NamedTuple):
    """A bundled rubric."""

    id: str
    year: int
    title: str
    path: Path


def bundled_folder() -> Path | None:
    """The folder of the bundled rubrics."""
    here = Path(__file__).resolve().parent.parent
    # inside an installed package the rubrics lie beside the code, in a checkout beside the package
    return next((folder for folder in (here / "rubrics", here.parent / "rubrics") if folder.is_dir()), None)


@lru_cache(1)
def bundled_files() -> tuple[Path, ...]:
    """The files of the bundled rubrics, readable or not."""
    folder = bundled_folder()
    return tuple(sorted(filter(ends_as_yaml, folder.iterdir()))) if folder else ()


@lru_cache(1)
def bundled_rubrics() -> tuple[Bundled, ...]:
    """Every bundled rubric, by id, newest year first. A file that does not say which it is, is none."""
    found = [bundled for path in bundled_files() if (bundled := _head(path)) is not None]
    return tuple(sorted(found, key=lambda bundled: (bundled.id, -bundled.year)))


def _head(path: Path) -> Bundled | None:
    """What a rubric says of itself, which most say in their first lines."""
    keys = ("rubric", "title", "year")
    raw = read_bytes(path).value or b""
    head = peek(raw[:_HEAD].rpartition(b"\n")[0], keys)
    head = head if len(head) == len(keys) else peek(raw, keys)
    try:
        return Bundled(head["rubric"], int(head["year"]), head["title"], path)
    except (KeyError, ValueError):
        return None  # whoever checks it reports what is wrong


def shown_bundled(path: Path) -> str:
    """A bundled file as messages show it, wherever wuwu is installed."""
    return f"{path.parent.name}/{path.name}"


def typed_reference(plan: Plan) -> str:
    """The rubric as it is named on a command line: a bundled one by its id, with the year where it is not the newest."""
    name, file = plan.rubric.rubric, plan.rubric.document.name
    editions = [each for each in bundled_rubrics() if each.id == name]
    if not any(each.year == plan.year and shown_bundled(each.path) == file for each in editions):
        return typed(file)
    return name if editions[0].year == plan.year else f"{name}@{plan.year}"


@lru_cache(8)
def bundled_plan(bundled: Bundled) -> Result[Plan]:
    """The plan of a bundled rubric, or every problem of it; two files of one id and year are a problem."""
    twins = [each for each in bundled_rubrics() if (each.id, each.year) == (bundled.id, bundled.year)]
    return Result(None, tuple(_mixed_up(twins))) if len(twins) > 1 else _compile(bundled.path)


def compile_bundled_file(path: Path) -> Result[Plan]:
    """The plan of a bundled file, also of one that does not say which rubric it is."""
    bundled = next((each for each in bundled_rubrics() if each.path == path), None)
    return bundled_plan(bundled) if bundled is not None else _compile(path)


def _compile(path: Path) -> Result[Plan]:
    name = shown_bundled(path)
    return read_bytes(path).then(lambda raw: parse_document(raw, name)).then(compile_document)


def _mixed_up(twins: list[Bundled]) -> Iterator[Problem]:
    first, *others = [Place(shown_bundled(each.path)) for each in twins]
    for other in others:
        params = {"rubric": twins[0].id, "year": twins[0].year, "first": first.file}
        yield Problem("doubled-rubric", other, params, related=(first,))
