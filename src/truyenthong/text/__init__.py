"""Vietnamese text: keys to compare and sort by, and the wording of days and numbers."""

from truyenthong.text.keys import (
    SortKey,
    ascii_form,
    code_form,
    collapse,
    fold,
    nearest,
    nfc,
    sort_key,
)
from truyenthong.text.tokens import file_number, is_file_number
from truyenthong.text.wording import (
    VIETNAM_TIME,
    cut,
    day_and_hour,
    day_in_week,
    day_wording,
    hour_wording,
    long_day_wording,
    lowered,
    moment_wording,
    number_wording,
    percent_wording,
    raised,
    roman,
)

__all__ = [
    "VIETNAM_TIME",
    "SortKey",
    "ascii_form",
    "code_form",
    "collapse",
    "cut",
    "day_and_hour",
    "day_in_week",
    "day_wording",
    "file_number",
    "fold",
    "hour_wording",
    "is_file_number",
    "long_day_wording",
    "lowered",
    "moment_wording",
    "nearest",
    "nfc",
    "number_wording",
    "percent_wording",
    "raised",
    "roman",
    "sort_key",
]
