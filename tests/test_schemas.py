"""The JSON Schemas: committed, complete in both languages, and of one mind with the program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from wuwu.api import evaluate, load_log, load_rubric, rubric_of
from wuwu.cli import main
from wuwu.cli.schema import KINDS as OFFERED
from wuwu.diagnostics import Rejected
from wuwu.log.declared import declare_log
from wuwu.messages import Words
from wuwu.report.schemas import KINDS, schema_document
from wuwu.source.yaml_reader import parse_document

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "schemas"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
FILES = sorted([*(ROOT / "rubrics").glob("*.yaml"), *(ROOT / "examples").rglob("*.yaml")])
RESULTS = sorted((ROOT / "tests" / "goldens").rglob("*.json"))


class CoreLoader(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: numbers and true, false, null; a date is text."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("tag:yaml.org,2002:float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(tag, re.compile(f"^(?:{pattern})$"), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def load(text: str) -> Any:
    return yaml.load(text, CoreLoader)


@pytest.fixture(scope="module")
def check() -> Callable[[str, Any], list[str]]:
    """Check data against a schema; what is wrong, in few words."""
    validators = {kind: jsonschema.Draft7Validator(schema_document(kind, Words("en"))) for kind in KINDS}

    def messages(kind: str, data: Any) -> list[str]:
        return [f"{'/'.join(map(str, each.path))}: {each.message[:120]}" for each in validators[kind].iter_errors(data)]

    return messages


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for each in schema.values():
            yield from parts(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from parts(each)


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_the_one_that_is_printed(kind: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Committed in Chinese, as those who write the files read it: `wuwu --lang zh schema KIND -o docs/schemas/…`."""
    assert main(["--lang", "zh", "schema", kind]) == 0
    printed = json.loads(capsysbinary.readouterr().out)
    assert printed == json.loads((FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8"))


def test_the_command_offers_every_schema_and_nothing_else_is_committed() -> None:
    assert tuple(OFFERED) == KINDS
    assert {path.name for path in FOLDER.iterdir()} == {f"{kind}.schema.json" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_draft_7_without_noise(kind: str) -> None:
    schema = schema_document(kind, Words("zh"))
    jsonschema.Draft7Validator.check_schema(schema)
    for part in parts(schema):
        assert "anyOf" not in part
        assert "$defs" not in part
        assert not ("$ref" in part and len(part) > 1), "draft 7 ignores what stands beside a reference"
        if "properties" in part and "if" not in part and "allOf" not in part and part.get("type") == "object":
            assert part["additionalProperties"] is False


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_described_in_both_languages(kind: str) -> None:
    chinese, english = (schema_document(kind, Words(language)) for language in ("zh", "en"))
    for one, other in zip(parts(chinese), parts(english), strict=True):
        for name, field in one.get("properties", {}).items():
            if not isinstance(field, dict) or field.keys() <= {"const"}:
                continue
            told, meant = field["description"], other["properties"][name]["description"]
            assert re.search("[\u4e00-\u9fff]", told), (name, told)
            assert meant, name
            assert told != meant


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_names_its_schema_and_holds_to_it(path: Path, check: Callable[[str, Any], list[str]]) -> None:
    text = path.read_text(encoding="utf-8")
    found = MODELINE.match(text)
    assert found is not None
    kind = "log" if "\nunit:" in text else "rubric"
    assert (path.parent / found[1]).resolve() == (FOLDER / f"{kind}.schema.json").resolve()
    assert check(kind, load(text)) == []


@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.name)
def test_every_golden_result_holds_to_its_schema(path: Path, check: Callable[[str, Any], list[str]]) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    assert check("ranking" if "groups" in document else "result", document) == []


def test_a_ranking_with_failures_holds_to_its_schema(
    tmp_path: Path, check: Callable[[str, Any], list[str]], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "好.yaml").write_text("unit: 甲\nrubric: shizhi\nyear: 2018\nevents: []\n", encoding="utf-8")
    (tmp_path / "坏.yaml").write_text(
        "unit: 乙\nrubric: shizhi\nyear: 2018\nevents: [{clause: A1}]\n", encoding="utf-8"
    )
    assert main(["score", str(tmp_path), "--format", "json"]) == 1
    document = json.loads(capsysbinary.readouterr().out)
    assert document["failed"]
    assert document["groups"]
    assert check("ranking", document) == []


HEAD = "unit: 甲\nrubric: shizhi\nyear: 2018\nevents:\n"


@pytest.mark.parametrize(
    "entry",
    [
        "{clause: A5.迟报, date: 2018-04-10, case: 0601, evidence: [12, 文], note:}",
        "{clause: E7.表彰奖励, date: 2018-04-10, level: 1}",
        "{clause: A1.实施方案, finding: met}",
        "{clause: E1.目标任务, name: 2018, plan: 3000, actual: 1.5}",
        "{clause: E1.目标任务, name: 甲, done: false}",
    ],
)
def test_what_wuwu_reads_an_editor_accepts(entry: str, check: Callable[[str, Any], list[str]]) -> None:
    assert check("log", load(f"{HEAD}  - {entry}\n")) == []


ENTRY = {
    "date": "{clause: A5.迟报, date: …}",
    "count": "{clause: A5.迟报, date: 2018-04-10, count: …}",
    "finding": "{clause: A2.主体责任, finding: …}",
    "level": "{clause: D1.通报, date: 2018-04-10, level: …}",
    "name": "{clause: E1.目标任务, name: …, rate: 97}",
    "value": "{clause: C6.优秀率, value: …}",
    "plan": "{clause: E1.目标任务, name: 甲, plan: …, actual: 1}",
    "done": "{clause: E1.目标任务, name: 甲, done: …}",
    "points": "{clause: C5.资料不完整, date: 2018-12-20, points: …, reason: 甲, decided_by: 乙}",
    "member": "{clause: C3.参加组织生活, member: …, count: 0}",
    "status": "{clause: D1.投诉, date: 2018-06-02, status: …}",
    "evidence": "{clause: A5.迟报, date: 2018-04-10, evidence: …}",
    "note": "{clause: A5.迟报, date: 2018-04-10, note: …}",
}
HEADS = {
    "unit": "甲",
    "rubric": "shizhi",
    "year": "2018",
    "group": "乙",
    "assessed_on": "2019-01-02",
    "members": "[张三]",
}
WRITINGS = """1 0 -1 +2 1.5 .5 1. 1e3 0x1F 010 '1' "92.5" 2018-04-10 '2018-04-10' 2018 true True 'true' no null ~ '' 符合 '符合'
met 查实 张三 市级 shizhi [] [1,true] [甲,'2'] [null] 1_000 1:30 .inf .nan"""


@pytest.mark.parametrize("field", [*ENTRY, *HEADS, "events"])
def test_no_valid_log_is_underlined_however_a_value_is_written(
    field: str, check: Callable[[str, Any], list[str]]
) -> None:
    accepted = []
    for writing in [*WRITINGS.split(), ""]:
        head = "".join(f"{name}: {writing if name == field else usual}\n" for name, usual in HEADS.items())
        entry = (
            f"\n  - {ENTRY[field].replace('…', writing)}" if field in ENTRY else writing if field == "events" else "[]"
        )
        text = f"{head}events: {entry}\n"
        try:
            log = parse_document(text.encode(), "log.yaml").then(declare_log).require()
            evaluate(rubric_of(log), log)
        except Rejected:
            continue
        accepted.append(writing)
        assert check("log", load(text)) == [], writing
    assert accepted


def test_events_are_a_list_or_nothing(check: Callable[[str, Any], list[str]]) -> None:
    text = HEAD.replace("events:", "events: ''")
    with pytest.raises(Rejected):
        parse_document(text.encode(), "log.yaml").then(declare_log).require()
    assert check("log", load(text))


@pytest.mark.parametrize(
    "entry",
    [
        "{clause: A5.迟报, date: 2018/4/10}",
        "{clause: A5.迟报, date: 2018-04-10, count: 1.5}",
        "{clause: C6.优秀率, value: 92%}",
        "{clause: A1.实施方案, finding: 好}",
        "{clause: A1.实施方案, found: 符合}",
        "{date: 2018-04-10}",
    ],
)
def test_what_wuwu_refuses_in_every_log_an_editor_marks(
    entry: str, check: Callable[[str, Any], list[str]], tmp_path: Path
) -> None:
    text = f"{HEAD}  - {entry}\n"
    (tmp_path / "log.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Rejected):
        load_log(tmp_path / "log.yaml")
    assert check("log", load(text))


def test_a_rule_is_held_to_its_own_kind_and_to_no_other(check: Callable[[str, Any], list[str]]) -> None:
    def rubric(rule: dict[str, Any]) -> dict[str, Any]:
        item = {"id": "A1", "text": "甲", "rules": [{"id": "A1.甲", **rule}]}
        dimension = {"id": "A", "name": "甲", "points": 1, "items": [item]}
        return {"rubric": "x", "title": "甲", "year": 2018, "points": 1, "dimensions": [dimension]}

    assert check("rubric", rubric({"kind": "award", "points": 1})) == []
    (message,) = check("rubric", rubric({"kind": "award", "points": 1, "cap": 2}))
    assert "'cap'" in message
    (message,) = check("rubric", rubric({"kind": "awrd", "points": 1}))
    assert "'award'" in message
    (message,) = check("rubric", rubric({"points": 1}))
    assert "'kind'" in message


@pytest.mark.parametrize("rubric", ["shizhi", "xianshiqu"])
def test_the_schema_of_the_logs_of_a_rubric_lists_its_clauses_with_their_text(
    rubric: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["--lang", "zh", "schema", "log", "--rubric", rubric]) == 0
    schema = json.loads(capsysbinary.readouterr().out)
    plan = load_rubric(rubric)
    told = {
        each["const"]: each["description"] for each in schema["definitions"]["Event"]["properties"]["clause"]["anyOf"]
    }
    assert told == {each.id: "；".join(each.declared.quote) for each in plan.clauses.values() if each.forms}
    validator = jsonschema.Draft7Validator(schema)
    for path in (ROOT / "examples" / rubric).glob("*.yaml"):
        assert list(validator.iter_errors(load(path.read_text(encoding="utf-8")))) == []
    log = {"unit": "甲", "rubric": rubric, "year": 2018, "events": [{"clause": "A5.迟到", "date": "2018-04-10"}]}
    assert [list(each.path) for each in validator.iter_errors(log)] == [["events", 0, "clause"]]


def test_clauses_go_with_the_schema_of_logs_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "rubric", "--rubric", "shizhi"]) == 2
    assert main(["schema", "log", "--rubric", "shizi"]) == 2
    assert capsys.readouterr().out == ""
