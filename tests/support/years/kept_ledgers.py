"""The real plan's registers with a few invented entries of the six units of the collected year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time

from support.years.collected_year import collected_input, real_plan
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment
from truyenthong.model.registers import Ledger, LedgerEntry
from truyenthong.views.subject import ViewInput


def article(number: str, unit: str, topic: str, channel: str, day: date | None) -> Content:
    return {
        "so_hieu": number,
        "don_vi": unit,
        "tac_gia": "Tác giả Mẫu",
        "tieu_de": f"Bài {number}",
        "the_loai": "bai",
        "chu_de": topic,
        "kenh": channel,
        "ngay_dang": day,
    }


def appraisal(number: str, unit: str, day: date, conclusion: str, reason: str | None) -> Content:
    criteria = (
        "dung_chu_truong",
        "dung_so_lieu",
        "dung_ngon_ngu",
        "anh_hop_le",
        "bao_ve_tre_em",
        "khong_lo_bi_mat",
        "thoi_su",
        "gui_bo",
    )
    return {
        "so_phieu": number,
        "ngay_nhan": date(2020, 11, 2),
        "don_vi": unit,
        "tac_gia": "Tác giả Mẫu",
        "tieu_de": f"Bài của phiếu {number}",
        "the_loai": "tin",
        "chu_de": "ii-1",
        **dict.fromkeys(criteria, conclusion == "dang"),
        "ket_luan": conclusion,
        "ly_do": reason,
        "nguoi_tham_dinh": "Người thẩm định Mẫu",
        "nguoi_duyet": None if reason else "Người duyệt Mẫu",
        "ngay_tham_dinh": day,
    }


def matter(number: str, unit: str | None, state: str, known: Moment, answered: Moment | None) -> Content:
    return {
        "so": number,
        "don_vi": unit,
        "noi_dung": f"Việc {number}",
        "nguon": "bao-chi",
        "biet_luc": known,
        "can_tra_loi": True,
        "tra_loi_luc": answered,
        "tinh_trang": state,
    }


ENTRIES: Mapping[str, Sequence[Content]] = {
    "tin-bai": (
        article("TB-2", "x", "ii-1", "website-nganh", date(2021, 3, 4)),
        article("TB-1", "a", "ii-1", "mang-xa-hoi", date(2020, 11, 20)),
        article("TB-3", "a", "ii-2-d", "mang-xa-hoi", date(2021, 4, 9)),
        article("TB-4", "a", "ii-2-d", "mang-xa-hoi", date(2021, 6, 2)),
        article("TB-5", "b", "ii-3", "mang-xa-hoi", None),
    ),
    "tham-dinh": (
        appraisal("TĐ-1", "x", date(2020, 11, 3), "dang", None),
        appraisal("TĐ-2", "b", date(2020, 11, 5), "khong-dang", "Tin đã cũ."),
        appraisal("TĐ-3", "b", date(2021, 7, 5), "dang", None),
    ),
    "vu-viec": (
        matter("VV-1", "a", "da-xu-ly", Moment(day=date(2021, 2, 1)), Moment(day=date(2021, 2, 1))),
        matter("VV-2", None, "dang-xu-ly", Moment(day=date(2021, 5, 3), hour=time(8)), None),
        matter("VV-3", "b", "chua-xu-ly", Moment(day=date(2021, 6, 1), hour=time(8)), None),
    ),
}
"""By register, in the order of the file."""


def ledgers() -> tuple[Ledger, ...]:
    """The registers, as they would be read."""
    plan = real_plan()
    return tuple(
        Ledger(
            file=f"data/registers/{code}.yaml",
            register=plan.registers_by_code[code],
            named=code,
            entries=tuple(LedgerEntry(index=place, content=one) for place, one in enumerate(entries)),
        )
        for code, entries in ENTRIES.items()
    )


def input_with_ledgers() -> ViewInput:
    """The collected year with registers."""
    return replace(collected_input(), ledgers=ledgers())
