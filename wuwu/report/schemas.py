"""The files that people write and the documents that wuwu writes, as JSON Schemas (draft 7) for editors and programs.

They are made from the declared models and the document types, so they cannot say anything else than the program does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from wuwu.log.declared import Log
from wuwu.messages import Words
from wuwu.report.documents import DiffDocument, RankingDocument, ResultDocument
from wuwu.rubric.declared import Rubric
from wuwu.rubric.plan import Plan
from wuwu.schema.event import Event

Schema: TypeAlias = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_UNION = "$comment"


def schema_document(kind: str, words: Words) -> Schema:
    """The schema of one of KINDS, described in the language of `words`. KeyError for any other."""
    return {"$schema": _DRAFT, "title": f"wuwu {kind}", **_MAKERS[kind](words)}


def log_schema(plan: Plan, words: Words) -> Schema:
    """The schema of the logs of one rubric: its clauses, each with what the text says of it, and the fields of any log."""
    schema = schema_document("log", words)
    clauses = [
        {"const": clause.id, "description": "；".join(clause.declared.quote)}
        for clause in plan.clauses.values()
        if clause.forms
    ]
    field = schema["definitions"]["Event"]["properties"]["clause"]
    schema["definitions"]["Event"]["properties"]["clause"] = {"description": field["description"], "anyOf": clauses}
    return schema


def _rubric(words: Words) -> Schema:
    schema = _generate(Rubric, words)
    # an example gives entries as a log does, except that the clause goes without saying
    event = _generate(Event, words)
    _allow_empty(event, but=("clause",))
    given = {name: value for name, value in event.items() if name != "required"}
    schema["definitions"]["Given"] = {**given, "description": words("schema.Given")}
    schema["definitions"]["Example"]["properties"]["given"]["items"] = {"$ref": "#/definitions/Given"}
    return schema


def _log(words: Words) -> Schema:
    schema = _generate(Log, words)
    _allow_empty(schema["definitions"]["Event"], but=("clause",))
    _allow_empty(schema, but=("unit", "rubric", "year"))
    _allow_other_names(schema, Log.other_names)
    _allow_other_names(schema["definitions"]["Event"], Event.other_names)
    return schema


def _allow_other_names(schema: Schema, names: Mapping[str, str]) -> None:
    """Let each field be called by its Chinese names, too; one that is required, by any of them."""
    properties = schema["properties"]
    properties |= {word: properties[field] for word, field in names.items()}
    spellings = {
        field: [field, *(word for word, meant in names.items() if meant == field)] for field in schema["required"]
    }
    schema["allOf"] = [{"oneOf": [{"required": [word]} for word in some]} for some in spellings.values()]
    del schema["required"]


def _document(kind: Any) -> Callable[[Words], Schema]:
    def make(words: Words) -> Schema:
        return _generate(kind, words, written=True)

    return make


_MAKERS: Mapping[str, Callable[[Words], Schema]] = {
    "rubric": _rubric,
    "log": _log,
    "result": _document(ResultDocument),
    "ranking": _document(RankingDocument),
    "diff": _document(DiffDocument),
}
KINDS = tuple(_MAKERS)


class _Generator(GenerateJsonSchema):
    """Pydantic's generator with the catalogue's descriptions, plain nullable types, and unions chosen by their tag."""

    def __init__(self, words: Words, *, written: bool) -> None:
        super().__init__(by_alias=True, ref_template="#/definitions/{model}")
        self._words = words
        # what wuwu writes may be null where the type says so; nobody writes `rounding: null` by hand
        self._written = written

    def model_schema(self, schema: Any) -> Schema:
        made = super().model_schema(schema)
        return self._described(made, [each.__name__ for each in schema["cls"].__mro__])

    def dataclass_schema(self, schema: Any) -> Schema:
        made = super().dataclass_schema(schema)
        return self._described(made, [each.__name__ for each in schema["cls"].__mro__])

    def typed_dict_schema(self, schema: Any) -> Schema:
        made = super().typed_dict_schema(schema)
        return self._described(made, [each.__name__ for each in _lineage(schema["cls"])])

    def _described(self, made: Schema, lineage: list[str]) -> Schema:
        """Describe an object and each of its fields; a field by the type nearest to it that has words for it."""
        made["description"] = self._words(f"schema.{lineage[0]}")
        made["additionalProperties"] = False
        for name, field in made.get("properties", {}).items():
            code = next(
                (code for each in lineage if (code := f"schema.{each}.{name}") in self._words), f"schema.field.{name}"
            )
            if "$ref" in field:  # draft 7 ignores what stands beside a reference
                made["properties"][name] = {"allOf": [{"$ref": field["$ref"]}]}
            made["properties"][name]["description"] = self._words(code)
        return made

    def nullable_schema(self, schema: Any) -> Schema:
        made = self.generate_inner(schema["schema"])
        if "type" in made:
            types = made["type"] if isinstance(made["type"], list) else [made["type"]]
            made = {**made, "type": [*types, "null"]}
            if "enum" in made:
                made["enum"] = [*made["enum"], None]
        return made if "type" in made or not self._written else {"oneOf": [made, {"type": "null"}]}

    def tagged_union_schema(self, schema: Any) -> Schema:
        """An object whose tag says which definition holds: an editor then complains about that one and no other."""
        tag = schema["discriminator"]
        cases = {str(value): self.generate_inner(choice) for value, choice in schema["choices"].items()}
        name = {"kind": "Rule", "figure": "Measure"}[tag]
        return {
            _UNION: name,
            "type": "object",
            "description": self._words(f"schema.{name}"),
            "required": [tag],
            "properties": {tag: {"enum": list(cases), "description": self._words(f"schema.{name}.{tag}")}},
            "allOf": [
                {"if": {"required": [tag], "properties": {tag: {"const": value}}}, "then": case}
                for value, case in cases.items()
            ],
        }


def _lineage(kind: Any) -> list[type]:
    """A typed dict and those it extends, which Python keeps out of its bases."""
    return [
        kind,
        *(each for base in getattr(kind, "__orig_bases__", ()) if isinstance(base, type) for each in _lineage(base)),
    ]


# --- the whole ---------------------------------------------------------------------------------------------------


def _generate(kind: Any, words: Words, *, written: bool = False) -> Schema:
    """Draft 7 without noise: no titles, no empty defaults, each union once.

    In what people write a text may look like a number; what wuwu writes (`written`) is strict.
    """
    schema = _Generator(words, written=written).generate(TypeAdapter(kind).core_schema)
    unions: dict[str, Schema] = {}
    lax = not written
    clean: Schema = _cleaned(schema, unions, lax)
    definitions = clean.pop("$defs", {}) | {name: _cleaned(each, {}, lax) for name, each in unions.items()}
    return {**clean, "definitions": dict(sorted(definitions.items()))} if definitions else clean


def _cleaned(value: Any, unions: dict[str, Schema], lax: bool) -> Any:
    if isinstance(value, list):
        return [_cleaned(each, unions, lax) for each in value]
    if not isinstance(value, dict):
        return value
    if _UNION in value:
        name = value[_UNION]
        unions[name] = {key: each for key, each in value.items() if key != _UNION}
        return {"$ref": f"#/definitions/{name}"}
    kept = {key: _cleaned(each, unions, lax) for key, each in value.items() if not _is_noise(key, each)}
    if "type" in kept:
        types = kept["type"] if isinstance(kept["type"], list) else [kept["type"]]
        if lax:
            kept["type"] = _as_editors_read(types, kept)
        elif "string" not in types:
            kept.pop("pattern", None)
    return kept


def _as_editors_read(types: list[str], schema: Schema) -> list[str] | str:
    """The types of a value as an editor sees it: `case: 0601` is text to wuwu, and a number in quotes is a number."""
    others: list[str] = []
    if "string" in types and "minLength" in schema:
        others = ["number", "boolean"]
    elif "string" not in types and "pattern" in schema:
        others = ["string"]
    return [types[0], *others, *types[1:]] if others or len(types) > 1 else types[0]


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (
        key == "default" and (value is None or value in ([], "0", False))
    )


def _allow_empty(fields: Schema, but: Collection[str]) -> None:
    """A field left empty counts as left out, except those that are always needed."""
    for name, field in fields["properties"].items():
        types = field.get("type")
        if name in but or types is None or "null" in types:
            continue
        field["type"] = [*(types if isinstance(types, list) else [types]), "null"]
        if "enum" in field:
            field["enum"] = [*field["enum"], None]
