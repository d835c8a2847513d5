"""The values of the forms, invented by dice and consistent in themselves."""

from __future__ import annotations

from datetime import date, timedelta

from sample_year import phrases
from sample_year.dice import Dice
from truyenthong.model.forms import Content, Row

TOPICS = ("ii-1", "ii-2-a", "ii-2-b", "ii-2-c", "ii-2-d", "ii-2-e", "ii-2-g", "ii-2-h", "ii-2-i", "ii-3")
CHANNELS = ("website-nganh", "website-don-vi", "bao-dai-tinh", "bao-dai-trung-uong", "mang-xa-hoi")


def year_report(dice: Dice, symbol: str) -> Content:
    """The year's report of a unit."""
    channels = [_channel(dice, channel) for channel in CHANNELS]
    total = sum(int(str(row["da_dang"])) for row in channels)
    matters = dice.number("tiep nhan", 0, 4)
    trainings = dice.number("dot", 0, 2)
    letters = dice.number("don thu", 0, 3)
    return {
        "chi_dao": dice.pick("chi dao", phrases.LED),
        "ke_hoach_so": f"{dice.number('so kh', 40, 180)}/KH-{symbol.partition('-')[2] or symbol}",
        "ke_hoach_ngay": date(2020, 11, dice.number("ngay kh", 2, 27)),
        "ke_hoach_long_ghep": dice.happens("long ghep", 40),
        "nguoi_phu_trach": dice.pick("phu trach", phrases.PEOPLE),
        "nguoi_phat_ngon": dice.pick("phat ngon", phrases.PEOPLE),
        "cong_tac_vien": dice.number("ctv", 2, 14),
        "dot_tap_huan": trainings,
        "luot_tap_huan": trainings * dice.number("luot", 12, 45),
        "theo_chu_de": _topics(dice, total),
        "tin_bai": tuple(channels),
        "tong_da_dang": total,
        "bai_dien_hinh": total // dice.number("dien hinh", 5, 9),
        "phat_ngon": dice.number("lan phat ngon", 0, 3),
        "tiep_nhan": matters,
        "da_xu_ly": max(0, matters - dice.number("con lai", 0, 1)),
        "da_phan_hoi": max(0, matters - dice.number("chua phan hoi", 0, 1)),
        "don_thu_tiep_nhan": letters,
        "don_thu_giai_quyet": letters,
        "vu_viec": tuple(_incident(dice, place) for place in range(min(matters, 2))),
        "dien_hinh": (
            {
                "ten": dice.pick("nguoi dien hinh", phrases.PEOPLE),
                "viec_lam": "Vận động học sinh ra lớp, sửa phòng ở cho học sinh bán trú.",
                "noi_dang": "Website Ngành",
            },
        ),
        "han_che": dice.pick("han che", phrases.SHORTCOMINGS),
        "nguyen_nhan": dice.pick("nguyen nhan", phrases.CAUSES),
        "phuong_huong": dice.pick("phuong huong", phrases.NEXT),
        "kien_nghi": dice.pick("kien nghi", phrases.WISHES),
    }


def _channel(dice: Dice, channel: str) -> Row:
    far = channel in ("bao-dai-tinh", "bao-dai-trung-uong")
    sent = dice.number(f"gui {channel}", 0, 6) if far else dice.number(f"gui {channel}", 6, 60)
    posted = (
        sent if channel in ("website-don-vi", "mang-xa-hoi") else sent * dice.number(channel, 6, 10) // 10
    )
    return {"kenh": channel, "da_gui": sent, "da_dang": posted, "phong_su": posted // 8}


def _topics(dice: Dice, total: int) -> tuple[Row, ...]:
    chosen = dice.some("chu de", TOPICS, dice.number("so chu de", 4, 8))
    share = total // (len(chosen) + 1)
    return tuple(
        {
            "chu_de": topic,
            "ket_qua": dice.pick(f"ket qua {topic}", phrases.RESULTS),
            "so_tin_bai": min(share, dice.number(f"so {topic}", 1, 12)),
        }
        for topic in chosen
    )


def _incident(dice: Dice, place: int) -> Row:
    what, _, _ = dice.pick(f"vu {place}", phrases.MATTERS)
    return {
        "ngay": date(2020, 10, 5) + timedelta(days=dice.number(f"ngay vu {place}", 0, 200)),
        "noi_dung": what,
        "nguon": "Ý kiến cha mẹ học sinh",
        "xu_ly": dice.pick(f"xu ly {place}", phrases.HANDLED),
    }


def opinion(dice: Dice, first: date, last: date) -> Content:
    """A month's matters of opinion of a unit; ``first`` and ``last`` bound the days."""
    count = dice.number("so van de", 1, 3)
    matters = tuple(
        _matter(dice, place, matter, first, last)
        for place, matter in enumerate(dice.some("van de", phrases.MATTERS, count))
    )
    return {
        "tinh_hinh_chung": dice.pick("chung", phrases.GENERAL),
        "tiep_nhan": count,
        "da_xu_ly": sum(row["tinh_trang"] == "da-xu-ly" for row in matters),
        "da_phan_hoi": sum(row["tinh_trang"] == "da-xu-ly" for row in matters),
        "van_de": matters,
        "du_bao": dice.pick("du bao", phrases.FORECAST),
        "kien_nghi": None,
    }


def _matter(dice: Dice, place: int, matter: tuple[str, str, str], first: date, last: date) -> Row:
    what, mood, topic = matter
    done = dice.happens(f"xong {place}", 70)
    return {
        "ngay": first + timedelta(days=dice.number(f"ngay {place}", 0, max(0, (last - first).days))),
        "noi_dung": what,
        "nguon": dice.pick(f"nguon {place}", ("truc-tiep", "mang-xa-hoi", "don-thu", "duong-day-nong")),
        "nguon_cu_the": None,
        "dia_ban": None,
        "chu_de": topic,
        "sac_thai": mood,
        "muc_do": dice.pick(f"muc do {place}", ("it", "it", "nhieu")),
        "tinh_trang": "da-xu-ly" if done else "dang-xu-ly",
        "xu_ly": dice.pick(f"xu ly {place}", phrases.HANDLED) if done else None,
    }


def digest(dice: Dice, reports: int, nil: int, matters: int) -> Content:
    """What the office sent to the Ministry's centre in a month."""
    told = [what for what, _, _ in dice.some("nêu", phrases.MATTERS, min(matters, 3))]
    return {
        "tinh_hinh_chung": dice.pick("chung", phrases.GENERAL),
        "don_vi_bao_cao": reports,
        "don_vi_khong_phat_sinh": nil,
        "tiep_nhan": matters,
        "da_xu_ly": max(0, matters - 1),
        "van_de": tuple(
            {
                "noi_dung": what,
                "don_vi": None,
                "nguon": "Báo cáo của các đơn vị",
                "tinh_trang": "da-xu-ly",
                "xu_ly": dice.pick(what, phrases.HANDLED),
            }
            for what in told
        ),
        "tin_bai_gui_bo": dice.number("tin bo", 2, 9),
        "du_bao": dice.pick("du bao", phrases.FORECAST),
        "kien_nghi": None,
    }


def merit(dice: Dice) -> Content:
    """A proposal for commendation."""
    people = dice.some("nguoi", phrases.PEOPLE, dice.number("so nguoi", 1, 3))
    rows: list[Row] = [
        {
            "ten": "Tổ truyền thông của đơn vị",
            "doi_tuong": "tap-the",
            "chuc_vu": None,
            "hinh_thuc": "Giấy khen của Giám đốc Sở",
            "thanh_tich": "Duy trì tin, bài hằng tuần, phối hợp tốt với đài truyền thanh địa phương.",
            "so_tin_bai": dice.number("tap the", 20, 60),
        }
    ]
    rows += [
        {
            "ten": name,
            "doi_tuong": "ca-nhan",
            "chuc_vu": "Giáo viên",
            "hinh_thuc": "Giấy khen của Giám đốc Sở",
            "thanh_tich": "Có nhiều tin, bài về gương người tốt, việc tốt được đăng trên Website Ngành.",
            "so_tin_bai": dice.number(name, 5, 18),
        }
        for name in people
    ]
    work: Row = {
        "tieu_de": dice.pick("tac pham", phrases.WORKS),
        "tac_gia": people[0],
        "noi_dang": "Website Ngành",
        "ngay_dang": date(2021, dice.number("thang dang", 1, 4), dice.number("ngay dang", 3, 27)),
    }
    return {
        "so_luoc": "Đơn vị có đội ngũ cộng tác viên ở tất cả các tổ chuyên môn.",
        "thanh_tich": dice.pick("thanh tich", phrases.LED),
        "so_tap_the": 1,
        "so_ca_nhan": len(people),
        "de_nghi": tuple(rows),
        "tac_pham": (work,),
        "da_khen": (),
    }


def own_plan(dice: Dice, symbol: str, day: date) -> Content:
    """A unit's own plan, written down for reference."""
    inside = dice.happens("long ghep", 40)
    return {
        "so_ky_hieu": f"{dice.number('so', 40, 180)}/KH-{symbol.partition('-')[2] or symbol}",
        "ngay": day,
        "hinh_thuc": "long-ghep" if inside else "rieng",
        "long_ghep_vao": "Kế hoạch thực hiện nhiệm vụ năm học 2020-2021" if inside else None,
        "nguoi_phu_trach": dice.pick("phu trach", phrases.PEOPLE),
        "nguoi_phat_ngon": dice.pick("phat ngon", phrases.PEOPLE),
        "noi_dung": tuple(
            {"chu_de": topic, "viec_lam": dice.pick(topic, phrases.RESULTS), "thoi_gian": "Cả năm học"}
            for topic in dice.some("chu de", TOPICS, 3)
        ),
    }


def training() -> Content:
    """The year's trainings of collaborators."""
    return {
        "dot": (
            {
                "tu_ngay": date(2020, 12, 10),
                "den_ngay": date(2020, 12, 11),
                "hinh_thuc": "truc-tiep",
                "dia_diem": "Hội trường Sở Giáo dục và Đào tạo",
                "noi_dung": "Kỹ năng viết tin, bài, chụp ảnh; quy trình thẩm định và đăng tải.",
                "giang_vien": "Ban Biên tập",
                "so_don_vi": 30,
                "so_nguoi": 62,
            },
        ),
        "tong_luot": 62,
        "danh_gia": "Các đơn vị cử đủ người dự; đề nghị mở thêm phần thực hành chụp ảnh.",
    }
