"""Whether a workspace can be measured: every duty and unit was read; measures nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from truyenthong.diagnostics.plan import TT240
from truyenthong.errors import UnreadableDataError
from truyenthong.findings import Finding, Severity
from truyenthong.operations.loading import Loaded, Ready, ready
from truyenthong.operations.validating import Located, locate
from truyenthong.workspace.layout import PLAN_FILE, UNITS_FILE

DECISIVE = {PLAN_FILE: frozenset({"nhiem_vu", "hoc_ky"}), UNITS_FILE: frozenset({"don_vi", "loai"})}
"""Lists in which an entry that could not be read makes rows vanish or gives them another due time."""

_SHOWN = 20


def measurable(loaded: Loaded) -> Ready:
    """The workspace to measure: who owes what, and by when, is known without a gap.

    A fault anywhere else is named and stops nothing; what lacks a duty or a unit would be wrong in silence.

    Raises:
        UnreadableDataError: where plan or units cannot stand, or an entry of them that decides what is owed
            could not be read; the message names each place.
    """
    work = ready(loaded)
    head = "Chưa tính được tiến độ vì có nhiệm vụ hay đơn vị không đọc được; bỏ qua thì số liệu sẽ sai:"
    _refuse(loaded, head, [one for one in loaded.records.findings if _decides(one)])
    return work


def refuse_placeholders(loaded: Loaded) -> None:
    """Stops what would print or send the starter's placeholders.

    Raises:
        UnreadableDataError: the message names each place.
    """
    head = "Chưa làm được vì còn chỗ chờ điền; làm ngay thì chữ mẫu sẽ được in, được gửi đi:"
    _refuse(loaded, head, [one for one in loaded.records.findings if one.code == TT240.code])


def _refuse(loaded: Loaded, head: str, findings: Sequence[Finding]) -> None:
    if findings:
        raise UnreadableDataError(
            _sentence(head, locate(findings, loaded.snapshot.files)),
            hint="sửa các mục ấy rồi chạy lại; «truyenthong validate» cho xem từng chỗ và cách sửa.",
        )


def _decides(finding: Finding) -> bool:
    path = finding.ref.path
    decisive = DECISIVE.get(finding.ref.file, frozenset())
    if finding.code == TT240.code:  # a name that waits to be filled in was read, and changes no row
        return False
    return finding.severity is Severity.ERROR and bool(path) and path[0] in decisive


def _sentence(head: str, unread: tuple[Located, ...]) -> str:
    lines = [head]
    lines += [f"  {_place(one)}: {one.finding.code}: {one.finding.message}" for one in unread[:_SHOWN]]
    if len(unread) > _SHOWN:
        lines.append(f"  … và {len(unread) - _SHOWN} lỗi nữa")
    return "\n".join(lines)


def _place(one: Located) -> str:
    file = one.finding.ref.file
    return file if one.span is None else f"{file}:{one.span.line}:{one.span.column}"
