"""The ledger as a workbook: empty as a template, or filled in with the entries of logs."""

from wuwu.report.ledger.book import render_ledger
from wuwu.report.ledger.contents import Contents, LedgerTable, LedgerUnit

__all__ = ["Contents", "LedgerTable", "LedgerUnit", "render_ledger"]
