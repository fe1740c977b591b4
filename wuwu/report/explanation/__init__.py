"""An id of a rubric → what there is to say about it, for a screen or for a page; the whole table for none."""

from wuwu.report.explanation.outline import examples_hold, explain, ids
from wuwu.report.explanation.passage import Passage, explanation_markdown, explanation_text

__all__ = ["Passage", "examples_hold", "explain", "explanation_markdown", "explanation_text", "ids"]
