"""Knows which parts of the declarations could not be read, and which findings only follow from that.

A fault in plan, units or calendar is reported once, where it is. Whatever rests on the unread part is neither
reported nor counted; by the same places ``status`` and ``report`` know what they cannot say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from truyenthong.findings import FieldPath, Finding, Severity
from truyenthong.model.deadlines import DaysAfter
from truyenthong.model.forms import ChoiceSource
from truyenthong.model.periods import PeriodKind
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.registers import Register
from truyenthong.model.units import Roster


class Source(StrEnum):
    """The files in which a fault may hide something that others rest on."""

    PLAN = "plan"
    UNITS = "units"
    CALENDAR = "calendar"
    SETTINGS = "settings"
    OWN = "own"
    """The file in which the finding itself is."""


Place = tuple[Source, FieldPath]

_TEXTS = (
    *("ma", "co_quan", "van_ban", "soan_thao", "lien_he", "noi_dung", "to_chuc_thuc_hien", "nguyen_van_cua"),
    *("can_cu", "khong_theo_doi", "bao_cao", "noi_nhan", "nguoi_ky", "phu_luc", "dinh_chinh"),
)
_LOOKS = (
    *("ten_tat", "ten_khac", "dia_ban", "dia_danh", "chu_quan", "ky_hieu", "thu_dien_tu", "nguon"),
    *("lien_he", "ghi_chu", "ke_thua", "da_xac_minh"),
)
ASIDE: Mapping[Source, frozenset[str]] = {Source.PLAN: frozenset(_TEXTS)}
"""Keys at the top on which no state and no figure rests: words and looks of papers."""

ENTRY_ASIDE: Mapping[tuple[Source, str], frozenset[str]] = {
    (Source.PLAN, "nhiem_vu"): frozenset({"ghi_chu", "gui", "tep_mem"}),
    (Source.UNITS, "don_vi"): frozenset(_LOOKS),
}
"""The same of one entry of a list."""

_TELLS_ONLY = frozenset(
    {"TT202", "TT203", "TT204", "TT205", "TT214", "TT217", "TT218", "TT240", "TT251", "TT253"}
)
"""Rules of meaning after which the entry still says what it says."""


class _Places:
    """Places that answer at once whether another lies at, above or below one of them."""

    # Every finding asks, and a broken plan has thousands of places: going through all of them took minutes.

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._at: set[Place] = set()
        self._above: set[Place] = set()
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        source, path = place
        self._at.add(place)
        self._above.update((source, path[:depth]) for depth in range(len(path)))

    def meet(self, place: Place) -> bool:
        source, path = place
        return place in self._above or any(
            (source, path[:depth]) in self._at for depth in range(len(path) + 1)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Places that could not be read, or cannot be relied on.

    Attributes:
        places: all of them.
        decisive: those on which states or figures can rest.
    """

    places: frozenset[Place] = frozenset()
    decisive: frozenset[Place] = frozenset()
    _places: _Places = field(init=False, repr=False, compare=False)
    _decisive: _Places = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", _Places(self.places))
        object.__setattr__(self, "_decisive", _Places(self.decisive))

    def within(self, source: Source, *path: str | int) -> bool:
        """Whether something at, above or below a place could not be read."""
        return self._places.meet((source, path))

    def decides(self, places: Iterable[Place]) -> bool:
        """Whether a state or a figure that rests on ``places`` may be another than it seems."""
        return bool(self.decisive) and any(map(self._decisive.meet, places))


def hidden_place(finding: Finding) -> FieldPath:
    """The field that is unread because of a finding: for a key that is not known, the one that was meant."""
    return finding.ref.path if finding.meant is None else finding.meant


def is_decisive(finding: Finding, source: Source) -> bool:
    """Whether a state or a figure can rest on what the finding hides."""
    path = hidden_place(finding)
    if not path:
        return True
    if path[0] in ASIDE.get(source, frozenset()) or finding.code in _TELLS_ONLY:
        return False
    aside = ENTRY_ASIDE.get((source, str(path[0])), frozenset())
    return len(path) < 3 or path[2] not in aside


def sift(findings: Iterable[Finding], sources: Mapping[str, Source]) -> tuple[tuple[Finding, ...], Unread]:
    """The findings about the declarations that follow from no other, and what they hide.

    Args:
        findings: what was found in reading, and what the rules of meaning say.
        sources: the declared files by their names.
    """
    kept: list[Finding] = []
    hidden, decisive, unread = set[Place](), set[Place](), _Places()
    said: set[tuple[str, str]] = set()
    for one in sorted(findings, key=lambda one: (_turn(one), one.code not in _RULE_CAUSES)):
        source = sources.get(one.ref.file)
        same = (one.code, one.message)
        if one.severity is not Severity.NOTICE and source is not None and _turn(one):
            if (same in said and one.code in _REFERENCES) or any(map(unread.meet, _rests(one, source))):
                continue
            said.add(same)
        if source is not None and not _turn(one) and (source, one.ref.path) in hidden:
            continue  # which of two values is meant is not known: neither is blamed
        kept.append(one)
        if source is not None and one.severity is Severity.ERROR:
            place = (source, hidden_place(one))
            if _turn(one) < _RULES or one.code in _RULE_CAUSES:
                hidden.add(place)
                unread.add(place)
            if is_decisive(one, source):
                decisive.add(place)
    return tuple(kept), Unread(places=frozenset(hidden), decisive=frozenset(decisive))


_BY_OTHERS = frozenset({"TT130", "TT160", "TT161", "TT164"})
"""What reading finds by what was read elsewhere: a term of the plan, a field that an expression calls."""


_REFERENCES = frozenset({"TT203", "TT206", "TT207", "TT208", "TT214", "TT217", "TT252", "TT253", "TT340"})
"""Rules about a code that nobody has declared: however often it is named, it is one fault."""

_RULES = 3
_RULE_CAUSES = frozenset({"TT201", "TT208", "TT209", "TT250", "TT252"})
"""Rules of meaning after which more is said of the same: a code used twice, a form that is not there."""


def _turn(finding: Finding) -> int:
    """Causes come first: what one value says by itself, then what it says beside others, then the rules.

    That no semester is declared (TT209 at ``ky``) explains every semester that is not known.
    """
    if finding.code in ("TT230", "TT231") or (finding.code == "TT209" and finding.ref.path[2:] == ("ky",)):
        return 1
    if finding.code >= "TT200":
        return _RULES
    return 2 if finding.code in _BY_OTHERS else 0


_LISTS: Mapping[str, tuple[Place, ...]] = {
    code: tuple((source, (key,)) for source, key in places)
    for codes, places in (
        (("TT202", "TT203", "TT204", "TT213"), ((Source.PLAN, "noi_dung"),)),
        (
            ("TT205",),
            tuple(
                (Source.PLAN, key) for key in ("noi_dung", "nhiem_vu", "khong_theo_doi", "to_chuc_thuc_hien")
            ),
        ),
        (("TT206", "TT215"), ((Source.UNITS, "loai"), (Source.UNITS, "don_vi"))),
        (("TT207", "TT253"), ((Source.UNITS, "don_vi"),)),
        (("TT208",), ((Source.PLAN, "bieu_mau"),)),
        (("TT209", "TT210", "TT211"), ((Source.PLAN, "hoc_ky"), (Source.PLAN, "nam_hoc"))),
        (
            ("TT214", "TT340", "TT341"),
            tuple((Source.PLAN, key) for key in ("nhiem_vu", "bieu_mau", "so_theo_doi", "nguoi_ky")),
        ),
        (("TT217",), ((Source.PLAN, "noi_dung"), (Source.PLAN, "chu_de"))),
        (("TT252",), ((Source.UNITS, "loai"),)),
    )
    for code in codes
}
"""What a rule about the declarations looks up besides the entry that it is about."""


def _rests(finding: Finding, source: Source) -> Iterator[Place]:
    """What a rule about the declarations has looked at."""
    path = finding.ref.path
    if finding.code == "TT130":
        yield source, ("hoc_ky",)
        yield source, (*path[:2], "ky")
    elif finding.code in _BY_OTHERS:
        if path[:1] == ("bieu_mau",):
            yield source, (*path[:2], "truong")
        else:
            yield source, ("bieu_mau",)
            yield source, ("so_theo_doi",)
    elif finding.code >= "TT200" and finding.code not in ("TT230", "TT231", "TT240"):
        if path:
            yield source, path[:2]
        yield from _LISTS.get(finding.code, ())


# What the rows of a duty, and the papers behind them, rest on


def duty_places(plan: Plan, roster: Roster, code: str) -> Iterator[Place]:
    """What decides who owes a duty, in which periods, and by when."""
    duty = plan.obligations_by_code.get(code)
    yield Source.PLAN, ("nam_hoc",)
    if duty is None:
        yield Source.PLAN, ("nhiem_vu",)
        return
    yield Source.PLAN, ("nhiem_vu", duty.index)
    yield from _owner_places(duty, roster)
    if duty.period_kind is PeriodKind.SEMESTER:
        yield Source.PLAN, ("hoc_ky",)
    if duty.period_kind is PeriodKind.MONTH:
        yield Source.PLAN, ("quy_uoc", "thang_tu_ngay")
    if duty.deadline is not None:
        for policy in ("ngay_nghi", "gio_chot", "sap_den_han"):
            yield Source.PLAN, ("quy_uoc", policy)
        working = isinstance(duty.deadline, DaysAfter) and duty.deadline.working
        if working or duty.policies.moves_days_off:
            yield Source.CALENDAR, ()


def _owner_places(duty: Obligation, roster: Roster) -> Iterator[Place]:
    if duty.owners.kinds:
        yield Source.UNITS, ()
        return
    for code in (*duty.owners.added, *duty.owners.excluded):
        unit = roster.by_code.get(code)
        yield Source.UNITS, ("don_vi",) if unit is None else ("don_vi", unit.index)


def form_places(plan: Plan, code: str | None) -> Iterator[Place]:
    """What the values of a form are read and checked by."""
    form = plan.forms_by_code.get(code) if code is not None else None
    if form is None:
        yield Source.PLAN, ("bieu_mau",)
        return
    yield Source.PLAN, ("bieu_mau", form.index)
    drawn = {
        one.choices
        for one in (*form.fields, *(column for field in form.fields for column in field.columns))
        if isinstance(one.choices, ChoiceSource)
    }
    if ChoiceSource.TOPICS in drawn:
        yield Source.PLAN, ("chu_de",)
    if ChoiceSource.UNITS in drawn:
        yield Source.UNITS, ("don_vi",)


def content_places(plan: Plan, code: str | None, finding: Finding, steps: FieldPath) -> Iterator[Place]:
    """What a finding in the values of a form rests on: of the other fields nothing is taken back.

    Args:
        plan: the plan.
        code: the form.
        finding: what was found.
        steps: the field in the values, and row and column where it is in a table.
    """
    form = plan.forms_by_code.get(code) if code is not None else None
    field = form.field(str(steps[0])) if form is not None and steps else None
    if form is None or field is None or finding.code == "TT106":
        yield from form_places(plan, code)
        return
    here: FieldPath = ("bieu_mau", form.index, "truong", field.index)
    column = field.column(str(steps[2])) if len(steps) > 2 else None
    last = field if column is None else column
    yield Source.PLAN, here if column is None else (*here, "cot", column.index)
    for twice in form.fields:  # of two fields with one code it is not known which was meant
        if twice.code == field.code:
            yield Source.PLAN, ("bieu_mau", form.index, "truong", twice.index, "ma")
    if last.choices is ChoiceSource.TOPICS:
        yield Source.PLAN, ("chu_de",)
    if last.choices is ChoiceSource.UNITS:
        yield Source.UNITS, ("don_vi",)


def register_places(plan: Plan, register: Register) -> Iterator[Place]:
    """What the entries of a register are read and checked by."""
    yield Source.PLAN, ("so_theo_doi", register.index)
    yield from form_places(plan, register.form)
    for one in register.prerequisites:
        other = plan.registers_by_code.get(one.register)
        if other is None:
            yield Source.PLAN, ("so_theo_doi",)
        else:
            yield Source.PLAN, ("so_theo_doi", other.index)
            yield from form_places(plan, other.form)


# What is found in the files of units


_NAMES_ANOTHER = frozenset({"TT301", "TT302", "TT305"})


def own_faults(findings: Iterable[Finding]) -> Unread:
    """What of a submission's own file was not read, or is in doubt because path and content disagree."""
    places = {
        (Source.OWN, hidden_place(one))
        for one in findings
        if one.severity is Severity.ERROR and (one.code < "TT180" or one.code in _NAMES_ANOTHER)
    }
    return Unread(places=frozenset(places))


def follows(finding: Finding, plan: Plan, roster: Roster, duty: str, *, unread: Unread, own: Unread) -> bool:
    """Whether a finding in a submission of a duty only follows from something that was not read.

    Args:
        finding: what was found.
        plan: the plan.
        roster: the units.
        duty: the code of the duty by whose form and dates the file was looked at.
        unread: what of the declarations was not read.
        own: what of the file itself was not read (``own_faults``).
    """
    if finding.severity is Severity.NOTICE:
        return False
    if any(own.within(source, *path) for source, path in _rests_on_own(finding)):
        return True
    if finding.code == "TT222":
        return unread.within(Source.PLAN, "bao_cao")
    return unread.decides(_rests_on_declared(finding, plan, roster, duty))


_BY_DUTY = frozenset(
    {"TT135", "TT303", "TT304", "TT309", "TT310", "TT312", "TT316", "TT317", "TT318", "TT319", "TT323"}
)
"""What is said of a submission by what the plan says of its duty."""

_BY_PERIOD = frozenset(["TT316", "TT317", "TT318", "TT319", "TT323"])
"""The same by the dates of its period."""


def _is_content(path: FieldPath) -> bool:
    return path[:1] == ("lan_nop",) and path[2:3] == ("noi_dung",)


def _rests_on_own(finding: Finding) -> Iterator[Place]:
    path, code = finding.ref.path, finding.code
    if code in _BY_DUTY or _is_content(path) or path == ("ky",):
        yield Source.OWN, ("nhiem_vu",)
    if code in _BY_PERIOD or code == "TT304":
        yield Source.OWN, ("ky",)
    match code:
        case "TT222":
            yield Source.OWN, ("nhiem_vu",)
        case "TT303":
            yield Source.OWN, ("don_vi",)
        case "TT309":
            yield Source.OWN, (*path[:2], "tep")
        case "TT312":
            yield Source.OWN, (*path[:2], "noi_dung")
        case "TT313":
            yield Source.OWN, path
        case _:
            pass


def _rests_on_declared(finding: Finding, plan: Plan, roster: Roster, duty: str) -> Iterator[Place]:
    path, code = finding.ref.path, finding.code
    if _is_content(path):
        known = plan.obligations_by_code.get(duty)
        if known is None:
            yield Source.PLAN, ("nhiem_vu",)
            return
        for key in ("ma", "bieu_mau"):
            yield Source.PLAN, ("nhiem_vu", known.index, key)
        yield from content_places(plan, known.form, finding, path[3:])
    elif code == "TT301":
        yield Source.UNITS, ("don_vi",)
    elif code in _BY_DUTY or code == "TT302" or path == ("ky",):
        yield from duty_places(plan, roster, duty)
        if code == "TT303":
            yield Source.UNITS, ()
        if code == "TT135":
            yield Source.PLAN, ("bieu_mau",)


def follows_in_ledger(finding: Finding, plan: Plan, register: str, *, unread: Unread) -> bool:
    """Whether a finding in a register's file only follows from a declaration that was not read."""
    known = plan.registers_by_code.get(register)
    if finding.severity is Severity.NOTICE or (finding.ref.path[:1] != ("muc",) and finding.code != "TT345"):
        return False
    if known is None:
        return unread.decides([(Source.PLAN, ("so_theo_doi",))])
    if finding.code > "TT180":
        return unread.decides(register_places(plan, known))
    named = ((Source.PLAN, ("so_theo_doi", known.index, key)) for key in ("ma", "bieu_mau"))
    return unread.decides((*named, *content_places(plan, known.form, finding, finding.ref.path[2:])))
