"""`wuwu explain`: a clause, a row or a whole table, with its text, price, bounds, readings and examples."""

from __future__ import annotations

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.door import DONE, USAGE, show_problems
from wuwu.cli.output import complain, write_output
from wuwu.messages import Words
from wuwu.problem import Rejected


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "explain",
        words,
        explain_rubric,
        about=words("cli.explain.about"),
        params=[
            Argument(["rubric"], metavar="RUBRIC", explained=words("cli.explain.rubric")),
            Argument(["clause"], required=False, metavar="[CLAUSE]", explained=words("cli.explain.clause")),
            Option(
                ["--format"], type=click.Choice(["text", "markdown"]), default="text", help=words("cli.score.format")
            ),
            Option(["-o", "--output", "output"], metavar="FILE", help=words("cli.option.output")),
        ],
    )


def explain_rubric(words: Words, *, rubric: str, clause: str | None, format: str, output: str | None) -> int:  # noqa: A002 - the option's name
    """Explain the clause or the table; the exit code."""
    from wuwu.cli.output import screen_width
    from wuwu.library import load_rubric
    from wuwu.problem import nearest
    from wuwu.report.explanation import explain, explanation_markdown, explanation_text, ids

    try:
        plan = load_rubric(rubric)
    except Rejected as rejected:
        if any(problem.code == "unknown-rubric" for problem in rejected.problems):
            show_problems(rejected.problems, words)
            return USAGE
        raise
    if clause is not None and clause not in ids(plan):
        near = nearest(clause, ids(plan))
        said = words("cli.explain.near", nearest=near) if near else ""
        complain(words("cli.explain.unknown", rubric=rubric, id=clause, near=said).rstrip() + "\n")
        return USAGE
    passages = explain(plan, clause, words)
    if format == "markdown":
        write_output(explanation_markdown(passages).encode(), output)
    else:
        write_output(explanation_text(passages, screen_width()), output)
    return DONE
