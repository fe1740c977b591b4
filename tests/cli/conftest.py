"""A tiny command that stands in for a real one: `wuwu rubrics ACT [--count N] [--form F]` does what ACT says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import pytest

from wuwu.cli import main
from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.program import COMMANDS
from wuwu.messages import Words


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WUWU_LANG", "WUWU_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., int]], None]:
    """Put a function in the place of the command `rubrics`."""

    def put(run: Callable[..., int]) -> None:
        def build(words: Words) -> click.Command:
            return Command(
                "rubrics",
                words,
                run,
                about=words("cli.summary.rubrics"),
                params=[
                    Argument(["act"], metavar="ACT", required=False, explained="act"),
                    Option(["--count"], type=click.IntRange(min=1), metavar="N", help="count"),
                    Option(["--form"], type=click.Choice(["text", "json"]), help="form"),
                    Option(["--strict"], is_flag=True, help="strict"),
                ],
            )

        module = ModuleType("wuwu_test_command")
        module.build = build  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "wuwu_test_command", module)
        monkeypatch.setitem(COMMANDS, "rubrics", "wuwu_test_command")

    return put


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., tuple[int, str, str]]:
    """Call main with arguments: exit code, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


@pytest.fixture
def root() -> Path:
    """What a child process needs on its path to find the package that is under test: installed, or the checkout."""
    import wuwu

    return Path(str(wuwu.__file__)).parents[1]
