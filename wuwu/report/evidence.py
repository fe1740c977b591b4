"""佐证材料目录: what the entries of each unit rest on, row by row, files with their SHA-256, and the files that nothing cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from wuwu.diagnostics import Problem
from wuwu.messages import Words
from wuwu.report.findings.checked import Checked
from wuwu.report.findings.document import findings_document
from wuwu.report.layout.exact_json import dump
from wuwu.source.files import shown_name
from wuwu.units.evidence import Exhibit, UnitEvidence


def evidence_text(listed: Sequence[UnitEvidence], uncited: Sequence[Path], words: Words) -> str:
    """The list as text."""
    lines = [words("evidence.heading", count=len({each.path for each in _exhibits(listed) if each.sha256}))]
    for unit in listed:
        if unit.rows:
            lines += ["", unit.unit]
        for row, some in unit.rows.items():
            lines += [f"  {row}", *(f"    {_line(each, words)}" for each in some)]
    if uncited:
        lines += ["", words("evidence.uncited", count=len(uncited)), *(f"  {shown_name(each)}" for each in uncited)]
    return "\n".join(lines) + "\n"


def evidence_json(
    listed: Sequence[UnitEvidence],
    uncited: Sequence[Path],
    problems: Sequence[Problem],
    checked: Sequence[Checked],
    words: Words,
) -> bytes:
    """The list beside the findings (`wuwu/findings@1`), under the key `evidence`."""
    units = [
        {
            "unit": unit.unit,
            "rows": [{"item": row, "entries": [_entry(each) for each in some]} for row, some in unit.rows.items()],
        }
        for unit in listed
    ]
    evidence = {"units": units, "uncited": list(map(shown_name, uncited))}
    return dump({**findings_document(problems, checked, words), "evidence": evidence})


def _exhibits(listed: Iterable[UnitEvidence]) -> Iterator[Exhibit]:
    return (each for unit in listed for some in unit.rows.values() for each in some)


def _line(each: Exhibit, words: Words) -> str:
    if each.name is None:
        return words("evidence.none", clause=each.clause, place=str(each.place))
    if each.path is None:
        return words("evidence.text", clause=each.clause, text=each.name)
    return words("evidence.line", clause=each.clause, file=each.name, sha256=each.sha256 or words("evidence.missing"))


def _entry(each: Exhibit) -> dict[str, object]:
    place = each.place
    return {
        "clause": each.clause,
        "evidence": each.name,
        "path": shown_name(each.path) if each.path is not None else None,
        "sha256": each.sha256,
        "file": place.file,
        "line": place.line,
        "cell": place.cell,
    }
