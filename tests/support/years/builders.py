"""Small model objects for tests: everything has a default, a test names only what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from truyenthong.model.calendar import Calendar
from truyenthong.model.deadlines import BeforeDay, Deadline, Policies
from truyenthong.model.moments import Moment
from truyenthong.model.periods import PeriodKind, SchoolYear, Semester
from truyenthong.model.plan import (
    Agency,
    Contact,
    Drafting,
    Obligation,
    Owners,
    Passage,
    Plan,
    PlanPaper,
    PlanText,
)
from truyenthong.model.submissions import (
    Decision,
    DecisionKind,
    Extension,
    Receipt,
    Submission,
    SubmissionKey,
)
from truyenthong.model.units import Roster, Unit, UnitKind, Validity
from truyenthong.progress import Progress, Row, progress

SCHOOL = "truong"
DUTY = "bao-cao-nam"
LAST_OF_MAY = date(2021, 5, 31)
BEFORE_THE_LAST_OF_MAY = BeforeDay(day=LAST_OF_MAY)


def unit(
    code: str = "don-vi-a", *, kind: str = SCHOOL, first: date | None = None, last: date | None = None
) -> Unit:
    validity = (Validity(first=first, last=last),) if first or last else ()
    return Unit(
        code=code, name=f"Đơn vị {code}", short_name=code, kind=kind, validity=validity, verified=True
    )


def roster(*units: Unit) -> Roster:
    kinds = (
        UnitKind(code="so", name="Trong cơ quan", inside=True),
        UnitKind(code=SCHOOL, name="Trường"),
        UnitKind(code="trung-tam", name="Trung tâm"),
    )
    return Roster(kinds=kinds, units=units or (unit(),))


def duty(
    code: str = DUTY,
    *,
    deadline: Deadline | None = BEFORE_THE_LAST_OF_MAY,
    period_kind: PeriodKind | None = PeriodKind.SCHOOL_YEAR,
    mandatory: bool = True,
    to_be_sent: bool = True,
    accepts_nil: bool = False,
    policies: Policies | None = None,
    owners: Owners | None = None,
) -> Obligation:
    return Obligation(
        code=code,
        name=f"Nhiệm vụ {code}",
        clause="III.1",
        quotation="gửi báo cáo",
        owners=owners or Owners(kinds=(SCHOOL,)),
        deadline=deadline,
        period_kind=period_kind,
        mandatory=mandatory,
        to_be_sent=to_be_sent,
        accepts_nil=accepts_nil,
        policies=policies or Policies(),
    )


def plan(*duties: Obligation, first_year: int = 2020, semesters: Sequence[Semester] = ()) -> Plan:
    text = PlanText(
        opening=("Mở đầu.",),
        parts=(
            Passage(
                label="III.",
                heading="TỔ CHỨC THỰC HIỆN",
                children=(
                    Passage(
                        label="1.",
                        heading="Các đơn vị",
                        children=(Passage(label="-", text="Các đơn vị gửi báo cáo đúng hạn."),),
                    ),
                ),
            ),
        ),
        closing=("Kết thúc./.",),
    )
    return Plan(
        code="ke-hoach-thu",
        year=SchoolYear(first_year=first_year),
        agency=Agency(name="Sở Thử", full_name="Sở Thử tỉnh Thử", superior=None, symbol="ST", place="Thử"),
        drafting=Drafting(name="Văn phòng", symbol="VP", unit=None),
        contact=Contact(),
        paper=PlanPaper(
            type="Kế hoạch", number=None, symbol="KH-ST", day=None, month=10, year=first_year, summary="Thử"
        ),
        text=text,
        organisation_part="III",
        semesters=tuple(semesters),
        obligations=duties or (duty(),),
    )


def moment(day: date, hour: str | None = None) -> Moment:
    return Moment(day=day, hour=time.fromisoformat(hour) if hour else None)


def receipt(
    day: date,
    hour: str | None = None,
    *,
    index: int = 0,
    nil: bool = False,
    returned: date | None = None,
    accepted: date | None = None,
) -> Receipt:
    decision = None
    if returned is not None:
        decision = Decision(kind=DecisionKind.RETURNED, day=returned, reason="thiếu số liệu")
    if accepted is not None:
        decision = Decision(kind=DecisionKind.ACCEPTED, day=accepted)
    return Receipt(index=index, received=moment(day, hour), nil=nil, decision=decision)


def extension(granted: date, until: date) -> Extension:
    return Extension(granted=granted, until=until)


def submission(
    *receipts: Receipt,
    unit_code: str = "don-vi-a",
    duty_code: str = DUTY,
    period: str | None = "2020-2021",
    extensions: Sequence[Extension] = (),
) -> Submission:
    numbered = tuple(replace(one, index=index) for index, one in enumerate(receipts))
    return Submission(
        file=f"data/submissions/{unit_code}/{duty_code}.yaml",
        unit=unit_code,
        obligation=duty_code,
        period=period,
        receipts=numbered,
        extensions=tuple(extensions),
    )


def keyed(*submissions: Submission) -> dict[SubmissionKey, Submission]:
    return {one.key: one for one in submissions}


def board(
    as_of: date,
    *submissions: Submission,
    of_plan: Plan | None = None,
    of_roster: Roster | None = None,
    faulty: Sequence[tuple[str, str, str | None, int]] = (),
) -> Progress:
    return progress(
        of_plan or plan(),
        of_roster or roster(),
        keyed(*submissions),
        Calendar(),
        as_of=as_of,
        faulty=frozenset(faulty),
    )


def only_row(
    as_of: date,
    *submissions: Submission,
    of_plan: Plan | None = None,
    of_roster: Roster | None = None,
    faulty: Sequence[tuple[str, str, str | None, int]] = (),
) -> Row:
    (row,) = board(as_of, *submissions, of_plan=of_plan, of_roster=of_roster, faulty=faulty).rows
    return row
