"""Whether a workspace can be measured: every duty and unit was read; measures nothing itself."""

from __future__ import annotations

from truyenthong.errors import UnreadableDataError
from truyenthong.findings import Finding, Severity
from truyenthong.operations.loading import Loaded, Ready, ready
from truyenthong.operations.validating import Located, locate
from truyenthong.workspace.layout import PLAN_FILE, UNITS_FILE

DECISIVE = {PLAN_FILE: frozenset({"nhiem_vu", "hoc_ky"}), UNITS_FILE: frozenset({"don_vi", "loai"})}
"""Lists in which an entry that could not be read makes rows vanish or gives them another due time."""

_SHOWN = 10


def measurable(loaded: Loaded) -> Ready:
    """The workspace to measure: who owes what, and by when, is known without a gap.

    A fault anywhere else is named and stops nothing; what lacks a duty or a unit would be wrong in silence.

    Raises:
        UnreadableDataError: where plan or units cannot stand, or an entry of them that decides what is owed
            could not be read; the message names each place.
    """
    work = ready(loaded)
    unread = [one for one in loaded.records.findings if _decides(one)]
    if unread:
        raise UnreadableDataError(
            _sentence(locate(unread, loaded.snapshot.files)),
            hint="sửa các mục ấy rồi chạy lại; «truyenthong validate» cho xem từng chỗ và cách sửa.",
        )
    return work


def _decides(finding: Finding) -> bool:
    path = finding.ref.path
    decisive = DECISIVE.get(finding.ref.file, frozenset())
    return finding.severity is Severity.ERROR and bool(path) and path[0] in decisive


def _sentence(unread: tuple[Located, ...]) -> str:
    lines = ["Chưa tính được tiến độ vì có nhiệm vụ hay đơn vị không đọc được; bỏ qua thì số liệu sẽ sai:"]
    lines += [f"  {_place(one)}: {one.finding.code}: {one.finding.message}" for one in unread[:_SHOWN]]
    if len(unread) > _SHOWN:
        lines.append(f"  … và {len(unread) - _SHOWN} lỗi nữa")
    return "\n".join(lines)


def _place(one: Located) -> str:
    file = one.finding.ref.file
    return file if one.span is None else f"{file}:{one.span.line}:{one.span.column}"
