"""For which register a form is, and who filled it in; what stands in its entries is no concern of this."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.blanks.filled import Filled
from truyenthong.blanks.identity import Genuineness, Identity, genuineness
from truyenthong.blanks.register_forms import ENTRIES, entries_form
from truyenthong.diagnostics.intake import TT641, TT642, TT644, TT645, TT646
from truyenthong.findings import Finding, Ref
from truyenthong.intake.identifying import Asked, Known, Understood
from truyenthong.model.forms import Form
from truyenthong.model.registers import Register
from truyenthong.model.units import Unit
from truyenthong.text import fold


def register_of(filled: Filled | None, asked: Asked, known: Known) -> Register | None:
    """The register whose entries a form says it holds; None for the form of a duty."""
    own = filled.identity if filled is not None else None
    if asked.register is not None and (own is None or asked.insists):
        return known.plan.registers_by_code[asked.register]
    if own is None or own.obligation in known.plan.obligations_by_code:
        return None
    register = known.plan.registers_by_code.get(own.obligation)
    return register if register is not None and register.form in known.plan.forms_by_code else None


def entry_form_of(filled: Filled, register: Register, known: Known) -> Form:
    """The form of one entry, or of many, as the register declares it today."""
    form = known.plan.forms_by_code[register.form]
    return entries_form(form) if ENTRIES in filled.values else form


def identify_entries(
    filled: Filled, register: Register, name: str, *, senders: tuple[str, ...], asked: Asked, known: Known
) -> Understood:
    """The register and the unit that wrote; a register takes forms of nobody in particular too."""
    own, doubts, notes = _own(filled, register, name, known)
    if asked.insists:
        notes += tuple(one for one in doubts if one.code == TT645.code)
        doubts = ()
    unit, why = _writer([*_evidence(filled, own, senders, asked, known)], name, asked, known)
    return Understood(
        unit=unit.code if unit is not None else None,
        obligation=register.code,
        reasons=(*doubts, *_against_word(register, name, asked), *why),
        notes=notes,
    )


def _own(
    filled: Filled, register: Register, name: str, known: Known
) -> tuple[Identity | None, tuple[Finding, ...], tuple[Finding, ...]]:
    """The form's own word as far as it can be relied on, why it cannot, and what is to be told besides."""
    own = filled.identity
    state = Genuineness.DAMAGED
    if own is not None:
        state = genuineness(own, filled.check, entry_form_of(filled, register, known))
    if own is None or state is Genuineness.DAMAGED:
        message = "phần nhận dạng của biểu không khớp mã kiểm tra, không tin được"
        hint = f"xem lại tệp; đúng thì ghi từ mục chờ bằng --obligation {register.code}"
        return None, (TT644.at(Ref(file=name), message, hint=hint),), ()
    if own.plan != known.plan.code:
        message = f"biểu của kế hoạch «{own.plan}», không phải «{known.plan.code}»"
        hint = "đơn vị điền lại vào biểu của năm nay"
        return None, (TT645.at(Ref(file=name), message, hint=hint),), ()
    if state is Genuineness.OUTDATED:
        message = f"biểu mẫu «{register.form}» đã được sửa sau khi biểu này gửi đi"
        hint = "xem các lỗi nêu bên dưới; cần thì gửi đơn vị biểu mới"
        return own, (), (TT646.at(Ref(file=name), message, hint=hint),)
    return own, (), ()


def _against_word(register: Register, name: str, asked: Asked) -> Iterator[Finding]:
    """The user names a duty, or another register."""
    said = asked.obligation or asked.register
    if said is not None and said != register.code and not asked.insists:
        message = f"biểu của sổ «{register.code}», dòng lệnh ghi «{said}»"
        hint = "biểu nói khác điều ghi ở dòng lệnh; xem lại tệp, rồi ghi từ mục chờ"
        yield TT642.at(Ref(file=name), message, hint=hint)


def _evidence(
    filled: Filled, own: Identity | None, senders: tuple[str, ...], asked: Asked, known: Known
) -> Iterator[tuple[str, Unit]]:
    """What speaks for a unit; the agency's own letterhead speaks for none."""
    roster = known.roster
    named = filled.unit_name
    if named is not None and fold(named) == fold(known.plan.agency.name):
        named = None
    found = (
        ("biểu được làm cho", roster.by_code.get(own.unit or "") if own is not None else None),
        ("tên ghi trong biểu", known.named(named) if named is not None else None),
        ("dòng lệnh ghi", roster.by_code.get(asked.unit or "")),
    )
    yield from ((source, unit) for source, unit in found if unit is not None)
    for unit in roster.units:
        address = (unit.email or "").strip().lower()
        if address and address in senders and not roster.is_inside(unit):
            yield "địa chỉ gửi", unit


def _writer(
    evidence: list[tuple[str, Unit]], name: str, asked: Asked, known: Known
) -> tuple[Unit | None, tuple[Finding, ...]]:
    if asked.insists and asked.unit is not None:
        return known.roster.by_code[asked.unit], ()
    units = {unit.code: unit for _, unit in evidence}
    if len(units) <= 1:
        return next(iter(units.values()), None), ()
    told = "; ".join(f"{source}: {unit.name}" for source, unit in evidence)
    hint = "hỏi lại đơn vị gửi; rõ rồi thì ghi bằng --unit"
    message = f"các dấu hiệu về đơn vị trái nhau: {told}"
    return None, (TT641.at(Ref(file=name), message, hint=hint),)
