"""A reference in (an id, `id@year`, a path), the plan of the rubric that it means out, or why it means none."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from wuwu.diagnostics import CANNOT_BE_READ, Place, Problem, Result, nearest
from wuwu.messages import Phrase
from wuwu.rubric.bundled import bundled_plan, bundled_rubrics
from wuwu.rubric.plan import Plan, compile_document
from wuwu.source.encoding import decode
from wuwu.source.files import EMPTY_PATH, ends_as_yaml, near_names, read_bytes, read_document, shown_name, typed

Locate: TypeAlias = Callable[[], Place | None]
"""Finds the place of a reference. It is called where there is a problem, as a place costs a second reading of the log."""

# the digits of a year: what else follows an @ is no edition
_YEAR = 4


class Reference(NamedTuple):
    """Which rubric is meant: an id, of a year or the newest, or a path that counts from a folder."""

    name: str
    year: int | None = None
    folder: Path = Path()


def is_path(name: str) -> bool:
    """Whether a reference to a rubric is meant as a path and not as an id."""
    return ends_as_yaml(name) or "/" in name or "\\" in name


def refer(text: str | Path, year: int | None = None) -> Reference:
    """What a reference means that stands in no log.

    An id comes first, alone or as `id@year`, and what else is there is a path, whatever it ends in. `year`: of an id that
    names none.
    """
    if isinstance(text, Path):
        return Reference(os.path.join(os.curdir, text))  # noqa: PTH118
    if is_path(text):
        return Reference(text)
    name, _, digits = text.partition("@")
    edition = int(digits) if digits.isdecimal() and len(digits) == _YEAR else None
    known = any(bundled.id == (text if edition is None else name) for bundled in bundled_rubrics())
    if not known and text and os.path.exists(text):  # noqa: PTH110 - never raises
        return Reference(os.path.join(os.curdir, text))  # noqa: PTH118
    return Reference(text, year) if edition is None else Reference(name, edition)


def find_rubric(reference: Reference, locate: Locate = lambda: None) -> Result[Plan]:
    """The plan that a reference means. One that leads nowhere is a problem where `locate` finds the reference."""
    name, year, folder = reference
    if not name:
        return Result(None, (EMPTY_PATH,))
    if is_path(name):
        found = _compile_file(str(folder / name))
        if found.value is None and found.problems[0].code in CANNOT_BE_READ and (place := locate()) is not None:
            return Result(None, (_leads_nowhere(found.problems[0], name, folder / name, place),))
        return found
    known = [bundled for bundled in bundled_rubrics() if bundled.id == name]
    if not known:
        ids = _ids()
        params: dict[str, object] = {"rubric": name, "known": ids, "nearest": _alike(name, ids)}
        return Result(None, (Problem("unknown-rubric", locate(), params),))
    fitting = [bundled for bundled in known if year is None or bundled.year == year]
    if not fitting:
        params = {"rubric": name, "year": year, "known": [bundled.year for bundled in known]}
        return Result(None, (Problem("no-rubric-for-year", locate(), params),))
    return bundled_plan(fitting[0])


def find_named(reference: Reference, locate: Locate) -> Result[Plan]:
    """The plan that a log means by what it says where `locate` finds it.

    Whoever wrote the log need not be whoever reads the messages: what stands in a file that is no rubric is not shown.
    """
    name, file = reference.name, reference.folder / reference.name
    if is_path(name) and not ends_as_yaml(name) and not os.path.isdir(file):  # noqa: PTH112 - never raises
        return Result(None, (Problem("rubric-file-ending", locate(), {"rubric": name, "known": _ids()}),))
    found = find_rubric(reference, locate)
    if found.value is not None or not is_path(name):
        return found
    place = locate()
    if found.problems[0].place == place or _looks_like_rubric(file):
        return found
    params = {"rubric": name, "reference": typed(shown_name(file))}
    return Result(None, (Problem("rubric-file-not-rubric", place, params),))


def _looks_like_rubric(file: Path) -> bool:
    """Whether a file that cannot be used as a rubric may be meant as one."""
    text = decode(read_bytes(file).value or b"", "").value
    return text is not None and re.search(r"^['\"]?dimensions['\"]?\s*[:：]", text, re.MULTILINE) is not None


def _ids() -> list[str]:
    return list(dict.fromkeys(bundled.id for bundled in bundled_rubrics()))


def table_with(clause: str) -> str | None:
    """The title of a bundled rubric that has the clause, for the message about one that the log's own rubric lacks."""
    for bundled in bundled_rubrics():
        plan = bundled_plan(bundled).value
        if plan is not None and clause in plan.clauses:
            return f"{bundled.title}（{bundled.id}）"
    return None


def _alike(name: str, ids: Sequence[str]) -> list[str]:
    """The ids that a word for a rubric may mean: by its title, else by its spelling."""
    titled = [f"{bundled.id}（{name}）" for bundled in bundled_rubrics() if name in bundled.title]
    return list(dict.fromkeys(titled)) or nearest(name, ids)


def _leads_nowhere(problem: Problem, name: str, path: Path, place: Place) -> Problem:
    """What is wrong with the path that a log gives for its rubric, reported where the log gives it."""
    near: list[str] = []
    code = {"missing-file": "rubric-file-missing", "is-folder": "rubric-file-is-folder"}.get(problem.code)
    if code == "rubric-file-is-folder":
        inside = sorted(each.name for each in path.iterdir() if ends_as_yaml(each))
        near = [Path(name, each).as_posix() for each in inside[:3]]
    elif code is not None:
        near = [Path(name).with_name(each).as_posix() for each in near_names(path)]
    sought = Phrase("log.sought", {"path": shown_name(path)}) if str(path) != name else ""
    reason = Phrase(f"problem.{problem.code}", problem.params)
    stem = Path(name).stem
    bundled = stem if code == "rubric-file-missing" and not near and stem in _ids() else ""
    params = {"rubric": name, "sought": sought, "reason": reason, "nearest": near, "instead": bundled}
    return Problem(code or "rubric-file-unreadable", place, params)


def _compile_file(path: str) -> Result[Plan]:
    try:
        found = os.stat(path)  # noqa: PTH116 - as the reader does it
    except (OSError, ValueError):
        return read_document(path).then(compile_document)  # which says what is wrong
    return _compiled_once(path, (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size))


@lru_cache(8)
def _compiled_once(path: str, _: tuple[int, ...]) -> Result[Plan]:
    """The plan of a file as it is now: a file that was edited, or another one of that name, is read again."""
    return read_document(path).then(compile_document)
