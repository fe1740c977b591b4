"""How a clause is logged: entries that count, as they are written in a log, and the fields they must and may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wuwu.messages import Words
from wuwu.report.explanation.passage import Passage, entry
from wuwu.report.explanation.samples import counting_levels, gating_fields, own_forms, sample_entry, sense_of
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.award import Award
from wuwu.rules.kind import NOT_APPLICABLE, Rule
from wuwu.rules.occurrence import Counting
from wuwu.schema.event import FIELDS, Finding, Status


def explain_entries(plan: Plan, clause: Clause, words: Words) -> Iterator[Passage]:
    """Each way to write an entry, with one that counts; then what must and what may stand in it."""
    if not clause.forms:
        sources = [words("price.clause", clause=target) for _, target in clause.declared.references()]  # type: ignore[union-attr]
        yield entry(words("explain.fed", measures=list(dict.fromkeys(sources))))
        return
    presumed = isinstance(clause.declared, Award) and clause.declared.presumed
    finding = Finding.UNMET if presumed else Finding.MET
    label = "explain.sample.presumed" if presumed else "explain.sample"
    for form in own_forms(clause):
        yield entry(words(label), code=sample_entry(plan, clause, form, finding, words))
        label = "explain.sample.or"
    if clause.once and not presumed:
        yield entry(words("explain.sample.na"), code=sample_entry(plan, clause, NOT_APPLICABLE, Finding.NA, words))
    yield entry(words("explain.must", fields=_must(plan, clause, words)))
    yield entry(words("explain.may", fields=_may(plan, clause, words)))


def _must(plan: Plan, clause: Clause, words: Words) -> str:
    """The fields that every form demands, those that one of them does, and those without which nothing counts."""
    forms = own_forms(clause)
    common = frozenset.intersection(*(form.required for form in forms))
    said = _glossed(plan, clause, common, words)
    others = [_glossed(plan, clause, form.required - common, words) for form in forms if form.required - common]
    if others:
        said += words("explain.must.one-of", ways=words("explain.must.or").join(others))
    gates = gating_fields(clause)
    return said + (words("explain.must.gates", fields=_glossed(plan, clause, gates, words)) if gates else "")


def _may(plan: Plan, clause: Clause, words: Words) -> str:
    forms = own_forms(clause)
    takes = frozenset.union(*(form.takes for form in forms))
    must = frozenset.union(*(form.required for form in forms))
    return _glossed(plan, clause, takes - must - gating_fields(clause), words)


def _glossed(plan: Plan, clause: Clause, fields: Iterable[str], words: Words) -> str:
    """The fields in their order, each with what it means here and, where the rubric lists them, its values."""
    wanted = frozenset(fields)
    told = []
    for name in FIELDS:
        if name in wanted:
            gloss = words(f"explain.field.{sense_of(plan, clause, name)}")
            values = words("explain.values").join(_values(plan, clause, name, words))
            code = "explain.gloss-values" if values else "explain.gloss"
            told.append(words(code, field=name, gloss=gloss, values=values))
    return words.join(told)


def _values(plan: Plan, clause: Clause, name: str, words: Words) -> list[str]:
    """The values that a field may have, with the other words for them."""
    if name == "finding" and clause.judged:
        return [words(f"explain.finding.{each.name.lower()}") for each in Finding]
    if name == "status":
        states = [Status.UPHELD] if name in gating_fields(clause) else [*Status]
        return [words(f"status.{each.name.lower()}") for each in states]
    rubric, rule = plan.rubric, clause.declared
    if name == "level":
        own_words = getattr(rule, "level_words", None) or {}
        also = {
            level.name: (*level.also, *(word for word, name in own_words.items() if name == level.name))
            for level in rubric.levels
        }
        return ["/".join((word, *also.get(word, ()))) for word in counting_levels(plan, clause)]
    if name == "factor" and isinstance(rule, Rule) and isinstance(rule.scale, Counting):
        return list(rule.scale.factors or ())
    if name == "verified_by" and isinstance(rule, Rule) and rule.verified_by is not None:
        own = plan.vocabulary.bodies[rule.verified_by]
        return ["/".join((body.name, *body.also)) for body in rubric.bodies if body.name == own]
    return []
