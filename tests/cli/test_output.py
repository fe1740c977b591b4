"""What leaves the program: files whole or not at all, streams that never crash; and real processes with real pipes."""

from __future__ import annotations

import errno
import json
import os
import select
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from wuwu.cli.output import console, uses_color, write_output
from wuwu.diagnostics import Rejected
from wuwu.messages import Phrase

EXAMPLES = Path(__file__).parents[2] / "examples" / "shizhi"
posix = pytest.mark.skipif(os.name != "posix", reason="permissions, links and devices as POSIX has them")

# A program like wuwu's own start, with one command that writes a lot of Chinese.
CHATTERBOX = """
import sys
from types import ModuleType
from wuwu.cli import main
from wuwu.cli.command import Command
from wuwu.cli.output import write_output
from wuwu.cli.program import COMMANDS

def talk(words):
    for _ in range(20000):
        write_output("考评内容 ✓ 12.5 分\\n")
    return 0

module = ModuleType("talk")
module.build = lambda words: Command("rubrics", words, talk, about="-")
sys.modules["talk"], COMMANDS["rubrics"] = module, "talk"
sys.exit(main())
"""


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Rejected) as caught:
        act()
    (problem,) = caught.value.problems
    return problem.code


def test_new_file(tmp_path: Path) -> None:
    write_output("得分 97.5\n", tmp_path / "得分单.md")
    assert (tmp_path / "得分单.md").read_bytes() == "得分 97.5\n".encode()
    assert names_in(tmp_path) == ["得分单.md"]


@posix
def test_permissions_are_those_of_any_new_file_or_of_the_old_one(tmp_path: Path) -> None:
    plain, made, old = tmp_path / "plain", tmp_path / "made", tmp_path / "old"
    plain.touch()
    old.touch()
    old.chmod(0o640)
    for path in (made, old):
        write_output(b"1", path)
    assert made.stat().st_mode == plain.stat().st_mode
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "full-disk"), (errno.EACCES, "unwritable-file"), (errno.EIO, "unwritable-file")],
)
def test_old_file_survives_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    path = tmp_path / "ranking.xlsx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(step, fail)
    assert code_of(lambda: write_output(b"new", path)) == code
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["ranking.xlsx"]


def test_nothing_is_left_behind_by_an_interruption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_output(b"new", tmp_path / "a")
    assert names_in(tmp_path) == []


def test_paths_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert code_of(lambda: write_output(b"", tmp_path)) == "is-folder"
    assert code_of(lambda: write_output(b"", tmp_path / "none" / "a")) == "missing-folder"
    assert code_of(lambda: write_output(b"", tmp_path / "file" / "a")) == "missing-folder"


def test_read_only_file_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write anything
    assert code_of(lambda: write_output(b"new", path)) == "unwritable-file"
    assert path.read_bytes() == b"old"


@posix
def test_links_and_devices_stay_what_they_are(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.touch()
    link.symlink_to(real)
    write_output(b"1", link)
    assert link.is_symlink()
    assert real.read_bytes() == b"1"
    write_output(b"1", os.devnull)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@posix
def test_a_link_that_leads_nowhere_or_back_to_itself(tmp_path: Path) -> None:
    circle, ahead, astray = tmp_path / "circle", tmp_path / "ahead", tmp_path / "astray"
    circle.symlink_to(circle)
    ahead.symlink_to(tmp_path / "made")
    astray.symlink_to(tmp_path / "none" / "a")
    assert code_of(lambda: write_output(b"1", circle)) == "unwritable-file"
    assert code_of(lambda: write_output(b"1", astray)) == "missing-folder"
    write_output(b"1", ahead)
    assert (tmp_path / "made").read_bytes() == b"1"
    assert all(link.is_symlink() for link in (circle, ahead, astray))


@posix
def test_a_place_that_takes_no_files_is_no_missing_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))  # as /proc says it

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(Rejected) as caught:
        write_output(b"1", tmp_path / "a")
    assert caught.value.problems[0].params["reason"] == Phrase("refusal.no-place")


@posix
def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    write_output("分\n", pipe)
    reader.join()
    assert heard == ["分\n".encode()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("path", [None, "-"])
def test_standard_output(path: str | None, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_output("分\n", path)
    write_output("分\n".encode(), path)
    assert capsysbinary.readouterr().out == "分\n分\n".encode()


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": ""}, False),
    ],
)
def test_color(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], environment: dict[str, str], colored: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert uses_color(sys.stdout) is colored
    console().print("得分", style="red")
    assert ("\033[31m" in capsys.readouterr().out) is colored


def test_console_reads_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    console().print("[/] [red]说明[/red] :smile:")
    assert capsys.readouterr().out == "[/] [red]说明[/red] :smile:\n"


def start(root: Path, *arguments: str, script: str | None = None, **extra: str) -> subprocess.Popen[bytes]:
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    program = ["-c", script] if script else ["-m", "wuwu"]
    return subprocess.Popen(
        [sys.executable, *program, *arguments],
        env={**keep, "PYTHONPATH": str(root), **extra},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("encoding", ["cp936", "ascii", "utf-8"])
def test_streams_of_any_encoding(root: Path, encoding: str) -> None:
    out, err = start(root, "--help", PYTHONIOENCODING=encoding).communicate()
    assert (b"PYTHONUTF8=1" in err) is (encoding == "ascii")
    assert out.decode(encoding).startswith("???" if encoding == "ascii" else "用法")
    process = start(root, "rubrics", script=CHATTERBOX, PYTHONIOENCODING=encoding)
    out, err = process.communicate()
    assert process.returncode == 0
    assert (b"U+2713" in err) is (encoding != "utf-8")
    assert out.decode(encoding).count("12.5") == 20000
    process = start(root, "算分", PYTHONIOENCODING=encoding)
    out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert b"Traceback" not in err


def test_broken_pipe(root: Path) -> None:
    process = start(root, "rubrics", script=CHATTERBOX)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0
    process.stderr.close()


def test_a_reader_who_leaves_takes_no_workbook_away(root: Path, tmp_path: Path) -> None:
    for number, log in enumerate((EXAMPLES, EXAMPLES / "市人事考试院.yaml")):
        book = tmp_path / f"{number}.xlsx"
        process = start(root, "score", str(log), "--format", "json", "--xlsx", str(book))
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait() == 0
        assert book.read_bytes().startswith(b"PK")


@posix
@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [(">&-", 0, ""), (">&- 2>&-", 0, ""), ("2>&-", 0, ""), (">/dev/full", 3, "输出不完整（磁盘已满")],
)
def test_closed_and_full_streams(root: Path, redirection: str, code: int, said: str) -> None:
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    for arguments in ("--version", "--help"):
        done = subprocess.run(
            ["sh", "-c", f'"{sys.executable}" -m wuwu {arguments} {redirection}'],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == code
        assert said in done.stderr.decode()
        assert b"Traceback" not in done.stderr
        assert b"Exception" not in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("form", ["json", "text"])
@posix
def test_all_is_written_or_the_run_fails(root: Path, tmp_path: Path, unbuffered: str, form: str) -> None:
    import resource

    whole = start(root, "score", str(EXAMPLES), "--format", form).communicate()[0]
    most = len(whole) // 2
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "wuwu", "score", str(EXAMPLES), "--format", form],
            env={"PYTHONPATH": str(root), "PYTHONUNBUFFERED": unbuffered, "PYTHONIOENCODING": "utf-8"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert "[incomplete-output]" in done.stderr.decode()
    assert whole.startswith((tmp_path / "out").read_bytes())


@pytest.mark.parametrize("unbuffered", ["", "1"])
@posix
def test_a_pipe_that_does_not_wait_gets_everything(root: Path, unbuffered: str) -> None:
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    process = subprocess.Popen(
        [sys.executable, "-m", "wuwu", "score", str(EXAMPLES), "--format", "json"],
        env={"PYTHONPATH": str(root), "PYTHONUNBUFFERED": unbuffered, "PYTHONIOENCODING": "utf-8"},
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    select.select([ours], [], [])  # until the pipe begins to fill
    got = b""
    while piece := os.read(ours, 4096):
        got += piece
    os.close(ours)
    assert (process.communicate()[1], process.returncode) == (b"", 0)
    assert json.loads(got)["schema"] == "wuwu/ranking@1"
    assert len(got) > 65536


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "ascii"])
def test_characters_that_an_encoding_lacks_are_named(root: Path, tmp_path: Path, encoding: str) -> None:
    log = tmp_path / "a.yaml"
    log.write_text("unit: 㛃𠮷镇\nrubric: shizhi\nyear: 2018\nevents: []\n", encoding="utf-8")
    process = start(root, "score", str(log), PYTHONIOENCODING=encoding)
    out, err = process.communicate()
    assert process.returncode == 0
    assert out.decode(encoding).startswith({"gbk": "??镇", "utf-8": "㛃𠮷镇", "ascii": "???"}[encoding])
    assert [code in err.decode(encoding) for code in ("U+36C3", "U+20BB7")] == [encoding != "utf-8"] * 2
    assert ("U+9547" in err.decode(encoding)) is (encoding == "ascii")
    process = start(root, "validate-log", "没有㛃.yaml", PYTHONIOENCODING=encoding)  # standard error loses as much
    assert (b"U+36C3" in process.communicate()[1]) is (encoding != "utf-8")


@pytest.mark.parametrize("variable", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("size", ["0", "1" * 5000, "-1", "八十", "٣"])
def test_a_size_that_no_screen_has_is_passed_over(root: Path, variable: str, size: str) -> None:
    process = start(root, "diff", "shizhi", "xianshiqu", PYTHONIOENCODING="utf-8", **{variable: size})
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert out == start(root, "diff", "shizhi", "xianshiqu", PYTHONIOENCODING="utf-8").communicate()[0]


def test_the_narrowest_screen_loses_nothing(root: Path) -> None:
    shown = [
        start(root, "diff", "shizhi", "xianshiqu", PYTHONIOENCODING="utf-8", COLUMNS=columns).communicate()[0]
        for columns in ("1", "40")
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("module", ["wuwu.cli.main", "click", "wuwu.messages", "wuwu.cli.score"])
def test_an_interruption_while_it_starts_is_no_traceback(root: Path, module: str) -> None:
    script = f"""
import sys
class Interrupted:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from wuwu.cli import main
sys.exit(main())
"""
    process = start(root, "score", str(EXAMPLES), script=script)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


@posix
@pytest.mark.parametrize(
    "command",
    [
        "(echo first; wuwu -o /dev/stdout) | cat",
        "echo first > file; wuwu -o /dev/stdout >> file; cat file",
        "(echo first; wuwu -o /dev/stderr 2>&1 >/dev/null) | cat",
        "echo first > file; wuwu -o /dev/stderr 2>> file; cat file",
    ],
)
def test_the_names_of_the_streams_are_no_files_to_replace(root: Path, tmp_path: Path, command: str) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("no /dev/stdout here")
    wuwu = f'"{sys.executable}" -m wuwu --lang en rubrics --format json'
    done = subprocess.run(
        ["sh", "-c", command.replace("wuwu", wuwu)],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.startswith(b'first\n{\n  "schema": "wuwu/rubrics@1",')


def test_help_and_version_import_nothing_heavy(root: Path) -> None:
    script = (
        "import sys; from wuwu.cli import main; code = main();"
        "heavy = {'pydantic', 'rich', 'yaml', 'openpyxl'} & set(sys.modules);"
        "sys.exit(f'{code} {heavy}' if heavy or code else 0)"
    )
    for argument in ("--help", "--version"):
        process = start(root, argument, script=script)
        _, err = process.communicate()
        assert (process.returncode, err) == (0, b"")
