"""``init --plan``: a new workspace with the words of a Word file as its plan, and what to confirm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from truyenthong.documents.plan import decode_plan
from truyenthong.errors import CannotContinueError
from truyenthong.intake.plan_words import LikelyDuty, PlanWords, organisation_label, read_plan_words
from truyenthong.model.plan import Passage
from truyenthong.nd30.archive import NotWordError
from truyenthong.operations.init.new_workspace import (
    TO_CONFIRM,
    Kind,
    files_of_schema,
    put_whole,
    source_files,
)
from truyenthong.workspace import storage
from truyenthong.workspace.layout import PLAN_FILE
from truyenthong.yamltext.edit import block_lines, replace_value, set_scalar
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPlanOutcome:
    """The new workspace, its files (relative names), and what was read."""

    root: Path
    made: tuple[str, ...]
    words: PlanWords

    @property
    def headings(self) -> int:
        """How many headings were taken over."""
        return sum(passage.heading is not None for _, passage in self.words.text.passages())

    @property
    def paragraphs(self) -> int:
        """How many paragraphs were taken over."""
        text = self.words.text
        inside = sum(passage.text is not None for _, passage in text.passages())
        return inside + len(text.opening) + len(text.closing)


def init_from_word(root: Path, source: Path) -> WordPlanOutcome:
    """Makes a workspace from the starter with the words of a Word file as its plan.

    Duties, topics and what is not tracked are left empty: they are for a person to enter. What looks like a
    duty with a date is put on the list to confirm.

    Raises:
        CannotContinueError: the file is no Word file, or has no words of a plan in it; or another file has
            the place of one that would be made. Nothing is changed.
    """
    try:
        words = read_plan_words(storage.read_bytes(source))
    except NotWordError as error:
        hint = error.hint if hasattr(error, "hint") else "mở bằng Word, lưu lại kiểu .docx rồi thử lại."
        raise CannotContinueError(f"Không đọc được {source}: {error}.", hint=hint) from error
    if not words.text.parts:
        raise CannotContinueError(
            f"{source} không có đề mục nào đánh nhãn (I., 1., a)…), nên không biết các điều khoản.",
            hint="kiểm tra đây có phải tệp Word của Kế hoạch, và các đề mục có nhãn.",
        )
    files = {name: storage.read_bytes(path) for name, path in sorted(source_files(Kind.STARTER))}
    text = _with_words(files[PLAN_FILE].decode(), words)
    plan, _ = decode_plan(parse_yaml(text.encode(), file=PLAN_FILE).value, file=PLAN_FILE)
    files[PLAN_FILE] = text.encode()
    files[TO_CONFIRM] = _to_confirm(words, source.name).encode()
    put_whole(root, {**files, **files_of_schema(plan)})
    return WordPlanOutcome(root=root, made=tuple(files), words=words)


def _with_words(starter: str, words: PlanWords) -> str:
    """The starter's plan with the words of the file; what the starter says as an example is emptied."""
    text = replace_value(starter, ("noi_dung",), _tree(words))
    for key in ("chu_de", "nhiem_vu", "khong_theo_doi"):
        text = replace_value(text, (key,), [])
    text = set_scalar(text, ("to_chuc_thuc_hien",), organisation_label(words.text))
    if words.summary:
        text = set_scalar(text, ("van_ban", "trich_yeu"), words.summary)
    return text


def _tree(words: PlanWords) -> Value:
    return {
        "mo_dau": list(words.text.opening),
        "phan": [_entry(one) for one in words.text.parts],
        "ket_thuc": list(words.text.closing),
    }


def _entry(passage: Passage) -> Value:
    if passage.label is None and passage.heading is None and not passage.children:
        return passage.text
    pairs: dict[str, Value] = {
        "nhan": passage.label,
        "tieu_de": passage.heading,
        "chu": passage.text,
        "muc": [_entry(one) for one in passage.children],
    }
    return {key: value for key, value in pairs.items() if value}


def _to_confirm(words: PlanWords, name: str) -> str:
    """The list for the office as a page of text (Markdown)."""
    sections = (
        (
            f"# Chờ xác nhận: Kế hoạch lấy từ tệp {name}",
            ("Đánh dấu x vào ô đã xem. Xem hết thì xóa tệp này.",),
        ),
        ("## Lời văn", tuple(_about_words(words))),
        ("## Câu có vẻ là nhiệm vụ có hạn", tuple(_about_duties(words.duties))),
        ("## Còn phải khai trong data/plan.yaml", tuple(_still_to_enter())),
    )
    return "\n".join("\n".join((title, "", *lines, "")) for title, lines in sections)


def _about_words(words: PlanWords) -> Iterator[str]:
    yield (
        "- [ ] Đối chiếu `noi_dung` với bản Word: đủ đoạn, đúng nhãn, chữ nghiêng trong `*…*`, chữ đậm trong "
        "`**…**`."
    )
    if words.numbered:
        shown = ", ".join(words.numbered[:10])
        yield f"- [ ] Word tự đánh số các nhãn này, chương trình đếm lại: {shown}; xem có đúng như bản in."
    for one in words.left_out:
        yield f"- [ ] Không chép được vì nằm trong bảng: {_short(one)}"
    if words.has_annexes:
        yield "- [ ] Phụ lục chưa chép: `truyenthong intake --appendix` nhận các bảng ấy từ tệp Word."


def _about_duties(duties: tuple[LikelyDuty, ...]) -> Iterator[str]:
    if not duties:
        yield "Không thấy câu nào có ngày phải gửi, phải xong. Nhiệm vụ không có hạn vẫn phải khai."
        return
    yield (
        "Chương trình chỉ chỉ ra, không tự khai nhiệm vụ. Câu nào đúng là nhiệm vụ thì chép mục bên dưới vào "
        "`nhiem_vu`, thêm `ma`, `ten`, `nop_boi`, `gui` (xem docs/yaml-plan.md)."
    )
    yield ""
    for one in duties:
        yield f"- [ ] {one.clause or 'đoạn không thuộc điều khoản nào'}: {one.words}"
        entry: dict[str, Value] = {"dieu_khoan": one.clause, "trich": one.words}
        if one.wording is not None:
            entry["han"] = {one.wording: one.day}
        else:
            yield f"  Có ngày {one.day}, nhưng không rõ ngày ấy còn trong hạn hay không."
        yield from ("  ```yaml", *(f"  {line}" for line in block_lines([entry])), "  ```")


def _still_to_enter() -> Iterator[str]:
    yield "- [ ] `nam_hoc`, `co_quan`, `van_ban`, `nguoi_ky`, `noi_nhan`: còn là của khung trống."
    yield "- [ ] `chu_de`: các mục của phần nội dung mà bài nộp sẽ gọi tên."
    yield "- [ ] `nhiem_vu`: mỗi việc phải làm một mục; đoạn không theo dõi thì ghi ở `khong_theo_doi`."
    yield "- [ ] data/units.yaml: các đơn vị thật. Rồi chạy `truyenthong validate` cho đến khi không còn lỗi."


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
