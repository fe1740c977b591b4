from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from wuwu.diagnostics import CANNOT_BE_READ, Rejected
from wuwu.messages import LANGUAGES, Phrase, Words
from wuwu.source import files
from wuwu.source.files import expand, find_barren, read_bytes, read_document, shown_name
from wuwu.source.refusal import reason_of


def code_of(path: str | Path) -> str:
    with pytest.raises(Rejected) as caught:
        read_document(path).require()
    (problem,) = caught.value.problems
    assert problem.code in CANNOT_BE_READ or problem.code == "file-too-large"
    return problem.code


def write(path: Path, text: str = "a: 1\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("no symbolic links here")


def test_a_file_is_read(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "台账.yaml")).require()
    assert document.data == {"a": "1"}
    assert document.name == str(tmp_path / "台账.yaml")


def test_what_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of(tmp_path / "none.yaml") == "missing-file"
    assert code_of("") == "empty-path"
    assert code_of(tmp_path) == "is-folder"
    assert code_of("a\0b") == "unreadable-file"
    assert code_of(write(tmp_path / "a.yaml") / "b.yaml") in {"unreadable-file", "missing-file"}
    assert code_of(tmp_path / ("x" * 5000)) == "unreadable-file"
    monkeypatch.setattr(files, "MAX_BYTES", 3)
    assert code_of(tmp_path / "a.yaml") == "file-too-large"


def test_a_file_that_may_not_be_opened_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.yaml")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(Rejected) as caught:
        read_bytes(path).require()
    assert [(each.code, each.params) for each in caught.value.problems] == [
        ("unreadable-file", {"reason": Phrase("refusal.access")})
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "error", [*map(OSError, errno.errorcode, map(os.strerror, errno.errorcode)), ValueError("nul")]
)
def test_the_system_is_put_into_words(error: OSError | ValueError, language: str) -> None:
    reason = reason_of(error)
    assert Words(language)("problem.unreadable-file", reason=reason)
    if isinstance(reason, str):  # what nobody meets who reads and writes files
        assert reason == error.strerror  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "name", ["EACCES", "EFBIG", "EIO", "ELOOP", "ENAMETOOLONG", "ENODEV", "ENOSPC", "ENXIO", "EPERM", "EROFS"]
)
def test_what_people_meet_has_words(name: str) -> None:
    number = getattr(errno, name)
    assert isinstance(reason_of(OSError(number, os.strerror(number))), Phrase)


def test_a_system_without_words_is_told_by_its_class() -> None:
    assert reason_of(TimeoutError()) == "TimeoutError"


def test_a_folder_that_holds_nothing_to_read_is_noted(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "1.yaml")
    write(tmp_path / "c" / "说明.txt")
    write(tmp_path / "c" / "d" / ".x.yaml")
    paths: list[str | Path] = [
        tmp_path / "a",
        tmp_path / "a" / "b",
        tmp_path / "c",
        str(tmp_path / "c"),
        tmp_path / "none",
        "-",
    ]
    assert [(each.code, each.severity, str(each.place)) for each in find_barren(paths)] == [
        ("empty-folder", "note", str(tmp_path / "c"))
    ]


def test_an_empty_path_is_not_the_current_folder() -> None:
    with pytest.raises(Rejected) as caught:
        expand(["a.yaml", ""]).require()
    assert [each.code for each in caught.value.problems] == ["empty-path"]
    assert expand([Path()]).require()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert code_of(tmp_path / "a.yaml") == "special-file"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("甲: 1".encode("gbk"))))
    document = read_document("-").require()
    assert (document.name, document.data) == ("<stdin>", {"甲": "1"})
    monkeypatch.setattr(sys, "stdin", None)
    assert code_of(Path("-")) == "unreadable-file"


def test_names_are_shown_printable() -> None:
    assert shown_name("单位　甲.yaml") == "单位　甲.yaml"
    assert shown_name(os.fsdecode("甲.yaml".encode()) if sys.platform != "win32" else "甲.yaml") == "甲.yaml"
    assert shown_name("台账.yaml".encode("gb18030").decode("utf-8", "surrogateescape")) == "台账.yaml"
    assert shown_name("a\udcff.yaml") == "a\ufffd.yaml"
    assert shown_name("甲\ud800.yaml").encode("utf-8")
    assert shown_name("a\nb\x1b[31m.yaml") == "a\ufffdb\ufffd[31m.yaml"


def test_folders_are_expanded(tmp_path: Path) -> None:
    wanted = ["b/2.yml", "b/c/1.yaml", "甲.YAML"]
    for name in (
        *wanted,
        ".hidden.yaml",
        ".git/x.yaml",
        "~$甲.yaml",
        ".~甲.yaml",
        "甲.yaml~",
        "note.txt",
        "b/x.yaml.bak",
    ):
        write(tmp_path / name)
    assert expand([tmp_path]).require() == [tmp_path / name for name in wanted]


def test_named_files_come_first_as_named_and_once(tmp_path: Path) -> None:
    text, hidden, log = (write(tmp_path / name) for name in ("甲.txt", ".x.yaml", "b/1.yaml"))
    link(tmp_path / "b" / "2.yaml", log)
    missing = tmp_path / "none.yaml"
    found = expand(
        [text, hidden, str(log), tmp_path, tmp_path / "b", tmp_path / "b" / ".." / "甲.txt", missing, missing]
    ).require()
    assert found == [text, hidden, log, missing]
    assert expand(["-", "-"]).require() == [Path("-")]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    log = write(tmp_path / "a" / "1.yaml")
    link(tmp_path / "a" / "loop", tmp_path)
    link(tmp_path / "z.yaml", tmp_path / "z.yaml")
    assert expand([tmp_path]).require() == [log, tmp_path / "z.yaml"]
    assert code_of(tmp_path / "z.yaml") == "unreadable-file"


def test_a_folder_that_cannot_be_listed_stays_in_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = write(tmp_path / "a.yaml")
    closed = tmp_path / "closed"
    closed.mkdir()
    listed = os.listdir

    def refuse(path: str | Path = ".") -> list[str]:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert expand([tmp_path]).require() == [log, closed]
    assert code_of(closed) == "unreadable-file"


def test_deep_folders_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path(*["a"] * 800)
    try:
        folder.mkdir(parents=True)
    except OSError:
        pytest.skip("paths are short here")
    write(folder / "x.yaml")
    assert expand(["a"]).require() == [folder / "x.yaml"]
