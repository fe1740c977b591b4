"""More problems than anyone reads in, those to show out, and how many of which file were left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from wuwu.diagnostics import Problem, Severity
from wuwu.messages import Words

# More than anyone fixes in one go; the rest is counted, and shows itself on the next run.
MOST_SHOWN = 100
_MOST_NAMED = 20


def select(ordered: Sequence[Problem]) -> list[Problem]:
    """The problems to show: all in their order; of too many the errors first, then warnings, then notes.

    Every file with an error shows its first ones, however many another file has, and though there be more such files.
    """
    if len(ordered) <= MOST_SHOWN:
        return list(ordered)
    met: Counter[tuple[str, Severity]] = Counter()
    keyed: list[tuple[int, int, int]] = []
    for number, each in enumerate(ordered):
        among = _sort_of(each)
        keyed.append((_GRADES[each.severity], met[among], number))
        met[among] += 1
    faulty = sum(severity is Severity.ERROR for _, severity in met)
    chosen = sorted(keyed)[: max(MOST_SHOWN, faulty)]
    return [ordered[number] for _, _, number in sorted(chosen, key=lambda each: (each[0], each[2]))]


def report_left_out(problems: Sequence[Problem], shown: Iterable[Problem], words: Words) -> Iterator[str]:
    """How many problems are not among those shown, in all and of which files: those with errors first."""
    hidden = Counter(map(_sort_of, problems)) - Counter(map(_sort_of, shown))
    if not hidden:
        return
    yield words("problems.more", count=hidden.total())
    by_file: dict[str, Counter[Severity]] = {}
    for file, severity in sorted(hidden, key=lambda each: _GRADES[each[1]]):
        by_file.setdefault(file, Counter())[severity] = hidden[file, severity]
    files = list(by_file)
    for file in files[:_MOST_NAMED]:
        yield words("problems.more-in", file=file or words("problems.no-file"), counts=_worded(by_file[file], words))
    if rest := files[_MOST_NAMED:]:
        others = sum((by_file[file] for file in rest), Counter[Severity]())
        yield words("problems.more-files", count=len(rest), counts=_worded(others, words))


def count_by_grade(problems: Iterable[Problem], words: Words) -> list[str]:
    """How many problems there are of each severity, the gravest first."""
    return _worded(Counter(each.severity for each in problems), words)


def _worded(counts: Counter[Severity], words: Words) -> list[str]:
    return [words(f"problems.{grade}-count", count=counts[grade]) for grade in Severity if counts[grade]]


def _sort_of(problem: Problem) -> tuple[str, Severity]:
    return problem.place.file if problem.place else "", problem.severity


_GRADES = {severity: number for number, severity in enumerate(Severity)}
