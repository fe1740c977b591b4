"""Entries as a log of shizhi writes them in, their scorecard out."""

from __future__ import annotations

from wuwu import evaluate, load_rubric
from wuwu.log.declared import declare_log
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.yaml_reader import parse_document

HEAD = "unit: 甲局\nrubric: shizhi\nyear: 2018\nevents:\n"


def score(*entries: str) -> Scorecard:
    """The scorecard of a log with these entries, each without its braces."""
    text = HEAD + "".join(f"  - {{{entry}}}\n" for entry in entries)
    log = declare_log(parse_document(text.encode(), "log.yaml").require()).require()
    return evaluate(load_rubric("shizhi", 2018), log)
