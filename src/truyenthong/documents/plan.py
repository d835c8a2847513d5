"""Decodes ``plan.yaml``: the text, the lists, and the catalogue of reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from truyenthong.diagnostics.fields import TT132
from truyenthong.documents.forms import decode_form
from truyenthong.documents.obligations import obligations, policies_of
from truyenthong.documents.registers import hour_limits, registers
from truyenthong.findings import Finding, Ref
from truyenthong.model.periods import PeriodKind, SchoolYear, Semester
from truyenthong.model.plan import (
    Agency,
    Appendix,
    AppendixRow,
    AppendixState,
    CitedPaper,
    Contact,
    Correction,
    Drafting,
    Passage,
    Plan,
    PlanPaper,
    PlanText,
    Signer,
    Topic,
    Untracked,
)
from truyenthong.model.reports import OrderStep, ReportEntry, ReportScope
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.tree import Value


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
    order = entry.each("thu_tu", _step)
    fresh_days = entry.integer("moi_nhan", minimum=1)
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
    if column is None:
        return None
    return OrderStep(column=column, descending=way is _Way.DOWN, reason=reason, index=entry.index)


def _signer(entry: MappingReader) -> Signer | None:
    code = entry.code("ma", required=True, example="giam-doc")
    lines = entry.texts("dong", required=True)
    name = entry.text("ho_ten")
    return None if code is None else Signer(code=code, lines=lines, name=name, index=entry.index)


def _appendix(entry: MappingReader) -> Appendix | None:
    code = entry.code("ma", required=True, example="phu-luc-1")
    label = entry.text("nhan", default="")
    called, name = entry.text("goi_trong_ke_hoach"), entry.text("ten", default="")
    state = entry.one_of("trang_thai", AppendixState, required=True)
    note = entry.text("ghi_chu")
    rows = entry.each("dong", _row)
    if code is None or state is None:
        return None
    return Appendix(
        code=code,
        label=label,
        called=called,
        name=name,
        state=state,
        note=note,
        rows=rows,
        index=entry.index,
    )


def _row(entry: MappingReader) -> AppendixRow:
    entry.has("stt")  # people number the rows; the number itself is not kept
    return AppendixRow(
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


def _correction(entry: MappingReader) -> Correction | None:
    wrong = entry.text("sai", required=True, example="công tác viên")
    right = entry.text("dung", required=True, example="cộng tác viên")
    clause, note = entry.text("dieu_khoan"), entry.text("ghi_chu")
    if wrong is None or right is None:
        return None
    return Correction(wrong=wrong, right=right, clause=clause, note=note, index=entry.index)


def decode_plan(value: Value, *, file: str) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan of a file; None where it has no school year or no agency, on which everything rests."""
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    code = root.code("ma", required=True, example="ke-hoach-truyen-thong-2020-2021")
    year = root.school_year("nam_hoc", required=True)
    text_of_year = root.school_year("nguyen_van_cua")
    agency = root.group("co_quan", _agency, required=True)
    semesters = root.each("hoc_ky", _semester)
    policies = policies_of(root, None)
    forms = root.each("bieu_mau", decode_form)
    kept = registers(root, forms)
    plan = None
    parts = {
        "drafting": root.group("soan_thao", _drafting) or Drafting(name="", symbol=None, unit=None),
        "contact": root.group("lien_he", _contact) or Contact(),
        "paper": _paper(root, year),
        "text": root.group("noi_dung", _text, required=True) or PlanText(opening=(), parts=(), closing=()),
        "organisation_part": root.text("to_chuc_thuc_hien"),
        "text_of_year": text_of_year.code if text_of_year is not None else None,
        "semesters": semesters,
        "cited": root.each("can_cu", _cited),
        "topics": _numbered(root.each("chu_de", _topic)),
        "obligations": obligations(root, policies, semesters),
        "untracked": root.each("khong_theo_doi", _untracked),
        "policies": replace(policies, hour_limits=hour_limits(root, forms, kept)),
        "forms": forms,
        "registers": kept,
        "reports": root.each("bao_cao", _report),
        "recipients": root.texts("noi_nhan"),
        "signers": root.each("nguoi_ky", _signer),
        "appendices": root.each("phu_luc", _appendix),
        "corrections": root.each("dinh_chinh", _correction),
    }
    root.no_others()
    if year is not None and agency is not None:
        plan = Plan(code=code or "ke-hoach", year=year, agency=agency, **parts)  # type: ignore[arg-type]
    return plan, collector.findings


def _agency(entry: MappingReader) -> Agency | None:
    name = entry.text("ten", required=True, example="Sở Giáo dục và Đào tạo")
    full_name = entry.text("ten_day_du")
    superior, symbol = entry.text("chu_quan"), entry.text("ky_hieu")
    place = entry.text("dia_danh", required=True, example="Lai Châu")
    source = entry.text("nguon")
    if name is None or place is None:
        return None
    return Agency(
        name=name, full_name=full_name or name, superior=superior, symbol=symbol, place=place, source=source
    )


def _drafting(entry: MappingReader) -> Drafting:
    return Drafting(
        name=entry.text("ten", required=True, example="Văn phòng Sở", default=""),
        symbol=entry.text("ky_hieu"),
        unit=entry.code("don_vi"),
    )


def _contact(entry: MappingReader) -> Contact:
    return Contact(name=entry.text("noi"), phone=entry.text("dien_thoai"), email=entry.text("thu_dien_tu"))


def _paper(root: MappingReader, year: SchoolYear | None) -> PlanPaper:
    entry = root.mapping("van_ban", required=True)
    first_year = year.first_year if year is not None else None
    if entry is None:
        return PlanPaper(
            type="Kế hoạch", number=None, symbol=None, day=None, month=None, year=first_year, summary=""
        )
    paper = PlanPaper(
        type=entry.text("loai", default="Kế hoạch"),
        number=entry.text("so"),
        symbol=entry.text("ky_hieu"),
        day=entry.integer("ngay", minimum=1, maximum=31),
        month=entry.integer("thang", minimum=1, maximum=12),
        year=entry.integer("nam", minimum=1900, maximum=9998),
        summary=entry.text("trich_yeu", required=True, example="Truyền thông về giáo dục", default=""),
    )
    entry.no_others()
    return paper


def _text(entry: MappingReader) -> PlanText:
    return PlanText(
        opening=entry.texts("mo_dau"), parts=_passages(entry, "phan"), closing=entry.texts("ket_thuc")
    )


def _passages(entry: MappingReader, key: str) -> tuple[Passage, ...]:
    return tuple(Passage(text=one) if isinstance(one, str) else _passage(one) for one in entry.mixed(key))


def _passage(entry: MappingReader) -> Passage:
    label, heading, text = entry.text("nhan"), entry.text("tieu_de"), entry.text("chu")
    children = _passages(entry, "muc")
    if entry.no_others() and (heading is None) == (text is None):
        message = (
            "mục có cả tieu_de lẫn chu" if heading is not None else "mục không có tieu_de, cũng không có chu"
        )
        entry.report(
            TT132, None, message, hint="tiêu đề thì ghi tieu_de, đoạn văn thì ghi chu, chỉ một trong hai"
        )
    return Passage(label=label, heading=heading, text=text, children=children)


def _semester(entry: MappingReader) -> Semester | None:
    code = entry.code("ma", required=True, example="hk1")
    name = entry.text("ten", required=True, example="Học kỳ I")
    first, last = entry.date("tu", required=True), entry.date("den", required=True)
    source = entry.text("can_cu")
    if code is None or name is None or first is None or last is None:
        return None
    return Semester(code=code, name=name, first=first, last=last, source=source, index=entry.index)


def _cited(entry: MappingReader) -> CitedPaper:
    return CitedPaper(
        type=entry.text("loai", required=True, example="Kế hoạch", default=""),
        number=entry.text("so_ky_hieu", required=True, example="180/KH-BGDĐT", default=""),
        day=entry.date("ngay"),
        agency=entry.text("co_quan"),
        summary=entry.text("trich_yeu"),
        clause=entry.text("dieu_khoan"),
    )


def _topic(entry: MappingReader) -> Topic | None:
    code = entry.code("ma", required=True, example="ii-2-a")
    name = entry.text("ten", required=True, example="Nội dung truyền thông trọng tâm")
    clause = entry.text("dieu_khoan", required=True, example="II.2.a")
    above, quotation = entry.code("thuoc"), entry.text("trich", required=entry.has("thuoc"))
    if code is None or name is None or clause is None:
        return None
    return Topic(code=code, name=name, clause=clause, above=above, quotation=quotation, index=entry.index)


def _numbered(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics, each dash with its place among those of the same topic."""
    counted: dict[str, int] = {}
    found: list[Topic] = []
    for one in topics:
        if one.above is not None:
            counted[one.above] = counted.get(one.above, 0) + 1
            found.append(replace(one, number=counted[one.above]))
        else:
            found.append(one)
    return tuple(found)


def _untracked(entry: MappingReader) -> Untracked:
    return Untracked(
        clause=entry.text("dieu_khoan", required=True, example="III.1", default=""),
        quotation=entry.text("trich", required=True, example="đúng các chữ của kế hoạch", default=""),
        reason=entry.text("ly_do", required=True, example="việc thường xuyên, không có hạn", default=""),
        index=entry.index,
    )
