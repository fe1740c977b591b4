"""The docs are true: what they show is run, and what the program has they name.

In a page, a line before a fence that ends in `NAME` and a colon writes it as a file beside the examples; a `console` fence is
run line by line and, where it shows output, printed so (`...` stands for any lines); `<!-- exit: N -->` is the code of the fence's
last command (0 if not said). The lines of a `bat` fence have no prompt, and their output is not shown; a `pycon` fence is a
doctest. A page runs from top to bottom in a folder of its own, and what one `pycon` fence names the next one knows.
`pytest tests/test_docs.py --accept` writes the outputs anew, where they are shown whole.
"""

from __future__ import annotations

import doctest
import importlib.util
import io
import re
import shlex
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest

from wuwu.cli import main
from wuwu.cli.program import COMMANDS, Program
from wuwu.log.declared import Log
from wuwu.messages import LANGUAGES, Words
from wuwu.rubric.declared import (
    Acceptance,
    Alternative,
    Annual,
    Dimension,
    GradeBand,
    GradeQuota,
    Item,
    JointLimit,
    Part,
    RankingOrder,
    Reading,
    Rubric,
    Unscored,
    Word,
)
from wuwu.rules import FIGURES, KINDS, SCALES
from wuwu.rules.deduction import Deduction
from wuwu.rules.kind import Condition, Entry, Example, Facts
from wuwu.schema.event import Event
from wuwu.schema.models import fields_of
from wuwu.source.files import read_document
from wuwu.source.yaml_reader import parse_document

ROOT = Path(__file__).parent.parent
PAGES = [
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "docs/architecture.md",
    "docs/excel.zh-CN.md",
    "docs/log-format.md",
    "docs/python-api.md",
    "docs/log-format.zh-CN.md",
    "docs/rubric-language.md",
    "docs/rubric-language.zh-CN.md",
    "docs/semantics.md",
]
CHINESE = {page for page in PAGES if page.endswith(".zh-CN.md")}
FENCE = re.compile(
    r"(?:^ *<!-- exit: (?P<exit>\d) -->\n|`(?P<file>[^`\n]+)`[:：]\n\n)?^ *```(?P<kind>[a-z]+)\n(?P<body>.*?)^ *```$",
    re.DOTALL | re.MULTILINE,
)
WUWU = re.compile(r"(?:\$ )?wuwu (\S+)")


class Fence(NamedTuple):
    """A fenced block: its language, what stands in it and where, the file it is, the exit code of its last command."""

    kind: str
    body: str
    span: tuple[int, int]
    file: str | None
    exit: int


def _fences(page: str) -> Iterator[Fence]:
    for match in FENCE.finditer(_text(page)):
        yield Fence(match["kind"], match["body"], match.span("body"), match["file"], int(match["exit"] or 0))


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


class Outcome(NamedTuple):
    """What a command came to: its exit code and everything it printed."""

    code: int
    printed: str


Run = Callable[[str], Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples and rubrics, as a clone has them, to run in."""
    for name in ("examples", "rubrics"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("WUWU_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command line that begins with `wuwu` (its input may come from `< FILE`)."""

    def call(line: str) -> Outcome:
        program, *arguments = shlex.split(line)
        assert program == "wuwu", f"the docs show a command that is not wuwu's: {line}"
        with monkeypatch.context() as patch:
            if "<" in arguments:
                at = arguments.index("<")
                patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(arguments[at + 1]).read_bytes())))
                arguments[at:] = []
            code = main(arguments)
        out, err = capsysbinary.readouterr()
        return Outcome(code, (out + err).decode().replace("\r\n", "\n"))

    return call


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_is_what_happens(
    page: str, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("WUWU_LANG", "zh" if page in CHINESE else "en")
    accept = request.config.getoption("accept")
    new: list[tuple[tuple[int, int], str]] = []
    known: dict[str, Any] = {}
    for fence in _fences(page):
        if fence.file is not None:
            (folder / fence.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / fence.file).write_text(fence.body, encoding="utf-8")
        if fence.kind == "bat":
            lines = list(filter(WUWU.match, map(str.strip, fence.body.splitlines())))  # setting up is another test's
            for number, line in enumerate(lines, 1):
                assert run(line).code == (fence.exit if number == len(lines) else 0), line
        elif fence.kind == "console":
            shown = _run_console(fence, run, accept)
            if not fence.body.startswith(" "):  # within a list no output is shown
                new.append((fence.span, shown))
        elif fence.kind == "pycon":
            test = doctest.DocTestParser().get_doctest(fence.body, known, page, page, 0)
            assert doctest.DocTestRunner(verbose=False).run(test, clear_globs=False).failed == 0
            known = test.globs
    if accept:
        text = _text(page)
        for (start, end), shown in reversed(new):
            text = text[:start] + shown + text[end:]
        (ROOT / page).write_text(text, encoding="utf-8", newline="\n")


def test_the_scale_of_the_recipe_measures(tmp_path: Path) -> None:
    (recipe,) = [fence.body for fence in _fences("CONTRIBUTING.md") if fence.kind == "python"]
    (tmp_path / "square.py").write_text(textwrap.dedent(recipe), encoding="utf-8")
    scale = _module(tmp_path / "square.py").Square.model_validate({"each": "2"})
    rule = Deduction.model_validate({"id": "A1.迟到", "kind": "deduction"})
    for count, measured in ((0, 0), (1, 2), (3, 18)):
        entries = [Entry(0, Event(clause=rule.id, count=count), count, None)] if count else []
        amount = scale.amount(rule, Facts({rule.id: entries}, (), {rule.id: rule}, frozenset()))
        assert amount.points == measured
    assert scale.forms(rule)[0].takes >= {"date"}


def _run_console(fence: Fence, run: Run, accept: bool) -> str:
    """Run the commands of a fence and hold their output against what is shown; the fence as it should read."""
    commands = re.findall(r"^ *\$ (.+)\n((?:(?! *\$ ).*\n)*)", fence.body, re.MULTILINE)
    assert commands, fence.body
    whole = ""
    for number, (line, claimed) in enumerate(commands, 1):
        code, printed = run(line)
        due = fence.exit if number == len(commands) else 0
        assert code == due, f"{line}\n{printed}"
        shown = printed if accept and claimed and "..." not in claimed.splitlines() else claimed
        if shown:
            pattern = "".join(".*?" if each == "...\n" else re.escape(each) for each in shown.splitlines(keepends=True))
            assert re.fullmatch(pattern, printed, re.DOTALL), f"{line}\n{printed}"
        whole += f"$ {line}\n{shown}"
    return whole


# --- what there is, is named -------------------------------------------------------------------------------------


def _named(page: str) -> set[str]:
    """Every word that a page sets in code, outside its fences."""
    text = FENCE.sub("", _text(page))
    return {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w@/-]+", code)}


def test_every_command_is_run_in_a_readme_in_both_languages() -> None:
    for page in ("README.md", "README.zh-CN.md"):
        lines = [
            line for fence in _fences(page) if fence.kind in ("console", "bat") for line in fence.body.splitlines()
        ]
        shown = {command[1] for line in lines if (command := WUWU.match(line.strip()))}
        assert shown >= set(COMMANDS), page


def test_every_option_of_scoring_is_named_in_the_readme() -> None:
    command = Program(Words("en")).get_command(click.Context(click.Command("wuwu")), "score")
    assert command is not None
    options = {name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts}
    text = _text("README.md")
    assert {name for name in options if name not in text} == {"--output"}, "its short form -o is shown"


@pytest.mark.parametrize("page", ["docs/log-format.md", "docs/log-format.zh-CN.md"])
@pytest.mark.parametrize("model", [Log, Event])
def test_every_field_of_a_log_is_documented(model: Any, page: str) -> None:
    assert set(fields_of(model)) - _named(page) == set()


LANGUAGE = [
    *KINDS, *FIGURES, *(scale for some in SCALES.values() for scale in some), GradeQuota, JointLimit, RankingOrder, Annual,
    Rubric, Dimension, Item, Part, Reading, Alternative, Acceptance, Unscored, GradeBand, Word, Condition, Example
]  # fmt: skip


@pytest.mark.parametrize("model", LANGUAGE, ids=lambda model: model.__name__)
def test_every_word_of_the_rubric_language_is_documented(model: Any) -> None:
    named = _named("docs/rubric-language.md")
    assert set(model.model_fields) - named == set()


def test_every_rule_kind_and_figure_has_its_section() -> None:
    text = _text("docs/rubric-language.md")
    kinds = [kind.model_fields["kind"].annotation.__args__[0] for kind in KINDS]  # type: ignore[union-attr]
    figures = [figure.model_fields["figure"].annotation.__args__[0] for figure in FIGURES]  # type: ignore[union-attr]
    headings = [name for line in re.findall(r"^### (.+)", text, re.MULTILINE) for name in line.split(", ")]
    assert [name for name in [*kinds, *figures, *SCALES] if name not in headings] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_kind_and_figure_has_its_names(language: str) -> None:
    words = Words(language)
    fields = [model.model_fields.get("kind") or model.model_fields["figure"] for model in (*KINDS, *FIGURES)]
    for name in [field.annotation.__args__[0] for field in fields]:  # type: ignore[union-attr]
        assert words(f"kind.{name}")


def test_the_rules_shown_are_rules_of_the_official_tables() -> None:
    table = read_document(ROOT / "rubrics" / "shizhi.yaml").require().data
    rules = {rule["id"]: rule for rule in _mappings(table) if "kind" in rule and "id" in rule}
    shown = [fence.body for fence in _fences("docs/rubric-language.md") if fence.body.startswith("- id: ")]
    assert len(shown) >= len(KINDS)
    for body in shown:
        (rule,) = parse_document(f"rules:\n{body}".encode(), "docs").require().data["rules"]
        assert rule.items() <= rules[rule["id"]].items()


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inner)


def test_the_architecture_names_every_module_of_the_house() -> None:
    floors = [
        line.strip(' ",')
        for line in _text("pyproject.toml").partition("layers = [\n")[2].partition("\n]")[0].split("\n")
    ]
    order = {name.strip(): -number for number, floor in enumerate(floors) for name in floor.split(":")}
    rows = [
        re.findall(r"`([a-z_]+)(?:\.py|/)`", row.split("|")[1])
        for row in _text("docs/architecture.md").splitlines()
        if row[:3] == "| `"
    ]
    told = [order[name] for row in rows for name in row]
    assert told == sorted(told), "the floors are listed from the ground"
    here = {path.stem if path.suffix else path.name for path in (ROOT / "wuwu").iterdir() if path.name[0] not in "_."}
    named = set(re.findall(r"`(?:wuwu/)?([a-z_]+)(?:\.py|/)`", _text("docs/architecture.md")))
    assert here - {"py"} - named == set()
    assert named - here - {"rubrics"} == set()


@pytest.mark.parametrize("page", [*PAGES, "CHANGELOG.md"])
def test_every_link_leads_somewhere(page: str) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", _text(page))
    gone = [
        target
        for target in targets
        if "://" not in target and not (ROOT / page).parent.joinpath(target.partition("#")[0]).exists()
    ]
    assert gone == []


def test_the_readme_begins_with_two_commands_that_set_everything_up() -> None:
    shells = [fence.body for fence in _fences("README.md") if fence.kind == "sh"]
    assert len(shells) == 2
    assert all(len(body.splitlines()) == 1 for body in shells)
    assert "wuwu score examples/" in shells[0]
    assert "pytest" in shells[1]


# --- the pictures ------------------------------------------------------------------------------------------------


def _drawing() -> Any:
    return _module(ROOT / "docs" / "images" / "make.py")


@pytest.mark.parametrize("name", sorted(_drawing().PICTURES))
def test_a_picture_shows_what_the_program_prints(name: str) -> None:
    drawing = _drawing()
    drawn = drawing.draw(drawing.screen(drawing.PICTURES[name]))
    assert drawn == (drawing.HERE / name).read_text(encoding="utf-8"), "run python docs/images/make.py and look"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written: Path = _drawing().write_workbook(tmp_path_factory.mktemp("book"))
    return written


@pytest.mark.parametrize("name", sorted(_drawing().PAGES))
def test_a_picture_shows_a_sheet_of_the_workbook_as_it_is(name: str, book: Path) -> None:
    drawing = _drawing()
    sheet, _ = drawing.PAGES[name]
    digest = drawing.digest_sheet(book, sheet)
    assert drawing.read_mark((drawing.HERE / name).read_bytes()) == digest, "run python docs/images/make.py and look"


def test_the_script_for_windows_is_written_as_windows_reads_it() -> None:
    raw = (ROOT / "docs" / "算分.bat").read_bytes()
    text = raw.decode("gbk")
    assert raw.count(b"\n") == raw.count(b"\r\n") > 10
    assert 'score "%~1" --xlsx "%RESULT%"' in text
    assert text.rstrip().endswith("pause\r\nendlocal")
