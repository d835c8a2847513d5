"""Rules about the registers that a plan declares: the forms, fields and duties that they name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from truyenthong.checks.facts import PlanFacts
from truyenthong.checks.suggestions import which_code
from truyenthong.diagnostics.registers import TT340, TT341
from truyenthong.findings import Finding, Ref
from truyenthong.model.forms import ChoiceSource, Field, FieldType, Form
from truyenthong.model.plan import Plan
from truyenthong.model.registers import CrossCheck, Prerequisite, Register

_TEXTS = (FieldType.TEXT, FieldType.INTEGER, FieldType.CHOICE)
_DAYS = (FieldType.DATE, FieldType.MOMENT)
_NUMBERS = (FieldType.INTEGER, FieldType.NUMBER)


def check_registers(facts: PlanFacts) -> Iterator[Finding]:
    """Every rule about declared registers."""
    for register in facts.plan.registers:
        yield from _register(facts, register)
    yield from _hour_limits(facts)


def _register(facts: PlanFacts, register: Register) -> Iterator[Finding]:
    ref = facts.ref("so_theo_doi", register.index)
    form = facts.plan.forms_by_code.get(register.form)
    if form is None:
        forms = tuple(facts.plan.forms_by_code)
        yield _missing(ref.child("bieu_mau"), "không có biểu mẫu", register.form, forms)
        return
    yield from _fields(ref, register, form)
    for one in register.prerequisites:
        yield from _prerequisite(ref.child("phai_co_truoc", one.index), one, form, facts.plan)
    for each in register.comparisons:
        yield from _comparison(ref.child("doi_chieu", each.index), each, register, facts.plan)


def _fields(ref: Ref, register: Register, form: Form) -> Iterator[Finding]:
    yield from _named(ref.child("khoa"), form, register.key, _TEXTS, "trường chữ, số nguyên hoặc chọn")
    key = form.field(register.key)
    if key is not None and not key.required:
        message = f"trường khóa «{register.key}» của sổ «{register.code}» không bắt buộc"
        yield TT341.at(ref.child("khoa"), message, hint="ghi bat_buoc: có ở trường ấy của biểu mẫu")
    if register.title != register.key:
        yield from _named(ref.child("tieu_de"), form, register.title, _TEXTS, "trường chữ")
    if register.day is not None:
        yield from _named(ref.child("ngay"), form, register.day, _DAYS, "trường ngày")
    for name, code, source in (
        ("don_vi", register.unit, ChoiceSource.UNITS),
        ("chu_de", register.topic, ChoiceSource.TOPICS),
    ):
        field = form.field(code) if code is not None else None
        if code is not None and (field is None or field.choices is not source):
            message = f"biểu mẫu «{form.code}» không có trường «{code}» chọn từ {source}"
            yield TT341.at(ref.child(name), message, hint=f"trường ấy cần kieu: chon, chon_tu: {source}")
    if register.covers and None in (register.unit, register.day, register.topic):
        message = f"sổ «{register.code}» tính độ phủ nhưng chưa khai đủ don_vi, ngay, chu_de"
        yield TT341.at(ref.child("do_phu"), message, hint="khai đủ ba khóa ấy, hoặc bỏ do_phu")


def _prerequisite(ref: Ref, one: Prerequisite, form: Form, plan: Plan) -> Iterator[Finding]:
    yield from _named(ref.child("truong"), form, one.link, _TEXTS, "trường chữ")
    yield from _named(ref.child("truoc"), form, one.before, _DAYS, "trường ngày")
    other = plan.registers_by_code.get(one.register)
    if other is None:
        yield _missing(ref.child("so"), "không có sổ theo dõi", one.register, tuple(plan.registers_by_code))
        return
    their_form = plan.forms_by_code.get(other.form)
    if their_form is not None:
        yield from _named(ref.child("ngay"), their_form, one.day, _DAYS, "trường ngày")


def _comparison(ref: Ref, one: CrossCheck, register: Register, plan: Plan) -> Iterator[Finding]:
    duty = plan.obligations_by_code.get(one.obligation)
    if duty is None:
        codes = tuple(plan.obligations_by_code)
        yield _missing(ref.child("nhiem_vu"), "kế hoạch không có nhiệm vụ", one.obligation, codes)
        return
    if register.unit is None and one.index == 0 and not register.covers:
        message = f"sổ «{register.code}» đối chiếu theo đơn vị nhưng chưa khai don_vi"
        yield TT341.at(ref, message, hint="khai don_vi: mã trường chọn đơn vị")
    their_form, form = plan.form_of(duty), plan.forms_by_code[register.form]
    if their_form is None:
        message = f"nhiệm vụ «{one.obligation}» không có biểu mẫu để đối chiếu"
        yield TT340.at(ref.child("nhiem_vu"), message, hint="khai bieu_mau của nhiệm vụ, hoặc bỏ mục này")
        return
    fields, table = their_form.fields, None
    if one.table is not None:
        yield from _named(ref.child("bang"), their_form, one.table, (FieldType.TABLE,), "bảng")
        table = their_form.field(one.table)
        fields = table.columns if table is not None else ()
    if one.table is None or table is not None:
        key = "cot" if one.table is not None else "truong"
        yield from _among(ref.child(key), fields, one.figure, _NUMBERS, "cột số" if table else "trường số")
    if one.by is not None and table is not None:
        of_table = tuple(_among(ref.child("theo"), fields, one.by, (FieldType.CHOICE,), "cột chọn"))
        yield from of_table or _named(ref.child("theo"), form, one.by, (FieldType.CHOICE,), "trường chọn")
    if one.distinct is not None:
        yield from _named(ref.child("mot_lan"), form, one.distinct, _TEXTS, "trường chữ")


def _hour_limits(facts: PlanFacts) -> Iterator[Finding]:
    """Registers and fields that the limits in hours name."""
    plan = facts.plan
    for limit in plan.policies.hour_limits:
        ref = facts.ref("quy_uoc", "thoi_han_gio", limit.index)
        register = plan.registers_by_code.get(limit.register)
        if register is None:
            known = tuple(plan.registers_by_code)
            yield _missing(ref.child("so"), "không có sổ theo dõi", limit.register, known)
            continue
        form = plan.forms_by_code.get(register.form)
        for key, code in (("tu", limit.start), ("den", limit.end)):
            if form is not None:
                yield from _named(ref.child(key), form, code, (FieldType.MOMENT,), "trường ngay-gio")


def _named(ref: Ref, form: Form, code: str, kinds: Collection[FieldType], words: str) -> Iterator[Finding]:
    yield from _among(ref, form.fields, code, kinds, f"{words} của biểu mẫu «{form.code}»")


def _among(
    ref: Ref, fields: Collection[Field], code: str, kinds: Collection[FieldType], words: str
) -> Iterator[Finding]:
    """A field that is not there, or not of a kind that can be used so."""
    if all(one.code != code or one.type not in kinds for one in fields):
        fitting = tuple(one.code for one in fields if one.type in kinds)
        yield TT341.at(ref, f"«{code}» không phải {words}", hint=which_code(code, fitting))


def _missing(ref: Ref, sentence: str, code: str, known: Collection[str]) -> Finding:
    return TT340.at(ref, f"{sentence} «{code}»", hint=which_code(code, known))
