"""Finds what `init` left for the office to fill in: the starter's own placeholders, still in a value."""

from __future__ import annotations

from collections.abc import Iterator

from truyenthong.diagnostics.plan import TT240
from truyenthong.findings import Finding, Ref
from truyenthong.yamltext.tree import Value, leaves

PLACEHOLDERS = (
    "(tên tỉnh)",
    "(địa danh)",
    "(Đoạn mở đầu, thực hiện và căn cứ các văn bản nào.)",
    "(Đoạn văn về mục đích, yêu cầu.)",
    "(Đoạn văn của mục 1.)",
    "(Đoạn văn của mục 2.)",
    "(Đoạn kết thúc)",
    "(tên thứ nhất)",
    "(tên thứ hai)",
    "(tên lấy từ văn bản nào)",
)
"""Every placeholder of the starter's data; a test compares them with it. «(b/c)», «(t/h)» are none."""


def find_placeholders(value: Value, *, file: str) -> Iterator[Finding]:
    """One finding for each value with a placeholder still in it, in the order of the file."""
    for path, text in leaves(value):
        left = [one for one in PLACEHOLDERS if one in text] if "(" in text else []
        if left:
            named = ", ".join(f"«{one}»" for one in left)
            hint = "thay bằng nội dung thật của cơ quan; báo cáo, biểu, thư chỉ làm được khi đã điền hết"
            yield TT240.at(Ref(file=file, path=path), f"chỗ này chờ điền: {named}", hint=hint)
