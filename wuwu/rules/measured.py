"""What every scale over one figure shares: the figure of a measure, or the count of the clause's own entries."""

from __future__ import annotations

from collections.abc import Sequence

from wuwu.rules.kind import NOT_APPLICABLE, Facts, FigureRead, Form, Rule
from wuwu.rules.lines import Does
from wuwu.rules.scale import Scale
from wuwu.schema.scalars import Text


class OnFigure(Scale):
    """A scale over a figure. `of`: the measure it is logged under; without it, how often the rule's own clause is logged."""

    of: Text | None = None

    @property
    def source(self) -> str | None:
        return self.of

    @property
    def counts(self) -> bool:
        return self.of is None

    def forms(self, rule: Rule) -> tuple[Form, ...]:
        if self.of is not None:
            return ()
        return (rule.dated_form(), NOT_APPLICABLE) if rule.does is Does.AWARD else (rule.dated_form(),)

    def permitted(self) -> Sequence[str]:
        return ("count", "subject")

    def figures(self, rule: Rule, facts: Facts) -> Sequence[FigureRead]:
        """Each figure it looks at."""
        clause = self.of or rule.id
        return facts.clauses[clause].read_each(facts.entries.get(clause, ()))
