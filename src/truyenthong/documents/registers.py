"""Decodes the registers that a plan declares, and decodes and encodes the entries of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from truyenthong.documents.content import Choices, read_content
from truyenthong.documents.forms import decode_condition
from truyenthong.documents.obligations import HOUR_LIMITS
from truyenthong.documents.submissions import encode_content
from truyenthong.findings import Finding, Ref
from truyenthong.model.deadlines import HourLimit
from truyenthong.model.forms import Content, Form
from truyenthong.model.plan import Plan
from truyenthong.model.registers import CrossCheck, Delivery, Ledger, LedgerEntry, Prerequisite, Register
from truyenthong.model.submissions import SentFile
from truyenthong.model.units import Roster
from truyenthong.text import day_and_hour
from truyenthong.yamltext.edit import write_yaml
from truyenthong.yamltext.reader import Collector, MappingReader
from truyenthong.yamltext.tree import Value


def registers(root: MappingReader, forms: Sequence[Form]) -> tuple[Register, ...]:
    """The registers of a plan; conditions that do not fit their form are reported and left out."""
    entries = root.items("so_theo_doi")
    by_code = {one.code: one for one in forms}
    # A register may speak of one that is below it: first which form each has, then the rest.
    form_of = {str(entry.value("ma")): by_code.get(str(entry.value("bieu_mau"))) for entry in entries}
    found = (_register(entry, by_code, form_of) for entry in entries)
    return tuple(one for one in found if one is not None)


def _register(
    entry: MappingReader, forms: Mapping[str, Form], form_of: Mapping[str, Form | None]
) -> Register | None:
    code = entry.code("ma", required=True, example="tin-bai")
    name = entry.text("ten", required=True, example="Tin, bài của các đơn vị")
    form = entry.code("bieu_mau", required=True, example="tin-bai")
    key = entry.name("khoa", required=True, example="so_hieu")
    own = forms.get(form or "")
    words = {
        "clause": entry.text("dieu_khoan"),
        "unit": entry.name("don_vi"),
        "day": entry.name("ngay"),
        "topic": entry.name("chu_de"),
        "note": entry.text("ghi_chu"),
    }
    title, covers = entry.name("tieu_de"), entry.boolean("do_phu", default=False)
    open_while = decode_condition(entry, "con_mo", own)
    prerequisites = entry.each("phai_co_truoc", lambda one: _prerequisite(one, own, form_of))
    comparisons = entry.each("doi_chieu", lambda one: _comparison(one, own))
    entry.no_others()
    if not (code and name and form and key):
        return None
    return Register(
        code=code,
        name=name,
        form=form,
        key=key,
        title=title or key,
        covers=covers,
        open_while=open_while,
        prerequisites=prerequisites,
        comparisons=comparisons,
        index=entry.index,
        **words,
    )


def _prerequisite(
    entry: MappingReader, own: Form | None, form_of: Mapping[str, Form | None]
) -> Prerequisite | None:
    register = entry.code("so", required=True, example="tham-dinh")
    link = entry.name("truong", required=True, example="so_phieu")
    before = entry.name("truoc", required=True, example="ngay_dang")
    day = entry.name("ngay", required=True, example="ngay_tham_dinh")
    sentence = entry.text("cau", required=True, example="Tin, bài được thẩm định trước khi đăng (III.3).")
    only_if = decode_condition(entry, "khi", own)
    passed = decode_condition(entry, "dat", form_of.get(register or ""))
    if not (register and link and before and day and sentence):
        return None
    return Prerequisite(
        register=register,
        link=link,
        before=before,
        day=day,
        sentence=sentence,
        only_if=only_if,
        passed=passed,
        index=entry.index,
    )


def _comparison(entry: MappingReader, own: Form | None) -> CrossCheck | None:
    obligation = entry.code("nhiem_vu", required=True, example="bao-cao-nam")
    table = entry.name("bang")
    figure = entry.name(
        "cot" if entry.has("bang") or entry.has("cot") else "truong", required=True, example="so_tin_bai"
    )
    by = entry.name("theo") if table is not None else None
    distinct = entry.name("mot_lan")
    only_if = decode_condition(entry, "khi", own)
    entry.no_others("truong", "cot", "theo")
    if obligation is None or figure is None:
        return None
    return CrossCheck(
        obligation=obligation,
        figure=figure,
        table=table,
        by=by,
        distinct=distinct,
        only_if=only_if,
        index=entry.index,
    )


def hour_limits(
    root: MappingReader, forms: Sequence[Form], declared: Sequence[Register]
) -> tuple[HourLimit, ...]:
    """The limits in hours on the entries of registers, among the policies of the plan."""
    policies = root.mapping("quy_uoc")
    by_code = {one.code: one for one in forms}
    form_of = {one.code: by_code.get(one.form) for one in declared}
    return () if policies is None else policies.each(HOUR_LIMITS, lambda one: _hour_limit(one, form_of))


def _hour_limit(entry: MappingReader, form_of: Mapping[str, Form | None]) -> HourLimit | None:
    name = entry.text("ten", required=True, example="Trả lời ban đầu")
    register = entry.code("so", required=True, example="vu-viec")
    start = entry.name("tu", required=True, example="biet_luc")
    end = entry.name("den", required=True, example="tra_loi_luc")
    only_if = decode_condition(entry, "khi", form_of.get(register or ""))
    hours = entry.integer("gio", minimum=1, maximum=8784, required=True, example="24")
    source = entry.text("can_cu", required=True, example="Nghị định 09/2017/NĐ-CP")
    verified = entry.boolean("da_doi_chieu", default=False)
    if not (name and register and start and end and hours and source):
        return None
    return HourLimit(
        name=name,
        register=register,
        start=start,
        end=end,
        hours=hours,
        source=source,
        verified=verified,
        only_if=only_if,
        index=entry.index,
    )


def decode_ledger(
    value: Value, *, file: str, register: Register, plan: Plan, roster: Roster
) -> tuple[Ledger | None, tuple[Finding, ...]]:
    """The entries of a register's file; None where its form is not known: nothing is read without it."""
    form = plan.forms_by_code.get(register.form)
    if form is None:
        return None, ()
    collector = Collector()
    root = MappingReader(value, Ref(file=file), collector)
    named = root.text("so", required=True, example=register.code)
    lists = Choices(plan=plan, roster=roster)
    entries = tuple(
        LedgerEntry(index=entry.index, content=read_content(entry, form, lists))
        for entry in root.items("muc")
    )
    deliveries = root.each("da_nhan", _delivery)
    root.no_others()
    ledger = Ledger(
        file=file,
        register=register,
        named=named,
        entries=entries,
        deliveries=deliveries,
    )
    return ledger, collector.findings


def _delivery(entry: MappingReader) -> Delivery | None:
    name = entry.text("tep", required=True, example="phieu-tin-bai.docx")
    digest = entry.text("sha256", required=True)
    received = entry.moment("luc", required=True)
    keys = entry.texts("muc")
    if name is None or digest is None or received is None:
        return None
    return Delivery(file=SentFile(name=name, sha256=digest.lower()), received=received, keys=keys)


def encode_register(code: str, form: Form, entries: Iterable[Content]) -> str:
    """The text of a register's file, which ``decode_ledger`` reads back; what is empty has no line."""
    keys: dict[str, Value] = {"so": code, "muc": [encode_entry(one, form) for one in entries]}
    return write_yaml(keys)


def encode_delivery(one: Delivery) -> dict[str, Value]:
    """A file that came in, as plain values."""
    keys: dict[str, Value] = {
        "tep": one.file.name,
        "sha256": one.file.sha256,
        "luc": day_and_hour(one.received.day, one.received.hour),
        "muc": list(one.keys) or None,
    }
    return {key: value for key, value in keys.items() if value is not None}


def encode_entry(content: Content, form: Form) -> dict[str, Value]:
    """One entry as plain values in the order of its form; what is empty has no line."""
    written = encode_content(content, form)
    return {key: value for key, value in written.items() if value is not None}
