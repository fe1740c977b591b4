"""What changed between two rubrics, in words: the sentences that the text and the Markdown report share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

from wuwu.comparison.changes import Change, Comparison, FieldChange, Sort, as_value
from wuwu.comparison.pairing import likeness
from wuwu.messages import Words, plain
from wuwu.rubric.declared import Rubric
from wuwu.schema.models import Declared

# An edit of a text is shown with so many characters around it; edits closer than that are shown as one.
_AROUND = 8
_TOO_CLOSE = 3
_WORDY = frozenset({"title", "source", "name", "text", "quote", "question", "choice", "basis", "why"})
_SIGNS = {"at_least": "≥", "above": ">", "at_most": "≤", "below": "<"}

Mark: TypeAlias = Callable[[str, str], str]
"""How a report writes what was taken out of a text and what came in its place."""


class Piece(NamedTuple):
    """A stretch of a text: what both versions share (old == new), or what the one has instead of the other."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        return self.old == self.new


def edition(rubric: Rubric, words: Words) -> str:
    """Which rubric it is: id, year and where it comes from."""
    return words("diff.edition", rubric=rubric.rubric, year=rubric.year, path=rubric.document.name)


def title(comparison: Comparison, words: Words) -> str:
    """What is compared: two editions of one table, or two tables."""
    code = "diff.title" if comparison.same_table else "diff.title.tables"
    return words(code, old=edition(comparison.old, words), new=edition(comparison.new, words))


def grouped(comparison: Comparison) -> Iterator[tuple[Sort, list[Change]]]:
    """The changes by what they can bring about, gravest first; clauses renamed with their row stand with the row."""
    for sort in Sort:
        some = [change for change in comparison.changes if change.sort is sort and not _only_follows(change)]
        if some:
            yield sort, some


def _only_follows(change: Change) -> bool:
    return change.follows and not change.fields and change.moved is None


def change_sentence(change: Change, comparison: Comparison, words: Words, mark: Mark) -> tuple[str, str]:
    """The head of a change (what it concerns) and what happened to it."""
    name = change.new or change.old or ""
    label = change.node
    head = words("diff.head", node=words(f"diff.node.{label}"), id="" if label == "rubric" else name).strip()
    return head, words("diff.between").join(_happened(change, comparison, words, mark))


def _happened(change: Change, comparison: Comparison, words: Words, mark: Mark) -> Iterator[str]:
    if change.old is None or change.new is None:
        happened = "added" if change.old is None else "removed"
        what = brief(change.pair.new or change.pair.old, words)
        yield words(f"diff.{happened}-with", what=what) if what else words(f"diff.{happened}")
        return
    if change.renamed and change.node != "rubric" and not change.follows:
        yield words("diff.renamed-row" if change.node == "item" else "diff.renamed", old=change.old, new=change.new)
        followers = [
            f"{each.old} → {each.new}" for each in comparison.changes if each.follows and each.row == change.new
        ]
        if followers and change.node == "item":
            yield words("diff.follow", names=followers)
    if change.moved is not None:
        yield words("diff.moved", old=change.moved[0], new=change.moved[1])
    if change.reordered:
        yield words("diff.reordered")
    for field in change.fields:
        yield field_sentence(field, words, mark)


def field_sentence(field: FieldChange, words: Words, mark: Mark) -> str:
    """What became of one field."""
    name = words(f"diff.field.{field.name}")
    if field.name == "examples":
        before, after = (len(value) if isinstance(value, tuple) else 0 for value in (field.old, field.new))
        code = "diff.examples-edited" if before == after else "diff.examples"
        return words(code, old=before, new=after)
    if field.name in _WORDY and field.old is not None and field.new is not None:
        return words("diff.text", field=name, edits=_text_edits(_flat(field.old), _flat(field.new), words, mark))
    if field.name in ("notes", "unscored"):
        return words("diff.notes", field=name)
    if field.name == "alternatives":
        old_names, new_names = ([each["name"] for each in value] for value in (field.old, field.new))  # type: ignore[attr-defined]
        if old_names == new_names:
            return words("diff.notes", field=name)
        return words("diff.field", field=name, old=_listed(old_names, words), new=_listed(new_names, words))
    old, new = (value_text(field.name, value, words) for value in (field.old, field.new))
    return words("diff.field", field=name, old=old, new=new)


def brief(node: Declared | None, words: Words) -> str:
    """What a clause or row is, in few words: its kind and every setting that is not as by default."""
    said = []
    for name, field in type(node).model_fields.items() if node is not None else ():
        value = as_value(getattr(node, name))
        if name in ("kind", "figure"):
            said.append(value_text(name, value, words))
        elif name in _BRIEF and value not in (None, (), False, field.get_default()):
            said.append(words("diff.field-is", field=words(f"diff.field.{name}"), value=value_text(name, value, words)))
    return words.join(sorted(said, key=lambda each: " " in each))


_BRIEF = frozenset(
    {
        *("points", "prices", "unit", "cap", "presumed", "measured_by", "refuted_by", "from_level", "upheld_only"),
        *(
            "verified_by",
            "body_presumed",
            "evidence_expected",
            "within_subject",
            "times",
            "once_per_word",
            "counted",
            "required",
            "members",
            "measure",
            "step",
        ),
        *("incomplete", "bands", "at_most", "zeroes", "when", "poll", "question"),
    }
)


# the fields whose values have their names in the catalogue for every report
_NAMED_IN = {"kind": "kind", "figure": "kind", "status": "reading"}


def value_text(name: str, value: Any, words: Words) -> str:
    """A field's value as a person reads it."""
    if value is None:
        return words("diff.no-floor" if name == "floor" else "diff.none")
    if isinstance(value, bool):
        return words("diff.true" if value else "diff.false")
    if isinstance(value, (Decimal, int)):
        return plain(value)
    if isinstance(value, Mapping):
        return _mapping_text(value, words)
    if isinstance(value, (tuple, list)):
        return words.join(value_text("", each, words) for each in value) or words("diff.none")
    known = f"{_NAMED_IN.get(name, 'diff.value')}.{value}"
    return words(known) if known in words and name not in ("unit", "") else str(value)


def _mapping_text(value: Mapping[str, Any], words: Words) -> str:
    if "name" in value and set(value) <= {"name", "also"}:
        also = words.join(value.get("also", ()))
        return words("diff.also", name=value["name"], also=also) if also else str(value["name"])
    said = []
    for key, each in value.items():
        text = value_text(key, each, words)
        if key in _SIGNS:
            said.append(f"{_SIGNS[key]} {text}")
        elif key in ("measure", "name", "document", "to", "by", "points"):
            said.append(f"→ {text}" if key == "points" else text)
        elif key == "listed":
            said.append(words("diff.listed", listed=text))
        else:
            said.append(f"{key} {text}")
    plain_prices = not any(key in value for key in (*_SIGNS, "to", "document"))
    return words.join(said) if plain_prices else " ".join(said)


def _listed(names: Iterable[str], words: Words) -> str:
    return words.join(names) or words("diff.none")


def _flat(value: object) -> str:
    return " / ".join(map(str, value)) if isinstance(value, tuple) else str(value)


# --- texts -------------------------------------------------------------------------------------------------------


def compare_texts(old: str, new: str) -> list[Piece]:
    """The pieces of two texts in a row: what they share, and what the one has instead of the other."""
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        piece = Piece(old[a:b], new[c:d])
        close = tag == "equal" and b - a < _TOO_CLOSE and pieces and b < len(old)
        if pieces and (close or not (piece.same or pieces[-1].same)):
            last = pieces.pop()
            piece = Piece(last.old + piece.old, last.new + piece.new)
        pieces.append(piece)
    return pieces


def _text_edits(old: str, new: str, words: Words, mark: Mark) -> str:
    """The edits of a text, each with a few characters around it."""
    if likeness(old, new) < 0.5:
        return words("diff.rewritten", new=new)
    said = ""
    pieces = compare_texts(old, new)
    for at, piece in enumerate(pieces):
        if not piece.same:
            said += mark(piece.old, piece.new)
        else:
            head = piece.new[:_AROUND] if at else ""
            tail = piece.new[-_AROUND:] if at + 1 < len(pieces) else ""
            said += piece.new if len(piece.new) <= len(head) + len(tail) else f"{head}…{tail}"
    return said
