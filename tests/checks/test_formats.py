"""The formats of findings: read back by whoever reads them in earnest."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as Xml

import jsonschema
import pytest

from wuwu.cli.options import FINDING_FORMATS
from wuwu.diagnostics import Place, Problem, Severity
from wuwu.messages import LANGUAGES, Words, load_tables
from wuwu.report.findings.checked import Checked
from wuwu.report.findings.formats import FORMATS, render

LINE = "𠮷 note: 一%，a:b,c\t二"
# one of every sort: a place on a line beyond the BMP, a warning, a note, a whole file, no place at all
PROBLEMS = (
    Problem(
        "unknown-clause",
        Place("台账 1.yaml", 3, 3, 4, LINE),
        {
            "clause": "A1:实施,100%\r\n方案",
            "nearest": ["A1.实施方案"],
            "rubric": "shizhi",
            "reference": "shizhi",
            "other": "",
        },
    ),
    Problem("suspicious-comma", Place("C:\\台账\\二.yaml", 2, 1, 1, "a"), {}, Severity.WARNING),
    Problem("not-utf8", Place("/tmp/三.yaml"), {"encoding": "GB18030"}, Severity.NOTE),
    Problem("count-zero", Place("台账/四.yaml"), {}),
    Problem("empty-file", None, {}),
)
TWICE = Problem(
    "duplicate-key",
    Place("a.yaml", 4, 1, 4, "year: 2018"),
    {"key": "year", "first_line": 3},
    related=(Place("a.yaml", 3, 1, 4, "year: 2017"), Place("乙 二.yaml")),
)
FILES = (Checked("台账 1.yaml"), Checked("C:\\台账\\二.yaml"), Checked("净.yaml", ("一句话",), {"count": 3}))


def machine(name: str, *problems: Problem, strict: bool = False, language: str = "zh") -> str:
    written = render(problems or PROBLEMS, FILES, name, Words(language), strict=strict)
    assert isinstance(written, bytes)
    return written.decode("utf-8")


def test_the_commands_offer_every_format() -> None:
    assert FINDING_FORMATS == FORMATS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_in_any_order(name: str, language: str) -> None:
    words = Words(language)
    assert render(PROBLEMS, FILES, name, words) == render(PROBLEMS[::-1], FILES, name, words)


# --- the part of SARIF 2.1.0 that wuwu writes, as strictly as the standard asks of it ----------------------------

TEXT = {"type": "string", "minLength": 1}
MESSAGE = {
    "type": "object",
    "properties": {"text": TEXT, "markdown": TEXT},
    "required": ["text"],
    "additionalProperties": False,
}
WHOLE = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), WHOLE),
        "snippet": {"type": "object", "properties": {"text": TEXT}, "required": ["text"]},
    },
    "required": ["startLine"],
    "additionalProperties": False,
}
ARTIFACT = {"type": "object", "properties": {"uri": TEXT, "uriBaseId": TEXT}, "required": ["uri"]}
PHYSICAL = {
    "type": "object",
    "properties": {"artifactLocation": ARTIFACT, "region": REGION},
    "required": ["artifactLocation"],
}
LOCATION = {
    "type": "object",
    "properties": {
        "physicalLocation": PHYSICAL,
        "message": MESSAGE,
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = {
    "type": "object",
    "properties": {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": -1},
        "level": LEVEL,
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION, "uniqueItems": True},
        "properties": {"type": "object"},
    },
    "required": ["message"],
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "properties": {
        "name": TEXT,
        "version": TEXT,
        "semanticVersion": TEXT,
        "rules": {"type": "array", "uniqueItems": True},
    },
    "required": ["name"],
}
RUN = {
    "type": "object",
    "properties": {
        "tool": {"type": "object", "properties": {"driver": DRIVER}, "required": ["driver"]},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
        "artifacts": {"type": "array", "uniqueItems": True},
        "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
    },
    "required": ["tool"],
}
SARIF: dict[str, Any] = {
    "type": "object",
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN, "minItems": 1},
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_has_the_shape_that_the_standard_asks_for(language: str) -> None:
    checker = jsonschema.Draft7Validator(SARIF, format_checker=jsonschema.FormatChecker())
    for problems in ((), PROBLEMS, (TWICE,)):
        written = render(problems, FILES, "sarif", Words(language))
        assert list(checker.iter_errors(json.loads(written))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_rules_say_what_they_are_about_and_what_to_do(language: str) -> None:
    described = ("shortDescription", "fullDescription", "help")
    for rule in json.loads(machine("sarif", language=language))["runs"][0]["tool"]["driver"]["rules"]:
        assert all(rule[each]["text"] for each in described)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_an_outline(language: str) -> None:
    words = Words(language)
    for code in (code for table in load_tables() for code in table if code.startswith(("problem.", "hint."))):
        assert not set(words.outline(code)) & set("{}|")
    assert (
        words.outline("problem.unknown-clause")
        == {
            "zh": "评分标准“…”里没有条款“…”",
            "en": "the rubric … has no clause …",
        }[language]
    )


def test_sarif_regions_are_the_underlined_characters() -> None:
    run = json.loads(machine("sarif"))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    located = {each["ruleId"]: each for each in run["results"]}
    region = located["unknown-clause"]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 3, "endColumn": 7, "snippet": {"text": "note"}}
    assert LINE[region["startColumn"] - 1 : region["endColumn"] - 1] == "note"
    assert "region" not in located["count-zero"]["locations"][0]["physicalLocation"]
    assert "locations" not in located["empty-file"]
    assert [run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] for each in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]


def test_every_format_tells_the_other_places() -> None:
    text = render([TWICE], [], "text", Words("en"))
    assert isinstance(text, str)
    assert text.splitlines()[3:7] == [
        "  related: a.yaml:3:1",
        "  3 | year: 2017",
        "    | ^^^^",
        "  related: 乙 二.yaml",
    ]
    (problem,) = json.loads(machine("json", TWICE))["problems"]
    assert [(each["file"], each["line"], each["length"]) for each in problem["related"]] == [
        ("a.yaml", 3, 4),
        ("乙 二.yaml", None, None),
    ]
    first, second = json.loads(machine("sarif", TWICE))["runs"][0]["results"][0]["relatedLocations"]
    assert first["physicalLocation"]["region"]["snippet"] == {"text": "year"}
    assert second["message"]["text"] == "相关位置：乙 二.yaml"
    (told,) = [each["message"] for each in obeyed(machine("github", TWICE)) if each["title"] == "duplicate-key"]
    assert told.splitlines()[1] == "相关位置：a.yaml:3:1 | year: 2017"
    failure = Xml.fromstring(machine("junit", TWICE)).findall(".//failure")[0]
    assert "相关位置：a.yaml:3:1 | year: 2017\n相关位置：乙 二.yaml\n→" in str(failure.text)


def test_sarif_names_files_by_uri() -> None:
    run = json.loads(machine("sarif"))["runs"][0]
    uris = [each["location"]["uri"] for each in run["artifacts"]]
    assert uris[0] == "%E5%8F%B0%E8%B4%A6%201.yaml"
    assert "file:///C:/%E5%8F%B0%E8%B4%A6/%E4%BA%8C.yaml" in uris
    assert "file:///tmp/%E4%B8%89.yaml" in uris


COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<data>.*)")


def obeyed(output: str) -> list[dict[str, Any]]:
    """What a runner understands: commands begin a line, properties end at an unescaped comma, escapes are undone."""

    def plain(text: str) -> str:
        for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(escape, character)
        return text

    found = []
    for line in output.split("\n"):
        if line.lstrip().startswith("::"):
            command = COMMAND.fullmatch(line)
            assert command, line
            properties = dict(each.split("=", 1) for each in command["properties"].split(","))
            found.append(
                {"": command["name"], **{k: plain(v) for k, v in properties.items()}, "message": plain(command["data"])}
            )
    return found


def test_github_annotations_read_back() -> None:
    told = obeyed(machine("github"))
    assert [each[""] for each in told] == ["error", "notice", "warning", "error", "error", "notice"]
    clause = next(each for each in told if each["title"] == "unknown-clause")
    assert (clause["file"], clause["line"], clause["col"], clause["endColumn"]) == ("台账 1.yaml", "3", "3", "7")
    assert "A1:实施,100%<U+000D><U+000A>方案" in clause["message"]
    assert next(each for each in told if each["title"] == "suspicious-comma")["file"] == "C:/台账/二.yaml"
    assert next(each for each in told if each["title"] == "count-zero")["file"] == "台账/四.yaml"
    assert told[-1]["title"] == "wuwu"
    assert "3" in told[-1]["message"]


def test_github_obeys_nothing_that_a_file_says() -> None:
    problem = Problem(
        "not-a-number", Place("a.yaml", 1, 1, 1, "x"), {"value": "1\n::stop-commands::x", "instead": "", "nearest": []}
    )
    told = render([problem], [Checked("::error::x.yaml", ("一句话",))], "github", Words("zh"))
    assert isinstance(told, bytes)
    assert [each[""] for each in obeyed(told.decode())] == ["error", "notice"]


@pytest.mark.parametrize(("strict", "failures"), [(False, 3), (True, 4)])
def test_junit_fails_on_errors_and_under_strict_on_warnings(strict: bool, failures: int) -> None:
    suites = Xml.fromstring(machine("junit", strict=strict))
    assert suites.attrib == {"name": "wuwu", "tests": "6", "failures": str(failures), "errors": "0"}
    assert len(suites.findall(".//failure")) == failures
    for suite in suites:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
    clean = next(suite for suite in suites if suite.attrib["name"] == "净.yaml")
    assert [len(case) for case in clean] == [0]


def test_junit_holds_only_what_xml_can() -> None:
    odd = Problem(
        "not-a-number", Place("a.yaml", 1, 1, 1, "\x00\ud800<&"), {"value": "\x07]]>", "instead": "", "nearest": []}
    )
    assert "<U+0007>]]>" in Xml.fromstring(machine("junit", odd)).findall(".//failure")[0].attrib["message"]


def test_json_holds_every_field_of_every_problem() -> None:
    document = json.loads(machine("json", language="en"))
    assert document["counts"] == {"error": 3, "warning": 1, "note": 1}
    assert document["files"][-1] == {"path": "净.yaml", "figures": {"count": 3}}
    clause = next(each for each in document["problems"] if each["code"] == "unknown-clause")
    assert (clause["line"], clause["column"], clause["length"], clause["excerpt"]) == (3, 3, 4, LINE)
    assert clause["mends"][0] == "did you mean: A1.实施方案"
    assert next(each for each in document["problems"] if each["code"] == "empty-file")["file"] is None


def test_text_ends_with_what_was_looked_at() -> None:
    assert render((), FILES, "text", Words("zh")) == "净.yaml：\n  一句话\n\n已检查3个文件，没有问题。\n"
