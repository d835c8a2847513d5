"""Puts the sample year together as the text of its files; writes none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

from sample_year import contents
from sample_year.dice import Dice
from sample_year.scenario import (
    CHANNELS,
    DIGESTS,
    MERIT,
    STORIES,
    WRONG_DAY,
    WRONG_SUM,
    Came,
    Story,
)
from truyenthong.model.forms import Content
from truyenthong.model.periods import Period
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import (
    Channel,
    DecisionKind,
    Moment,
    PaperNumber,
    Receipt,
    SentFile,
    Submission,
)
from truyenthong.model.units import Roster, Unit
from truyenthong.sources.decode_plan import decode_plan
from truyenthong.sources.decode_units import decode_roster
from truyenthong.sources.encode_submission import encode_submission
from truyenthong.sources.yaml_tree import parse_yaml
from truyenthong.text import code_form

MARK = "# Dữ liệu mẫu: số liệu, người và việc trong tệp này là bịa để làm ví dụ.\n"
SETTINGS = f"{MARK}du_lieu_mau: true\n"


def submissions(data: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each submission's file."""
    year = _read(data)
    for submission in year.submissions():
        form = year.plan.form_of(year.plan.obligations_by_code[submission.obligation])
        yield submission.file, _planted(submission, MARK + encode_submission(submission, form))


def _planted(submission: Submission, text: str) -> str:
    """The text with the fault that no model object can hold."""
    if submission.obligation == "bao-cao-nam" and submission.unit == WRONG_DAY:
        return text.replace("ngay: 30/4/2021", "ngay: 31/4/2021", 1)
    return text


def _read(data: Path) -> _Year:
    plan, _ = decode_plan(parse_yaml((data / "plan.yaml").read_bytes(), file="plan").value, file="plan")
    roster, _ = decode_roster(
        parse_yaml((data / "units.yaml").read_bytes(), file="units").value, file="units"
    )
    if plan is None or roster is None:
        raise SystemExit("data/plan.yaml hoặc data/units.yaml không đọc được")
    return _Year(plan=plan, roster=roster)


@dataclass(frozen=True, kw_only=True)
class _Year:
    plan: Plan
    roster: Roster

    def submissions(self) -> Iterator[Submission]:
        for unit in self.roster.ordered():
            if unit.kind in ("phong-gddt", "truc-thuoc"):
                yield from self._of_unit(unit)
        yield from self._digests()
        yield self._submission("van-phong-so", "tap-huan", None, [self._training()])

    def _of_unit(self, unit: Unit) -> Iterator[Submission]:
        report = self._year_report(unit)
        if report.receipts or report.extensions:
            yield report
        for period in self._months():
            receipt = self._opinion(unit, period)
            if receipt is not None:
                yield self._submission(unit.code, "bao-cao-du-luan", period.code, [receipt])
        if unit.code in MERIT:
            yield self._submission(unit.code, "khen-thuong", self.plan.year.code, [self._merit(unit)])
        if Dice(unit.code).happens("kế hoạch", 45):
            yield self._submission(unit.code, "ke-hoach-don-vi", self.plan.year.code, [self._own_plan(unit)])

    def _months(self) -> list[Period]:
        duty = self.plan.obligations_by_code["bao-cao-du-luan"]
        return [one for one in self.plan.periods(duty) if one is not None and one.code in DIGESTS]

    def _submission(
        self, unit: str, duty: str, period: str | None, receipts: list[Receipt], story: Story | None = None
    ) -> Submission:
        name = f"{duty}@{period}" if period is not None else duty
        return Submission(
            file=f"data/submissions/{unit}/{name}.yaml",
            unit=unit,
            obligation=duty,
            period=period,
            receipts=tuple(replace(one, index=place) for place, one in enumerate(receipts)),
            extensions=story.extensions if story is not None else (),
        )

    def _year_report(self, unit: Unit) -> Submission:
        dice = Dice(f"{unit.code}/bao-cao-nam")
        story = STORIES.get(unit.code, Story(came=(Came(at=_in_time(dice)),)))
        content = contents.year_report(dice, _symbol(unit, "BC"))
        if unit.code == WRONG_SUM:
            content = {**content, "tiep_nhan": 2, "da_xu_ly": 5, "da_phan_hoi": 1, "vu_viec": ()}
        receipts = [
            self._came(unit, came, _version(content, came, place), f"{dice.name}/{place}")
            for place, came in enumerate(story.came)
        ]
        return self._submission(unit.code, "bao-cao-nam", self.plan.year.code, receipts, story)

    def _came(self, unit: Unit, came: Came, content: Content | None, name: str) -> Receipt:
        dated = came.dated or came.at.day - timedelta(days=1)
        if unit.code == WRONG_DAY:
            dated = date(2021, 4, 30)
        receipt = _receipt(unit, "BC", came.at, content, name, dated=dated)
        if came.on_paper:
            receipt = replace(receipt, channel=Channel.PAPER, files=())
        return replace(receipt, decision=came.decision)

    def _opinion(self, unit: Unit, period: Period) -> Receipt | None:
        dice = Dice(f"{unit.code}/du-luan/{period.code}")
        if not dice.happens("gửi", 70 if unit.kind == "phong-gddt" else 22):
            return None
        day = period.days.last - timedelta(days=dice.number("trước", 1, 8))
        received = Moment(day=day, hour=time(dice.number("giờ", 7, 16), dice.number("phút", 0, 59)))
        if dice.happens("không phát sinh", 45):
            return replace(_receipt(unit, "BC", received, None, dice.name), nil=True)
        content = contents.opinion(dice, period.days.start, day - timedelta(days=1))
        return _receipt(unit, "BC", received, content, dice.name)

    def _merit(self, unit: Unit) -> Receipt:
        dice = Dice(f"{unit.code}/khen-thuong")
        received = Moment(day=date(2021, 5, dice.number("ngày", 10, 28)), hour=time(9, 0))
        return _receipt(unit, "BC", received, contents.merit(dice), dice.name)

    def _own_plan(self, unit: Unit) -> Receipt:
        dice = Dice(f"{unit.code}/ke-hoach")
        day = date(2020, 11, dice.number("ngày", 5, 28))
        content = contents.own_plan(dice, _symbol(unit, "KH"), day - timedelta(days=2))
        return _receipt(unit, "KH", Moment(day=day), content, dice.name, dated=day - timedelta(days=2))

    def _digests(self) -> Iterator[Submission]:
        office = self.roster.by_code["van-phong-so"]
        for code, moment in DIGESTS.items():
            at = moment if code >= "2021" else Moment(day=moment.day.replace(year=2020), hour=moment.hour)
            dice = Dice(f"tong-hop/{code}")
            counts = (dice.number("đơn vị", 8, 14), dice.number("nil", 2, 6), dice.number("vấn đề", 3, 8))
            receipt = _receipt(office, "BC", at, contents.digest(dice, *counts), dice.name)
            yield self._submission(office.code, "tong-hop-thang", code, [receipt])

    def _training(self) -> Receipt:
        office = self.roster.by_code["van-phong-so"]
        return _receipt(office, "BC", Moment(day=date(2020, 12, 18)), contents.training(), "tap-huan")


def _version(content: Content, came: Came, place: int) -> Content | None:
    """What was typed in of one receipt: nothing of one that went back; a later one counts one person more."""
    if came.decision is not None and came.decision.kind is DecisionKind.RETURNED:
        return None
    people = content["cong_tac_vien"]
    return {**content, "cong_tac_vien": people + place if isinstance(people, int) else people}


def _in_time(dice: Dice) -> Moment:
    day = date(2021, 5, dice.number("ngày nhận", 17, 29))
    if dice.happens("không rõ giờ", 20):
        return Moment(day=day)
    return Moment(day=day, hour=time(dice.number("giờ nhận", 7, 17), dice.number("phút nhận", 0, 59)))


def _symbol(unit: Unit, kind: str) -> str:
    own = {"phong-gddt": "PGDĐT", "so": "SGDĐT"}.get(unit.kind)
    return f"{kind}-{unit.symbol or own or _initials(unit)}"


def _initials(unit: Unit) -> str:
    words = (word if word.isupper() else word[0].upper() for word in unit.short_name.split())
    return "".join(words)


def _receipt(
    unit: Unit, kind: str, at: Moment, content: Content | None, name: str, *, dated: date | None = None
) -> Receipt:
    dice = Dice(name)
    number = str(dice.number("số", 20, 400))
    file = f"{code_form(unit.short_name)}-{kind.lower()}-{number}.docx"
    digest = hashlib.sha256(f"{name}/{file}".encode()).hexdigest()
    return Receipt(
        index=0,
        received=at,
        channel=dice.pick("kênh", CHANNELS),
        paper=PaperNumber(number=number, symbol=_symbol(unit, kind), day=dated or at.day - timedelta(days=1)),
        files=(SentFile(name=file, sha256=digest),),
        content=content,
    )
