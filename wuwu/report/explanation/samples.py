"""Values for an entry that counts: from the rubric's own examples where they have them, else from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wuwu.messages import Words
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.kind import NOT_APPLICABLE, Example, Form, Rule
from wuwu.rules.lines import ZERO, Does
from wuwu.rules.missing import Missing
from wuwu.rules.occurrence import Counting
from wuwu.rules.word import WordChoice
from wuwu.schema.event import FIELDS, Finding, Status
from wuwu.source.yaml_scalar import yaml_scalar

_DAY = "04-10"
_TAKING = (Does.DEDUCT, Does.ZERO, Does.VETO)
_FREE = frozenset({"subject", "name", "member"})


def sample_entry(plan: Plan, clause: Clause, form: Form, finding: Finding, words: Words) -> str:
    """An entry that counts, in that form, as it is written in a log; `finding` is the one it shows where it takes one."""
    told = sample_fields(plan, clause, form, finding, words)
    return "- {" + ", ".join(f"{name}: {_value(name, text)}" for name, text in told.items()) + "}"


def sample_fields(plan: Plan, clause: Clause, form: Form, finding: Finding, words: Words) -> dict[str, str]:
    """The fields of such an entry, in their order."""
    needed = form.required - {"clause", "date", "level", "finding"}
    told = {name: words(f"explain.sample.{sense_of(plan, clause, name)}") for name in needed}
    if finding is Finding.NA:
        told["reason"] = words("explain.sample.na-reason")
    told |= _own_values(clause) | _as_given(plan, clause, needed, finding if "finding" in form.required else None)
    told |= {"clause": clause.id, "date": f"{plan.rubric.year}-{_DAY}"}
    told["finding"] = words(f"explain.finding.{finding.name.lower()}")
    told["status"] = words(f"status.{Status.UPHELD.name.lower()}")
    if "level" in form.required:
        told["level"] = counting_levels(plan, clause)[0]
    if isinstance(clause.declared, Rule) and clause.declared.verified_by is not None:
        told["verified_by"] = plan.vocabulary.bodies[clause.declared.verified_by]
    fields = form.required | gating_fields(clause)
    return {name: told[name] for name in FIELDS if name in fields}


def own_forms(clause: Clause) -> list[Form]:
    """The forms that say something of the clause itself, not only that it does not apply."""
    return [form for form in clause.forms if form is not NOT_APPLICABLE]


def gating_fields(clause: Clause) -> frozenset[str]:
    """The fields that no entry has to have, but without which none of the clause counts."""
    rule = clause.declared
    if not isinstance(rule, Rule):
        return frozenset()
    needs_body = rule.verified_by is not None and not rule.body_presumed
    gates = {"status": rule.upheld_only or needs_body, "verified_by": needs_body}
    return frozenset(name for name, gated in gates.items() if gated and clause.forms)


def counting_levels(plan: Plan, clause: Clause) -> list[str]:
    """The words by which an entry of the clause counts, the lowest level first."""
    rule, ranks = clause.declared, plan.vocabulary.ranks
    words = rule.words() if isinstance(rule, Rule) else ()
    if words and not set(words) <= ranks.keys():
        return list(words)
    least = ranks[rule.from_level] if isinstance(rule, Rule) and rule.from_level is not None else 0
    return [word for word, rank in ranks.items() if rank >= least and (not words or word in words)]


def sense_of(plan: Plan, clause: Clause, name: str) -> str:
    """What the field means here: a level may be a kind that the clause prices, a subject what the heaviest is taken of."""
    if name == "level" and not set(counting_levels(plan, clause)) <= plan.vocabulary.ranks.keys():
        return "choice" if isinstance(getattr(clause.declared, "scale", None), WordChoice) else "kind"
    rule = clause.declared
    scale = rule.scale if isinstance(rule, Rule) and rule.does is Does.DEDUCT else None
    heaviest = isinstance(scale, Counting) and scale.within_subject == "highest"
    if name == "value" and rule.measured_in[0] == "amount":
        return "figure"
    if name == "points" and isinstance(rule, Rule) and rule.does is not Does.DEDUCT:
        return "amount"
    return "object" if name == "subject" and heaviest else name


def _own_values(clause: Clause) -> dict[str, str]:
    """What the rule itself says of its entries."""
    rule = clause.declared
    return rule.sample() if isinstance(rule, Rule) else {}


def _as_given(plan: Plan, clause: Clause, needed: frozenset[str], finding: Finding | None) -> dict[str, str]:
    """What the best entry of the examples says that has all the fields; a single letter stands for nothing."""
    for entry in _given(plan, clause):
        says = entry.get("finding") in (finding, finding and finding.name.lower())
        if says and needed <= entry.keys() and all(len(str(entry[name])) > 1 for name in needed & _FREE):
            return {name: str(entry[name]) for name in needed}
    return {}


def _given(plan: Plan, clause: Clause) -> Iterator[Mapping[str, Any]]:
    """The entries of the clause in the examples of its rule and of those it feeds, those that bring most first."""
    rules = (*([clause.rule] if clause.rule else []), *plan.fed.get(clause.id, ()))
    examples = [(rule, example) for rule in rules for example in rule.examples if example.refused is None]
    for rule, example in sorted(examples, key=lambda each: _merit(each[0], each[1], clause), reverse=True):
        for entry in example.given:
            if entry.get("clause", rule.id) == clause.id:
                yield {name: value for name, value in entry.items() if value is not None}


def _merit(rule: Rule, example: Example, clause: Clause) -> int:
    """Points gained before none before points lost; of a clause that can only take or void, what does."""
    scores = example.scores or ZERO
    if rule.id == clause.id and rule.does in _TAKING and not isinstance(rule.scale, Missing):
        return int(bool(scores) or bool(example.vetoed))
    return (scores > 0) - (scores < 0)


def _value(name: str, text: str) -> str:
    return text if name == "months" else yaml_scalar(text)  # a list, and the only one
