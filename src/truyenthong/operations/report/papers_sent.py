"""The papers of the office that are recorded as sent, by report and period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from truyenthong.model.reports import ReportEntry
from truyenthong.model.submissions import DecisionKind, Receipt, Submission
from truyenthong.operations.load import Ready

Sent = Mapping[tuple[str, str | None], Receipt]
"""What was sent last, by the codes of report and period."""


def papers_sent(work: Ready) -> Sent:
    """What is recorded as sent of the reports of the catalogue; a paper that came back is none."""
    found: dict[tuple[str, str | None], Receipt] = {}
    known = work.plan.obligations_by_code
    for report in work.plan.reports:
        duty = work.plan.duty_of_papers(report)
        if duty is None or (report.period_kind is None and len(work.plan.periods(known[duty])) > 1):
            continue
        for stored in work.loaded.records.submissions:
            one = stored.submission
            unit = work.roster.by_code.get(one.unit)
            if one.obligation != duty or unit is None or not work.roster.is_inside(unit):
                continue
            for receipt in _of_report(one, report):
                key = (report.code, one.period if report.period_kind is not None else None)
                last = found.setdefault(key, receipt)
                if receipt.received.sort_key >= last.received.sort_key:
                    found[key] = receipt
    return found


def _of_report(submission: Submission, report: ReportEntry) -> Iterator[Receipt]:
    is_of_duty = submission.obligation == report.code
    for one in submission.receipts if is_of_duty else submission.sent_further:
        came_back = one.decision is not None and one.decision.kind is DecisionKind.RETURNED
        if not came_back and (is_of_duty or one.report == report.code):
            yield one
