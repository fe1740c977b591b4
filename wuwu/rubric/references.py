"""What keeps a declared rubric from being compiled: ids, words and references that lead nowhere, sums that are off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from wuwu.diagnostics import Place, Problem, nearest
from wuwu.rubric.declared import Dimension, Item, Rubric
from wuwu.rubric.node_references import find_node_faults
from wuwu.rules import SCALES
from wuwu.rules.award import Award
from wuwu.rules.grade import Grade
from wuwu.rules.kind import AmountRule, Condition, Loggable, Rule, Vocabulary
from wuwu.rules.lines import ZERO, Does
from wuwu.rules.missing import Missing
from wuwu.rules.triggered import Triggered
from wuwu.schema.models import Declared


def find_rubric_faults(rubric: Rubric, vocabulary: Vocabulary) -> list[Problem]:
    """Every unresolved or doubled id, unknown word, reference of the wrong kind and sum that is off."""
    known = {declared.id: declared for item in rubric.items() for declared in (*item.measures, *item.all_rules())}
    scales = [*_scales(rubric)]
    if scales:  # whatever else is wrong with such a rule would be reported at the wrong thing
        return [*_ids(rubric), *scales]
    return [
        *_ids(rubric),
        *_words(rubric, vocabulary),
        *_references(rubric, known),
        *_points(rubric),
        *find_node_faults(rubric),
    ]


# which clauses a field may lean on: figures, and rules by their kind or kind and scale
_ONE_FIGURE = ("share", "amount", "activity")
_FITS: Mapping[str, tuple[str, ...]] = {
    "measured_by": ("award.missing", "deduction.missing", "target"),
    "step": ("target", *_ONE_FIGURE),
    "band": _ONE_FIGURE,
    "proportion": _ONE_FIGURE,
    "refuted_by": (*_ONE_FIGURE, "deduction", "bonus", "zero"),
    "when": (*_ONE_FIGURE, "deduction", "bonus", "zero"),
}
# under which figure something can be counted so
_COUNTED: Mapping[str, tuple[str, ...]] = {"events": ("activity",), "months": ("activity",), "tasks": ("target",)}


def _scales(rubric: Rubric) -> Iterator[Problem]:
    """Rules that measure in no way, or in two; and grades without an effect, or with two."""
    for item in rubric.items():
        for rule in item.all_rules():
            if isinstance(rule, AmountRule):
                takes = [name for name in type(rule).model_fields if name in SCALES]
                given = [scale.name for scale in rule.scales]
                least = 0 if isinstance(rule, Award) else 1
            elif isinstance(rule, Grade):
                takes, given, least = ["becomes", "at_most", "lower", "bars"], list(rule.effects), 1
            else:
                continue
            if not least <= len(given) <= 1:
                code = "two-scales" if given else "no-scale"
                place = rubric.place(rule, given[1] if given else "kind")
                related = tuple(rubric.place(rule, name) for name in given[:1])
                yield Problem(code, place, {"id": rule.id, "given": given, "takes": takes}, related=related)


def _named(rubric: Rubric) -> Iterator[Declared]:
    for dimension in rubric.dimensions:
        yield dimension
        for item in dimension.items:
            yield item
            yield from item.measures
            yield from item.rules
            for part in item.parts:
                yield part
                yield from part.rules
    yield from rubric.limits
    yield from rubric.readings


def _ids(rubric: Rubric) -> Iterator[Problem]:
    seen: dict[str, Declared] = {}
    for node in _named(rubric):
        name: str = node.id  # type: ignore[attr-defined]
        if name in seen:
            first = rubric.place(seen[name], "id")
            params = {"id": name, "first_line": first.line or 0}
            yield Problem("doubled-id", rubric.place(node, "id"), params, related=(first,))
        seen.setdefault(name, node)
        # a clause is known by its row: what stands before the dot
        if isinstance(node, Dimension | Item) and "." in name:
            yield Problem("dot-in-id", rubric.place(node, "id"), {"id": name, "without": name.replace(".", "-")})
    for item in rubric.items():
        for declared in (*item.measures, *item.all_rules()):
            if not declared.id.startswith(f"{item.id}.") or declared.id == f"{item.id}.":
                yield Problem("misplaced-id", rubric.place(declared, "id"), {"id": declared.id, "item": item.id})


def _words(rubric: Rubric, vocabulary: Vocabulary) -> Iterator[Problem]:
    for item in rubric.items():
        for rule in item.all_rules():
            if rule.from_level is not None and rule.from_level not in vocabulary.ranks:
                yield _unknown(rubric, rule, "from_level", rule.from_level, list(vocabulary.ranks), "unknown-level")
            if rule.verified_by is not None and rule.verified_by not in vocabulary.bodies:
                yield _unknown(rubric, rule, "verified_by", rule.verified_by, list(vocabulary.bodies), "unknown-body")
            for name in (rule.level_words or {}).values():
                if name not in vocabulary.ranks:
                    yield _unknown(rubric, rule, "level_words", name, list(vocabulary.ranks), "unknown-level")
            yield from _prices(rubric, rule, vocabulary)
            grades = [grade.name for grade in rubric.grades]
            for field in ("becomes", "at_most") if isinstance(rule, Grade) else ():
                if (name := getattr(rule, field)) is not None and name not in grades:
                    yield _unknown(rubric, rule, field, name, grades, "unknown-grade")


def _prices(rubric: Rubric, rule: Rule, vocabulary: Vocabulary) -> Iterator[Problem]:
    words = rule.words()
    levels = [word for word in words if word in vocabulary.levels]
    if (levels and len(levels) < len(words)) or (words and not levels and rule.from_level):
        yield Problem("mixed-words", rubric.place(rule, "word"), {"id": rule.id, "levels": levels})
    for word in levels:
        if word not in vocabulary.ranks:
            yield _unknown(rubric, rule, "word", word, [vocabulary.levels[word]], "unknown-level")


def _references(rubric: Rubric, known: Mapping[str, Loggable]) -> Iterator[Problem]:
    for item in rubric.items():
        for rule in item.all_rules():
            for name, target in rule.references():
                clause = known.get(target)
                if clause is None:
                    yield _unknown(rubric, rule, name, target, list(known), "unknown-reference")
                    continue
                scale = rule.scale
                if name == "missing" and isinstance(scale, Missing):
                    if scale.counted == "members":
                        yield Problem("members-of-measure", rubric.place(scale, "of"), {"id": rule.id})
                        continue
                    fits = _COUNTED[scale.counted]
                else:
                    fits = _FITS[name]
                if not _called(clause).intersection(fits):
                    params = {"id": rule.id, "target": target, "field": name, "fits": fits}
                    yield Problem("unfit-reference", _at_word(rubric, rule, name, target), params)
            conditions = (
                rule.when if isinstance(rule, Triggered) else rule.refuted_by if isinstance(rule, Award) else ()
            )
            for condition in conditions:
                yield from _direction(rubric, rule, condition, known.get(condition.measure))
            yield from _shape(rubric, rule)


def _called(clause: Loggable) -> set[str]:
    """The names by which a clause can fit a reference: its figure, or its kind where its own entries are counted."""
    if not isinstance(clause, Rule):
        return {str(getattr(clause, "figure", ""))}
    dated = any("date" in form.required for form in clause.forms())
    scale = {f"{clause.kind}.{clause.scale.name}"} if clause.scale is not None else set()
    return {*scale, *({clause.kind} if dated else ())}


def _direction(rubric: Rubric, rule: Rule, condition: Condition, clause: Loggable | None) -> Iterator[Problem]:
    """A condition that costs points on what another rule counts: one more penalty must not lift it, nor one more bonus bring it."""
    if not isinstance(clause, Rule):
        return
    gains = clause.does is Does.ADD
    if not (condition.is_down if gains else condition.is_up):
        params = {
            "id": rule.id,
            "target": clause.id,
            "bounds": ["at_most", "below"] if gains else ["at_least", "above"],
        }
        yield Problem("condition-turns-round", rubric.place(condition), params)


def _shape(rubric: Rubric, rule: Rule) -> Iterator[Problem]:
    """Fields of one rule that only make sense together."""
    if isinstance(rule, Award) and (rule.measured_by is not None or rule.scale is not None):
        settled = "measured_by" if rule.measured_by is not None else str(rule.scale and rule.scale.name)
        others = [name for name in ("presumed", "refuted_by") if getattr(rule, name)]
        if rule.measured_by is not None and rule.scale is not None:
            others.append(rule.scale.name)
        if others:
            related = tuple(rubric.place(rule, name) for name in others)
            yield Problem(
                "award-settled-twice", rubric.place(rule, settled), {"id": rule.id, "field": settled}, related=related
            )
    for code, field in rule.scale.clashes() if rule.scale is not None else ():
        yield Problem(code, rubric.place(rule.scale or rule, field), {"id": rule.id})
    for name in rule.lacks():
        owner = rule.scale if rule.scale is not None else rule
        yield Problem("missing-field", rubric.place(owner), {"field": name, "instead": "", "nearest": []})


def _unknown(rubric: Rubric, rule: Rule, name: str, word: str, known: list[str], code: str) -> Problem:
    params = {"id": rule.id, "field": name, "word": word, "known": known, "nearest": nearest(word, known)}
    return Problem(code, _at_word(rubric, rule, name, word), params)


def _at_word(rubric: Rubric, rule: Rule, name: str, word: str) -> Place:
    """Where a word stands that a field of the rule names: the `of` of a scale, the `measure` of a condition, or the field."""
    if rule.scale is not None and name == rule.scale.name and rule.scale.source == word:
        return rubric.place(rule.scale, "of")
    conditions: tuple[Condition, ...] = getattr(rule, name) if name in ("when", "refuted_by") else ()
    return next(
        (rubric.place(each, "measure") for each in conditions if each.measure == word), rubric.place(rule, name)
    )


def _points(rubric: Rubric) -> Iterator[Problem]:
    weighed = _sum(d.points if d.weight is None else d.points * d.weight for d in rubric.dimensions)
    if any(dimension.weight is not None for dimension in rubric.dimensions):
        if weighed != rubric.points:
            params = {"id": rubric.rubric, "says": rubric.points, "adds": weighed}
            yield Problem("weights-off", rubric.place(rubric, "points"), params)
    else:
        yield from _off(rubric, rubric, rubric.rubric, rubric.points, weighed)
    for dimension in rubric.dimensions:
        adds = _sum(item.points or ZERO for item in dimension.items)
        yield from _off(rubric, dimension, dimension.id, dimension.points, adds)
        for item in dimension.items:
            adds = _awards(item.rules) + _sum(part.points for part in item.parts)
            yield from _off(rubric, item, item.id, item.points or ZERO, adds)
            for part in item.parts:
                yield from _off(rubric, part, part.id, part.points, _awards(part.rules))
            yield from _misplaced(rubric, item)


def _misplaced(rubric: Rubric, item: Item) -> Iterator[Problem]:
    """Rules of a row of parts that stand on the wrong floor of it."""
    for rule in item.rules if item.parts else ():
        if rule.does is Does.AWARD:
            yield Problem("award-outside-part", rubric.place(rule, "kind"), {"id": rule.id})
    for part in item.parts:
        for rule in part.rules:
            if rule.does in (Does.ADD, Does.VETO, Does.GRADE):
                yield Problem("bonus-in-part", rubric.place(rule, "kind"), {"id": rule.id, "item": item.id})


def _off(rubric: Rubric, node: Declared, name: str, says: Decimal, adds: Decimal) -> Iterator[Problem]:
    if says != adds:
        yield Problem("points-off", rubric.place(node, "points"), {"id": name, "says": says, "adds": adds})


def _sum(points: Iterable[Decimal]) -> Decimal:
    return sum(points, ZERO)


def _awards(rules: Iterable[Rule]) -> Decimal:
    return _sum(rule.points for rule in rules if isinstance(rule, Award))
