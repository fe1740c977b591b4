"""Commands, options and arguments in the catalogue's words, and the usage errors that click has no class for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

import click

from wuwu.cli.help import Context
from wuwu.cli.output import write_output
from wuwu.cli.path_conflicts import STDOUT, ReadPath, WrittenPath, find_clash, find_misplaced
from wuwu.diagnostics import Rejected
from wuwu.messages import LANGUAGES, Words


class DayType(click.ParamType[date]):
    """A calendar day, written 2018-06-30."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a bad parameter where the calendar has none so written."""
        try:
            if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return date.fromisoformat(value)
        except ValueError:  # 2018-06-31
            pass
        raise click.BadParameter(value, ctx, param)


DAY = DayType()


class BadValue(click.BadParameter):
    """A value that the type of an option or argument refuses; `value` is what was given."""

    def __init__(self, value: object, refusal: click.BadParameter) -> None:
        super().__init__(refusal.message, refusal.ctx, refusal.param)
        self.value = value


class TooManyArguments(click.UsageError):
    """Arguments left over when a command has taken its own."""

    def __init__(self, extra: Sequence[str], ctx: click.Context) -> None:
        super().__init__(" ".join(extra), ctx)
        self.extra = extra


class UnknownCommand(click.UsageError):
    """A command that does not exist."""

    def __init__(self, name: str, ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name


class NoCommand(click.UsageError):
    """No command at all: the help is shown instead."""

    def __init__(self, ctx: click.Context) -> None:
        super().__init__("", ctx)


class Option(click.Option):
    """An option whose help is a sentence of the catalogue (defaults included: `show_default` speaks English)."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """Convert a value as click does, remembering what was given when that fails."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as refusal:
            raise BadValue(value, refusal) from None


class Argument(click.Argument):
    """An argument with a sentence of explanation for the help page."""

    def __init__(self, declarations: Sequence[str], *, explained: str, **attributes: Any) -> None:
        super().__init__(declarations, **attributes)
        self.explained = explained

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """Convert a value as click does, remembering what was given when that fails."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as refusal:
            raise BadValue(value, refusal) from None


def eager_flag(names: Sequence[str], answer: Callable[[click.Context], str], about: str) -> Option:
    """An option that prints an answer and ends the program, whatever else is on the command line."""

    def report(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            write_output(answer(ctx) + "\n")
            ctx.exit()

    return Option(names, is_flag=True, is_eager=True, expose_value=False, callback=report, help=about)


class Worded(click.Command):
    """What every command shares: its words, `--lang`, and `-h`/`--help`."""

    context_class = Context

    def __init__(self, name: str, words: Words, **attributes: Any) -> None:
        super().__init__(name, options_metavar=words("cli.metavar.options"), **attributes)
        self.words = words
        # Only for the parser and the help page: the language was chosen before anything was parsed.
        choice = click.Choice(LANGUAGES)
        self.params.append(
            Option(["--lang"], type=choice, is_eager=True, expose_value=False, help=words("cli.option.lang"))
        )
        self._helper = eager_flag(["-h", "--help"], click.Context.get_help, words("cli.option.help"))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does; a usage error learns here which command it concerns."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """The option that shows this command's help."""
        return self._helper

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Nothing: newer versions of click write arguments apart, format_options below writes both."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the arguments, then the options."""
        params = self.get_params(ctx)
        arguments = [(one.make_metavar(ctx), one.explained) for one in params if isinstance(one, Argument)]
        options = [record for one in params if isinstance(one, Option) and (record := one.get_help_record(ctx))]
        for heading, rows in (("cli.heading.arguments", arguments), ("cli.heading.options", options)):
            if rows:
                with formatter.section(self.words(heading)):
                    formatter.write_dl(rows)


class Command(Worded):
    """A command of wuwu: `run(words, **values)` does its work and returns the exit code."""

    def __init__(
        self, name: str, words: Words, run: Callable[..., int], *, about: str, params: Sequence[click.Parameter] = ()
    ) -> None:
        super().__init__(name, words, callback=partial(run, words), help=about, params=list(params))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does, with a class of its own for what is left over."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise TooManyArguments(rest, ctx)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run, unless a result would take the place of what is read, or of what it must not replace."""
        written = list(self._written(ctx))
        clash = find_clash(list(self._read(ctx)), [path for path, _ in written])
        problems = [clash] if clash else [each for path, kind in written if (each := find_misplaced(path, kind))]
        if problems:
            raise Rejected(problems)
        return super().invoke(ctx)

    def _read(self, ctx: click.Context) -> Iterator[str]:
        """The paths on the command line that are read."""
        for param in self.params:
            value = ctx.params.get(param.name or "")
            if isinstance(param.type, ReadPath) and value is not None:
                yield from [value] if isinstance(value, str) else value

    def _written(self, ctx: click.Context) -> Iterator[tuple[str, WrittenPath]]:
        """The paths that are written; a result that no file is named for goes to standard output."""
        for param in self.params:
            value = ctx.params.get(param.name or "")
            if isinstance(param.type, WrittenPath) and (value is not None or "-o" in param.opts):
                yield value or STDOUT, param.type
