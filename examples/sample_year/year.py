"""Puts the sample year together as the text of its files; writes none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

from sample_year import contents, ledgers, opinions
from sample_year.dice import Dice
from sample_year.opinions import Heard, Month
from sample_year.profiles import Profile, profile_of, symbol
from sample_year.registry import registered
from sample_year.scenario import (
    DIGESTS,
    MERIT,
    MONTHS,
    OPINIONS,
    OWN_PLANS,
    STORIES,
    WRONG_DAY,
    WRONG_SUM,
    Came,
    Story,
    at,
)
from truyenthong.documents.calendar import decode_calendar
from truyenthong.documents.plan import decode_plan
from truyenthong.documents.registers import encode_register
from truyenthong.documents.submissions import encode_submission
from truyenthong.documents.units import decode_roster
from truyenthong.model.calendar import Calendar
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment
from truyenthong.model.periods import Period
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import (
    Channel,
    DecisionKind,
    PaperNumber,
    Receipt,
    Submission,
)
from truyenthong.model.units import Roster, Unit
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value

MARK = "# Dữ liệu mẫu: số liệu và sự việc trong tệp này là bịa để làm ví dụ.\n"
SETTINGS = f"""{MARK}du_lieu_mau: true
ngay_xem: 1/6/2021                    # thay cho hôm nay; ngày khác: thêm --as-of NGÀY vào lệnh
"""

_CHANNELS = (Channel.EMAIL, Channel.EMAIL, Channel.DOCUMENT_AXIS)
_REAL_DAY, _TYPED_DAY = "ngay: 30/4/2021", "ngay: 31/4/2021"


def submissions(data: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each submission's file."""
    year = _read(data)
    for submission in year.submissions():
        form = year.plan.form_of(year.plan.obligations_by_code[submission.obligation])
        yield submission.file, _planted(submission, MARK + encode_submission(submission, form))


def registers(data: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each register's file."""
    year = _read(data)
    for code, entries in ledgers.kept(year.roster, year.calendar).items():
        form = year.plan.forms_by_code[year.plan.registers_by_code[code].form]
        yield f"data/registers/{code}.yaml", MARK + encode_register(code, form, entries)


def _planted(submission: Submission, text: str) -> str:
    """The text with the fault that no model object can hold."""
    if submission.obligation != "bao-cao-nam" or submission.unit != WRONG_DAY:
        return text
    if _REAL_DAY not in text:
        raise ValueError(f"{submission.file} does not hold {_REAL_DAY}")
    return text.replace(_REAL_DAY, _TYPED_DAY, 1)


def _read(data: Path) -> _Year:
    def tree(name: str) -> Value:
        return parse_yaml((data / name).read_bytes(), file=name).value

    plan, _ = decode_plan(tree("plan.yaml"), file="plan.yaml")
    roster, _ = decode_roster(tree("units.yaml"), file="units.yaml")
    calendar, _ = decode_calendar(tree("calendar.yaml"), file="calendar.yaml")
    if plan is None or roster is None:
        raise SystemExit("data/plan.yaml hoặc data/units.yaml không đọc được")
    return _Year(plan=plan, roster=roster, calendar=calendar)


@dataclass(frozen=True, kw_only=True)
class _Opinion:
    """A unit's report of a month, and the matters in it."""

    submission: Submission
    month: str
    heard: tuple[Heard, ...]


@dataclass(frozen=True, kw_only=True)
class _Year:
    plan: Plan
    roster: Roster
    calendar: Calendar

    def submissions(self) -> Iterator[Submission]:
        """Every submission, unit by unit, the office's own last."""
        told: list[_Opinion] = []
        for unit in self.roster.ordered():
            if unit.kind in ("phong-gddt", "truc-thuoc"):
                profile = profile_of(unit, self.calendar)
                of_unit = tuple(self._opinions(profile))
                told += of_unit
                yield from registered(unit, tuple(self._of_unit(profile, of_unit)))
        office = self.roster.by_code["van-phong-so"]
        yield from registered(office, (*self._digests(office, told), self._training(office)))

    def _of_unit(self, profile: Profile, told: tuple[_Opinion, ...]) -> Iterator[Submission]:
        unit, year = profile.unit, self.plan.year.code
        if unit.code in OWN_PLANS:
            yield self._submission(unit, "ke-hoach-don-vi", year, self._own_plan(profile))
        yield from (one.submission for one in told)
        if unit.code in MERIT:
            yield self._submission(unit, "khen-thuong", year, self._merit(profile))
        report = self._year_report(profile, told)
        if report.receipts or report.extensions:
            yield report

    def _submission(self, unit: Unit, duty: str, period: str | None, *receipts: Receipt) -> Submission:
        name = f"{duty}@{period}" if period is not None else duty
        file = f"data/submissions/{unit.code}/{name}.yaml"
        return Submission(file=file, unit=unit.code, obligation=duty, period=period, receipts=receipts)

    def _receipt(
        self, unit: Unit, kind: str, received: Moment, content: Content | None, *, dated: date | None = None
    ) -> Receipt:
        """A receipt whose paper, signed at most two days before, has no number yet."""
        dice = Dice(f"{unit.code}/{kind}/{received.day}")
        signed = self.calendar.previous_working_day(received.day - timedelta(days=dice.number("ký", 0, 2)))
        worked = self.calendar.is_working_day(received.day)
        return Receipt(
            index=0,
            received=received,
            channel=dice.pick("kênh", _CHANNELS) if worked else Channel.EMAIL,
            paper=PaperNumber(symbol=symbol(unit, kind), day=dated or signed),
            content=content,
        )

    # Báo cáo năm

    def _year_report(self, profile: Profile, told: Sequence[_Opinion]) -> Submission:
        unit = profile.unit
        story = STORIES.get(unit.code) or Story(came=(Came(at=self._in_time(unit)),))
        first = min((one.at.day for one in story.came), default=date(2021, 6, 1))
        before = [one for one in told if one.submission.receipts[0].received.day < first]
        heard = [each for one in before for each in one.heard]
        counted = sum(opinions.counted(one.submission.receipts[0].content) for one in before)
        content = contents.year_report(profile, heard, counted - len(heard))
        if unit.code == WRONG_SUM:
            content = {**content, "tiep_nhan": 2, "da_xu_ly": 5, "da_phan_hoi": 1, "vu_viec": ()}
        receipts = [
            self._came(unit, came, _version(content, came, place)) for place, came in enumerate(story.came)
        ]
        submission = self._submission(unit, "bao-cao-nam", self.plan.year.code, *receipts)
        return replace(submission, extensions=story.extensions)

    def _in_time(self, unit: Unit) -> Moment:
        dice = Dice(f"{unit.code}/bao-cao-nam/nhận")
        return _in_office(
            dice, self.calendar.previous_working_day(date(2021, 5, dice.number("ngày", 18, 29)))
        )

    def _came(self, unit: Unit, came: Came, content: Content | None) -> Receipt:
        dated = date(2021, 4, 30) if unit.code == WRONG_DAY else came.dated
        receipt = self._receipt(unit, "BC", came.at, content, dated=dated)
        channel = Channel.PAPER if came.on_paper else receipt.channel
        return replace(receipt, decision=came.decision, channel=channel)

    # Báo cáo dư luận và bản tổng hợp của Văn phòng

    def _opinions(self, profile: Profile) -> Iterator[_Opinion]:
        duty = self.plan.obligations_by_code["bao-cao-du-luan"]
        for code, what in zip(MONTHS, OPINIONS.get(profile.unit.code, ""), strict=False):
            period = self.plan.period(duty, code)
            if period is not None and what != "-":
                yield self._opinion(profile, period, nil=what == "k")

    def _opinion(self, profile: Profile, period: Period, *, nil: bool) -> _Opinion:
        unit, month = profile.unit, period.days.last.month
        dice = Dice(f"{unit.code}/dư luận/{period.code}/nhận")
        latest = period.days.last - timedelta(days=dice.number("trước", 3, 7))
        receipt = self._receipt(
            unit, "BC", _in_office(dice, self.calendar.previous_working_day(latest)), None
        )
        heard: tuple[Heard, ...] = ()
        if nil:
            receipt = replace(receipt, nil=True)
        else:
            signed = receipt.paper.day if receipt.paper is not None else None
            heard = opinions.heard_in(profile, month, period.days.start, signed or receipt.received.day)
            receipt = replace(receipt, content=opinions.opinion(profile, month, heard))
        submission = self._submission(unit, "bao-cao-du-luan", period.code, receipt)
        return _Opinion(submission=submission, month=period.code, heard=heard)

    def _digests(self, office: Unit, told: list[_Opinion]) -> Iterator[Submission]:
        for code, moment in DIGESTS.items():
            of_month = [one for one in told if one.month == code]
            month = Month(
                number=int(code[-2:]),
                contents=tuple(one.submission.receipts[0].content for one in of_month),
                heard=tuple(heard for one in of_month for heard in one.heard),
            )
            content = opinions.digest(month)
            yield self._submission(
                office,
                "tong-hop-thang",
                code,
                self._receipt(office, "BC", moment, content, dated=moment.day),
            )

    # Việc khác

    def _merit(self, profile: Profile) -> Receipt:
        dice = Dice(f"{profile.unit.code}/khen-thuong/nhận")
        day = self.calendar.previous_working_day(date(2021, 5, dice.number("ngày", 12, 28)))
        return self._receipt(profile.unit, "BC", _in_office(dice, day), contents.merit(profile))

    def _own_plan(self, profile: Profile) -> Receipt:
        dice = Dice(f"{profile.unit.code}/ke-hoach/nhận")
        day = self.calendar.next_working_day(profile.plan_day + timedelta(days=dice.number("ngày", 1, 4)))
        content = contents.own_plan(profile)
        receipt = self._receipt(profile.unit, "KH", Moment(day=day), content, dated=profile.plan_day)
        paper = PaperNumber(
            number=profile.plan_number, symbol=symbol(profile.unit, "KH"), day=profile.plan_day
        )
        return replace(receipt, paper=paper)

    def _training(self, office: Unit) -> Submission:
        receipts = [
            self._receipt(office, "BC", moment, contents.training(sessions=place))
            for place, moment in enumerate((at(18, 12, year=2020), at(23, 3, "14:10")), start=1)
        ]
        return self._submission(office, "tap-huan", None, *receipts)


def _version(content: Content, came: Came, place: int) -> Content | None:
    """What was typed in of one receipt: nothing of one that went back; a later one counts one person more."""
    if came.decision is not None and came.decision.kind is DecisionKind.RETURNED:
        return None
    people = content["cong_tac_vien"]
    return {**content, "cong_tac_vien": people + place if isinstance(people, int) else people}


def _in_office(dice: Dice, day: date) -> Moment:
    """A moment in office hours; one in five has no hour."""
    if dice.happens("không rõ giờ", 20):
        return Moment(day=day)
    hour = dice.pick("giờ", (7, 8, 8, 9, 10, 14, 15, 15, 16))
    return Moment(day=day, hour=time(hour, dice.number("phút", 30 if hour == 7 else 0, 59)))
