"""Decodes ``plan.yaml``: the text, the lists, and the catalogue of reports."""

from __future__ import annotations

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


def decode_plan(value: Value, *, file: str) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan of a file; None where it has no school year or no agency, on which everything rests."""
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    code = root.code("ma", required=True, example="ke-hoach-truyen-thong-2020-2021")
    year = root.school_year("nam_hoc", required=True)
    text_of_year = root.school_year("nguyen_van_cua")
    agency = _agency(root)
    semesters = _semesters(root)
    policies = policies_of(root, None)
    forms = tuple(form for entry in root.items("bieu_mau") if (form := decode_form(entry)) is not None)
    kept = registers(root, forms)
    plan = None
    parts = {
        "drafting": _drafting(root),
        "contact": _contact(root),
        "paper": _paper(root, year),
        "text": _text(root),
        "organisation_part": root.text("to_chuc_thuc_hien"),
        "text_of_year": text_of_year.code if text_of_year is not None else None,
        "semesters": semesters,
        "cited": tuple(_cited(entry) for entry in root.items("can_cu")),
        "topics": _topics(root),
        "obligations": obligations(root, policies, semesters),
        "untracked": _untracked(root),
        "policies": replace(policies, hour_limits=hour_limits(root, forms, kept)),
        "forms": forms,
        "registers": kept,
        "reports": reports(root),
        "recipients": root.texts("noi_nhan"),
        "signers": signers(root),
        "appendices": appendices(root),
        "corrections": corrections(root),
    }
    root.no_others()
    if year is not None and agency is not None:
        plan = Plan(code=code or "ke-hoach", year=year, agency=agency, **parts)  # type: ignore[arg-type]
    return plan, collector.findings


def _agency(root: MappingReader) -> Agency | None:
    entry = root.mapping("co_quan", required=True)
    if entry is None:
        return None
    name = entry.text("ten", required=True, example="Sở Giáo dục và Đào tạo")
    full_name = entry.text("ten_day_du")
    superior, symbol = entry.text("chu_quan"), entry.text("ky_hieu")
    place = entry.text("dia_danh", required=True, example="Lai Châu")
    source = entry.text("nguon")
    entry.no_others()
    if name is None or place is None:
        return None
    return Agency(
        name=name, full_name=full_name or name, superior=superior, symbol=symbol, place=place, source=source
    )


def _drafting(root: MappingReader) -> Drafting:
    entry = root.mapping("soan_thao")
    if entry is None:
        return Drafting(name="", symbol=None, unit=None)
    drafting = Drafting(
        name=entry.text("ten", required=True, example="Văn phòng Sở", default=""),
        symbol=entry.text("ky_hieu"),
        unit=entry.code("don_vi"),
    )
    entry.no_others()
    return drafting


def _contact(root: MappingReader) -> Contact:
    entry = root.mapping("lien_he")
    if entry is None:
        return Contact()
    contact = Contact(name=entry.text("noi"), phone=entry.text("dien_thoai"), email=entry.text("thu_dien_tu"))
    entry.no_others()
    return contact


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


def _text(root: MappingReader) -> PlanText:
    entry = root.mapping("noi_dung", required=True)
    if entry is None:
        return PlanText(opening=(), parts=(), closing=())
    text = PlanText(
        opening=entry.texts("mo_dau"), parts=_passages(entry, "phan"), closing=entry.texts("ket_thuc")
    )
    entry.no_others()
    return text


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


def _semesters(root: MappingReader) -> tuple[Semester, ...]:
    semesters: list[Semester] = []
    for entry in root.items("hoc_ky"):
        code = entry.code("ma", required=True, example="hk1")
        name = entry.text("ten", required=True, example="Học kỳ I")
        first, last = entry.date("tu", required=True), entry.date("den", required=True)
        source = entry.text("can_cu")
        entry.no_others()
        if code is not None and name is not None and first is not None and last is not None:
            semesters.append(
                Semester(code=code, name=name, first=first, last=last, source=source, index=entry.index)
            )
    return tuple(semesters)


def _cited(entry: MappingReader) -> CitedPaper:
    paper = CitedPaper(
        type=entry.text("loai", required=True, example="Kế hoạch", default=""),
        number=entry.text("so_ky_hieu", required=True, example="180/KH-BGDĐT", default=""),
        day=entry.date("ngay"),
        agency=entry.text("co_quan"),
        summary=entry.text("trich_yeu"),
        clause=entry.text("dieu_khoan"),
    )
    entry.no_others()
    return paper


def _topics(root: MappingReader) -> tuple[Topic, ...]:
    topics: list[Topic] = []
    for entry in root.items("chu_de"):
        code = entry.code("ma", required=True, example="ii-2-a")
        name = entry.text("ten", required=True, example="Nội dung truyền thông trọng tâm")
        clause = entry.text("dieu_khoan", required=True, example="II.2.a")
        entry.no_others()
        if code is not None and name is not None and clause is not None:
            topics.append(Topic(code=code, name=name, clause=clause, index=entry.index))
    return tuple(topics)


def _untracked(root: MappingReader) -> tuple[Untracked, ...]:
    entries: list[Untracked] = []
    for entry in root.items("khong_theo_doi"):
        clause = entry.text("dieu_khoan", required=True, example="III.1")
        quotation = entry.text("trich", required=True, example="đúng các chữ của kế hoạch")
        reason = entry.text("ly_do", required=True, example="việc thường xuyên, không có hạn")
        entry.no_others()
        entries.append(
            Untracked(clause=clause or "", quotation=quotation or "", reason=reason or "", index=entry.index)
        )
    return tuple(entries)
