"""The doors for callers from Python: a rubric, a log, a scorecard."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from wuwu.diagnostics import CANNOT_BE_READ, Place, Problem, Rejected, Severity, nearest
from wuwu.log.binding import bind
from wuwu.log.declared import Log, declare_log, declare_rest
from wuwu.messages import Phrase
from wuwu.rubric.bundled import bundled_plan, bundled_rubrics
from wuwu.rubric.declared import declare_rubric
from wuwu.rubric.plan import Clause, Plan, compile_rubric
from wuwu.schema.event import FIELDS, Event
from wuwu.scoring import engine
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.document import Document
from wuwu.source.encoding import decode
from wuwu.source.files import ends_as_yaml, near_names, read_bytes, read_document, shown_name, typed
from wuwu.source.yaml_reader import BrokenEntries

# the digits of a year: what else follows an @ is no edition
_YEAR = 4


def load_rubric(ref: str | Path, year: int | None = None) -> Plan:
    """A rubric by its bundled id (of that year, else the newest), by `id@year`, or by the path of its file.

    Raises Rejected: an unknown id or year, a file that cannot be read, or every problem of the rubric.
    """
    name, edition = _as_named(ref)
    return open_rubric(name, year if edition is None else edition, Path(), lambda: None)


def load_log(path: str | Path, rubric: str | None = None) -> Log:
    """A unit's log from its file. Raises Rejected: a file that cannot be read, or every problem of the log.

    `rubric`: the one it will be scored under, where that is another than it names; only what is told of problems hangs on it.
    """
    try:
        document = read_document(path)
    except BrokenEntries as broken:
        raise Rejected(_told_besides(broken, rubric)) from None
    return read_log(document, rubric)


def read_log(document: Document, rubric: str | None = None) -> Log:
    """A unit's log from its document. Raises Rejected with every problem, those of the entries that can be read included."""
    try:
        return declare_log(document)
    except Rejected as rejected:
        raise Rejected(_told_whole(document, rejected.problems, rubric)) from None


def _told_besides(broken: BrokenEntries, rubric: str | None) -> list[Problem]:
    """Why some entries of a log cannot be read, and what is wrong with the others."""
    more: Sequence[Problem] = ()
    try:
        rest = read_log(broken.rest, rubric)
        bind(rubric_of(rest, rubric), rest, _elsewhere)
    except Rejected as rejected:
        more = rejected.problems
    return _in_order([*broken.problems, *more])


def _told_whole(document: Document, problems: Sequence[Problem], rubric: str | None) -> list[Problem]:
    """The problems of a log that cannot be declared, and what its rubric has to say of the entries that can."""
    rest, sound = declare_rest(document)
    if rest is None:
        return list(problems)
    try:
        plan = rubric_of(rest, rubric)
    except Rejected as rejected:
        return _in_order([*problems, *rejected.problems])
    more: Sequence[Problem] = ()
    try:
        bind(plan, rest, _elsewhere, sound)
    except Rejected as rejected:
        more = rejected.problems
    return _in_order([*(_by_clause(each, plan.clauses) for each in problems), *more])


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda each: (each.place.line or 0, each.place.column or 0) if each.place else (0, 0))


def _by_clause(problem: Problem, clauses: Mapping[str, Clause]) -> Problem:
    """A strange field is told by what its clause takes, where the clause is known."""
    clause = clauses.get(str(problem.params.get("clause")))
    if problem.code != "unknown-field" or clause is None or not clause.forms:
        return problem
    takes = [name for name in FIELDS if any(name in form.takes for form in clause.forms)]
    field = str(problem.params["field"])
    meant = Event.other_names.get(field)
    near = [meant] if meant in takes else nearest(field, takes)
    return replace(problem, params={**problem.params, "takes": takes, "nearest": near})


def rubric_of(log: Log, wanted: str | None = None) -> Plan:
    """The rubric a log is scored under: `wanted`, else what it names, a bundled id or a path relative to the log.

    Raises Rejected; a rubric that has no edition for the log's year is a problem of the log.
    """
    if wanted is not None:
        name, edition = _as_named(wanted)
        return open_rubric(
            name, log.year if edition is None else edition, Path(), lambda: log.document.place(("year",))
        )
    return _own_rubric(log)


def _own_rubric(log: Log) -> Plan:
    """The rubric that a log names. Whoever wrote the log need not be whoever reads the messages: what stands in a file that
    is no rubric is not shown.
    """
    ref, base = log.rubric, Path(log.document.name).parent
    if is_path(ref) and not ends_as_yaml(ref) and not (base / ref).is_dir():
        params: dict[str, object] = {"rubric": ref, "known": _ids()}
        raise Rejected([Problem("rubric-file-ending", log.document.place(("rubric",)), params)])
    try:
        return open_rubric(ref, log.year, base, lambda: log.document.place(("rubric",)))
    except Rejected as rejected:
        if (
            not is_path(ref)
            or rejected.problems[0].place == log.document.place(("rubric",))
            or _looks_like_rubric(base / ref)
        ):
            raise
    params = {"rubric": ref, "reference": typed(shown_name(base / ref))}
    raise Rejected([Problem("rubric-file-not-rubric", log.document.place(("rubric",)), params)])


def _looks_like_rubric(path: Path) -> bool:
    """Whether a file that cannot be used as a rubric may be meant as one."""
    try:
        text, _ = decode(read_bytes(path), "")
    except Rejected:
        return False
    return re.search(r"^['\"]?dimensions['\"]?\s*[:：]", text, re.MULTILINE) is not None


def _ids() -> list[str]:
    return list(dict.fromkeys(bundled.id for bundled in bundled_rubrics()))


def stray_rubric(file: str | Path, named: Iterable[str | Path], problems: Sequence[Problem]) -> Problem | None:
    """The note on a rubric that lies among the logs of a folder, instead of the problems of reading it as a log.

    None where the file is no rubric, or `named` as a log by the user.
    """
    if [each.code for each in problems] != ["rubric-not-log"] or Path(file) in map(Path, named):
        return None
    return Problem("rubric-among-logs", problems[0].place, {}, Severity.NOTE)


def evaluate(rubric: Plan, log: Log) -> Scorecard:
    """The scorecard of a log under a rubric. Raises Rejected with every entry that does not fit the rubric."""
    return engine.evaluate(bind(rubric, log, _elsewhere))


def is_path(ref: str) -> bool:
    """Whether a reference to a rubric is meant as a path and not as an id."""
    return ends_as_yaml(ref) or "/" in ref or "\\" in ref


def _as_named(ref: str | Path) -> tuple[str, int | None]:
    """A reference that stands in no log, and the year it asks for.

    An id comes first, alone or as `id@year`, and what else is there is a path, whatever it ends in. A log has no need of
    the year: it says its own.
    """
    if ref == "":  # a variable of the shell that nobody set
        raise Rejected([Problem("empty-path", None)])
    if isinstance(ref, Path):
        return os.path.join(os.curdir, ref), None  # noqa: PTH118
    if is_path(ref):
        return ref, None
    name, _, year = ref.partition("@")
    edition = int(year) if year.isdecimal() and len(year) == _YEAR else None
    known = any(bundled.id == (ref if edition is None else name) for bundled in bundled_rubrics())
    if not known and os.path.exists(ref):  # noqa: PTH110 - never raises
        return os.path.join(os.curdir, ref), None  # noqa: PTH118
    return (ref, None) if edition is None else (name, edition)


def open_rubric(ref: str, year: int | None, base: Path, place: Callable[[], Place | None]) -> Plan:
    """A rubric by id or by path relative to `base`; a reference that leads nowhere is a problem at `place()`."""
    if is_path(ref):
        try:
            return _compiled(str(base / ref))
        except Rejected as rejected:
            first, at = rejected.problems[0], place()
            if at is None or first.code not in CANNOT_BE_READ:
                raise
            raise Rejected([_leads_nowhere(first, ref, base / ref, at)]) from None
    known = [bundled for bundled in bundled_rubrics() if bundled.id == ref]
    if not known:
        ids = _ids()
        raise Rejected([Problem("unknown-rubric", place(), {"rubric": ref, "known": ids, "nearest": _alike(ref, ids)})])
    fitting = [bundled for bundled in known if year is None or bundled.year == year]
    if not fitting:
        years = [bundled.year for bundled in known]
        raise Rejected([Problem("no-rubric-for-year", place(), {"rubric": ref, "year": year, "known": years})])
    return bundled_plan(fitting[0])


def _alike(ref: str, ids: Sequence[str]) -> list[str]:
    """The ids that a word for a rubric may mean: by its title, else by its spelling."""
    titled = [f"{bundled.id}（{ref}）" for bundled in bundled_rubrics() if ref in bundled.title]
    return list(dict.fromkeys(titled)) or nearest(ref, ids)


def _leads_nowhere(problem: Problem, ref: str, path: Path, place: Place) -> Problem:
    """What is wrong with the path that a log gives for its rubric, told where the log gives it."""
    near: list[str] = []
    code = {"missing-file": "rubric-file-missing", "is-folder": "rubric-file-is-folder"}.get(problem.code)
    if code == "rubric-file-is-folder":
        inside = sorted(each.name for each in path.iterdir() if ends_as_yaml(each))
        near = [Path(ref, name).as_posix() for name in inside[:3]]
    elif code is not None:
        near = [Path(ref).with_name(name).as_posix() for name in near_names(path)]
    sought = Phrase("log.sought", {"path": shown_name(path)}) if str(path) != ref else ""
    reason = Phrase(f"problem.{problem.code}", problem.params)
    bundled = Path(ref).stem if Path(ref).stem in _ids() and code == "rubric-file-missing" else ""
    params = {"rubric": ref, "sought": sought, "reason": reason, "nearest": near, "instead": "" if near else bundled}
    return Problem(code or "rubric-file-unreadable", place, params)


def _compiled(path: str) -> Plan:
    try:
        found = os.stat(path)  # noqa: PTH116 - as the reader does it
    except (OSError, ValueError):
        return compile_document(read_document(path))  # which says what is wrong
    return _compiled_once(path, (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size))


@lru_cache(8)
def _compiled_once(path: str, _: tuple[int, ...]) -> Plan:
    """The plan of a file as it is now: a file that was edited, or another one of that name, is read again."""
    return compile_document(read_document(path))


def compile_document(document: Document) -> Plan:
    """The plan of a rubric that was read already. Raises Rejected."""
    return compile_rubric(declare_rubric(document))


def _elsewhere(clause: str) -> str | None:
    """The title of a bundled rubric that has the clause, for the message about one that the log's own rubric lacks."""
    for bundled in bundled_rubrics():
        if clause in bundled_plan(bundled).clauses:
            return f"{bundled.title}（{bundled.id}）"
    return None
