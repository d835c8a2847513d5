"""What units heard, month by month, and what the office made of it; all of it invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sample_year import phrases
from sample_year.dice import Dice
from sample_year.matters import MATTERS, SOURCES, Matter, matters_of
from sample_year.profiles import Profile
from sample_year.sorts import Sort
from truyenthong.model.forms import Content, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A matter that a unit heard of."""

    unit: str
    matter: Matter
    sort: Sort
    day: date
    source: tuple[str, str]
    done: bool

    @property
    def state(self) -> str:
        """``tinh_trang`` of the forms."""
        return "da-xu-ly" if self.done else "dang-xu-ly"

    @property
    def handled(self) -> str:
        """What was done about it, or how far it is."""
        return self.matter.done if self.done else self.matter.doing


def heard_in(profile: Profile, month: int, first: date, last: date) -> tuple[Heard, ...]:
    """What a unit heard in a month, from ``first`` to ``last`` (both in), in the order of days."""
    dice = Dice(f"{profile.unit.code}/dư luận/{month}")
    possible = matters_of(profile.sort, month)
    most = 4 if profile.sort is Sort.DISTRICT else 2
    chosen = dice.some("vấn đề", possible, min(len(possible), dice.number("số vấn đề", 1, most)))
    days = sorted(first + timedelta(days=dice.number(one.what, 0, (last - first).days)) for one in chosen)
    return tuple(_heard(dice, profile, matter, day) for matter, day in zip(chosen, days, strict=True))


def heard_earlier(profile: Profile) -> tuple[Heard, ...]:
    """What a unit heard in September and October 2020, before the plan: in its year's report only."""
    dice = Dice(f"{profile.unit.code}/đầu năm")
    possible = [one for one in MATTERS if profile.sort in one.where and 11 in one.months]
    chosen = dice.some("vấn đề", possible, min(len(possible), dice.number("số vấn đề", 0, 1)))
    day = date(2020, 9, 14) + timedelta(days=dice.number("ngày", 0, 38))
    return tuple(_heard(dice, profile, matter, day) for matter in chosen)


def _heard(dice: Dice, profile: Profile, matter: Matter, day: date) -> Heard:
    return Heard(
        unit=profile.unit.code,
        matter=matter,
        sort=profile.sort,
        day=day,
        source=dice.pick(f"nguồn {matter.what}", SOURCES),
        done=matter.mood == "dong-tinh" or dice.happens(f"xong {matter.what}", 75),
    )


def opinion(profile: Profile, month: int, heard: Sequence[Heard]) -> Content:
    """A unit's report of a month."""
    dice = Dice(f"{profile.unit.code}/báo cáo tháng/{month}")
    minor = 1 if dice.happens("việc nhỏ", 25) else 0
    done = sum(one.done for one in heard) + minor
    told = phrases.GENERAL[month][0 if profile.sort is Sort.DISTRICT else 1]
    wish = "Đề nghị Sở thông tin sớm để đơn vị chủ động trả lời." if dice.happens("kiến nghị", 20) else None
    return {
        "tinh_hinh_chung": told,
        "tiep_nhan": len(heard) + minor,
        "da_xu_ly": done,
        "da_phan_hoi": done + dice.number("trả lời thêm", 0, len(heard) + minor - done),
        "van_de": tuple(_line(one) for one in heard),
        "du_bao": phrases.FORECAST[month] if dice.happens("dự báo", 80) else None,
        "kien_nghi": wish,
    }


def _line(heard: Heard) -> Row:
    code, told = heard.source
    return {
        "ngay": heard.day,
        "noi_dung": heard.matter.what,
        "nguon": code,
        "nguon_cu_the": told,
        "dia_ban": heard.matter.where[heard.sort],
        "chu_de": heard.matter.topic,
        "sac_thai": heard.matter.mood,
        "muc_do": "nhieu" if heard.matter.busy else "it",
        "tinh_trang": heard.state,
        "xu_ly": heard.handled,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What the office had in its hands when it wrote its digest.

    Attributes:
        number: the month, 1 to 12.
        contents: the reports of the month; None for «không phát sinh».
        heard: the matters in them.
    """

    number: int
    contents: tuple[Content | None, ...]
    heard: tuple[Heard, ...]


def digest(month: Month) -> Content:
    """What the office sent to the Ministry's centre: the sums of the month's reports."""
    dice = Dice(f"tổng hợp/{month.number}")
    told = [one for one in month.heard if one.matter.busy] or list(month.heard)
    once = list({one.matter.what: one for one in told}.values())
    return {
        "tinh_hinh_chung": _general(month.number),
        "don_vi_bao_cao": len(month.contents),
        "don_vi_khong_phat_sinh": month.contents.count(None),
        "tiep_nhan": _sum(month, "tiep_nhan"),
        "da_xu_ly": _sum(month, "da_xu_ly"),
        "van_de": tuple(
            {
                "noi_dung": one.matter.what,
                "don_vi": one.unit,
                "nguon": one.source[1],
                "tinh_trang": one.state,
                "xu_ly": one.handled,
            }
            for one in dice.some("nêu", once, min(len(once), 5))
        ),
        "tin_bai_gui_bo": dice.number("tin, bài", 2, 9),
        "du_bao": phrases.FORECAST[month.number],
        "kien_nghi": None,
    }


def _general(month: int) -> str:
    """Both pictures of a month in one."""
    districts, schools = (told[0].lower() + told[1:] for told in phrases.GENERAL[month])
    return f"Ở các huyện, thành phố: {districts} Ở các đơn vị trực thuộc: {schools}"


def counted(content: Content | None) -> int:
    """How many matters a monthly report counts; none for «không phát sinh»."""
    number = content["tiep_nhan"] if content is not None else 0
    return number if isinstance(number, int) else 0


def _sum(month: Month, code: str) -> int:
    values = (one[code] for one in month.contents if one is not None)
    return sum(value for value in values if isinstance(value, int))
