"""What a log names and what a file holds is not shown further than the messages need it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parents[2]
RUBRIC = (ROOT / "tests/gallery/never-bites/rubric.yaml").read_text(encoding="utf-8")
SOUND = RUBRIC.replace("            from_level: 县级\n", "").replace("{level: 县级}", "{}").replace("level: 县级, ", "")
SECRET = "geheim"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WUWU_LANG", "zh")
    return tmp_path


def log(rubric: str) -> None:
    Path("台账.yaml").write_text(f"unit: 甲局\nrubric: {rubric}\nyear: 2018\nevents: []\n", encoding="utf-8")


@pytest.mark.parametrize(
    "command", [["score"], ["validate-log"], ["validate-log", "--format", "json"], ["score", "--explain"]]
)
@pytest.mark.parametrize(
    "content",
    [
        f"PATH={SECRET}\0HOME=/root\0",
        f"password: {SECRET}\n",
        f"{SECRET}：甲\n  - 乙: {{\n",
        f"{SECRET}: [甲\n",
        f"[{SECRET}]\n",
        f"events: []\n{SECRET}: 1\n",
        f"x: &{SECRET} 1\n",
        "",
    ],
)
def test_a_refusal_shows_nothing_of_a_file_that_is_no_rubric(
    run: Run, desk: Path, content: str, command: list[str]
) -> None:
    Path("甲.yaml").write_text(content, encoding="utf-8")
    Path("甲.env").write_text(content, encoding="utf-8")
    for name, code in (("甲.yaml", "rubric-file-not-rubric"), ("./甲.env", "rubric-file-ending")):
        log(name)
        exit_code, out, err = run(command[0], "台账.yaml", *command[1:])
        assert exit_code == 1
        assert code in out + err
        assert SECRET not in out + err


def test_what_is_wrong_with_a_rubric_is_shown_in_it(run: Run, desk: Path) -> None:
    Path("甲.yaml").write_text(RUBRIC.replace("kind: bonus", "kind: bonuss"), encoding="utf-8")
    log("甲.yaml")
    assert "[unknown-word]" in run("score", "台账.yaml")[2]


@pytest.mark.parametrize("ending", ["yaml", "yml", "YAML", "YML", "Yaml"])
def test_every_spelling_of_the_ending_is_as_good(run: Run, desk: Path, ending: str) -> None:
    name = f"DEMO.{ending}"
    for folder in ("标准", "单位"):
        Path(folder).mkdir()
    Path("标准", name).write_text(SOUND, encoding="utf-8")
    Path("单位", f"甲.{ending}").write_text(
        f"unit: 甲局\nrubric: ../标准/{name}\nyear: 2018\nevents: []\n", encoding="utf-8"
    )
    assert run("score", "单位")[0] == 0
    assert run("score", "单位", "--rubric", f"标准/{name}")[0] == 0
    assert run("explain", f"标准/{name}")[0] == 0


LONG = "长" * 50_000


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "github"])
@pytest.mark.parametrize(
    "entry",
    [
        f"{{clause: {LONG}, date: 2018-04-10}}",
        f"{{clause: A5.迟报, date: {LONG}}}",
        f"{{clause: A5.迟报, date: 2018-04-10, {LONG}: 1}}",
        f"{{clause: A7.宣传推介, date: 2018-04-10, subject: 甲, level: {LONG}}}",
        f"{{clause: C3.参加组织生活, member: {LONG}, count: 2}}",
        f"{{clause: A1.实施方案, finding: [{LONG}]}}",
        f"{{clause: A5.迟报, {LONG}}}",
        f"{{clause: A5.迟报, date: 2018-04-10, {LONG}: 1, {LONG}: 1}}",
    ],
)
def test_a_message_holds_no_more_than_a_few_lines_of_a_value(
    run: Run, desk: Path, entry: str, form: str, language: str
) -> None:
    members = ", ".join(f"李{number}" for number in range(5000))
    text = f"unit: 甲局\nrubric: shizhi\nyear: 2018\nmembers: [{members}]\nevents:\n  - {entry}\n"
    Path("台账.yaml").write_text(text, encoding="utf-8")
    code, out, _ = run("validate-log", "台账.yaml", "--format", form, "--lang", language)
    assert code == 1
    assert len(out) < 4000
