"""What every test may ask of the command line of pytest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wuwu.rubric import bundled


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the goldens anew; then read them as a diff")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether goldens and generated pages are to be written anew."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def use_bundled(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Take a folder for the folder of bundled rubrics."""

    def forget() -> None:
        bundled.bundled_files.cache_clear()
        bundled.bundled_rubrics.cache_clear()
        bundled.bundled_plan.cache_clear()

    def put(folder: Path) -> None:
        monkeypatch.setattr(bundled, "bundled_folder", lambda: folder)
        forget()

    yield put
    monkeypatch.undo()
    forget()
