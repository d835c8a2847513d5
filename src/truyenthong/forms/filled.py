"""Requests for blank forms, forms that came back, marks for them: the same for Word and Excel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from truyenthong.findings import FieldPath, Finding
from truyenthong.forms.identity import Identity, identity_of
from truyenthong.model.forms import Content, Form
from truyenthong.model.periods import Period
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.registers import Register
from truyenthong.model.submissions import PaperNumber
from truyenthong.model.units import Roster, Unit
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankRequest:
    """All that a blank form is made from.

    Attributes:
        unit: whose letterhead and name it bears; None leaves them to be filled in.
        period: None for a duty without periods, or to be filled in.
        deadline: the deadline in words for the unit, or None where there is none.
        content: values that are filled in already (a form sent out anew), or None for an empty one.
        paper: number, symbol and day that are filled in already, or None.
        nil: whether «không phát sinh» is ticked already.
        register: the register whose entries it takes; ``obligation`` is then its duty. None for a report.
        sample: True where the workspace holds sample data: the form says so.
    """

    plan: Plan
    roster: Roster
    obligation: Obligation
    form: Form
    unit: Unit | None = None
    period: Period | None = None
    deadline: str | None = None
    content: Content | None = None
    paper: PaperNumber | None = None
    nil: bool = False
    register: Register | None = None
    sample: bool = False

    @property
    def identity(self) -> Identity:
        """The identity that the form will carry."""
        return identity_of(
            self.form,
            plan=self.plan.code,
            obligation=self.obligation.code,
            unit=self.unit.code if self.unit is not None else None,
            period=self.period.code if self.period is not None else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The place of a value in a file.

    Attributes:
        words: for people: «bảng «Tin, bài theo kênh», hàng 3, cột «Số»» or «trang «Tin bài», ô C5».
        locator: for the program: how the same room finds the place again to put a comment there.
    """

    words: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form that came back, as texts, unchecked and whole.

    Attributes:
        identity: what it was made for, where it carries that whole.
        check: the check value that it carries.
        values: the fields, shaped as ``noi_dung`` of a submission: texts by code, a table as a
            list of rows; a choice by its code where one was picked from the list, else as typed. An empty
            field is None; wholly empty rows are left out. Codes that the form does not know stay.
        paper: ``so``, ``ky_hieu``, ``ngay`` of the report as typed, where given.
        nil: whether the box «không phát sinh» is ticked.
        unit_name: the name of the unit in the form (to be compared with the identity), or None.
        places: the place in the file of every path under ``noi_dung`` (``("tin_bai", 0, "so")``).
        untouched: True where nothing was filled in at all.
        findings: about the file itself (a control doubled, a column lost).
    """

    identity: Identity | None
    check: str | None
    values: Mapping[str, Value]
    paper: Mapping[str, str] = field(default_factory=dict)
    nil: bool = False
    unit_name: str | None = None
    places: Mapping[FieldPath, Spot] = field(default_factory=dict)
    untouched: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A comment to be put into a copy of a file that was sent.

    Attributes:
        spot: the place; None puts it at the head of the file.
        text: whole sentences: what is wrong and how to mend it.
    """

    spot: Spot | None
    text: str
