"""Decodes reports, signers, appendices and corrections of a plan; judges no meaning."""

from __future__ import annotations

from enum import StrEnum

from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Appendix, AppendixRow, AppendixState, Correction, Signer
from truyenthong.model.reports import OrderStep, ReportEntry, ReportScope
from truyenthong.sources.reader import MappingReader


def reports(root: MappingReader) -> tuple[ReportEntry, ...]:
    """The catalogue of Word reports."""
    entries = (_report(entry) for entry in root.items("bao_cao"))
    return tuple(entry for entry in entries if entry is not None)


def _report(entry: MappingReader) -> ReportEntry | None:
    code = entry.code("ma", required=True, example="tien-do")
    name = entry.text("ten", required=True, example="Tiến độ thực hiện của các đơn vị")
    template = entry.text("mau", required=True, example="tien-do.docx")
    scope = entry.one_of("pham_vi", ReportScope, required=True)
    obligation = entry.code("nhiem_vu")
    period_kind = entry.one_of("ky", PeriodKind)
    words = {
        "paper_type": entry.text("loai_van_ban"),
        "symbol": entry.text("ky_hieu"),
        "summary": entry.text("trich_yeu"),
        "signer": entry.code("nguoi_ky"),
        "only_if": entry.name("chi_khi"),
        "table": entry.name("bang"),
        "register": entry.code("so"),
    }
    recipients = entry.texts("noi_nhan") if entry.has("noi_nhan") else None
    addressees = entry.texts("kinh_gui")
    order = tuple(step for step in map(_step, entry.items("thu_tu")) if step is not None)
    fresh_days = entry.integer("moi_nhan", minimum=1)
    entry.no_others()
    if code is None or name is None or template is None or scope is None:
        return None
    return ReportEntry(
        code=code,
        name=name,
        template=template,
        scope=scope,
        obligation=obligation,
        period_kind=period_kind,
        recipients=recipients,
        addressees=addressees,
        order=order,
        fresh_days=fresh_days,
        index=entry.index,
        **words,
    )


class _Way(StrEnum):
    """Which end of a column comes first (the values of ``chieu``)."""

    UP = "tang"
    DOWN = "giam"


def _step(entry: MappingReader) -> OrderStep | None:
    column = entry.name("cot", required=True)
    way, reason = entry.one_of("chieu", _Way), entry.text("ly_do")
    entry.no_others()
    if column is None:
        return None
    return OrderStep(column=column, descending=way is _Way.DOWN, reason=reason, index=entry.index)


def signers(root: MappingReader) -> tuple[Signer, ...]:
    """The signing forms."""
    found: list[Signer] = []
    for entry in root.items("nguoi_ky"):
        code = entry.code("ma", required=True, example="giam-doc")
        lines = entry.texts("dong", required=True)
        name = entry.text("ho_ten")
        entry.no_others()
        if code is not None:
            found.append(Signer(code=code, lines=lines, name=name, index=entry.index))
    return tuple(found)


def appendices(root: MappingReader) -> tuple[Appendix, ...]:
    """The appendices; an empty cell stays empty."""
    found: list[Appendix] = []
    for entry in root.items("phu_luc"):
        code = entry.code("ma", required=True, example="phu-luc-1")
        label = entry.text("nhan", default="")
        called, name = entry.text("goi_trong_ke_hoach"), entry.text("ten", default="")
        state = entry.one_of("trang_thai", AppendixState, required=True)
        note = entry.text("ghi_chu")
        rows = tuple(_row(row) for row in entry.items("dong"))
        entry.no_others()
        if code is not None and state is not None:
            found.append(
                Appendix(
                    code=code,
                    label=label,
                    called=called,
                    name=name,
                    state=state,
                    note=note,
                    rows=rows,
                    index=entry.index,
                )
            )
    return tuple(found)


def _row(entry: MappingReader) -> AppendixRow:
    row = AppendixRow(
        time=entry.text("thoi_gian"),
        content=entry.text("noi_dung", required=True, example="Nội dung truyền thông", default=""),
        audience=entry.text("doi_tuong"),
        form=entry.text("hinh_thuc"),
        unit=entry.text("don_vi"),
        source=entry.text("nguon"),
        topic=entry.code("chu_de"),
        verified=entry.boolean("da_xac_minh", default=False),
        compared=entry.text("doi_chieu"),
    )
    entry.no_others("stt")
    return row


def corrections(root: MappingReader) -> tuple[Correction, ...]:
    """The slips of the paper."""
    found: list[Correction] = []
    for entry in root.items("dinh_chinh"):
        wrong = entry.text("sai", required=True, example="công tác viên")
        right = entry.text("dung", required=True, example="cộng tác viên")
        clause, note = entry.text("dieu_khoan"), entry.text("ghi_chu")
        entry.no_others()
        if wrong is not None and right is not None:
            found.append(Correction(wrong=wrong, right=right, clause=clause, note=note, index=entry.index))
    return tuple(found)
