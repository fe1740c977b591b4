"""The part of SARIF 2.1.0 that wuwu writes, as strictly as the standard asks of it: required fields, types, closed words."""

from __future__ import annotations

from typing import Any

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
