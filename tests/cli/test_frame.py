"""The frame of the command line: languages, help, usage errors, exit codes, and the door that every error leaves by."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import NoReturn

import pytest

from wuwu import __version__
from wuwu.cli.language import choose_language
from wuwu.cli.program import COMMANDS
from wuwu.diagnostics import Place, Problem, Rejected, Severity
from wuwu.messages import Words
from wuwu.messages.cli import MESSAGES

Run = Callable[..., tuple[int, str, str]]
Install = Callable[[Callable[..., int]], None]


def nothing(words: Words, **_: object) -> int:
    return 0


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "fr_FR.UTF-8"}, "zh"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "en", "LANG": "zh_CN"}, "en"),
        ([], {"WUWU_LANG": "en", "LANG": "zh_CN.GBK"}, "en"),
        ([], {"WUWU_LANG": "klingon", "LANG": "en_US"}, "en"),
        (["--lang", "zh", "score"], {"WUWU_LANG": "en"}, "zh"),
        (["score", "a.yaml", "--lang=en"], {}, "en"),
        (["--lang", "zh", "score", "--lang", "en"], {}, "en"),
        (["score", "--", "--lang", "en"], {}, "zh"),
        (["score", "--lang"], {"LANG": "en_US"}, "en"),
    ],
)
def test_language(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert choose_language(arguments, environment) == language


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_in_chinese(run: Run, flag: str) -> None:
    code, out, err = run(flag)
    assert (code, err) == (0, "")
    assert out.startswith("用法：wuwu [选项] 命令 [参数]…\n")
    assert "\n命令：\n" in out
    assert "\n选项：\n" in out
    assert "Usage" not in out


def test_help_in_english(run: Run) -> None:
    code, out, err = run("--lang", "en", "--help")
    assert (code, err) == (0, "")
    assert out.isascii()
    assert out.startswith("Usage: wuwu [OPTIONS] COMMAND [ARGS]...\n")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_summarises_every_command(run: Run, language: str) -> None:
    _, out, _ = run("--lang", language, "--help")
    first_words = [line.split()[0] for line in out.splitlines() if line.strip()]
    assert [word for word in first_words if word in COMMANDS] == list(COMMANDS)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_help_keeps_within_the_screen(run: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    from wuwu.report.layout.width import display_width

    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = run("--help")
    assert max(map(display_width, out.splitlines())) <= max(width, 44)


def test_every_message_has_two_languages_with_the_same_values() -> None:
    from string import Formatter

    for code, (chinese, english) in MESSAGES.items():
        fields = [{field for _, field, _, _ in Formatter().parse(text) if field} for text in (chinese, english)]
        assert fields[0] == fields[1], code


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"wuwu {__version__}\n", "")


def test_no_command_shows_the_help_as_a_usage_error(run: Run) -> None:
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("用法：")
    assert run("--lang", "en")[0] == 2


def test_help_of_a_command(run: Run, install: Install) -> None:
    install(nothing)
    code, out, err = run("rubrics", "--help")
    assert (code, err) == (0, "")
    assert out.startswith("用法：wuwu rubrics [选项] ACT\n")
    assert "参数：\n  ACT" in out
    assert "--lang [zh|en]" in out
    _, out, _ = run("rubrics", "--lang", "en", "-h")
    assert out.startswith("Usage: wuwu rubrics [OPTIONS] ACT\n")


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (["scroe"], "没有“scroe”这个命令。您要的是 score 吗？", "Unknown command scroe. Did you mean score?"),
        (["zzz"], "没有“zzz”这个命令。", "Unknown command zzz."),
        (
            ["--vresion"],
            "没有 --vresion 这个选项。您要的是 --version 吗？",
            "Unknown option --vresion. Did you mean --version?",
        ),
        (
            ["rubrics", "--from", "json"],
            "没有 --from 这个选项。您要的是 --form 吗？",
            "Unknown option --from. Did you mean --form?",
        ),
        (["rubrics", "-x"], "没有 -x 这个选项。", "Unknown option -x."),
        (["rubrics", "a", "b", "c"], "多余的参数：b c。", "Too many arguments: b c."),
        (
            ["rubrics", "--form", "jsn"],
            "--form 不能写“jsn”，可写：text、json。您要的是 json 吗？",
            "jsn is not a choice for --form; choose from: text, json. Did you mean json?",
        ),
        (
            ["rubrics", "--count", "many"],
            "--count 应为不小于 1 的整数，不能写“many”。",
            "--count must be a whole number of at least 1, not many.",
        ),
        (
            ["rubrics", "--count", "0"],
            "--count 应为不小于 1 的整数，不能写“0”。",
            "--count must be a whole number of at least 1, not 0.",
        ),
        (["rubrics", "--count"], "选项 --count 需要写一个值。", "The option --count needs a value."),
        (["rubrics", "--strict=1"], "选项 --strict 不带值。", "The option --strict takes no value."),
    ],
)
def test_usage_errors(run: Run, install: Install, arguments: list[str], chinese: str, english: str) -> None:
    install(nothing)
    for language, sentence in (("zh", f"错误：{chinese}"), ("en", f"Error: {english}")):
        code, out, err = run("--lang", language, *arguments)
        assert (code, out) == (2, "")
        assert err.splitlines()[0] == sentence
        assert err.splitlines()[1].startswith({"zh": "用法：wuwu", "en": "Usage: wuwu"}[language])


@pytest.mark.parametrize("arguments", [["--lang", "fr", "--help"], ["rubrics", "--lang", "fr"], ["--lang=", "rubrics"]])
def test_unknown_language_is_usage(run: Run, install: Install, arguments: list[str]) -> None:
    install(nothing)
    code, _, err = run(*arguments)
    assert code == 2
    assert "zh、en" in err


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_a_command_returns_its_exit_code(run: Run, install: Install, code: int) -> None:
    install(lambda words, **_: code)
    assert run("rubrics") == (code, "", "")


def test_a_command_gets_its_words_and_values(run: Run, install: Install) -> None:
    seen: dict[str, object] = {}

    def remember(words: Words, **values: object) -> int:
        seen.update(values, heading=words("cli.heading.options"))
        return 0

    install(remember)
    run("rubrics", "go", "--count", "2", "--lang", "en")
    assert seen == {"act": "go", "count": 2, "form": None, "strict": False, "heading": "Options"}


@pytest.mark.parametrize(
    ("codes", "severity", "expected"),
    [
        (["not-utf8"], Severity.ERROR, 1),
        (["unwritable-file"], Severity.ERROR, 3),
        (["not-utf8", "missing-file"], Severity.ERROR, 3),
        (["not-utf8"], Severity.NOTE, 1),
    ],
)
def test_rejected(
    run: Run, install: Install, monkeypatch: pytest.MonkeyPatch, codes: list[str], severity: Severity, expected: int
) -> None:
    def reject(words: Words, **_: object) -> NoReturn:
        raise Rejected([Problem(code, Place("a.yaml"), {"encoding": "GB18030"}, severity) for code in codes])

    monkeypatch.setattr("wuwu.report.findings.problems.render_problems", lambda problems, *_: f"{len(problems)}\n")
    install(reject)
    assert run("rubrics") == (expected, "", f"{len(codes)}\n")


class UnheardError(RuntimeError):
    """A defect nobody thought of."""


def fail(words: Words, **_: object) -> NoReturn:
    raise UnheardError("两行\n的 [/] {brace}")


def test_a_defect_is_an_apology_and_no_traceback(run: Run, install: Install) -> None:
    install(fail)
    code, out, err = run("rubrics")
    assert (code, out) == (3, "")
    assert "UnheardError: 两行 的 [/] {brace}" in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/tmp/x"), "磁盘已满，或超过配额 [/tmp/x]"),
        (OSError(errno.EMFILE, "Too many open files"), "同时打开的文件太多"),
        (MemoryError(), "内存不足"),
    ],
)
def test_what_the_system_refuses_is_told_in_words(run: Run, install: Install, error: Exception, said: str) -> None:
    def raise_it(words: Words, **_: object) -> NoReturn:
        raise error

    install(raise_it)
    assert run("rubrics") == (3, "", f"错误：系统拒绝了操作：{said}\n")


@pytest.mark.parametrize("error", [RecursionError(), UnicodeError(), ImportError("gone")])
def test_whatever_is_raised_is_an_apology(run: Run, install: Install, error: Exception) -> None:
    def raise_it(words: Words, **_: object) -> NoReturn:
        raise error

    install(raise_it)
    code, _, err = run("--lang", "en", "rubrics")
    assert code == 3
    assert type(error).__name__ in err
    assert err.isascii()


def test_a_defect_shows_itself_on_request(run: Run, install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    install(fail)
    monkeypatch.setenv("WUWU_DEBUG", "1")
    assert "Traceback" in run("rubrics")[2]


def test_interrupted(run: Run, install: Install) -> None:
    def interrupt(words: Words, **_: object) -> NoReturn:
        raise KeyboardInterrupt

    install(interrupt)
    code, _, err = run("rubrics")
    assert code == 130
    assert "Traceback" not in err


def test_a_closed_pipe_is_no_error(run: Run, install: Install) -> None:
    def closed(words: Words, **_: object) -> NoReturn:
        raise BrokenPipeError

    install(closed)
    assert run("rubrics") == (0, "", "")


@pytest.mark.parametrize("command", list(COMMANDS))
def test_help_is_a_command_too(run: Run, command: str) -> None:
    assert run("help", command) == run(command, "--help")
    assert run("help") == run("--help")
    assert run("--lang", "en", "help", command) == run("--lang", "en", command, "--help")


def test_help_of_a_command_that_there_is_not(run: Run) -> None:
    code, out, err = run("help", "scroe")
    assert (code, out) == (2, "")
    assert "score" in err
    assert run("help", "score", "diff")[0] == 2
