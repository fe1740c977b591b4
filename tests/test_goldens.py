"""Every example's scorecard, whole, as the command line prints it: changed on purpose or not at all.

`pytest tests/test_goldens.py --accept` writes the goldens anew; what changed is then read as a diff.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wuwu.cli import main
from wuwu.report.layout.width import display_width

ROOT = Path(__file__).parent.parent
COLUMNS = 80
GOLDENS = Path(__file__).parent / "goldens"
LOGS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "examples").rglob("*.yaml")
    if "\nunit: " in path.read_text(encoding="utf-8")
)
FORMS = {".txt": (), ".explain.txt": ("--explain",), ".json": ("--format", "json")}
CASES = {
    f"{log.removeprefix('examples/').removesuffix('.yaml')}{suffix}": (log, *options)
    for log in LOGS
    for suffix, options in FORMS.items()
    # the working of every row, those that lost nothing included: one unit of each kind of rubric is enough to read
    if suffix != ".explain.txt" or Path(log).stem in {"市职业技能鉴定中心", "兰渡县人社局", "一号车间"}
} | {
    "shizhi/排名.txt": ("examples/shizhi",),
    "xianshiqu/排名.txt": ("examples/xianshiqu",),
    "xianshiqu/排名.md": ("examples/xianshiqu", "--format", "markdown"),
    "xianshiqu/排名.csv": ("examples/xianshiqu", "--format", "csv"),
    "other/units/排名.txt": ("examples/other/units",),
    "other/units/排名.json": ("examples/other/units", "--format", "json"),
    "other/inspection/排名.txt": ("examples/other/inspection",),
    "other/contract/排名.txt": ("examples/other/contract",),
    "other/contract/全年.json": ("examples/other/contract", "--annual", "--format", "json"),
    "other/teaching/排名.txt": ("examples/other/teaching",),
    "other/league/排名.txt": ("examples/other/league",),
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., bytes]:
    """Run a command in the repository's root, so that paths are shown alike on every machine; what it prints."""
    for name in ("WUWU_LANG", "WUWU_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", str(COLUMNS))
    monkeypatch.chdir(ROOT)

    def call(*arguments: str) -> bytes:
        code = main([*arguments, "--lang", "zh"])
        out, err = capsysbinary.readouterr()
        assert (code, err.decode()) == (0, "")
        return out.replace(b"\r\n", b"\n")

    return call


@pytest.mark.parametrize("golden", CASES)
def test_the_scorecard_is_the_accepted_one(
    golden: str, run: Callable[..., bytes], request: pytest.FixtureRequest
) -> None:
    printed = run("score", *CASES[golden])
    path = GOLDENS / golden
    if request.config.getoption("accept"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printed)
    assert path.is_file(), "no golden yet: read the output, then run with --accept"
    assert printed.decode() == path.read_bytes().decode()


@pytest.mark.parametrize("golden", [golden for golden in CASES if golden.endswith(".txt")])
def test_every_line_fits_the_screen_and_begins_as_a_line_may(golden: str) -> None:
    for line in (GOLDENS / golden).read_text(encoding="utf-8").splitlines():
        assert display_width(line) <= COLUMNS, line
        assert line.lstrip()[:1] not in set("，。；：、！？）》」』】〕”’…"), line


def test_no_golden_is_left_of_an_example_that_is_gone() -> None:
    kept = {path.relative_to(GOLDENS).as_posix() for path in GOLDENS.rglob("*") if path.is_file()}
    assert kept == set(CASES)
