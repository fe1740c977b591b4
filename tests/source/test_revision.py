from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from wuwu.diagnostics import CANNOT_BE_READ, Rejected
from wuwu.source.revision import is_revision, read_revision

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    (tmp_path / "表").mkdir()
    (tmp_path / "表" / "甲.yaml").write_bytes(b"a: 1\r\n")
    git("add", ".")
    git("commit", "-m", "first")
    (tmp_path / "表" / "甲.yaml").write_bytes(b"a: 2\n")
    return tmp_path


def code_of(spec: str, cwd: Path) -> str:
    with pytest.raises(Rejected) as caught:
        read_revision(spec, cwd).require()
    (problem,) = caught.value.problems
    assert problem.code in CANNOT_BE_READ
    assert str(problem.place)
    return problem.code


@needs_git
def test_the_bytes_of_a_revision(repository: Path) -> None:
    assert read_revision("HEAD:表/甲.yaml", repository).require() == b"a: 1\r\n"
    assert read_revision("HEAD:./甲.yaml", repository / "表").require() == b"a: 1\r\n"


@needs_git
def test_what_a_revision_lacks(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert code_of("HEAD:none.yaml", repository) == "not-in-revision"
    assert code_of("HEAD:表", repository) == "not-in-revision"
    assert code_of("HEAD:", repository) == "not-in-revision"
    for spec in ("v9:a.yaml", "--help:a.yaml", ":a.yaml", "HEAD\0:a", "HEAD --:a"):
        assert code_of(spec, repository) == "unknown-revision"


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert code_of("HEAD:a.yaml", tmp_path) == "no-git"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert code_of("HEAD:a.yaml", tmp_path) == "no-git"
    assert code_of("HEAD:a.yaml", tmp_path / "none") == "no-git"


def test_what_counts_as_a_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_revision("HEAD~1:rubrics/a.yaml")
    assert not is_revision("rubrics/a.yaml")
    assert not is_revision(r"C:\a.yaml")
    assert not is_revision("C:/a.yaml")
