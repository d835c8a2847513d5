"""Web addresses that people type: whether one can be opened, and when two lead to the same page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]", re.IGNORECASE)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc")
"""Parameters that tell where a reader came from: the page is the same."""


def link_fault(text: str) -> str | None:
    """Why a text is no web address, as a phrase; None where it is one: told offline, by its form alone."""
    if any(map(str.isspace, text)):
        return "có dấu cách: mỗi ô một địa chỉ, chép nguyên từ thanh địa chỉ của trình duyệt"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "viết sai cách; chép lại từ thanh địa chỉ của trình duyệt"
    if parts.scheme not in ("http", "https"):
        return (
            f"thiếu https:// ở đầu; có phải «https://{text.lstrip('/')}»?"
            if "." in text
            else "không phải địa chỉ"
        )
    if _HOST.fullmatch(host) is None or port == 0:
        return f"không có tên trang đọc được («{host[:40]}»)"
    return None


def link_key(text: str) -> str | None:
    """What two addresses of one page share; None for what is no address."""
    if link_fault(text) is not None:
        return None
    parts = urlsplit(text)
    kept = sorted(pair for pair in parse_qsl(parts.query) if _TRACKING.fullmatch(pair[0]) is None)
    host = (parts.hostname or "").removeprefix("www.")
    query = "&".join(f"{name}={value}" for name, value in kept)
    return f"{host}{parts.path.rstrip('/')}?{query}"
