"""The words by which elements are recognised."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from truyenthong.nd30.measures import COPY_FORMS, TYPE_SIGNS
from truyenthong.text import fold

DASHES = ("-", "–", "—", "−")
LONGEST = 300
"""Characters from which nothing but running text is meant: patterns are not tried on it."""

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_STATE_KEY, _MOTTO_KEY = fold(STATE_NAME), fold(MOTTO)
_SIGNED_AT = re.compile(
    r"\d{1,2}\s?:\s?\d{2}\s?:\s?\d{2}|giờ\s*[:,;]?\s*phút\s*[:,;]?\s*giây|ngày\s*/\s*tháng\s*/\s*năm",
    re.IGNORECASE,
)
_PARTY_KEY = fold("ĐẢNG CỘNG SẢN VIỆT NAM")
_ALIKE = 0.88
"""The share of letters from which a misspelt line is still taken for the one that was meant."""

_TYPES = {fold(name): name for name in TYPE_SIGNS}
_COPIES = tuple(fold(form) for form in COPY_FORMS)

RULED = re.compile(r"[_\-–—.…=*~•·oO0\s]*")
"""A line made of signs, with what is sometimes set into its middle («---o0o---»)."""

_RULED_SIGN = re.compile(r"[_\-–—=*~•·.…]")
_NUMBER = re.compile(r"số\s*[:.;]?\s*(\d|/|…|\.\.|_|\{\{|$)", re.IGNORECASE)
_DATE = re.compile(
    r"(?!Căn cứ|Theo|Thực hiện|Xét|Từ )[^;:\d]{0,45}?\bngày\b.{0,40}?\btháng\b.{0,40}?\bnăm\b[\s\d….]{0,14}",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    r"[^\d,;:]{2,40},\s*(ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\.?", re.IGNORECASE
)
_ANNEX = re.compile(r"phụ lục(\s+(số\s+)?(\d{1,3}|[ivxlc]{1,7}|[.…_⁰¹²³⁴-⁹\s]{1,20}))?[.:]?", re.IGNORECASE)
_ANNEX_AND_TITLE = re.compile(r"phụ lục\s+(số\s+)?(\d{1,3}|[ivxlc]{1,7})\s*[.:–-]\s*\w", re.IGNORECASE)
_PERSONAL = re.compile(
    r"(ĐƠN(?!\s+(VỊ|GIÁ|THƯ)\b)|(TỜ|BẢN) KHAI|GIẤY (ĐỀ NGHỊ|XIN|CAM KẾT|CAM ĐOAN|BIÊN NHẬN|VAY|MƯỢN)"
    r"|BẢN (CAM KẾT|CAM ĐOAN|KIỂM ĐIỂM|TỰ KIỂM|TỰ NHẬN XÉT|TỰ ĐÁNH GIÁ|TƯỜNG TRÌNH)"
    r"|(SƠ YẾU )?LÝ LỊCH|PHIẾU ĐĂNG KÝ)\b",
    re.IGNORECASE,
)
_APPLICANT = re.compile(
    r"(ĐẠI DIỆN )?NGƯỜI (LÀM|VIẾT|ĐỨNG|NỘP) ĐƠN"
    r"|NGƯỜI (KÊ KHAI|KHAI|ĐỀ NGHỊ|CAM KẾT|CAM ĐOAN|TƯỜNG TRÌNH|KIỂM ĐIỂM|ĐĂNG KÝ)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\(?\s*(ban hành\s+)?kèm theo\b", re.IGNORECASE)
_ABOUT = re.compile(r"v\s*/\s*v|về việc\b", re.IGNORECASE)
_KEPT = re.compile(r"[-–—−]?\s*Lưu\b", re.IGNORECASE)
_RECIPIENTS = re.compile(r"nơi nhận\s*[:.]?", re.IGNORECASE)
_ADDRESSEE = re.compile(r"kính gửi\b", re.IGNORECASE)
_GROUND = re.compile(r"(Căn cứ|Theo đề nghị|Xét(?! Đơn)|Theo tờ trình)\b", re.IGNORECASE)
_ALSO_GROUND = re.compile(r"(Thực hiện|Thi hành|Trên cơ sở|Tiếp theo|Sau khi|Được sự)\b", re.IGNORECASE)
_FIRST_HEADING = re.compile(r"(I|1|A|a)\s*[./)]\s|(Điều|Chương|Phần|Mục) ", re.IGNORECASE)
_WHO = "Sở|Phòng|Trường|Trung tâm|UBND|Ủy ban|Uỷ ban|Văn phòng|Ban|Nhà trường|Hội đồng|các đơn vị|đơn vị|Bộ"
_SENTENCE = re.compile(
    rf"[,;.]\s*({_WHO})\b.*\b(ban hành|xây dựng|báo cáo|thông báo|đề nghị|yêu cầu|triển khai|tổ chức"
    r"|hướng dẫn|đã|kính|trân trọng|mời|kết luận|trình|quyết định)\b"
)

_OFFICES = (
    "GIÁM ĐỐC|HIỆU TRƯỞNG|CHỦ TỊCH|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG"
    "|VỤ TRƯỞNG|VIỆN TRƯỞNG|TRƯỞNG ĐOÀN|TỔ TRƯỞNG|THỦ TRƯỞNG|CHÁNH THANH TRA|TỔNG BIÊN TẬP|CHỦ NHIỆM"
    "|CHỦ TỌA|CHỦ TOẠ|THƯ KÝ|BÍ THƯ|TRƯỞNG KHOA|GIÁM HIỆU|KẾ TOÁN|NGƯỜI BÁO CÁO|NGƯỜI LẬP"
)
_POSITION = re.compile(
    rf"((TM|KT|TL|TUQ|Q)\.\s*|T/M\s*|K/T\s*|T/L\s*|QUYỀN\s+)?(PHÓ\s+)?(TỔNG\s+)?({_OFFICES})\b.{{0,60}}"
)
_SIGNING = re.compile(r"(TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\.?\s+\w.{0,100}")
OFFICE = re.compile(rf"\b({_OFFICES}|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN|PHÓ|XÁC NHẬN|ĐẠI DIỆN|TRƯỞNG|NGƯỜI)\b")
LONG_RANK = re.compile(
    r"(Thạc s[ĩỹ]|Tiến s[ĩỹ]|Cử nhân|Kỹ sư|Bác s[ĩỹ]|Giáo sư|Phó Giáo sư|Nhà giáo (Ưu tú|Nhân dân))[:\s]\s*",
    re.IGNORECASE,
)
"""Ranks and titles of honour that some write before a name."""

_FAMILY_NAMES = (
    "NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH ĐOÀN LƯƠNG TRỊNH MAI ĐÀO TẠ"
    " CAO HÀ LƯU LÒ VÀNG GIÀNG SÙNG THÀO MÙA LÙ QUÀNG TẨN CHẢO PHÀN MÁ TÒNG KHOÀNG CHANG HẢNG CỨ SÌN LÈNG"
)
_FAMILIES = frozenset(_FAMILY_NAMES.split())


def is_state_name(text: str) -> bool:
    """Whether a line means the state's name, misspelt or not."""
    return _means(text, _STATE_KEY)


def is_motto(text: str) -> bool:
    """Whether a line means the motto, misspelt or not."""
    return _means(text, _MOTTO_KEY)


def is_right_state_name(text: str) -> bool:
    """Whether the state's name is spelt right (HÒA or HOÀ)."""
    return fold(text).rstrip(".") == _STATE_KEY


def is_party(text: str) -> bool:
    """Whether a line is the head of a paper of the Party."""
    return fold(text) == _PARTY_KEY


def _means(text: str, key: str) -> bool:
    if len(text) > 60:
        return False
    folded = fold(text)
    if folded == key:
        return True
    matcher = SequenceMatcher(None, folded, key, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def is_personal(text: str) -> bool:
    """Whether a line is the title of what a person writes to an office («ĐƠN XIN …», «TỜ KHAI …»)."""
    return len(text) <= 120 and _PERSONAL.match(text) is not None


def is_applicant(text: str) -> bool:
    """Whether a line is the one above a person's signature («NGƯỜI LÀM ĐƠN»)."""
    return len(text) <= 60 and _APPLICANT.fullmatch(text) is not None


def type_of(text: str) -> str | None:
    """The type whose name a line is, however it is written."""
    return _TYPES.get(fold(text).rstrip(":. ")) if len(text) <= 40 and not text.endswith(":") else None


def type_at_start(text: str) -> str | None:
    """The type with which a longer line of capitals begins."""
    if text != text.upper() or len(text) > LONGEST:
        return None
    folded = fold(text)
    return next((name for key, name in _TYPES.items() if folded.startswith(f"{key} ")), None)


def is_copy_form(text: str) -> bool:
    """Whether a line says in which form a copy was made («SAO Y», «Sao y bản chính»)."""
    folded = fold(text)
    return len(text) < 30 and any(folded.startswith(form) for form in _COPIES)


def is_ruled(text: str) -> bool:
    """Whether a line is a line made of signs."""
    return bool(RULED.fullmatch(text) and _RULED_SIGN.search(text))


def is_number(text: str) -> bool:
    """Whether a line contains number and symbol."""
    return len(text) <= 80 and _NUMBER.match(text) is not None


def is_date(text: str) -> bool:
    """Whether a line contains place and date."""
    return len(text) <= 120 and bool(_DATE.fullmatch(text) or _SHORT_DATE.fullmatch(text))


def is_about(text: str) -> bool:
    """Whether a line begins the summary of a letter."""
    return _ABOUT.match(text) is not None


def is_signed_at(text: str) -> bool:
    """Whether a line is what a digital signature prints, filled in or blank (II.8.b): the time."""
    return len(text) <= 120 and _SIGNED_AT.search(text) is not None


def is_annex(text: str) -> bool:
    """Whether a line is the number of an annex."""
    return len(text) <= 30 and _ANNEX.fullmatch(text) is not None


def is_annex_with_title(text: str) -> bool:
    """Whether a line contains the number of an annex and its title."""
    return len(text) <= LONGEST and _ANNEX_AND_TITLE.match(text) is not None


def is_annex_note(text: str) -> bool:
    """Whether a line says to which paper an annex belongs."""
    return _NOTE.match(text) is not None


def begins_text(text: str) -> bool:
    """Whether a line below a title surely is no part of it."""
    return text.endswith(":") or bool(_GROUND.match(text) or is_addressee(text) or _FIRST_HEADING.match(text))


def is_ground(text: str, *, italic: bool, follows: bool) -> bool:
    """Whether a paragraph is a line of grounds, not a sentence that goes on to say what is asked.

    Args:
        text: its words.
        italic: whether it is slanted as grounds are.
        follows: whether a line of grounds stands right above.
    """
    text = text if len(text) <= 600 else f"{text[:600]}{text[-1]}"
    if text.endswith(":"):
        return False
    if _ALSO_GROUND.match(text):
        return text.endswith(";") or (italic and follows)
    return _GROUND.match(text) is not None and (text.endswith(";") or italic or not _SENTENCE.search(text))


def is_recipients(text: str) -> bool:
    """Whether a line is «Nơi nhận» alone."""
    return len(text) <= 20 and _RECIPIENTS.fullmatch(text) is not None


def is_kept(text: str) -> bool:
    """Whether a line of the recipients begins like the one of the copy that is kept («- Lưu: VT»)."""
    return _KEPT.match(text) is not None


def is_addressee(text: str) -> bool:
    """Whether a line begins with «Kính gửi»."""
    return _ADDRESSEE.match(text) is not None


def is_position(text: str) -> bool:
    """Whether a line of capitals names somebody's office."""
    if len(text) > 120 or text != text.upper():
        return False
    return _POSITION.fullmatch(text) is not None or _SIGNING.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a line may be somebody's name, a rank before it included."""
    words = LONG_RANK.sub("", text).split()
    named = all(word[0].isupper() and word.replace(".", "").replace(",", "").isalpha() for word in words)
    return 2 <= len(words) <= 8 and len(text) <= 60 and named


def is_name_in_capitals(text: str) -> bool:
    """Whether a line of capitals is surely somebody's name."""
    words = text.split()
    return 2 <= len(words) <= 5 and text == text.upper() and words[0] in _FAMILIES and not OFFICE.search(text)
