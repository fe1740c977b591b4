"""Help pages in the language of the user, laid out by what Chinese characters really take on the screen."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from wuwu.cli.output import screen_width, write_output
from wuwu.messages import Words
from wuwu.report.layout.width import display_width, pad, wrap


class HelpFormatter(click.HelpFormatter):
    """Click's page with the catalogue's headings and with lines measured in columns."""

    def __init__(self, words: Words) -> None:
        super().__init__(width=screen_width(most=100, unknown=80) - 2)
        self.words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called, on one line: it is short, and people copy it."""
        start = self.words("cli.usage") if prefix is None else prefix
        self.write(f"{start}{prog} {args}".rstrip() + "\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading with the colon of the language."""
        self.write(" " * self.current_indent + self.words("cli.heading", heading=heading) + "\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, which blank lines part; a line that begins with blanks (an example) stays as it is."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.strip("\n").split("\n\n")):
            lines = paragraph.splitlines()
            kept = any(line.startswith(" ") for line in lines)
            shown = lines if kept else wrap(_joined(lines), self.width - self.current_indent)
            self.write("\n" * (number > 0) + "".join(f"{indent}{line}\n" for line in shown))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean, side by side."""
        table = list(rows)
        column = min(max((display_width(term) for term, _ in table), default=0), col_max) + col_spacing
        indent, hanging = " " * self.current_indent, " " * (self.current_indent + column)
        for term, meaning in table:
            lines = wrap(meaning, max(self.width - len(hanging), 20)) or [""]
            if display_width(term) + col_spacing > column:
                self.write(f"{indent}{term}\n")
            else:
                self.write(f"{indent}{pad(term, column)}{lines.pop(0)}".rstrip() + "\n")
            self.write("".join(f"{hanging}{line}\n" for line in lines))


def _joined(lines: list[str]) -> str:
    """The lines of a paragraph as one; Chinese needs no blank where a line ended."""
    text = ""
    for line in lines:
        bare = not text or not (text[-1].isascii() or line[:1].isascii())
        text += line if bare else f" {line}"
    return text


class Context(click.Context):
    """A context that writes its help with the words of its command."""

    def make_formatter(self) -> HelpFormatter:
        """Make the page for a help text."""
        return HelpFormatter(self.command.words)  # type: ignore[attr-defined]


def build(words: Words) -> click.Command:
    """The command `wuwu help`, in the given words."""
    from wuwu.cli.command import Argument, Command  # which need this page

    explained = words("cli.help.command")
    params = [
        Argument(["name"], required=False, metavar="[COMMAND]", explained=explained, shell_complete=_complete_command)
    ]
    return Command("help", words, show_help, about=words("cli.help.about"), params=params)


def show_help(words: Words, *, name: str | None) -> int:
    """Print the help of a command, or that of wuwu; the exit code."""
    program = click.get_current_context().find_root()
    if name is None:
        write_output(program.get_help() + "\n")
        return 0
    group: click.Group = program.command  # type: ignore[assignment]
    _, command, _ = group.resolve_command(program, [name])
    if command is not None:
        write_output(command.get_help(Context(command, info_name=name, parent=program)) + "\n")
    return 0


def _complete_command(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return ctx.find_root().command.shell_complete(ctx.find_root(), incomplete)
