"""Many files as they come in from units, made cheaply and always the same; all invented."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from support.forms.register_forms import sheet
from support.forms.word_forms import year
from support.sent_files.sent import SCAN, form
from truyenthong.model.forms import Content

OPINION = "don_vi: {unit}\nnhiem_vu: bao-cao-du-luan\nky: {period}\nlan_nop:\n  - khong_phat_sinh: true\n"
NUMBERED = "    van_ban: {{so: {number}, ky_hieu: BC-DV, ngay: 20/01/2021}}\n"


def put_many(folder: Path, count: int) -> None:
    """So many files: of ten, six in YAML, two articles, one year's report in Word, one scan that waits."""
    folder.mkdir()
    for number in range(count):
        name, data = _file(number)
        (folder / f"{number:04}-{name}").write_bytes(data)


def _file(number: int) -> tuple[str, bytes]:
    work = year()
    units = [one.code for one in work.roster.ordered() if not work.roster.is_inside(one)]
    periods = [one.code for one in work.plan.periods(work.plan.obligations_by_code["bao-cao-du-luan"]) if one]
    kind, unit = number % 10, units[number % len(units)]
    if kind < 6:
        period = periods[number // len(units) % len(periods)]
        text = OPINION.format(unit=unit, period=period) + NUMBERED.format(number=number + 1)
        return "du-luan.yaml", text.encode()
    if kind < 8:
        return "tin.docx", sheet("tin-bai", _article(number, unit))
    if kind == 8:
        return "nam.docx", form(unit=unit, number=str(number))
    return "quet.pdf", SCAN + str(number).encode()


def _article(number: int, unit: str) -> Content:
    return {
        "so_hieu": f"TB-{number:04}",
        "don_vi": unit,
        "tieu_de": f"Bài {number}",
        "the_loai": "bai",
        "kenh": "website-don-vi",
        "ngay_dang": date(2020, 10, 1) + timedelta(days=number % 200),
    }
