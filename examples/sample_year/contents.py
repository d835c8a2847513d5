"""The values of the year's report, commendations, plans and trainings: invented, consistent in themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sample_year import phrases
from sample_year.dice import Dice
from sample_year.opinions import Heard, heard_earlier
from sample_year.profiles import Profile
from sample_year.sorts import Sort, person
from truyenthong.model.forms import Content, Row

_TOPICS = {
    Sort.DISTRICT: ("ii-1", "ii-2-a", "ii-2-b", "ii-2-c", "ii-2-e", "ii-2-h", "ii-2-i", "ii-3"),
    Sort.SCHOOL: ("ii-1", "ii-2-b", "ii-2-c", "ii-2-d", "ii-2-e", "ii-2-g", "ii-2-h", "ii-2-i", "ii-3"),
    Sort.BOARDING: ("ii-1", "ii-2-b", "ii-2-c", "ii-2-d", "ii-2-h", "ii-2-i", "ii-3"),
    Sort.CENTRE: ("ii-1", "ii-2-c", "ii-2-d", "ii-2-e", "ii-2-g", "ii-2-h", "ii-3"),
}
"""The topics of the plan that a sort of unit writes about."""

_WEIGHTS = {"ii-2-a": (2, 6), "ii-2-e": (1, 2), "ii-2-g": (1, 3)}
"""How much is written about a topic, from and to; of most it is 3 to 9."""


def year_report(profile: Profile, heard: Sequence[Heard], minor: int) -> Content:
    """The year's report of a unit that told of ``heard`` in its months, and counted ``minor`` more."""
    dice = Dice(f"{profile.unit.code}/bao-cao-nam")
    put = profile.words.put
    channels = _channels(dice, profile.sort)
    total = sum(_number(row, "da_dang") for row in channels)
    led = phrases.LED_MERGED if profile.merged else phrases.LED_OWN_PLAN
    trainings = dice.number("đợt", 0, 2)
    return {
        "chi_dao": put(dice.pick("chỉ đạo", led), plan=profile.plan_name),
        "ke_hoach_so": profile.plan_name,
        "ke_hoach_ngay": profile.plan_day,
        "ke_hoach_long_ghep": profile.merged,
        "nguoi_phu_trach": profile.lead,
        "nguoi_phat_ngon": profile.speaker,
        "cong_tac_vien": dice.number(
            "cộng tác viên", *((18, 46) if profile.sort is Sort.DISTRICT else (4, 15))
        ),
        "dot_tap_huan": trainings,
        "luot_tap_huan": trainings * dice.number("lượt", 12, 35) + dice.number("cấp trên", 1, 3),
        "theo_chu_de": _topics(dice, profile, pieces_of(profile)),
        "tin_bai": channels,
        "tong_da_dang": total,
        "bai_dien_hinh": total * dice.number("điển hình", 8, 18) // 100,
        "phat_ngon": dice.number("phát ngôn", 0, 3) if dice.happens("có phát ngôn", 85) else None,
        **_matters(dice, [*heard_earlier(profile), *heard], minor),
        "dien_hinh": _models(dice),
        "han_che": put(" ".join(dice.some("hạn chế", phrases.SHORTCOMINGS, 2))),
        "nguyen_nhan": dice.pick("nguyên nhân", phrases.CAUSES),
        "phuong_huong": put(" ".join(dice.some("phương hướng", phrases.NEXT, 2))),
        "kien_nghi": dice.pick("kiến nghị", phrases.WISHES),
    }


def posted(profile: Profile) -> dict[str, int]:
    """How many articles the unit's year report says it posted, by channel."""
    rows = _channels(Dice(f"{profile.unit.code}/bao-cao-nam"), profile.sort)
    return {str(row["kenh"]): _number(row, "da_dang") for row in rows}


def pieces_of(profile: Profile) -> int:
    """How many articles that is, each counted once: as many as the fullest channel, at most all turns."""
    counts = posted(profile).values()
    most = max(counts)
    shared = Dice(f"{profile.unit.code}/bao-cao-nam").number("chỉ ở một kênh", 10, 35)
    return most + (sum(counts) - most) * shared // 100


def topics_of(profile: Profile) -> list[str]:
    """The topics that the unit's year report has a line for."""
    dice, possible = Dice(f"{profile.unit.code}/bao-cao-nam"), _TOPICS[profile.sort]
    return dice.some("chủ đề", possible, dice.number("số chủ đề", 5, len(possible)))


def _number(row: Row, code: str) -> int:
    value = row[code]
    if not isinstance(value, int):
        raise TypeError(code)
    return value


def _channels(dice: Dice, sort: Sort) -> tuple[Row, ...]:
    """A line for each channel: sent and posted; what a unit posts by itself is all posted."""
    size = 3 if sort is Sort.DISTRICT else 1
    sector = dice.number("gửi Ngành", 8, 32) * size
    own = dice.number("của đơn vị", 22, 70) * size
    province = dice.number("gửi tỉnh", 1, 6) * size
    country = dice.number("gửi trung ương", 0, 3)
    network = dice.number("mạng xã hội", 10, 90)
    rows = [
        ("website-nganh", sector, sector * dice.number("đăng Ngành", 60, 100) // 100),
        ("website-don-vi", own, own),
        ("bao-dai-tinh", province, province * dice.number("đăng tỉnh", 40, 90) // 100),
        ("bao-dai-trung-uong", country, country // 2),
        ("mang-xa-hoi", network, network),
    ]
    return tuple(
        {"kenh": code, "da_gui": sent, "da_dang": posted, "phong_su": posted // dice.number(code, 7, 12)}
        for code, sent, posted in rows
    )


def _topics(dice: Dice, profile: Profile, pieces: int) -> tuple[Row, ...]:
    """Lines of topics; together they share out ``pieces``, each counted once."""
    chosen = topics_of(profile)
    weights = [dice.number(f"tỷ trọng {topic}", *_WEIGHTS.get(topic, (3, 9))) for topic in chosen]
    counts = [max(1, pieces * weight // sum(weights)) for weight in weights]
    counts[weights.index(max(weights))] += pieces - sum(counts)
    rows: list[Row] = []
    for topic, count in zip(chosen, counts, strict=True):
        sentence = dice.pick(f"kết quả {topic}", phrases.RESULTS[topic])
        told = profile.words.put(sentence, count=f"{count:02d}")
        rows.append({"chu_de": topic, "ket_qua": told, "so_tin_bai": count})
    return tuple(rows)


def _matters(dice: Dice, heard: Sequence[Heard], minor: int) -> Content:
    """The year's matters; those of the months are in, also the small ones that these only counted."""
    done = sum(one.done for one in heard) + minor
    received = len(heard) + minor
    letters = dice.number("đơn thư", 0, 3) if dice.happens("có số đơn thư", 75) else None
    return {
        "tiep_nhan": received,
        "da_xu_ly": done,
        "da_phan_hoi": done + dice.number("đã trả lời", 0, received - done),
        "don_thu_tiep_nhan": letters,
        "don_thu_giai_quyet": letters,
        "vu_viec": tuple(
            {
                "ngay": one.day,
                "noi_dung": one.matter.what,
                "nguon": one.source[1],
                "xu_ly": one.matter.done if one.done else one.matter.doing,
            }
            for one in dice.some("vụ việc", heard, min(len(heard), 3))
        ),
    }


def _models(dice: Dice) -> tuple[Row, ...]:
    chosen = dice.some("điển hình", phrases.MODELS, dice.number("số điển hình", 1, 3))
    rows: list[Row] = []
    for place, (who, deed) in enumerate(chosen):
        alone = who.removesuffix(": ")
        name = who if alone == who else f"{alone} {person(dice, f'điển hình {place}')}"
        where = dice.pick(f"nơi đăng {place}", ("Website Ngành", "Website của đơn vị", "Báo của tỉnh"))
        rows.append({"ten": name, "viec_lam": deed, "noi_dang": where})
    return tuple(rows)


def merit(profile: Profile) -> Content:
    """A proposal for commendation."""
    dice, pieces = Dice(f"{profile.unit.code}/khen-thuong"), pieces_of(profile)
    form = "Giấy khen của Giám đốc Sở"
    names = (person(dice, f"người {place}") for place in range(dice.number("số người", 1, 3)))
    people = list(dict.fromkeys(names))
    team: Row = {
        "ten": "Tổ truyền thông của đơn vị",
        "doi_tuong": "tap-the",
        "chuc_vu": None,
        "hinh_thuc": form,
        "thanh_tich": dice.pick("thành tích tập thể", phrases.MERITS_OF_TEAM),
        "so_tin_bai": pieces * dice.number("tập thể", 40, 70) // 100,
    }
    singles: list[Row] = [
        {
            "ten": name,
            "doi_tuong": "ca-nhan",
            "chuc_vu": profile.words.staff,
            "hinh_thuc": form,
            "thanh_tich": told,
            "so_tin_bai": max(1, pieces * dice.number(name, 4, 13) // 100),
        }
        for name, told in zip(
            people, dice.some("thành tích riêng", phrases.MERITS_OF_ONE, len(people)), strict=True
        )
    ]
    return {
        "so_luoc": profile.words.put("{Own} có cộng tác viên truyền thông ở {below}."),
        "thanh_tich": dice.pick("thành tích", phrases.MERITS),
        "so_tap_the": 1,
        "so_ca_nhan": len(singles),
        "de_nghi": (team, *singles),
        "tac_pham": _works(dice, people),
        "da_khen": (),
    }


def _works(dice: Dice, authors: Sequence[str]) -> tuple[Row, ...]:
    titles = dice.some("tác phẩm", phrases.WORKS, len(authors))
    return tuple(
        {
            "tieu_de": title,
            "tac_gia": author,
            "noi_dang": "Website Ngành",
            "ngay_dang": date(2020, 11, 2) + timedelta(days=dice.number(f"ngày đăng {title}", 0, 170)),
        }
        for title, author in zip(titles, authors, strict=True)
    )


def own_plan(profile: Profile) -> Content:
    """A unit's own plan, written down for reference."""
    dice = Dice(f"{profile.unit.code}/ke-hoach")
    topics = dice.some("chủ đề", _TOPICS[profile.sort], dice.number("số chủ đề", 3, 5))
    planned = [(topic, *phrases.PLANNED[topic]) for topic in topics]
    return {
        "so_ky_hieu": profile.plan_name,
        "ngay": profile.plan_day,
        "hinh_thuc": "long-ghep" if profile.merged else "rieng",
        "long_ghep_vao": "Kế hoạch thực hiện nhiệm vụ năm học 2020-2021" if profile.merged else None,
        "nguoi_phu_trach": profile.lead,
        "nguoi_phat_ngon": profile.speaker,
        "noi_dung": tuple(
            {"chu_de": topic, "viec_lam": what, "thoi_gian": when} for topic, what, when in planned
        ),
    }


def training(*, sessions: int) -> Content:
    """The year's trainings of collaborators, the first ``sessions`` of them."""
    held = (
        _session(
            date(2020, 12, 10),
            date(2020, 12, 11),
            "truc-tiep",
            "Hội trường Sở Giáo dục và Đào tạo",
            "Kỹ năng viết tin, bài, chụp ảnh; quy trình thẩm định, đăng tải.",
            (30, 62),
        ),
        _session(
            date(2021, 3, 18),
            date(2021, 3, 18),
            "truc-tuyen",
            None,
            "Dựng video ngắn bằng điện thoại; trả lời câu hỏi của người dân trên mạng xã hội.",
            (29, 85),
        ),
    )[:sessions]
    return {
        "dot": held,
        "tong_luot": sum(_number(one, "so_nguoi") for one in held),
        "danh_gia": "Các đơn vị cử đủ người dự; đề nghị tăng phần thực hành.",
    }


def _session(
    first: date, last: date, form: str, place: str | None, told: str, counts: tuple[int, int]
) -> Row:
    return {
        "tu_ngay": first,
        "den_ngay": last,
        "hinh_thuc": form,
        "dia_diem": place,
        "noi_dung": told,
        "giang_vien": "Ban Biên tập Trang Thông tin điện tử Ngành",
        "so_don_vi": counts[0],
        "so_nguoi": counts[1],
    }
