"""The gallery: for every problem code a folder with the least that brings it about, and what wuwu says to it, word for word.

A folder holds `log.yaml` (checked by validate-log), else `rubric.yaml` (by validate-rubric), or `command.txt` with another
command line; `zh.txt` and `en.txt` hold the output. `pytest tests/test_gallery.py --accept` writes these anew: read the diff.
"""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ledger.mistakes import WORKBOOKS
from tests.ledger.sheets import blank
from wuwu.cli import main
from wuwu.messages import LANGUAGES, load_tables

GALLERY = Path(__file__).parent / "gallery"
OUTPUTS = tuple(f"{language}.txt" for language in LANGUAGES)
CODES = sorted(
    {
        name.removeprefix("problem.")
        for table in load_tables()
        for name in table
        if name.startswith("problem.") and not name.endswith((".fix", ".cell"))
    }
)


def make_repository(folder: Path) -> None:
    for command in ("init --quiet", "add rubric.yaml", "-c user.name=a -c user.email=a@b commit --quiet -m a"):
        subprocess.run(["git", *command.split()], cwd=folder, check=True, capture_output=True)


# what a file in git cannot hold is made before the command runs
MADE: dict[str, Callable[[Path], object]] = {
    "empty-folder": lambda folder: (folder / "空").mkdir(),
    "file-too-large": lambda folder: os.truncate(_touched(folder / "很大.yaml"), 257 * 1024 * 1024),
    "lock-file": lambda folder: _touched(folder / "台账" / "~$台账.xlsx"),
    "result-among-logs": lambda folder: (folder / "台账" / "结果.xlsx").write_bytes(WORKBOOKS["result-workbook"]()),
    "is-folder": lambda folder: (folder / "台账.yaml").mkdir(),
    "no-units": lambda folder: (folder / "台账").mkdir(),
    "not-in-revision": make_repository,
    "rubric-file-unreadable": lambda folder: os.mkfifo(folder / "标准.yaml"),
    "special-file": lambda folder: os.mkfifo(folder / "管道.yaml"),
    "unknown-revision": make_repository,
}


def _ledger(make: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda folder: (folder / "台账.xlsx").write_bytes(make())


def _given(folder: Path) -> None:
    (folder / "机关党委.xlsx").write_bytes(blank(recorded_by="机关党委", given=("B5",)))


MADE["recorded-by-another"] = _given
MADE |= {code: _ledger(make) for code, make in WORKBOOKS.items()}


def _fill_disk(patch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr("os.fsync", refuse)


# what the system does to a run
DONE_TO: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "full-disk": _fill_disk,
    "process-ended": lambda patch: patch.setattr("wuwu.units.batch._begin_worker", lambda _: os._exit(1)),
}


def _touched(path: Path) -> Path:
    path.touch()
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_each_problem_is_told_as_the_gallery_shows(
    code: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
    request: pytest.FixtureRequest,
    use_bundled: Callable[[Path], None],
) -> None:
    shown = GALLERY / code
    assert shown.is_dir(), f"the gallery lacks {code}"
    room = tmp_path / "room"
    shutil.copytree(shown, room, ignore=shutil.ignore_patterns(*OUTPUTS))
    if code in MADE:
        MADE[code](room)
    if code in DONE_TO:
        DONE_TO[code](monkeypatch)
    if (room / "rubrics").is_dir():
        use_bundled(room / "rubrics")
    monkeypatch.chdir(room)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    exit_code = main(["--lang", language, *_command(room)])
    captured = capsysbinary.readouterr()
    output = f"{(captured.out + captured.err).decode()}exit code {exit_code}\n"
    golden = shown / f"{language}.txt"
    if request.config.getoption("--accept"):
        golden.write_bytes(output.encode())
    assert f"[{code}]" in output or f"title={code}::" in output  # as text has it, or GitHub
    assert golden.read_bytes().decode() == output


def _command(room: Path) -> list[str]:
    command = room / "command.txt"
    if command.exists():
        return shlex.split(command.read_bytes().decode())
    return ["validate-log", "log.yaml"] if (room / "log.yaml").exists() else ["validate-rubric", "rubric.yaml"]


def test_the_gallery_shows_nothing_else() -> None:
    assert sorted(folder.name for folder in GALLERY.iterdir()) == CODES
