"""Problems of any number of files in, one document out: for a person, a program, GitHub, a SARIF viewer, a test report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from wuwu.diagnostics import Problem, Severity
from wuwu.messages import Words
from wuwu.report.findings import document, github, junit, sarif
from wuwu.report.findings.checked import Checked
from wuwu.report.findings.problems import in_order, render_problems
from wuwu.report.layout.screen import hang

FORMATS = ("text", "json", "github", "sarif", "junit")


def render(
    problems: Iterable[Problem],
    checked: Sequence[Checked],
    form: str,
    words: Words,
    *,
    strict: bool = False,
    color: bool = False,
    width: int = 100,
    whole: bool = True,
) -> str | bytes:
    """The problems of the files in one of FORMATS, sorted by place; nothing in it depends on the clock.

    Text for a person is a `str`, a machine format is UTF-8 `bytes`. `strict`: warnings fail too, where a format says passed
    from failed. `color` adds ANSI escapes to the text, which is laid out for a screen of `width` columns; `whole` keeps the
    problems in one line each, as programs look for them. KeyError for any other format.
    """
    ordered = in_order(problems)
    if form == "text":
        shown = render_problems(ordered, words, color, None if whole else width)
        return "\n".join(filter(None, (shown, *_summary(ordered, checked, words, width))))
    return _MACHINES[form](ordered, checked, words, strict)


_Machine = Callable[[Sequence[Problem], Sequence[Checked], Words, bool], bytes]
_MACHINES: Mapping[str, _Machine] = {
    "json": document.render,
    "github": github.render,
    "sarif": sarif.render,
    "junit": junit.render,
}


def _summary(problems: Sequence[Problem], checked: Sequence[Checked], words: Words, width: int) -> Iterator[str]:
    for each in checked:
        if each.told:
            lines = [line for told in each.told for line in hang("  ", told, width, 4)]
            yield "\n".join([words("findings.file", file=each.file), *lines]) + "\n"
    if all(each.severity is Severity.NOTE for each in problems):
        yield words("findings.none", count=len(checked)) + "\n"
