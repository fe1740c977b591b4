"""Which language to speak: asked for on the command line, in the environment, or by the locale; else Chinese."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from wuwu.messages import LANGUAGES


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """One of LANGUAGES. The arguments are looked through before they are parsed, for help and errors speak it too.

    An unknown word after --lang is passed over here; the parser refuses it.
    """
    for word in (_asked_for(arguments), environment.get("WUWU_LANG", ""), _locale(environment)):
        language = word.replace("-", "_").partition(".")[0].partition("_")[0].lower()
        if language in LANGUAGES:
            return language
    return "zh"


def _asked_for(arguments: Sequence[str]) -> str:
    asked = ""
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            asked = "".join(arguments[position + 1 : position + 2])
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked


def _locale(environment: Mapping[str, str]) -> str:
    """The locale's name; of the three variables the first that is set decides, as everywhere."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            return environment[variable]
    if os.name == "nt":
        import locale

        name = locale.getlocale()[0] or ""
        return "en" if name.startswith("English") else name
    return ""
