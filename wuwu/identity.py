"""One thing in two spellings: a text in, the key that all its spellings share out; and keys that differ in little.

What nobody means to tell apart falls together: width, kinds of quotation marks, brackets and dashes, blanks, what cannot be
seen, radicals that stand for a character. Case, digits and every other character stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from unicodedata import category, normalize

# Han and ASCII letters and digits: most names are made of nothing else, and are their own key
_PLAIN = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]*").fullmatch
_BLANK_OR_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})
# of other categories and just as invisible: variation selectors, fillers, a joiner, a blank of Braille
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164").union(
    *(map(chr, range(first, last + 1)) for first, last in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)))
)
_QUOTES = frozenset("\"'`´′″‵‶‘’‚‛“”„‟«»‹›「」『』〝〞〟《》〈〉")
_DASHES = frozenset("-−~∼─━")
_DASH_RUN = re.compile("-{2,}")
# Unicode gives the Kangxi radicals their characters, and most of these, which a PDF holds as often, none
_RADICALS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
    "民西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
)


@lru_cache(8192)
def identity_of(text: str) -> str:
    """The key of a text: texts of one key are one."""
    if _PLAIN(text):
        return text
    key = text
    # what is dropped can bring together what only then composes to one character
    while (folded := _fold(key)) != key:
        key = folded
    return key


def _fold(text: str) -> str:
    kept = normalize("NFKC", text.replace("´", "")).translate(_FOLDED)
    return _DASH_RUN.sub("-", kept.translate(_RADICALS))


def _folded(character: str) -> str:
    if character in _QUOTES or character in _UNSEEN:
        return ""
    if character in _DASHES:
        return "-"
    match category(character):
        case "Ps":
            return "("
        case "Pe":
            return ")"
        case "Pi" | "Pf":
            return ""
        case "Pd":
            return "-"
        case kind:
            return "" if kind in _BLANK_OR_UNSEEN else character


class _Table(dict[int, str]):
    """What becomes of each character, by its code point: found where one first occurs."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, code: int) -> str:
        self[code] = changed = self._change(chr(code))
        return changed


_FOLDED = _Table(_folded)


def spell_out(text: str) -> str:
    """The text with the code point of whatever in it cannot be seen, or looks like another character."""
    if _PLAIN(text):
        return text
    return text.translate(_SPELT)


def _spelt(character: str) -> str:
    code = f"<U+{ord(character):04X}>"
    if character in _UNSEEN or (category(character) in _BLANK_OR_UNSEEN and character not in " \u3000"):
        return code
    looks_like_another = "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff"
    return character + code if looks_like_another else character


_SPELT = _Table(_spelt)

# --- keys that differ in little ----------------------------------------------------------------------------------

# Below four characters one is too much of the whole; a text of more than sixty-four is no name.
_SHORTEST, _LONGEST = 4, 64


def find_near(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each key that differs in little from one before it, behind that one.

    In little: by one character that is inserted or changed, and that says no number: 第1期 and 第2期 are two, so are 一科 and 二科.
    """
    by_word: dict[str, list[str]] = {}
    by_number: dict[str, list[str]] = {}
    for key in _neighbours(keys):
        # Two keys that one character parts have a text in common that lacks it. Those that lack a number, or nothing, are kept
        # apart: among themselves they are never near, and thousands of numbered names would be compared in vain.
        words: dict[str, None] = {}
        numbers = {key: None}
        for place, character in enumerate(key):
            (numbers if character.isnumeric() else words)[key[:place] + key[place + 1 :]] = None
        met = (by_word.get(each, ()) for each in (*words, *numbers))
        met_numbers = (by_number.get(each, ()) for each in words)
        others = chain.from_iterable((*met, *met_numbers))
        near = next((other for other in others if _differ_in_little(other, key)), None)
        if near is not None:
            yield near, key
        for lacking, kept in ((words, by_word), (numbers, by_number)):
            for each in lacking:
                kept.setdefault(each, []).append(key)


def _neighbours(keys: Iterable[str]) -> list[str]:
    """The keys that can be near another one, by what is cheap to see of both."""
    fit = [key for key in dict.fromkeys(keys) if _SHORTEST <= len(key) <= _LONGEST]
    if len({key[:2] for key in fit}) == len({key[-2:] for key in fit}) == len(fit):
        return []  # as in most logs
    return _alike_in_a_half(_alike_in_numbers(fit))


def _alike_in_numbers(keys: Sequence[str]) -> list[str]:
    """The keys whose numbers another one has as well, or all but one that stands in the place of another character.

    Most documents and cases are distinguished by their numbers alone, and go no further.
    """
    shapes = [(len(key), "".join(filter(str.isnumeric, key))) for key in keys]
    shared = Counter([numbers for _, numbers in shapes])
    sizes = {(length, len(numbers)) for length, numbers in shapes}
    met = {numbers for numbers, times in shared.items() if times > 1}
    for length, numbers in shapes:
        if (length, len(numbers) - 1) in sizes:
            fewer = {numbers[:place] + numbers[place + 1 :] for place in range(len(numbers))} & shared.keys()
            if fewer:
                met |= {numbers, *fewer}
    return [key for key, (_, numbers) in zip(keys, shapes, strict=True) if numbers in met]


def _alike_in_a_half(keys: Sequence[str]) -> list[str]:
    """The keys that share their first or their last half with one that is as long, give or take a character.

    Where one character parts two keys, it stands in one half of the shorter one, and the other half is the same in both.
    """
    alike = {key: _halves(key) for key in keys}
    met = Counter([half for halves in alike.values() for half in halves])
    return [key for key, halves in alike.items() if any(met[half] > 1 for half in halves)]


def _halves(key: str) -> tuple[tuple[int, bool, str], ...]:
    """The halves of a key, as the shorter or the equal one of two and as the longer one, with the length of the shorter."""
    equal, shorter = len(key), len(key) - 1
    return (
        (equal, True, key[: equal // 2]),
        (equal, False, key[-(equal // 2) :]),
        (shorter, True, key[: shorter // 2]),
        (shorter, False, key[-(shorter // 2) :]),
    )


def _differ_in_little(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    same = next((place for place, each in enumerate(shorter) if each != longer[place]), len(shorter))
    if len(longer) - len(shorter) > 1:
        return False
    if len(shorter) == len(longer):
        apart = one[same] + other[same]
        return one[same + 1 :] == other[same + 1 :] and not apart.isnumeric()
    return shorter[same:] == longer[same + 1 :] and not longer[same].isnumeric()
