"""`wuwu explain`: a clause in full; a row, a dimension or the whole table in brief, or as a page in full."""

from __future__ import annotations

from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from wuwu.cli.command import Argument, Command
from wuwu.cli.errors import DONE, FINDINGS, USAGE
from wuwu.cli.options import format_option, output_option
from wuwu.cli.output import report, screen_width, write_output
from wuwu.cli.path_conflicts import READ_RUBRIC
from wuwu.diagnostics import Rejected
from wuwu.messages import Words


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "explain",
        words,
        explain_rubric,
        about=words("cli.explain.about"),
        params=[
            Argument(["rubric"], type=READ_RUBRIC, metavar="RUBRIC", explained=words("cli.explain.rubric")),
            Argument(
                ["clause"],
                required=False,
                metavar="[CLAUSE]",
                explained=words("cli.explain.clause"),
                shell_complete=_complete_clause,
            ),
            format_option(words, "text", "markdown"),
            output_option(words),
        ],
    )


def _complete_clause(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What can be explained of the rubric that stands before on the command line, with the words of the text."""
    from wuwu.api import load_rubric
    from wuwu.report.explanation import ids

    try:
        plan = load_rubric(ctx.params["rubric"])
    except (Rejected, KeyError):
        return []  # the command itself says why
    quotes = {clause.id: "".join(clause.declared.quote) for clause in plan.clauses.values()}
    return [CompletionItem(each, help=quotes.get(each)) for each in ids(plan) if each.startswith(incomplete)]


def explain_rubric(words: Words, *, rubric: str, clause: str | None, form: str, output: str | None) -> int:
    """Explain the clause or the table; the exit code."""
    from wuwu.api import load_rubric
    from wuwu.report.explanation import examples_hold, explain, explanation_markdown, explanation_text, ids
    from wuwu.report.layout.width import wrap
    from wuwu.source.files import typed

    plan = load_rubric(rubric)
    known = ids(plan)
    if clause is not None and clause not in known:
        report(_unknown(clause, known, rubric, words))
        return USAGE
    passages = explain(plan, clause, words, full=form == "markdown")
    if clause not in (None, plan.rubric.rubric):  # the whole table says its year itself
        first, *others = passages
        edition = f"{plan.rubric.rubric}@{plan.year}"  # as it is named on the command line
        passages = [first._replace(text=f"{edition} {first.text}"), *others]
    if form == "markdown":
        write_output(explanation_markdown(passages).encode(), output)
    else:
        width = screen_width()
        more = words("cli.explain.more", rubric=typed(rubric), clause=known[0]) if clause is None else ""
        rows = ["", *wrap(more, width), ""] if more else []
        write_output(explanation_text(passages, width) + "\n".join(rows), output)
    if not examples_hold(plan, clause, full=form == "markdown"):
        report(words("cli.explain.failing", rubric=typed(rubric)))
        return FINDINGS
    return DONE


def _unknown(clause: str, known: Sequence[str], rubric: str, words: Words) -> str:
    from wuwu.source.files import typed

    every = words("cli.explain.all", rubric=typed(rubric))
    if not clause.strip():
        return words("cli.explain.empty", all=every)
    near = _nearest(clause, known)
    said = words("cli.explain.near", nearest=near) if near else every
    return words("cli.explain.unknown", rubric=rubric, id=clause, near=said)


def _nearest(word: str, known: Sequence[str]) -> list[str]:
    """The ids that a word may stand for: itself, typed with other signs or in small letters, or those most like it."""
    from wuwu.diagnostics import bare, nearest

    plain = bare(word).replace("。", ".").replace(" ", "").upper()
    return [plain] if plain in known else nearest(plain, known)
