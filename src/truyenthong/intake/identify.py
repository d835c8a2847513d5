"""Identifies whose form came in and for which duty or register; a person decides where evidence differs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
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
_OTHER_WORD = "biểu nói khác điều ghi ở dòng lệnh; xem lại tệp, rồi ghi từ mục chờ"


@dataclass(frozen=True, kw_only=True)
class IdentityContext:
    """What a form is compared with."""

    plan: Plan
    roster: Roster
    slots: Slots

    @cached_property
    def names(self) -> Mapping[str, tuple[Unit, ...]]:
        """Units by their names and aliases, free of the ways to type them; made once for all files."""
        found: dict[str, tuple[Unit, ...]] = {}
        for unit in self.roster.units:
            for name in {fold(one) for one in unit.names}:
                found[name] = (*found.get(name, ()), unit)
        return found

    @cached_property
    def forms(self) -> Plan:
        """The plan with every form that can come in; made once for all files."""
        return with_register_forms(self.plan)

    def writers(self, senders: Collection[str]) -> tuple[Unit, ...]:
        """The units whose declared addresses these are, in the order of the list."""
        return tuple(
            unit
            for unit in self.roster.units
            if any(address.strip().lower() in senders for address in unit.emails)
        )

    def named(self, text: str) -> Unit | None:
        """The unit that has exactly this name or alias, however the tones are typed."""
        found = self.names.get(fold(text), ())
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user said about it, as codes.

    Attributes:
        register: the code of the register that it is for.
        insists: somebody looked at this very file: their word overrides what the file says.
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
        unit, obligation, period: as far as they are certain; ``obligation`` may be the code of a register.
        register: the register whose entries it contains; None for the form of a duty.
        form: the form of the duty, or of the register's entries, as it is declared today.
        reasons: why it is not certain; empty where it is.
        notes: what to report besides.
    """

    unit: str | None
    obligation: str | None
    period: str | None
    register: Register | None
    form: Form | None
    reasons: tuple[Finding, ...]
    notes: tuple[Finding, ...]


def identify(
    filled: Filled | None, name: str, *, senders: tuple[str, ...], asked: Asked, known: IdentityContext
) -> Understood:
    """Unit, duty or register, and period of a file; ``filled`` is None where it is no form at all."""
    return _Identifying(filled, name, senders, asked, known).result()


class _Identifying:
    """One file that is being understood.

    The form of a register is certain without a unit: it also takes forms made for nobody in particular, and
    names that are not in the list.
    """

    def __init__(
        self, filled: Filled | None, name: str, senders: tuple[str, ...], asked: Asked, known: IdentityContext
    ) -> None:
        self._filled = filled
        self._name = name
        self._senders = senders
        self._asked = asked
        self._known = known
        self._register = _register_of(filled, asked, known.plan) if filled is not None else None
        self._reasons: list[Finding] = []
        self._notes: list[Finding] = []

    def result(self) -> Understood:
        register, plan = self._register, self._known.plan
        own = self._own()
        duty, period, form = None, None, None
        if register is not None:
            duty, form = register.code, self._entry_form(register)
            self._compare_with_asked(register)
        else:
            duty = self._duty(own)
            period = self._period(own, duty) if duty is not None else None
            form = plan.form_of(plan.obligations_by_code[duty]) if duty is not None else None
        unit = self._unit(own)
        if register is None and unit is not None and duty is not None and not self._reasons:
            self._check_owed(unit, duty, period)
        return Understood(
            unit=unit.code if unit is not None else None,
            obligation=duty,
            period=period,
            register=register,
            form=form,
            reasons=tuple(self._reasons),
            notes=tuple(self._notes),
        )

    def _why(self, kind: Diagnostic, message: str, hint: str | None) -> None:
        self._reasons.append(kind.at(Ref(file=self._name), message, hint=hint))

    def _own(self) -> Identity | None:
        """The form's own word, as far as it can be relied on."""
        filled, register, plan = self._filled, self._register, self._known.plan
        own = filled.identity if filled is not None else None
        if filled is None or (own is None and register is None):
            return None
        state = Genuineness.DAMAGED
        if own is not None:
            form = plan.forms_by_code.get(own.form) if register is None else self._entry_form(register)
            state = genuineness(own, filled.check, form)
        if own is None or state is Genuineness.DAMAGED:
            if not self._asked.insists:
                hint = "đối chiếu với đơn vị; đúng thì ghi bằng --unit, --obligation, --period"
                if register is not None:
                    hint = f"xem lại tệp; đúng thì ghi từ mục chờ bằng --obligation {register.code}"
                self._why(TT644, "phần nhận dạng của biểu không khớp mã kiểm tra, không tin được", hint)
            return None
        if own.plan != plan.code:
            message = f"biểu của kế hoạch «{own.plan}», không phải «{plan.code}»"
            told = TT645.at(Ref(file=self._name), message, hint="đơn vị điền lại vào biểu của năm nay")
            (self._notes if self._asked.insists else self._reasons).append(told)
            return None
        declared = own.form if register is None else register.form
        if state is Genuineness.OUTDATED and declared:
            message = f"biểu mẫu «{declared}» đã được sửa sau khi biểu này gửi đi"
            hint = "xem các lỗi nêu bên dưới; cần thì gửi đơn vị biểu mới"
            self._notes.append(TT646.at(Ref(file=self._name), message, hint=hint))
        return own

    def _entry_form(self, register: Register) -> Form:
        """The form of one entry, or of many, as the register declares it today."""
        form = self._known.plan.forms_by_code[register.form]
        return entries_form(form) if self._filled is not None and ENTRIES in self._filled.values else form

    def _compare_with_asked(self, register: Register) -> None:
        said = self._asked.obligation or self._asked.register
        if said is not None and said != register.code and not self._asked.insists:
            self._why(TT642, f"biểu của sổ «{register.code}», dòng lệnh ghi «{said}»", _OTHER_WORD)

    def _duty(self, own: Identity | None) -> str | None:
        said = own.obligation if own is not None else None
        duty = self._settled(TT642, "nhiệm vụ", said, self._asked.obligation)
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
        period = self._settled(TT643, "kỳ", said, self._asked.period)
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

    def _settled(self, kind: Diagnostic, what: str, said: str | None, asked: str | None) -> str | None:
        """What the form says, or where it says nothing, what the user says."""
        if asked is None or said is None or said == asked:
            return said or asked
        if self._asked.insists:
            return asked
        self._why(kind, f"{what} trong biểu là «{said}», dòng lệnh ghi «{asked}»", _OTHER_WORD)
        return None

    def _unit(self, own: Identity | None) -> Unit | None:
        roster = self._known.roster
        if self._asked.insists and self._asked.unit is not None:
            return roster.by_code[self._asked.unit]
        evidence = [(source, unit) for source, unit in self._evidence(own) if unit is not None]
        units = {unit.code: unit for _, unit in evidence}
        if len(units) == 1:
            return evidence[0][1]
        if units:
            told = "; ".join(f"{source}: {unit.name}" for source, unit in evidence)
            hint = "hỏi lại đơn vị gửi; rõ rồi thì ghi bằng --unit"
            self._why(TT641, f"các dấu hiệu về đơn vị trái nhau: {told}", hint)
        elif self._register is None and not any(one.code == TT640.code for one in self._reasons):
            self._why(TT640, "chưa biết đơn vị nào gửi", "xem thư và chữ ký, rồi ghi bằng --unit")
        return None

    def _evidence(self, own: Identity | None) -> Iterator[tuple[str, Unit | None]]:
        """Each source that names a unit; for a duty a stranger's name is a reason of its own."""
        known, roster, for_duty = self._known, self._known.roster, self._register is None
        made_for = roster.by_code.get(own.unit) if own is not None and own.unit is not None else None
        if for_duty and own is not None and own.unit is not None and made_for is None:
            made_for = known.named(own.unit)
            if made_for is None:
                message = f"biểu ghi đơn vị «{own.unit}», không có trong danh sách"
                self._why(TT640, message, which_unit(own.unit, roster))
        yield "biểu được làm cho", made_for
        name = self._filled.unit_name if self._filled is not None else None
        # The agency's letterhead on the form of a register names no unit.
        if name is not None and (for_duty or fold(name) != fold(known.plan.agency.name)):
            named = known.named(name)
            says_so = made_for is not None and fold(name) in map(fold, (*made_for.names, made_for.code))
            if for_duty and named is None and not says_so:
                message = f"tên ghi trong biểu «{name}» không có trong danh sách đơn vị"
                self._why(TT640, message, which_unit(name, roster))
            yield "tên ghi trong biểu", named
        if self._asked.unit is not None:
            yield "dòng lệnh ghi", roster.by_code[self._asked.unit]
        # Rooms of the agency only pass on what others send.
        outside = [unit for unit in known.writers(self._senders) if not roster.is_inside(unit)]
        if not for_duty or len(outside) == 1:
            yield from (("địa chỉ gửi", unit) for unit in outside)

    def _check_owed(self, unit: Unit, duty: str, period: str | None) -> None:
        slot = self._known.slots[(duty, period)]
        if not slot.may_come_from(unit) and not slot.owes(unit, self._known.roster, date.max):
            hint = "có lẽ dùng biểu của đơn vị khác; xem lại đơn vị và nhiệm vụ"
            self._why(TT648, f"{unit.name} không phải nộp «{duty}»", hint)


def _register_of(filled: Filled, asked: Asked, plan: Plan) -> Register | None:
    """The register whose entries a form says it contains; None for the form of a duty."""
    own = filled.identity
    if asked.register is not None and (own is None or asked.insists):
        return plan.registers_by_code[asked.register]
    if own is None or own.obligation in plan.obligations_by_code:
        return None
    register = plan.registers_by_code.get(own.obligation)
    return register if register is not None and register.form in plan.forms_by_code else None
