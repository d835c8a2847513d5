"""Invented entries of the registers: articles and their appraisals, matters, collaborators, checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sample_year.contents import posted, topics_of
from sample_year.dice import Dice
from sample_year.profiles import profile_of
from sample_year.sorts import WORDS, person, sort_of
from truyenthong.model.calendar import Calendar
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment
from truyenthong.model.units import Roster, Unit

TITLES: dict[str, tuple[str, ...]] = {
    "ii-1": ("Ngày hội đọc sách ở vùng cao", "Giao lưu văn nghệ mừng Ngày Nhà giáo Việt Nam"),
    "ii-2-a": ("Những tiết học đầu tiên của lớp 1 chương trình mới", "Thầy cô làm quen sách giáo khoa mới"),
    "ii-2-b": ("Sinh hoạt chuyên môn cụm trường", "Hội thi giáo viên dạy giỏi"),
    "ii-2-c": ("Cha mẹ học sinh tra cứu kết quả học tập qua mạng", "Sổ điểm điện tử ở trường vùng xa"),
    "ii-2-d": ("Ôn thi tốt nghiệp trước ngày hè", "Tư vấn tuyển sinh cho học sinh lớp 12"),
    "ii-2-h": ("Chuyện người giáo viên cắm bản", "Học sinh góp sách tặng bạn"),
    "ii-2-i": ("Giải bóng đá thiếu niên cấp huyện", "Bữa ăn bán trú bảo đảm an toàn"),
    "ii-3": ("Giải đáp câu hỏi của cha mẹ học sinh", "Đối thoại với học sinh về nội quy"),
}
"""Invented titles by topic; two topics have none, so that the gap in the register shows: the units' year
reports count more articles than the register holds."""

SORTS = ("tin", "tin", "bai", "bai", "hinh-anh", "video")
CHANNELS = ("website-nganh", "website-don-vi", "website-don-vi", "bao-dai-tinh", "mang-xa-hoi")

TOO_EARLY = "TĐ-002"
"""The appraisal of the article that was posted before it."""

REFUSED = 4
"""Which appraisal, counted from the first, ended in «không đăng»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article and the appraisal that it needs."""

    content: Content
    appraisal: Content | None


def articles(roster: Roster, calendar: Calendar) -> Iterator[Article]:
    """What some units wrote and posted: a part of what their year reports say, never more than that."""
    number = sheets = 0
    for unit in roster.ordered():
        dice = Dice(f"{unit.code}/tin bài")
        if sort_of(unit) not in WORDS or not dice.happens("ghi sổ", 25):
            continue
        profile = profile_of(unit, calendar)
        topics = [topic for topic in topics_of(profile) if topic in TITLES]
        left = posted(profile)
        for place, topic in enumerate(
            dice.some("nội dung", topics, min(len(topics), dice.number("số bài", 3, 6)))
        ):
            number += 1
            channel = dice.pick(f"kênh/{place}", [one for one in CHANNELS if left[one]])
            left[channel] -= 1
            sheets += channel == "website-nganh"
            sheet = f"TĐ-{sheets:03d}" if channel == "website-nganh" else None
            day = calendar.next_working_day(
                date(2020, 11, 9) + timedelta(days=dice.number(f"ngày/{place}", 0, 190))
            )
            yield _article(unit, f"TB-{number:03d}", topic, channel, sheet, day, Dice(f"{dice.name}/{place}"))


def _article(
    unit: Unit, number: str, topic: str, channel: str, sheet: str | None, day: date, dice: Dice
) -> Article:
    author, title = person(dice, "tác giả"), dice.pick("tên bài", TITLES[topic])
    content: Content = {
        "so_hieu": number,
        "don_vi": unit.code,
        "tac_gia": author,
        "tieu_de": title,
        "the_loai": dice.pick("thể loại", SORTS),
        "chu_de": topic,
        "kenh": channel,
        "ngay_dang": day,
        "so_phieu": sheet,
    }
    if sheet is None:
        return Article(content=content, appraisal=None)
    refused = sheet == f"TĐ-{REFUSED:03d}"
    if refused:
        content["ngay_dang"] = None
    came = day - timedelta(days=dice.number("chờ", 2, 5))
    concluded = day + timedelta(days=2) if sheet == TOO_EARLY else came + timedelta(days=1)
    return Article(content=content, appraisal=_appraisal(content, came, concluded, refused=refused))


def _appraisal(article: Content, came: date, concluded: date, *, refused: bool) -> Content:
    kept = {
        code: article[code] for code in ("so_phieu", "don_vi", "tac_gia", "tieu_de", "the_loai", "chu_de")
    }
    dice = Dice(f"{article['so_phieu']}/thẩm định")
    good = dict.fromkeys(("dung_chu_truong", "dung_so_lieu", "dung_ngon_ngu", "bao_ve_tre_em"), True)
    return {
        **kept,
        "ngay_nhan": came,
        **good,
        "khong_lo_bi_mat": True,
        "thoi_su": not refused,
        "ket_luan": "khong-dang" if refused else dice.pick("kết luận", ("dang", "dang", "sua-roi-dang")),
        "ly_do": "Tin đã cũ, sự việc qua hơn một tháng." if refused else None,
        "nguoi_tham_dinh": person(dice, "thẩm định"),
        "ngay_tham_dinh": concluded,
    }


def matters() -> tuple[Content, ...]:
    """Plain questions that somebody raised: answered in time, too late, and still open on 01/6/2021."""
    return (
        _matter("VV-01", "pgd-tam-duong", "Hỏi lịch cấp sách giáo khoa lớp 1", _at(2020, 11, 16, 8, 30), 6),
        _matter("VV-02", "pgd-sin-ho", "Hỏi về nước sinh hoạt ở khu nội trú", _at(2021, 1, 12, 14, 0), 29),
        _matter("VV-03", "thpt-muong-so", "Hỏi lịch thi thử tốt nghiệp", _at(2021, 3, 22, 9, 15), 3),
        _matter(
            "VV-04", "pgd-than-uyen", "Hỏi việc thu, chi đầu kỳ của một trường", _at(2021, 5, 28, 10, 0), 20
        )
        | {
            "tinh_trang": "dang-xu-ly",
            "xu_ly": "Đã trả lời ban đầu; Phòng đang kiểm tra.",
            "ket_thuc_ngay": None,
        },
        _matter(
            "VV-05", "pgd-muong-te", "Hỏi việc đi lại của học sinh mùa mưa", _at(2021, 5, 30, 16, 20), None
        )
        | {"tinh_trang": "chua-xu-ly", "xu_ly": None, "bao_cao_ai": None, "bao_cao_luc": None},
    )


def _matter(number: str, unit: str, what: str, known: Moment, hours: int | None) -> Content:
    answered = None if hours is None else _later(known, hours)
    done = None if answered is None else answered.day + timedelta(days=4)
    return {
        "so": number,
        "don_vi": unit,
        "noi_dung": what,
        "nguon": Dice(number).pick("nguồn", ("bao-chi", "mang-xa-hoi", "duong-day-nong")),
        "chu_de": Dice(number).pick("chủ đề", ("ii-2-a", "ii-2-i", "ii-3")),
        "xay_ra_luc": replace(known, hour=time((known.hour or time()).hour - 1, 0)),
        "biet_luc": known,
        "can_tra_loi": True,
        "tra_loi_luc": answered,
        "xu_ly": "Đã trả lời và thông báo cách giải quyết.",
        "bao_cao_ai": "Lãnh đạo Sở",
        "bao_cao_luc": _later(known, 2),
        "tinh_trang": "da-xu-ly",
        "ket_thuc_ngay": done,
    }


def _at(year: int, month: int, day: int, hour: int, minute: int) -> Moment:
    return Moment(day=date(year, month, day), hour=time(hour, minute))


def _later(moment: Moment, hours: int) -> Moment:
    hour = moment.hour or time()
    days, rest = divmod(hour.hour + hours, 24)
    return Moment(day=moment.day + timedelta(days=days), hour=time(rest, hour.minute))


def collaborators(roster: Roster) -> Iterator[Content]:
    """People with invented names."""
    number = 0
    for unit in roster.ordered():
        dice = Dice(f"{unit.code}/cộng tác viên")
        if sort_of(unit) not in WORDS or not dice.happens("ghi sổ", 20):
            continue
        for place in range(dice.number("số người", 1, 3)):
            number += 1
            yield {
                "so": f"CTV-{number:03d}",
                "ho_ten": person(dice, f"người/{place}"),
                "don_vi": unit.code,
                "chuc_vu": WORDS[sort_of(unit)].staff,
                "dang_lam": True,
                "da_tap_huan": dice.happens(f"tập huấn/{place}", 70),
            }


def checks(roster: Roster) -> Iterator[Content]:
    """Checks of topics within other inspections."""
    rooms = ("phong-gdtrh-tx-cn", "thanh-tra-so", "phong-tccb")
    visited: Sequence[Unit] = [unit for unit in roster.ordered() if unit.kind == "phong-gddt"][:6]
    for place, unit in enumerate(visited, start=1):
        dice = Dice(f"{unit.code}/kiểm tra")
        found = dice.happens("kiến nghị", 50)
        yield {
            "so": f"KT-{place:02d}",
            "phong": rooms[place % len(rooms)],
            "cuoc_kiem_tra": f"Kiểm tra thực hiện nhiệm vụ năm học tại {unit.short_name}",
            "ngay": date(2020, 12, 7) + timedelta(days=21 * place),
            "don_vi": unit.code,
            "chu_de": dice.pick("chủ đề", tuple(TITLES)),
            "ket_qua": "Đã đưa nội dung vào giao ban hằng tháng; có tin, bài trên trang của đơn vị.",
            "kien_nghi": "Đăng thêm tin, bài của các trường ở xã xa." if found else None,
            "da_khac_phuc": dice.happens("khắc phục", 60) if found else None,
        }


def kept(roster: Roster, calendar: Calendar) -> dict[str, list[Content]]:
    """Every register by its code."""
    written = list(articles(roster, calendar))
    return {
        "tin-bai": [one.content for one in written],
        "tham-dinh": [one.appraisal for one in written if one.appraisal is not None],
        "vu-viec": list(matters()),
        "cong-tac-vien": list(collaborators(roster)),
        "kiem-tra": list(checks(roster)),
    }
