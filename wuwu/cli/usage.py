"""Usage errors of click in, a sentence of the catalogue out: what is wrong, and the nearest valid name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from wuwu.cli.command import BadValue, NoCommand, TooManyArguments, UnknownCommand
from wuwu.cli.output import line_width
from wuwu.cli.program import COMMANDS
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
    code = "cli.missing-argument" if isinstance(error.param, click.Argument) else "cli.missing-option"
    return words(code, name=_name(error, error.param))


def _option_usage(error: click.BadOptionUsage, words: Words) -> str:
    """An option with a value that takes none, or without one that needs it: the option itself tells which."""
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    flags = {name for one in params if isinstance(one, click.Option) and one.is_flag for name in one.opts}
    code = "cli.option-takes-none" if error.option_name in flags else "cli.option-needs-value"
    return words(code, name=error.option_name)


def _bad_value(error: BadValue, words: Words) -> str:
    name, value, kind = _name(error, error.param), _shown(error.value), getattr(error.param, "type", None)
    if isinstance(kind, click.Choice):
        sentence = words("cli.not-a-choice", name=name, value=value, known=list(kind.choices))
        return sentence + _nearest(value, kind.choices, words)
    if isinstance(kind, click.IntRange):
        return words("cli.not-at-least", name=name, value=value, least=kind.min)
    if isinstance(kind, click.types.IntParamType):
        return words("cli.not-whole", name=name, value=value)
    return words("cli.bad-value", name=name, value=value)


def _bad_parameter(error: click.BadParameter, words: Words) -> str:
    """Raised by a command's own callback, whose message is of the catalogue already."""
    return words("cli.about-parameter", name=_name(error, error.param), what=error.message)


def _too_many(error: TooManyArguments, words: Words) -> str:
    return words("cli.too-many-arguments", extra=" ".join(error.extra))


def _argument_usage(_: click.BadArgumentUsage, words: Words) -> str:
    return words("cli.argument-count")


def _nearest(name: str, known: Iterable[str], words: Words) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), [str(one) for one in known])
    return words("cli.did-you-mean", names=words("cli.list-or").join(close)) if close else ""


def _name(error: click.BadParameter, param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    if param is not None:
        return param.human_readable_name if error.ctx is None else param.make_metavar(error.ctx)
    return str(error.param_hint or "")


def _shown(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


# The first class that fits speaks: a class stands before the one it derives from.
_BY_CLASS: tuple[tuple[type[click.ClickException], Callable[[Any, Words], str]], ...] = (
    (UnknownCommand, _unknown_command),
    (TooManyArguments, _too_many),
    (click.NoSuchOption, _unknown_option),
    (click.MissingParameter, _missing),
    (BadValue, _bad_value),
    (click.BadParameter, _bad_parameter),
    (click.BadOptionUsage, _option_usage),
    (click.BadArgumentUsage, _argument_usage),
)
