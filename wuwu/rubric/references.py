"""What keeps a declared rubric from being compiled: ids, words and references that lead nowhere, sums that are off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from wuwu.diagnostics import Problem, nearest
from wuwu.rubric.declared import Dimension, Item, Rubric
from wuwu.rules.award import Award
from wuwu.rules.kind import DatedRule, Loggable, Rule, Vocabulary
from wuwu.rules.lines import ZERO, Does
from wuwu.rules.occurrence import OccurrenceRule
from wuwu.rules.quota import Quota
from wuwu.schema.models import Declared


def find_rubric_faults(rubric: Rubric, vocabulary: Vocabulary) -> list[Problem]:
    """Every unresolved or doubled id, unknown word, reference of the wrong kind and sum that is off."""
    known = {declared.id: declared for item in rubric.items() for declared in (*item.measures, *item.all_rules())}
    return [*_ids(rubric), *_words(rubric, vocabulary), *_references(rubric, known), *_points(rubric)]


# which kinds of clause a field may lean on
_FITS: Mapping[str, tuple[str, ...]] = {
    "award.measured_by": ("quota", "target"),
    "quota.measure": ("activity", "target"),
    "shortfall.measure": ("target",),
    "excess.measure": ("target",),
    "band.measure": ("share",),
    "award.refuted_by": ("share", "activity"),
    "zero.when": ("share", "activity"),
}


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
            if not isinstance(rule, DatedRule):
                continue
            if rule.from_level is not None and rule.from_level not in vocabulary.ranks:
                yield _unknown(rubric, rule, "from_level", rule.from_level, list(vocabulary.ranks), "unknown-level")
            if rule.verified_by is not None and rule.verified_by not in vocabulary.bodies:
                yield _unknown(rubric, rule, "verified_by", rule.verified_by, list(vocabulary.bodies), "unknown-body")
            for name in (rule.level_words or {}).values():
                if name not in vocabulary.ranks:
                    yield _unknown(rubric, rule, "level_words", name, list(vocabulary.ranks), "unknown-level")
            if isinstance(rule, OccurrenceRule):
                yield from _prices(rubric, rule, vocabulary)


def _prices(rubric: Rubric, rule: OccurrenceRule, vocabulary: Vocabulary) -> Iterator[Problem]:
    if (rule.points is None) == (rule.prices is None):
        yield Problem("points-or-prices", rubric.place(rule, "kind"), {"id": rule.id})
    levels = [word for word in rule.prices or () if word in vocabulary.levels]
    if (levels and len(levels) < len(rule.prices or ())) or (rule.prices and not levels and rule.from_level):
        yield Problem("mixed-words", rubric.place(rule, "prices"), {"id": rule.id, "levels": levels})
    for word in levels:
        if word not in vocabulary.ranks:
            yield _unknown(rubric, rule, "prices", word, [vocabulary.levels[word]], "unknown-level")


def _references(rubric: Rubric, known: Mapping[str, Loggable]) -> Iterator[Problem]:
    for item in rubric.items():
        for rule in item.all_rules():
            for name, target in rule.references():
                clause = known.get(target)
                if clause is None:
                    yield _unknown(rubric, rule, name, target, list(known), "unknown-reference")
                    continue
                what = getattr(clause, "figure", getattr(clause, "kind", ""))
                fits = _FITS[f"{rule.kind}.{name}"]
                if what not in fits:
                    params = {"id": rule.id, "target": target, "field": name, "fits": fits}
                    yield Problem("unfit-reference", rubric.place(rule, name), params)
            yield from _shape(rubric, rule)


def _shape(rubric: Rubric, rule: Rule) -> Iterator[Problem]:
    """Fields of one rule that only make sense together."""
    lacks: list[str] = []
    if isinstance(rule, Quota):
        tasks = rule.counted == "tasks"
        lacks += ["required"] if not tasks and not rule.required else []
        lacks += ["measure"] if tasks and rule.measure is None else []
    if getattr(rule, "incomplete", None) == "proportional" and getattr(rule, "rounding", None) is None:
        lacks.append("rounding")
    if isinstance(rule, Award) and rule.measured_by is not None and (rule.presumed or rule.refuted_by):
        others = tuple(rubric.place(rule, name) for name in ("presumed", "refuted_by") if getattr(rule, name))
        yield Problem("award-settled-twice", rubric.place(rule, "measured_by"), {"id": rule.id}, related=others)
    for name in lacks:
        yield Problem("missing-field", rubric.place(rule, "kind"), {"field": name, "instead": "", "nearest": []})


def _unknown(rubric: Rubric, rule: Rule, name: str, word: str, known: list[str], code: str) -> Problem:
    params = {"id": rule.id, "field": name, "word": word, "known": known, "nearest": nearest(word, known)}
    return Problem(code, rubric.place(rule, name), params)


def _points(rubric: Rubric) -> Iterator[Problem]:
    yield from _off(rubric, rubric, rubric.rubric, rubric.points, _sum(d.points for d in rubric.dimensions))
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
            if rule.does in (Does.ADD, Does.VETO):
                yield Problem("bonus-in-part", rubric.place(rule, "kind"), {"id": rule.id, "item": item.id})


def _off(rubric: Rubric, node: Declared, name: str, says: Decimal, adds: Decimal) -> Iterator[Problem]:
    if says != adds:
        yield Problem("points-off", rubric.place(node, "points"), {"id": name, "says": says, "adds": adds})


def _sum(points: Iterable[Decimal]) -> Decimal:
    return sum(points, ZERO)


def _awards(rules: Iterable[Rule]) -> Decimal:
    return _sum(rule.points for rule in rules if isinstance(rule, Award))
