"""Rubrics drawn at random, of every pair of kind and scale with every bound of a node; each passes the checks of shape."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from wuwu.checks.shape import check_shape
from wuwu.diagnostics import Severity
from wuwu.rubric.plan import Plan, compile_document
from wuwu.source.document import hold_data

Data = dict[str, Any]

PAIRS = [
    *(("award", scale) for scale in ("", "occurrence", "word", "band", "step", "proportion", "missing", "judged")),
    *(("deduction", scale) for scale in ("occurrence", "word", "band", "step", "proportion", "missing", "judged")),
    *(("bonus", scale) for scale in ("occurrence", "word", "band", "step", "proportion", "judged")),
    *((kind, trigger) for kind in ("zero", "veto", "grade") for trigger in ("entry", "when")),
]
LEVELS = ["县级", "市级", "省级"]
PRICES: list[Decimal | int] = [Decimal("0.5"), 1, 2, 3]
BOUNDS = (20, 50, 80)
COUNTS = (1, 2, 4)
ROUNDINGS = [{"to": "0.1", "by": "half_up"}, {"to": "0.25", "by": "down"}, {"to": "1", "by": "half_even"}]

prices = st.sampled_from(PRICES)
roundings = st.sampled_from(ROUNDINGS)


class Row:
    """A row that is being drawn: its measures, and its rules as they come."""

    def __init__(self, draw: st.DrawFn, name: str) -> None:
        self.draw, self.name = draw, name
        self.measures: list[Data] = []
        self.rules: list[Data] = []

    def maybe(self, **fields: st.SearchStrategy[Any]) -> Data:
        """Some of the fields, none mostly."""
        return {name: self.draw(each) for name, each in fields.items() if self.draw(st.integers(0, 3)) == 0}

    def measure(self, *figures: str) -> Data:
        """One of these figures: one that is there, or a new one."""
        known = [each for each in self.measures if each["figure"] in figures]
        if self.draw(st.booleans()) and known:
            return known[self.draw(st.integers(0, len(known) - 1))]
        measure: Data = {"id": f"{self.name}.数{len(self.measures)}", "figure": self.draw(st.sampled_from(figures))}
        if measure["figure"] != "activity" and self.draw(st.booleans()):
            measure["expected"] = "true"
        if measure["figure"] == "share":
            measure |= self.maybe(poll=st.just(f"{self.name}测评"))
        elif measure["figure"] == "amount":
            measure |= self.maybe(several=st.sampled_from(["sum", "mean", "trimmed"]))
            measure["at_most"] = 100
        self.measures.append(measure)
        return measure

    def bounds_of(self, measure: Data | None) -> tuple[int, ...]:
        """The figures at which a rule may change."""
        return COUNTS if measure is None or measure["figure"] == "activity" else BOUNDS

    def conditions(self) -> list[Data]:
        """Figures, and what other clauses counted, each in the direction that only ever costs."""
        found: list[Data] = []
        for _ in range(self.draw(st.integers(1, 2))):
            counted = [each for each in self.rules if each["kind"] in ("deduction", "bonus") and _is_dated(each)]
            if self.draw(st.booleans()) and counted:
                rule = counted[self.draw(st.integers(0, len(counted) - 1))]
                side = ["at_least", "above"] if rule["kind"] == "deduction" else ["at_most", "below"]
                found.append(
                    {"measure": rule["id"], self.draw(st.sampled_from(side)): self.draw(st.sampled_from(COUNTS))}
                )
            else:
                measure = self.measure("share", "amount", "activity")
                sides = st.sampled_from(["at_least", "above", "at_most", "below"])
                found.append(
                    {"measure": measure["id"], self.draw(sides): self.draw(st.sampled_from(self.bounds_of(measure)))}
                )
        return found

    def add(self, kind: str, scale: str, points: int) -> None:
        """One more rule; `points` those of an award, and of its row."""
        rule: Data = {"id": f"{self.name}.条{len(self.rules)}", "kind": kind}
        if kind == "award":
            rule["points"] = points
        if kind in ("deduction", "bonus"):
            rule |= self.maybe(cap=st.sampled_from([3, 4, Decimal("5.5")]))
        if scale in ("entry", "when"):
            rule |= self._trigger(kind, scale)
        elif scale:
            rule[scale] = getattr(self, f"_{scale}")(kind, points)
        else:
            rule |= self._found()
        if _is_dated(rule):
            rule |= self.maybe(upheld_only=st.just("true"))
        self.rules.append(rule)

    def _trigger(self, kind: str, scale: str) -> Data:
        more: Data = {"when": self.conditions()} if scale == "when" else {}
        if kind == "zero":
            more["zeroes"] = self.draw(st.sampled_from(["item", "dimension"]))
        elif kind == "grade":
            more |= self.draw(
                st.sampled_from([{"at_most": "良好"}, {"lower": 1}, {"becomes": "一般"}, {"bars": "评先"}])
            )
        return more

    def _found(self) -> Data:
        way = self.draw(st.sampled_from(["found", "presumed", "refuted", "target"]))
        if way == "target":
            return {"measured_by": self.measure("target")["id"]}
        more = {"refuted_by": self.conditions()} if way == "refuted" else {}
        return more | ({"presumed": "true"} if way == "presumed" or self.draw(st.booleans()) else {})

    def _limits(self, *, ordinal: bool = False) -> Data:
        ways: list[Data] = [{}, {}, {"within_subject": "highest"}, {"times": 2}]
        ways += [] if ordinal else [{"monthly_cap": 3}, {"factors": {"加倍": 2, "减半": "0.5"}}]
        return dict(self.draw(st.sampled_from(ways)))

    def _occurrence(self, kind: str, points: int) -> Data:
        each = self.draw(st.one_of(prices, st.lists(prices, min_size=2, max_size=3)))
        return {"each": each, **self._limits(ordinal=isinstance(each, list))}

    def _word(self, kind: str, points: int) -> Data:
        if kind == "award":
            return {"points": {"好": points, "中": points / Decimal(2), "差": 0}}
        if self.draw(st.booleans()):
            some = self.draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=3, unique=True))
            rising = sorted(self.draw(st.lists(prices, min_size=len(some), max_size=len(some))), key=Decimal)
            each = dict(zip(sorted(some, key=LEVELS.index), rising, strict=True))
        else:
            each = {"黄牌": self.draw(prices), "撤销": self.draw(prices)}
        limits = self._limits()
        once = {"once_per_word": "true"} if "monthly_cap" not in limits and self.draw(st.booleans()) else {}
        return {"each": each, **limits, **once}

    def _of(self, kind: str, *figures: str) -> Data | None:
        return self.measure(*figures) if self.draw(st.integers(0, 3)) else None

    def _band(self, kind: str, points: int) -> Data:
        measure = self._of(kind, "share", "amount", "activity")
        down = (measure is not None or kind == "award") and self.draw(st.booleans())
        bounds = sorted(
            self.draw(st.lists(st.sampled_from(self.bounds_of(measure)), min_size=1, max_size=3, unique=True))
        )
        worth = [points / Decimal(2**at) for at in range(len(bounds))]
        side = self.draw(st.sampled_from(["at_most", "below"] if down else ["at_least", "above"]))
        ordered = bounds if down else bounds[::-1]
        bands = [{side: bound, "points": each} for bound, each in zip(ordered, worth, strict=True)]
        return {"bands": bands, **_named(measure)}

    def _step(self, kind: str, points: int) -> Data:
        measure = self._of(kind, "share", "amount", "activity", "target")
        figure = measure["figure"] if measure else "count"
        down = measure is not None and self.draw(st.booleans())
        target = [100] if figure == "target" else self.bounds_of(measure)
        step: Data = {"below" if down else "above": self.draw(st.sampled_from(target)), "each": self.draw(prices)}
        step["size"] = self.draw(
            st.sampled_from([1, 2] if figure in ("count", "activity") else [7, 10, Decimal("0.5")])
        )
        step["incomplete"] = self.draw(st.sampled_from(["dropped", "whole", "proportional"]))
        if step["incomplete"] == "proportional":
            step["rounding"] = self.draw(roundings)
        if figure in ("share", "amount"):
            step |= self.maybe(until=st.just(10 if down else 90))
        return {**step, **_named(measure)}

    def _proportion(self, kind: str, points: int) -> Data:
        measure = self._of(kind, "share", "amount", "activity")
        ends = sorted(
            self.draw(st.lists(st.sampled_from(self.bounds_of(measure)), min_size=2, max_size=2, unique=True))
        )
        down = measure is not None and self.draw(st.booleans())
        none, full = ends[::-1] if down else ends
        worth = {} if kind == "award" else {"points": self.draw(prices)}
        return {"none": none, "full": full, "rounding": self.draw(roundings), **worth, **_named(measure)}

    def _missing(self, kind: str, points: int) -> Data:
        counted = self.draw(st.sampled_from(["events", "months", "members", "tasks"]))
        missing: Data = {"counted": counted, "each": self.draw(prices)}
        if counted == "tasks":
            return {**missing, **_named(self.measure("target"))}
        missing["required"] = self.draw(st.sampled_from([1, 2, 3]))
        if counted == "members":
            return missing | self.maybe(members=st.just("sum"))
        return {**missing, **_named(self.measure("activity") if self.draw(st.booleans()) else None)}

    def _judged(self, kind: str, points: int) -> Data:
        if kind == "award":
            several = self.draw(st.sampled_from([None, "mean", "trimmed"]))
            return {} if several is None else {"several": several, "rounding": self.draw(roundings)}
        least = {"at_least": 1} if self.draw(st.booleans()) else {}
        return {"at_most": min(2, points), **least} if points > 1 else {"at_most": points}


def _named(measure: Data | None) -> Data:
    return {} if measure is None else {"of": measure["id"]}


def _is_dated(rule: Data) -> bool:
    """Whether occurrences are logged under a rule itself, whose number a condition may look at."""
    scale = next(
        (rule[name] for name in ("occurrence", "word", "band", "step", "proportion", "judged") if name in rule), None
    )
    if rule["kind"] in ("deduction", "bonus"):
        return scale is not None and "of" not in scale
    return rule["kind"] in ("zero", "grade") and "when" not in rule


@st.composite
def items(draw: st.DrawFn, name: str, pair: tuple[str, str] | None = None) -> tuple[Data, int]:
    """A row, with what it is worth; it holds the pair."""
    row = Row(draw, name)
    points = draw(st.sampled_from([2, 4, 10]))
    first = draw(st.sampled_from([each for each in PAIRS if each[0] == "award"]))
    others = draw(st.lists(st.sampled_from([each for each in PAIRS if each[0] != "award"]), max_size=3))
    if pair is not None:
        first, others = (pair, others) if pair[0] == "award" else (first, [pair, *others])
    for kind, scale in [first, *others]:
        row.add(kind, scale, points)
    item: Data = {"id": name, "points": points, "text": "正文", "measures": row.measures}
    item["floor"] = draw(st.sampled_from(["0", "0", "none", "-2"]))
    inside = [rule for rule in row.rules if rule["kind"] in ("award", "deduction")]
    if draw(st.integers(0, 3)) == 0:
        part = {"id": f"{name}-1", "points": points, "floor": draw(st.sampled_from(["0", "none"])), "rules": inside}
        return item | {"parts": [part], "rules": [rule for rule in row.rules if rule not in inside]}, points
    return item | {"rules": row.rules}, points


def _limits(draw: st.DrawFn, dimensions: list[Data]) -> list[Data]:
    """Joint limits over clauses, rows, dimensions and all; and of one affair the highest."""
    rows = [item for dimension in dimensions for item in dimension["items"]]
    places = ["r", *(each["id"] for each in (*dimensions, *rows))]
    found: list[Data] = []
    for number in range(draw(st.integers(0, 2))):
        kind = draw(st.sampled_from(["deduction", "bonus"]))
        of = draw(st.lists(st.sampled_from(places), min_size=1, max_size=2, unique=True))
        of = [each for each in of if not any(each != other and _lies_in(each, other) for other in of)]
        held = [row for row in rows if any(_lies_in(row["id"], each) for each in of)]
        if any(rule["kind"] == kind for row in held for rule in _rules_of(row)):
            found.append({"id": f"限{number}", "kind": kind, "of": of, "cap": draw(st.sampled_from([1, 2, 4]))})
    if draw(st.booleans()):
        kind = draw(st.sampled_from(["deduction", "bonus"]))
        for row in draw(st.permutations(rows)):
            rules = [rule["id"] for rule in row["rules"] if rule["kind"] == kind and _is_plain(rule)]
            if len(rules) > 1:
                found.append({"id": "同一事项", "kind": kind, "of": rules, "highest": "case"})
                break
    return found


def _lies_in(place: str, other: str) -> bool:
    """Whether a row or dimension lies in another place, or is it."""
    return other == "r" or place.startswith(other)


def _rules_of(row: Data) -> list[Data]:
    return [*row["rules"], *(rule for part in row.get("parts", ()) for rule in part["rules"])]


def _is_plain(rule: Data) -> bool:
    scale = rule.get("occurrence") or rule.get("word") or {}
    ordinal = isinstance(scale.get("each"), list)
    return bool(scale) and "cap" not in rule and not ordinal and scale.keys() <= {"each", "factors"}


@st.composite
def rubric_data(draw: st.DrawFn, pair: tuple[str, str] | None = None) -> Data:
    """A rubric as data, of one or two dimensions, with the pair in its first row."""
    names = ["A", "B"][: draw(st.integers(1, 2))]
    prorated = draw(st.sampled_from(["", "", "r", "A", "A1"]))
    weighed = draw(st.integers(0, 3)) == 0
    dimensions: list[Data] = []
    total = Decimal(0)
    for name in names:
        rows = [
            draw(items(f"{name}{number}", pair if (name, number) == ("A", 1) else None))
            for number in range(1, draw(st.integers(1, 2)) + 1)
        ]
        points = sum(worth for _, worth in rows)
        dimension: Data = {"id": name, "name": name, "points": points, "items": [item for item, _ in rows]}
        dimension |= draw(
            st.sampled_from([{}, {}, {"floor": "0"}, {"cap": points}, {"floor": "-3", "cap": points + 2}])
        )
        weight = draw(st.sampled_from([Decimal("0.3"), Decimal("0.5")])) if weighed else Decimal(1)
        dimension |= {"weight": weight} if weighed else {}
        total += points * weight
        dimensions.append(dimension)
    places: dict[str, Data] = {each["id"]: each for each in (*dimensions, *dimensions[0]["items"])}
    data: Data = {"rubric": "r", "title": "标准", "year": 2020, "points": total}
    data["levels"] = [{"name": name} for name in LEVELS]
    data["grades"] = [{"name": "良好", "at_least": total / 2}, {"name": "一般", "at_least": 0}]
    data |= draw(st.sampled_from([{}, {}, {"cap": total}, {"floor": "0"}]))
    if prorated:
        places.get(prorated, data)["prorate"] = draw(roundings)
    return data | {"limits": _limits(draw, dimensions), "dimensions": dimensions}


def compile_drawn(data: Data) -> Plan:
    """The plan of a drawn rubric, if it has no error of shape."""
    plan = compile_document(hold_data(data, "r.yaml")).require()
    assume(not [each for each in check_shape(plan) if each.severity is Severity.ERROR])
    return plan
