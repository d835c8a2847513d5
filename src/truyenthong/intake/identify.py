"""Whose form it is, for which duty and period: its own word first; disagreeing evidence decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from truyenthong.checks.suggestions import which_code, which_unit
from truyenthong.diagnostics.intake import TT640, TT641, TT642, TT643, TT644, TT645, TT646, TT648
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref
from truyenthong.forms.entries import ENTRIES, entries_form, with_register_forms
from truyenthong.forms.filled import Filled
from truyenthong.forms.identity import Genuineness, Identity, genuineness
from truyenthong.model.forms import Form
from truyenthong.model.owed import DutyPeriod
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Register
from truyenthong.model.units import Roster, Unit
from truyenthong.text import fold

Slots = Mapping[tuple[str, str | None], DutyPeriod]
"""Duties in their periods, by code."""


@dataclass(frozen=True, kw_only=True)
class IdentityContext:
    """What a form is held against."""

    plan: Plan
    roster: Roster
    slots: Slots

    @cached_property
    def names(self) -> Mapping[str, tuple[Unit, ...]]:
        """Units by their names and aliases, free of the ways to type them; made once for all files."""
        found: dict[str, tuple[Unit, ...]] = {}
        for unit in self.roster.units:
            for name in {fold(one) for one in (unit.name, unit.short_name, *unit.aliases)}:
                found[name] = (*found.get(name, ()), unit)
        return found

    @cached_property
    def forms(self) -> Plan:
        """The plan with every form that can come in; made once for all files."""
        return with_register_forms(self.plan)

    @cached_property
    def _addresses(self) -> Mapping[str, tuple[Unit, ...]]:
        found: dict[str, tuple[Unit, ...]] = {}
        for unit in self.roster.units:
            if unit.email is not None:
                address = unit.email.strip().lower()
                found[address] = (*found.get(address, ()), unit)
        return found

    def writers(self, senders: Iterable[str]) -> tuple[Unit, ...]:
        """The units whose declared addresses these are, each once."""
        units = {unit.code: unit for sender in senders for unit in self._addresses.get(sender, ())}
        return tuple(units.values())

    def is_inside(self, unit: Unit) -> bool:
        """Whether the unit is a room of the agency itself."""
        return self.roster.is_inside(unit)

    def named(self, text: str) -> Unit | None:
        """The unit that has exactly this name or alias, however the tones are typed."""
        found = self.names.get(fold(text), ())
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user said about it, as codes.

    Attributes:
        register: the code of the register that it is for.
        insists: somebody looked at this very file: the word stands against what the file says.
    """

    unit: str | None = None
    obligation: str | None = None
    period: str | None = None
    register: str | None = None
    insists: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a form was understood as.

    Attributes:
        unit, obligation, period: as far as they are certain.
        reasons: why it is not certain; empty where it is.
        notes: what is to be told besides.
    """

    unit: str | None = None
    obligation: str | None = None
    period: str | None = None
    reasons: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


def identify(
    filled: Filled | None, name: str, *, senders: tuple[str, ...], asked: Asked, known: IdentityContext
) -> Understood:
    """Unit, duty and period of a file; ``filled`` is None where it is no form at all."""
    return _Identifying(filled, name, senders, asked, known).result()


class _Identifying:
    """One file that is being understood."""

    def __init__(
        self, filled: Filled | None, name: str, senders: tuple[str, ...], asked: Asked, known: IdentityContext
    ) -> None:
        self._filled = filled
        self._name = name
        self._senders = senders
        self._asked = asked
        self._known = known
        self._reasons: list[Finding] = []
        self._notes: list[Finding] = []

    def result(self) -> Understood:
        own = self._own()
        duty = self._duty(own)
        period = self._period(own, duty) if duty is not None else None
        unit = self._unit(own)
        if unit is not None and duty is not None and not self._reasons:
            self._owes(unit, duty, period)
        return Understood(
            unit=unit.code if unit is not None else None,
            obligation=duty,
            period=period,
            reasons=tuple(self._reasons),
            notes=tuple(self._notes),
        )

    def _why(self, kind: Diagnostic, message: str, hint: str | None) -> None:
        self._reasons.append(kind.at(Ref(file=self._name), message, hint=hint))

    def _own(self) -> Identity | None:
        """The form's own word, as far as it can be relied on."""
        filled = self._filled
        if filled is None or filled.identity is None:
            return None
        own, plan = filled.identity, self._known.plan
        state = genuineness(own, filled.check, plan.forms_by_code.get(own.form))
        if state is Genuineness.DAMAGED:
            if not self._asked.insists:
                hint = "đối chiếu với đơn vị; đúng thì ghi bằng --unit, --obligation, --period"
                self._why(TT644, "phần nhận dạng của biểu không khớp mã kiểm tra, không tin được", hint)
            return None
        if own.plan != plan.code:
            message = f"biểu của kế hoạch «{own.plan}», không phải «{plan.code}»"
            told = TT645.at(Ref(file=self._name), message, hint="đơn vị điền lại vào biểu của năm nay")
            (self._notes if self._asked.insists else self._reasons).append(told)
            return None
        if state is Genuineness.OUTDATED and own.form:
            message = f"biểu mẫu «{own.form}» đã được sửa sau khi biểu này gửi đi"
            hint = "xem các lỗi nêu bên dưới; cần thì gửi đơn vị biểu mới"
            self._notes.append(TT646.at(Ref(file=self._name), message, hint=hint))
        return own

    def _duty(self, own: Identity | None) -> str | None:
        said = own.obligation if own is not None else None
        duty = self._settled("nhiệm vụ", said, self._asked.obligation)
        codes = tuple(self._known.plan.obligations_by_code)
        if duty in codes:
            return duty
        if duty is not None:
            self._why(TT642, f"kế hoạch không có nhiệm vụ «{duty}»", which_code(duty, codes))
        elif not any(one.code == TT645.code for one in self._reasons):
            hint = f"ghi bằng --obligation, một trong: {', '.join(codes[:8])}"
            self._why(TT642, "chưa biết tệp này là của nhiệm vụ nào", hint)
        return None

    def _period(self, own: Identity | None, duty: str) -> str | None:
        periods = [period for code, period in self._known.slots if code == duty]
        if periods == [None]:
            return None
        said = own.period if own is not None else None
        period = self._settled("kỳ", said, self._asked.period)
        if period is None and len(periods) == 1:
            return periods[0]
        if period in periods:
            return period
        codes = [one for one in periods if one is not None]
        if period is None:
            hint = f"ghi bằng --period, ví dụ {codes[0]}" if codes else None
            self._why(TT643, f"biểu của «{duty}» chưa ghi kỳ", hint)
        else:
            self._why(TT643, f"«{duty}» không có kỳ «{period}»", which_code(period, codes))
        return None

    def _settled(self, what: str, said: str | None, asked: str | None) -> str | None:
        """What the form says, or where it says nothing, what the user says."""
        if asked is None or said is None or said == asked:
            return said or asked
        if self._asked.insists:
            return asked
        hint = "biểu nói khác điều ghi ở dòng lệnh; xem lại tệp, rồi ghi từ mục chờ"
        kind = TT641 if what == "đơn vị" else TT642 if what == "nhiệm vụ" else TT643
        self._why(kind, f"{what} trong biểu là «{said}», dòng lệnh ghi «{asked}»", hint)
        return None

    def _unit(self, own: Identity | None) -> Unit | None:
        roster = self._known.roster
        if self._asked.insists and self._asked.unit is not None:
            return roster.by_code[self._asked.unit]
        evidence = {source: unit for source, unit in self._evidence(own) if unit is not None}
        units = {unit.code for unit in evidence.values()}
        if len(units) == 1:
            return roster.by_code[units.pop()]
        if units:
            told = "; ".join(f"{source}: {unit.name}" for source, unit in evidence.items())
            hint = "hỏi lại đơn vị gửi; rõ rồi thì ghi bằng --unit"
            self._why(TT641, f"các dấu hiệu về đơn vị trái nhau: {told}", hint)
        elif not any(one.code == TT640.code for one in self._reasons):
            self._why(TT640, "chưa biết đơn vị nào gửi", "xem thư và chữ ký, rồi ghi bằng --unit")
        return None

    def _evidence(self, own: Identity | None) -> Iterator[tuple[str, Unit | None]]:
        """What speaks for a unit, one source after the other; a stranger's name is a reason of its own."""
        roster, filled = self._known.roster, self._filled
        if own is not None and own.unit is not None:
            unit = roster.by_code.get(own.unit) or self._known.named(own.unit)
            if unit is None:
                message = f"biểu ghi đơn vị «{own.unit}», không có trong danh sách"
                self._why(TT640, message, which_unit(own.unit, roster))
            yield "biểu được làm cho", unit
        if filled is not None and filled.unit_name is not None:
            named = self._known.named(filled.unit_name)
            if named is None and not self._says_so(own, filled.unit_name):
                message = f"tên ghi trong biểu «{filled.unit_name}» không có trong danh sách đơn vị"
                self._why(TT640, message, which_unit(filled.unit_name, roster))
            yield "tên ghi trong biểu", named
        if self._asked.unit is not None:
            yield "dòng lệnh ghi", roster.by_code[self._asked.unit]
        yield "địa chỉ gửi", self._sender()

    def _says_so(self, own: Identity | None, name: str) -> bool:
        """Whether the name, though in no table, stands for the unit that the form was made for."""
        unit = self._known.roster.by_code.get(own.unit) if own is not None and own.unit is not None else None
        return unit is not None and fold(name) in {fold(unit.name), fold(unit.code)}

    def _sender(self) -> Unit | None:
        """The unit whose address it was sent from; rooms of the agency only pass on what others send."""
        outside = [unit for unit in self._known.writers(self._senders) if not self._known.is_inside(unit)]
        return outside[0] if len(outside) == 1 else None

    def _owes(self, unit: Unit, duty: str, period: str | None) -> None:
        slot = self._known.slots[(duty, period)]
        if not slot.is_owed_by(unit):
            hint = "có lẽ dùng biểu của đơn vị khác; xem lại đơn vị và nhiệm vụ"
            self._why(TT648, f"{unit.name} không phải nộp «{duty}»", hint)


def register_of(filled: Filled | None, asked: Asked, known: IdentityContext) -> Register | None:
    """The register whose entries a form says it holds; None for the form of a duty."""
    own = filled.identity if filled is not None else None
    if asked.register is not None and (own is None or asked.insists):
        return known.plan.registers_by_code[asked.register]
    if own is None or own.obligation in known.plan.obligations_by_code:
        return None
    register = known.plan.registers_by_code.get(own.obligation)
    return register if register is not None and register.form in known.plan.forms_by_code else None


def entry_form_of(filled: Filled, register: Register, known: IdentityContext) -> Form:
    """The form of one entry, or of many, as the register declares it today."""
    form = known.plan.forms_by_code[register.form]
    return entries_form(form) if ENTRIES in filled.values else form


def identify_entries(
    filled: Filled,
    register: Register,
    name: str,
    *,
    senders: tuple[str, ...],
    asked: Asked,
    known: IdentityContext,
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
    filled: Filled, register: Register, name: str, known: IdentityContext
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
    filled: Filled, own: Identity | None, senders: tuple[str, ...], asked: Asked, known: IdentityContext
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
    evidence: list[tuple[str, Unit]], name: str, asked: Asked, known: IdentityContext
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
