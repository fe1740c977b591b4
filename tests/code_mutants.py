"""The mutation drill of the Python that decides a score: one small change of a module at a time, and its tests must fail.

    python -m tests.code_mutants [MODULE…]

In: modules of wuwu, by default those of `TESTS`. Out: every change that no test notices, and the share of those that some
test does. It takes about half an hour on one core, and so it is no part of the tests.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from pathlib import Path
from typing import NamedTuple, TypeVar

import hypothesis
import openpyxl
import pydantic
import pytest
import rich.console
import yaml

# what every process of tests would import first
SHARED = (hypothesis, openpyxl, pydantic, rich.console, yaml)
ROOT = Path(__file__).resolve().parent.parent
SECONDS = 600
"""The most that the tests of one change may take; a change that makes them hang is noticed."""

# the groups run one after the other, until one fails; what is fast and fails for most is in the first
OF_SCORES = (
    ("tests/engine/test_settlement.py", "tests/engine/test_rules.py", "tests/engine/test_interim.py"),
    ("tests/test_goldens.py", "tests/standard"),
)
OF_LOGS = (
    ("tests/test_binding.py", "tests/engine/test_warnings.py"),
    (
        "tests/test_library.py",
        "tests/test_identity.py",
        "tests/ledger/test_merging.py",
        "tests/test_goldens.py",
    ),
)
TESTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "wuwu/scoring/settlement.py": OF_SCORES,
    "wuwu/log/binding.py": OF_LOGS,
    "wuwu/log/entry_checks.py": OF_LOGS,
}

# changes that nothing can notice: part of the line, the change as a pattern, and why. They are not tried.
EQUIVALENT: tuple[tuple[str, str, str], ...] = (
    ("@dataclass(frozen=True, slots=True, eq=False)", "", "nobody changes a Fit, compares it or adds to it"),
    ("dated: bool = False", "", "looked at only where there is a form, and there it is always given"),
    (
        '"count" in fields and "member" not in fields',
        "->  'member' not in fields$",
        "no count is no zero; left out to be quick",
    ),
    (
        "in several if plan.clauses",
        "in several]$",
        "an occurrence settles nothing once and for all; left out to be quick",
    ),
    ("several = [", "entries.items\\(\\)]$|>= 1$|->  0$", "one entry doubles nothing; left out to be quick"),
    ("Entry(0, event, 1, level)", "^[01] ", "whether an entry counts never depends on its number or its count"),
    ("_MOST_FITS = 10_000", "", "a bound of memory; any number about as large does"),
    (
        "if faulty and index in faulty:",
        "->  index in faulty$",
        "no index is in an empty mapping; asked first to be quick",
    ),
    (
        "if fit.doubtful or (fit.dated",
        "->  fit.dated$",
        "the check of a day of the year finds nothing; left out to be quick",
    ),
    ("if len(some) > 1:", ">= 1$|->  0$", "one entry is in order by itself; left out to be quick"),
    ("in_time = in_time or", "->  _in_time\\(members\\)$", "one order is like the other; made once to be quick"),
    (
        'places.get(event.member or "", 0)',
        "->  event.member$|^0 ",
        "of a clause all entries name a member, or none does",
    ),
    ('event.name or ""', "->  event.name$", "of a clause all entries have a name, or none has"),
    ('entry.level or ""', "->  entry.level$", "of a clause all entries have a level, or none has"),
    ("event.points or 0", "->  event.points$|^0 ", "of a clause all entries have points, or none has"),
)

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
Node = TypeVar("Node", bound=ast.AST)
OTHER_FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """A changed module: where, what, its whole text, and why nothing can notice it, if so."""

    where: str
    what: str
    text: str
    equivalent: str


def mutants_of(module: Path) -> Iterator[Mutant]:
    """Every single change of a module."""
    source = module.read_text(encoding="utf-8")
    lines, tree = source.splitlines(), ast.parse(source)
    for owner, field, index, node in _spots(tree):
        for other in _others(node):
            _put(owner, field, index, other)
            where = f"{module.relative_to(ROOT).as_posix()}:{node.lineno}"
            what = f"{_line(node)}  ->  {_line(other)}"
            here = lines[node.lineno - 1]
            why = next((why for line, change, why in EQUIVALENT if line in here and re.search(change, what)), "")
            yield Mutant(where, what, ast.unparse(tree), why)
            _put(owner, field, index, node)


def _line(node: ast.AST) -> str:
    return ast.unparse(node).partition("\n")[0]


def _put(owner: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(owner, field, node)
    else:
        getattr(owner, field)[index] = node


def _spots(owner: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.expr | ast.stmt]]:
    """Every expression and statement that runs, with its place in its owner; annotations and docstrings do not run."""
    for field, value in ast.iter_fields(owner):
        if field in ("annotation", "returns"):
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            # what only a type checker reads
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
                continue
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
                continue
            if isinstance(node, ast.expr | ast.stmt):
                yield owner, field, index, node
            if isinstance(node, ast.AST):
                yield from _spots(node)


def _others(node: ast.expr | ast.stmt) -> Iterator[ast.expr | ast.stmt]:
    match node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                for other in COMPARISONS[type(op)]:
                    yield _changed(node, ops=[*ops[:index], other(), *ops[index + 1 :]])
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            yield _changed(node, op=OPERATORS[type(op)]())
            yield node.left
            yield node.right
        case ast.AugAssign(op=op) if type(op) in OPERATORS:
            yield _changed(node, op=OPERATORS[type(op)]())
            yield ast.copy_location(ast.Pass(), node)
        case ast.BoolOp(op=op, values=values):
            yield _changed(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
            for index in range(len(values)):
                rest = [*values[:index], *values[index + 1 :]]
                yield rest[0] if len(rest) == 1 else _changed(node, values=rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield _changed(node, value=not value)
        case ast.Constant(value=int() as value):
            yield _changed(node, value=value + 1)
            yield _changed(node, value=value - 1)
        case ast.Call(func=ast.Name(id=name)) if name in OTHER_FUNCTIONS:
            yield _changed(node, func=ast.Name(OTHER_FUNCTIONS[name]))
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.UnaryOp | ast.Compare):
            yield _changed(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.ListComp() | ast.GeneratorExp() | ast.SetComp() | ast.DictComp():
            yield from _unfiltered(node)
        case ast.Continue():
            yield ast.copy_location(ast.Pass(), node)


def _unfiltered(node: ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp) -> Iterator[ast.expr]:
    """A comprehension without one of its conditions."""
    for index, each in enumerate(node.generators):
        for place in range(len(each.ifs)):
            rest = _changed(each, ifs=[*each.ifs[:place], *each.ifs[place + 1 :]])
            yield _changed(node, generators=[*node.generators[:index], rest, *node.generators[index + 1 :]])


def _changed(node: Node, **fields: object) -> Node:
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def tests_of(module: str) -> list[list[str]]:
    """The tests that a change of a module has to fail: those of `TESTS`, and the gallery of the problems that it reports."""
    text = (ROOT / module).read_text(encoding="utf-8")
    codes = [each.name for each in sorted((ROOT / "tests/gallery").iterdir()) if f'"{each.name}"' in text]
    shown = "tests/test_gallery.py::test_each_problem_is_told_as_the_gallery_shows"
    first, *rest = TESTS.get(module, OF_SCORES)
    gallery = [f"{shown}[{code}-{language}]" for code in codes for language in ("zh", "en")]
    return [[*first], gallery, *map(list, rest)] if codes else [[*first], *map(list, rest)]


def notices(copied: Path, tests: Iterable[Sequence[str]]) -> bool:
    """Whether a test fails on the copy of the repository as it now is."""
    return any(not _passes(copied, some) for some in tests)


def _passes(copied: Path, tests: Sequence[str]) -> bool:
    """Whether these tests pass, in a process that begins with what all have in common and without wuwu."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.chdir(copied)
        # the copy, wherever it was started
        sys.path[:] = [str(copied), *(each for each in sys.path if each not in ("", str(ROOT)))]
        for name in [each for each in sys.modules if each.partition(".")[0] in ("tests", "wuwu")]:
            del sys.modules[name]
        sys.dont_write_bytecode = True
        os._exit(
            int(
                pytest.main(
                    ["-q", "-x", "-n0", "-pno:cacheprovider", "-Wignore::pytest.PytestAssertRewriteWarning", *tests]
                )
            )
        )
    return os.waitpid(child, 0)[1] == 0


def drill(modules: Iterable[str], only: str = "") -> int:
    """Try every change; print those that nothing notices, and those that nothing can. How many of the former there are."""
    noticed = missed = equivalent = 0
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "copy"
        shutil.copytree(ROOT, copied, ignore=shutil.ignore_patterns(".git", "*_cache", "*.venv"))
        for module in modules:
            tests = tests_of(module)
            if notices(copied, tests):
                sys.exit(f"the tests of {module} fail as it is")
            unchanged = (copied / module).read_bytes()
            for mutant in mutants_of(ROOT / module):
                if only not in f"{mutant.where} {mutant.what}":
                    continue
                (copied / module).write_text(mutant.text, encoding="utf-8")
                if mutant.equivalent:
                    equivalent += 1
                    print(f"{mutant.where}  {mutant.what}  ({mutant.equivalent})", flush=True)
                elif notices(copied, tests):
                    noticed += 1
                else:
                    missed += 1
                    print(f"{mutant.where}  {mutant.what}", flush=True)
            (copied / module).write_bytes(unchanged)
    share = 100 * noticed / max(1, noticed + missed)
    print(f"{noticed} of {noticed + missed} noticed: {share:.1f} %; {equivalent} that nothing can notice")
    return missed


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("modules", nargs="*", default=list(TESTS))
    arguments.add_argument("--only", default="", help="only the changes whose line holds this text")
    arguments.add_argument("--list", action="store_true", help="print the changes without trying them")
    given = arguments.parse_args()
    if given.list:
        for name in given.modules:
            for each in mutants_of(ROOT / name):
                print(each.where, each.what)
    else:
        sys.exit(min(1, drill(given.modules, given.only)))
