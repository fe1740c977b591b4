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
    problem = Problem("duplicate-key", Place("a", 1, 2), {"key": "甲", "first_line": 1}, Severity.WARNING)
    rejected = Rejected([problem, Problem("empty-path", None)])
    again = pickle.loads(pickle.dumps(rejected))
    assert again.problems == rejected.problems
    assert str(again) == str(rejected)
    assert len({problem, pickle.loads(pickle.dumps(problem))}) == 1


def test_what_is_wrong_can_be_read_in_either_language() -> None:
    problem = Problem(
        "unknown-rubric", Place("甲.yaml", 2, 9), {"rubric": "shizi", "known": ["shizhi"], "nearest": ["shizhi"]}
    )
    assert str(problem) == f"甲.yaml:2:9: {problem.message()} [unknown-rubric]"
    assert "shizi" in problem.message("en")
    assert "评分标准" in problem.message("zh")
    assert str(Rejected([problem, problem])) == f"{problem}\n{problem}"


def test_rejected_needs_a_problem() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Rejected([])
