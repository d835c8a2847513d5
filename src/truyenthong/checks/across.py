"""Rules that hold several submissions side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from truyenthong.diagnostics.submissions import TT308, TT320
from truyenthong.findings import Finding, Ref
from truyenthong.model.submissions import Receipt, Submission
from truyenthong.text import fold


def _same_paper(submissions: Sequence[Submission]) -> Iterator[Finding]:
    """The same number and symbol of one unit in two duties within a calendar year (NĐ 30/2020 PL VI)."""
    seen: dict[tuple[str, int, str, str], tuple[str, str | None, str]] = {}
    symbols: dict[str, str] = {}  # a few, however many papers: folding one takes longer than all the rest
    for submission, receipt in _receipts(submissions):
        paper = receipt.paper
        if paper is None or paper.number is None or paper.symbol is None:
            continue
        year = (paper.day or receipt.received.day).year
        if paper.symbol not in symbols:
            symbols[paper.symbol] = fold(paper.symbol)
        key = (submission.unit, year, paper.number.strip().lstrip("0"), symbols[paper.symbol])
        first = seen.setdefault(key, (submission.obligation, receipt.report, submission.file))
        if first[:2] != (submission.obligation, receipt.report):
            message = f"văn bản số {paper.number}/{paper.symbol} năm {year} đã ghi ở {first[2]}"
            ref = Ref(file=submission.file, path=(_list_of(receipt), receipt.index, "van_ban", "so"))
            yield TT308.at(
                ref, message, hint="xem văn bản ấy thuộc nhiệm vụ nào; số hoặc ký hiệu có thể gõ nhầm"
            )


def _same_file(submissions: Sequence[Submission]) -> Iterator[Finding]:
    """The same file, byte for byte, from two units."""
    seen: dict[str, Submission] = {}
    for submission, receipt in _receipts(submissions):
        for place, sent in enumerate(receipt.files):
            if sent.sha256 is None:
                continue
            first = seen.setdefault(sent.sha256, submission)
            if first.unit != submission.unit:
                message = f"tệp «{sent.name}» giống hệt tệp của đơn vị «{first.unit}» ({first.file})"
                ref = Ref(file=submission.file, path=(_list_of(receipt), receipt.index, "tep", place))
                yield TT320.at(ref, message, hint="hỏi lại đơn vị, hoặc sửa chỗ ghi nhầm")


def _receipts(submissions: Sequence[Submission]) -> Iterator[tuple[Submission, Receipt]]:
    for submission in submissions:
        for receipt in (*submission.receipts, *submission.sent_further):
            yield submission, receipt


def _list_of(receipt: Receipt) -> str:
    return "lan_nop" if receipt.report is None else "da_gui"


RULES: tuple[Callable[[Sequence[Submission]], Iterator[Finding]], ...] = (_same_paper, _same_file)


def check_across(submissions: Sequence[Submission]) -> Iterator[Finding]:
    """Every rule over several submissions, which come in the order of their files."""
    for rule in RULES:
        yield from rule(submissions)
