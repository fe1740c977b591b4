"""Usage errors of click in, a sentence of the catalogue out: what is wrong, and the nearest valid name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from wuwu.cli.command import DAY, BadValue, NoCommand, TooManyArguments, UnknownCommand
from wuwu.cli.output import line_width
from wuwu.cli.program import COMMANDS
from wuwu.diagnostics import nearest
from wuwu.messages import Words
from wuwu.report.layout.screen import hang


def explain_usage(error: click.ClickException, words: Words) -> str:
    """The whole message for a command line that cannot be understood, ending in a line break."""
    context = getattr(error, "ctx", None)
    if isinstance(error, NoCommand) and context is not None:
        return f"{context.get_help()}\n"
    lines = hang("", words("cli.error", what=_sentence(error, words)), line_width(sys.stderr))
    if context is not None:
        lines += [context.get_usage(), words("cli.try-help", command=context.command_path)]
    return "\n".join(lines) + "\n"


def _sentence(error: click.ClickException, words: Words) -> str:
    for kind, explain in _BY_CLASS:
        if isinstance(error, kind):
            return explain(error, words)
    return error.format_message()


def _unknown_command(error: UnknownCommand, words: Words) -> str:
    return words("cli.unknown-command", name=error.name) + _nearest(error.name, COMMANDS, words)


def _unknown_option(error: click.NoSuchOption, words: Words) -> str:
    context = error.ctx
    known = [name for one in context.command.get_params(context) for name in one.opts] if context else []
    return words("cli.unknown-option", name=error.option_name) + _nearest(error.option_name, known, words)


def _missing(error: click.MissingParameter, words: Words) -> str:
    return words("cli.missing-argument", name=_name(error, error.param))


def _option_usage(error: click.BadOptionUsage, words: Words) -> str:
    """An option with a value that takes none, or without one that needs it: the option itself says which."""
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    flags = {name for one in params if isinstance(one, click.Option) and one.is_flag for name in one.opts}
    code = "cli.option-takes-none" if error.option_name in flags else "cli.option-needs-value"
    return words(code, name=error.option_name)


def _bad_value(error: BadValue, words: Words) -> str:
    name, value, kind = _name(error, error.param), str(error.value), getattr(error.param, "type", None)
    if isinstance(kind, click.Choice):
        sentence = words("cli.not-a-choice", name=name, value=value, known=list(kind.choices))
        return sentence + _nearest(value, kind.choices, words)
    if isinstance(kind, click.IntRange) and kind.max is not None:
        return words("cli.not-between", name=name, value=value, least=kind.min, most=kind.max)
    if isinstance(kind, click.IntRange):
        return words("cli.not-at-least", name=name, value=value, least=kind.min)
    if kind is DAY:
        return words("cli.not-a-day", name=name, value=value)
    return error.format_message()


def _too_many(error: TooManyArguments, words: Words) -> str:
    return words("cli.too-many-arguments", extra=" ".join(error.extra))


def _nearest(name: str, known: Iterable[str], words: Words) -> str:
    # without the dashes, which make every short option half like every other
    spelled = {str(one).lstrip("-"): str(one) for one in known}
    close = nearest(name.lstrip("-"), spelled, count=1)
    return words("cli.did-you-mean", name=spelled[close[0]]) if close else ""


def _name(error: click.BadParameter, param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    if param is not None:
        return param.human_readable_name if error.ctx is None else param.make_metavar(error.ctx)
    return str(error.param_hint or "")


# The first class that fits speaks: a class stands before the one it derives from.
_BY_CLASS: tuple[tuple[type[click.ClickException], Callable[[Any, Words], str]], ...] = (
    (UnknownCommand, _unknown_command),
    (TooManyArguments, _too_many),
    (click.NoSuchOption, _unknown_option),
    (click.MissingParameter, _missing),
    (BadValue, _bad_value),
    (click.BadOptionUsage, _option_usage),
)
