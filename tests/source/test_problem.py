from __future__ import annotations

import pickle

import pytest

from wuwu.diagnostics import Place, Problem, Rejected, Severity


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("甲.yaml"), "甲.yaml"),
        (Place("甲.yaml", 3), "甲.yaml:3"),
        (Place("甲.yaml", 3, 7), "甲.yaml:3:7"),
    ],
)
def test_a_place_reads_like_an_address(place: Place, shown: str) -> None:
    assert str(place) == shown


def test_problems_survive_a_journey_between_processes() -> None:
    problem = Problem("duplicate-key", Place("a", 1, 2), {"key": "甲"}, Severity.WARNING)
    rejected = Rejected([problem, Problem("x", None)])
    again = pickle.loads(pickle.dumps(rejected))
    assert again.problems == rejected.problems
    assert str(again) == "a:1:2: duplicate-key; x"
    assert len({problem, pickle.loads(pickle.dumps(problem))}) == 1


def test_rejected_needs_a_problem() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Rejected([])
