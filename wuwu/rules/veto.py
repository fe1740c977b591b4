"""一票否决: events or figures that deny the whole year's assessment."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from wuwu.diagnostics import nearest
from wuwu.rules.kind import Facts, Fault, Surroundings
from wuwu.rules.lines import Does, Line
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches
from wuwu.rules.triggered import Triggered
from wuwu.schema.event import Event
from wuwu.schema.models import Declared
from wuwu.schema.scalars import Text, Texts


class Circumstances(Declared):
    """The circumstances of a veto and the document that names them; an empty list is still to be supplied (待补充)."""

    document: Text
    listed: Texts = ()


class Veto(Triggered):
    """一票否决: the whole year's assessment is denied."""

    does: ClassVar[Does] = Does.VETO

    kind: Literal["veto"]
    circumstances: Circumstances | None = None

    def demanded(self) -> Sequence[str]:
        return ("reason",)

    def faults(self, event: Event) -> Iterator[Fault]:
        """Where the circumstances are listed, the reason is one of them."""
        listed = self.circumstances.listed if self.circumstances else ()
        if listed and event.reason not in listed:
            params = {"value": event.reason or "", "expected": listed, "nearest": nearest(event.reason or "", listed)}
            yield Fault("unknown-circumstance", "reason", params)

    def price(self, facts: Facts) -> Sequence[Line]:
        """A line without points: the score is denied, not lowered."""
        reasons = tuple([entry.event.reason or "" for entry in facts.entries.get(self.id, ())])
        return self.lines(facts, reasons=reasons)

    def branches(self, around: Surroundings) -> Branches:
        yield "vetoed", False
        yield from super().branches(around)

    def explain(self, context: PriceContext) -> Iterator[str]:
        words, named = context.words, self.circumstances
        effect = words("price.veto.effect")
        if self.when:
            yield words("price.veto.when", conditions=context.conditions(self.when), effect=effect)
        elif named is None:
            yield words("price.veto.event", effect=effect)
        else:
            yield words("price.veto.document", document=named.document, effect=effect)
        yield from self.explain_gates(context)
        if named is not None:
            yield words("price.veto.listed", listed=named.listed) if named.listed else words("price.veto.unlisted")

    def sample(self) -> dict[str, str]:
        named = self.circumstances
        return {"reason": named.listed[0]} if named is not None and named.listed else {}
