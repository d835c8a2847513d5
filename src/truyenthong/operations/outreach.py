"""``data/outreach.yaml`` as commands use it: whole, or a sentence that says what is missing."""

from __future__ import annotations

from truyenthong.errors import CannotContinueError, UnreadableDataError
from truyenthong.findings import Severity
from truyenthong.model.outreach import Incoming, Outgoing, Outreach
from truyenthong.operations.load import Loaded
from truyenthong.operations.validate import locate, outreach_findings
from truyenthong.workspace.layout import OUTREACH_FILE
from truyenthong.workspace.repository import read_outreach

_MOST = 10


def declared_outreach(loaded: Loaded) -> Outreach:
    """The declarations, without a fault.

    Raises:
        CannotContinueError: there is no such file.
        UnreadableDataError: it has errors; the message names each place.
    """
    outreach, _ = read_outreach(loaded.snapshot)
    errors = [one for one in outreach_findings(loaded) if one.severity is Severity.ERROR]
    if errors:
        lines = [f"Chưa làm được vì {OUTREACH_FILE} còn lỗi:"]
        for one in locate(errors, loaded.snapshot.files)[:_MOST]:
            line = f":{one.span.line}" if one.span is not None else ""
            lines.append(f"  {OUTREACH_FILE}{line}: {one.finding.code}: {one.finding.message}")
        raise UnreadableDataError(
            "\n".join(lines), hint="chạy «truyenthong validate» để xem từng chỗ và cách sửa."
        )
    if outreach is None:
        raise CannotContinueError(
            f"Chưa có {OUTREACH_FILE}, nên chưa biết nhắc ai, khi nào.", hint="xem docs/gui-thu.md."
        )
    return outreach


def declared_outgoing(outreach: Outreach) -> Outgoing:
    """How mail leaves.

    Raises:
        CannotContinueError: it is not declared.
    """
    if outreach.outgoing is None:
        raise CannotContinueError(f"Chưa khai thu_di ở {OUTREACH_FILE}.", hint="xem docs/gui-thu.md.")
    return outreach.outgoing


def declared_incoming(outreach: Outreach) -> Incoming:
    """The mailbox that is read.

    Raises:
        CannotContinueError: it is not declared.
    """
    if outreach.incoming is None:
        raise CannotContinueError(f"Chưa khai thu_den ở {OUTREACH_FILE}.", hint="xem docs/hop-thu.md.")
    return outreach.incoming
