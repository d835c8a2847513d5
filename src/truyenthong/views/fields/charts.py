"""Describes the charts of every report about all units; builds none."""

from __future__ import annotations

from truyenthong.views.fields.kinds import chart
from truyenthong.word.fields import Field

BOARD_CHARTS: dict[str, Field] = {
    "theo_loai": chart(
        "Văn bản phải nộp theo loại đơn vị: đúng hạn, muộn hoặc có lỗi, chưa nhận. Hợp với biểu đồ chồng."
    ),
    "dung_han_theo_thang": chart(
        "Tỷ lệ đúng hạn của những gì đến hạn trong từng tháng, đến ngày lập. Hợp với biểu đồ cột, đường."
    ),
}
