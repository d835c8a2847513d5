"""Who did what when in the sample year; everything is invented, as it stands on 01/6/2021."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from truyenthong.model.moments import Moment
from truyenthong.model.submissions import Decision, DecisionKind, Extension, PaperNumber

OFFICE = "Văn phòng Sở"


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One receipt of a year's report.

    Attributes:
        on_paper: it came without a soft file.
        dated: the day printed on the paper; a working day shortly before the receipt where None.
    """

    at: Moment
    decision: Decision | None = None
    on_paper: bool = False
    dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happened with one unit's year report."""

    came: tuple[Came, ...] = ()
    extensions: tuple[Extension, ...] = ()


def at(day: int, month: int, hour: str | None = None, *, year: int = 2021) -> Moment:
    """A moment, of 2021 unless told otherwise."""
    return Moment(day=date(year, month, day), hour=time.fromisoformat(hour) if hour else None)


def returned(day: int, month: int, reason: str) -> Decision:
    """A return by the office."""
    return Decision(kind=DecisionKind.RETURNED, day=date(2021, month, day), by=OFFICE, reason=reason)


def accepted(day: int, month: int) -> Decision:
    """An acceptance by the office."""
    return Decision(kind=DecisionKind.ACCEPTED, day=date(2021, month, day), by=OFFICE)


def extended(granted: date, until: date, number: str, reason: str) -> Extension:
    """An extension by a paper of the office."""
    paper = PaperNumber(number=number, symbol="SGDĐT-VP", day=granted)
    return Extension(granted=granted, until=until, paper=paper, reason=reason)


STORIES: dict[str, Story] = {
    # nộp và được chấp nhận
    "pgd-lai-chau": Story(came=(Came(at=at(24, 5, "08:40"), decision=accepted(25, 5)),)),
    # được gia hạn, chưa đến hạn mới
    "pgd-muong-te": Story(
        extensions=(extended(date(2021, 5, 20), date(2021, 6, 5), "120", "Mưa lũ chia cắt đường"),)
    ),
    # được gia hạn và nộp trong hạn mới
    "pgd-nam-nhun": Story(
        came=(Came(at=at(1, 6, "10:05")),),
        extensions=(extended(date(2021, 5, 28), date(2021, 6, 4), "131", "Mất điện, hỏng máy của đơn vị"),),
    ),
    # nộp đúng hạn rồi gửi bản bổ sung
    "pgd-sin-ho": Story(came=(Came(at=at(25, 5, "15:20")), Came(at=at(27, 5, "09:30")))),
    # bị trả lại, chưa gửi lại
    "pgd-phong-tho": Story(
        came=(Came(at=at(29, 5, "10:15"), decision=returned(31, 5, "Thiếu bảng tin, bài theo kênh")),)
    ),
    "pgd-tam-duong": Story(came=(Came(at=at(28, 5, "09:15")),)),
    # bị trả lại, gửi lại kịp hạn (Chủ nhật 30/5)
    "pgd-tan-uyen": Story(
        came=(
            Came(at=at(27, 5, "14:00"), decision=returned(28, 5, "Ghi nhầm số liệu năm học 2019-2020")),
            Came(at=at(30, 5, "16:40")),
        )
    ),
    # bị trả lại, gửi lại muộn
    "pgd-than-uyen": Story(
        came=(
            Came(at=at(28, 5, "09:15"), decision=returned(29, 5, "Thiếu số liệu mục II")),
            Came(at=at(1, 6, "08:30")),
        )
    ),
    # muộn: ngày 31/5 còn chờ Văn phòng quyết định, ngày 01/6 thì không
    "thpt-muong-so": Story(came=(Came(at=at(31, 5, "07:50")),)),
    "thpt-dao-san": Story(came=(Came(at=at(31, 5)),)),
    "thpt-quyet-thang": Story(came=(Came(at=at(1, 6, "11:10")),)),
    "thpt-muong-than": Story(came=(Came(at=at(1, 6)),)),
    # chỉ có bản giấy
    "ptdtnt-tinh": Story(came=(Came(at=at(26, 5), on_paper=True),)),
    # văn bản ghi ngày sau ngày nhận
    "thpt-trung-dong": Story(came=(Came(at=at(25, 5, "16:05"), dated=date(2021, 5, 26)),)),
    # chưa gửi gì
    "tt-gdtx-tinh": Story(),
    "ptdtnt-thpt-nam-nhun": Story(),
    "thpt-muong-kim": Story(),
}
"""Units with a story of their own; the others sent their report in time."""

WRONG_DAY = "thpt-nam-tam"
"""Its paper is dated 31/4/2021, a day that is in no calendar."""

WRONG_SUM = "thpt-binh-lu"
"""It says that more matters were handled than came in."""

MONTHS = ("2020-11", "2020-12", "2021-01", "2021-02", "2021-03", "2021-04", "2021-05")
"""The months that are over on 01/6/2021."""

OPINIONS = {
    "pgd-lai-chau": "cccck-c",
    "pgd-muong-te": "-cck-kk",
    "pgd-nam-nhun": "kccc-kc",
    "pgd-sin-ho": "kkcccc-",
    "pgd-phong-tho": "-cccckc",
    "pgd-tam-duong": "c-kcccc",
    "pgd-tan-uyen": "cckccck",
    "pgd-than-uyen": "ckc-ccc",
    "thpt-chuyen-le-quy-don": "--k--cc",
    "thpt-thanh-pho": "c---ccc",
    "ptdtnt-tinh": "-cc-ck-",
    "tt-gdtx-tinh": "--k-c--",
    "thpt-muong-te": "-k-c---",
    "ptdtnt-thpt-nam-nhun": "--c-k--",
    "thpt-phong-tho": "c--kc-c",
    "thpt-tan-uyen": "--c--kc",
    "thpt-than-uyen": "k-c--cc",
    "ptdtnt-thpt-than-uyen": "-c-ck--",
}
"""What came of each month of ``MONTHS``: c a report, k «không phát sinh», - nothing."""

OWN_PLANS = {
    "pgd-muong-te": False,
    "pgd-sin-ho": False,
    "pgd-phong-tho": True,
    "pgd-tan-uyen": False,
    "thpt-chuyen-le-quy-don": False,
    "thpt-quyet-thang": True,
    "ptdtnt-tinh": False,
    "thpt-sin-ho": True,
    "thpt-binh-lu": True,
    "thpt-than-uyen": False,
}
"""Units that sent their own plan for the files, and whether it is part of another plan."""

MERIT = ("pgd-lai-chau", "pgd-tam-duong", "thpt-chuyen-le-quy-don", "thpt-phong-tho", "ptdtnt-thpt-than-uyen")
"""Units that proposed commendations."""

DIGESTS = {
    "2020-11": at(25, 11, "15:00", year=2020),
    "2020-12": at(24, 12, "16:10", year=2020),
    "2021-01": at(25, 1, "10:30"),
    "2021-02": at(26, 2, "08:20"),
    "2021-03": at(25, 3, "14:45"),
    "2021-04": at(23, 4, "16:00"),
    "2021-05": at(25, 5, "09:55"),
}
"""When the office sent its monthly digest; that of February went a day late."""
