"""`wuwu rubrics`: the bundled rubrics and what is in them."""

from __future__ import annotations

from typing import Any

import click

from wuwu.cli.command import Command
from wuwu.cli.errors import DONE
from wuwu.cli.options import format_option, output_option
from wuwu.cli.output import screen_width, write_output
from wuwu.messages import Words


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "rubrics",
        words,
        list_rubrics,
        about=words("cli.rubrics.about"),
        params=[
            format_option(words, "text", "json"),
            output_option(words),
        ],
    )


def list_rubrics(words: Words, *, form: str, output: str | None) -> int:
    """Print the bundled rubrics; the exit code."""
    from wuwu.report.layout.exact_json import dump
    from wuwu.report.layout.screen import hang

    rubrics = list(_described())
    if form == "json":
        write_output(dump({"schema": "wuwu/rubrics@1", "rubrics": rubrics}), output)
    else:
        lines = (hang(f"{each['id']}  ", words("rubrics.line", **each), screen_width(), 4) for each in rubrics)
        write_output("".join(f"{line}\n" for some in lines for line in some), output)
    return DONE


def _described() -> list[dict[str, Any]]:
    from wuwu.rubric.bundled import bundled_plan, bundled_rubrics
    from wuwu.rules.denial import Veto

    found = []
    for bundled in bundled_rubrics():
        plan = bundled_plan(bundled).require()
        rubric = plan.rubric
        vetoes = [clause.rule for clause in plan.clauses.values() if isinstance(clause.rule, Veto)]
        found.append(
            {
                "id": bundled.id,
                "year": bundled.year,
                "title": bundled.title,
                "dimensions": len(rubric.dimensions),
                "items": sum(1 for _ in rubric.items()),
                "clauses": len(plan.clauses),
                "points": rubric.points,
                "readings": len(rubric.readings),
                "confirmed": sum(reading.status == "confirmed" for reading in rubric.readings),
                "lists": sum(veto.circumstances is not None and not veto.circumstances.listed for veto in vetoes),
            }
        )
    return found
