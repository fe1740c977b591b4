"""What wuwu says to each mistake, word for word: the cell, what stands in it, what is wrong, how to mend it.

`pytest tests/ledger/test_mistakes.py --accept` writes the texts anew: read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledger.mistakes import MISTAKES
from tests.ledger.sheets import blank, fill
from wuwu.cli import main

SHOWN = Path(__file__).parent / "mistakes"


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told_with_its_cell_and_its_mend(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], accept: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    Path("台账.xlsx").write_bytes(fill(blank(), MISTAKES[name]))
    code = main(["--lang", "zh", "validate-log", "台账.xlsx"])
    output = "".join(capsys.readouterr())
    golden = SHOWN / f"{name}.txt"
    if accept:
        SHOWN.mkdir(exist_ok=True)
        golden.write_text(output)
    assert code == 1
    assert "台账.xlsx[" in output
    assert "→" in output
    assert golden.read_text() == output


def test_there_is_nothing_else() -> None:
    assert {each.stem for each in SHOWN.iterdir()} == set(MISTAKES)
