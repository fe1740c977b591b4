"""What every test may ask of the command line of pytest."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the goldens anew; then read them as a diff")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether goldens and generated pages are to be written anew."""
    return bool(request.config.getoption("--accept"))
