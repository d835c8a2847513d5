"""Finds what would run, fetch or open something in an opened document; says how to take it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from truyenthong.diagnostics import templates as tt
from truyenthong.ooxml.archive import MAX_ELEMENTS
from truyenthong.ooxml.package import Attachment, Package, Part
from truyenthong.ooxml.parts import OFFICE, owner_of
from truyenthong.ooxml.xml import CrowdedError, Element, P, W, local, parse
from truyenthong.word.places import paragraphs
from truyenthong.word.problems import WHOLE_FILE, Place, Problem, problem


@dataclass(frozen=True, slots=True)
class _Active:
    """A kind of active content: what it is, and how it goes out in Word."""

    what: str
    way: str


_MACRO = _Active(
    "mẫu có macro (VBA)",
    "trong Word: File › Save As, chọn kiểu «Word Document (*.docx)»; macro không đi theo tệp .docx",
)
_CONTROL = _Active(
    "mẫu có điều khiển ActiveX",
    "trong Word: Developer › Design Mode, chọn nút hoặc ô ấy rồi xóa",
)
_OBJECT = _Active(
    "mẫu có đối tượng nhúng hoặc tệp đóng gói (OLE)",
    "trong Word: bấm vào đối tượng rồi Delete; cần hình của nó thì sao chép rồi Paste Special › Picture",
)
_RIBBON = _Active(
    "mẫu có thanh lệnh riêng (customUI)",
    "trong Word: chép toàn bộ nội dung sang một tài liệu mới (Ctrl+A, Ctrl+C, Ctrl+N, Ctrl+V) rồi lưu",
)
_ADD_IN = _Active(
    "mẫu gọi một tiện ích của Office (add-in)",
    "trong Word: File › Info › Check for Issues › Inspect Document, xóa mục «Task Pane Add-ins»",
)
_CHUNK = _Active(
    "mẫu có phần chèn từ tệp khác chưa gộp vào (altChunk)",
    "trong Word: mở mẫu rồi lưu lại một lần, phần ấy được gộp vào thân văn bản",
)
_SUBDOCUMENT = _Active(
    "mẫu có văn bản con nằm ở tệp khác (subdocument)",
    "trong Word: View › Outline › Show Document, chọn văn bản con rồi Unlink",
)
_MERGE = _Active(
    "mẫu nối với nguồn trộn thư (mail merge)",
    "trong Word: Mailings › Start Mail Merge › Normal Word Document rồi lưu lại",
)
_TRANSFORM = _Active(
    "mẫu đặt một tệp biến đổi khi lưu (XSLT)",
    "trong Word: chép toàn bộ nội dung sang một tài liệu mới rồi lưu tệp mới",
)
_VIDEO = _Active("mẫu có video trực tuyến", "trong Word: bấm vào khung video rồi Delete")
_FORM_MACRO = _Active(
    "ô nhập của mẫu gọi một macro khi vào hoặc ra",
    "trong Word: Developer › Design Mode, mở Properties của ô ấy, để trống «Run macro on: Entry, Exit»",
)
_OUTER_PICTURE = _Active(
    "mẫu có liên kết tới hình nằm ngoài tệp",
    "trong Word: File › Info › Edit Links to Files, chọn hình ấy rồi Break Link",
)
_OUTER = _Active(
    "mẫu có liên kết tới tệp bên ngoài",
    "trong Word: File › Info › Edit Links to Files › Break Link, hoặc xóa chỗ nối ấy",
)
_LINK = _Active(
    "đường dẫn chạy mã hoặc mở tệp, chương trình trên máy",
    "trong Word: bấm chuột phải vào đường dẫn › Remove Hyperlink; chỉ dùng https://, http://, mailto:",
)
_ATTACHED = _Active(
    "mẫu có liên kết tới một mẫu khác ở xa (attachedTemplate)",
    "trong Word: Developer › Document Template, xóa ô «Document template», gõ Normal, bấm OK rồi lưu lại",
)
_DELETES_FIELD = "trong Word: Alt+F9 để thấy mã của trường, xóa cả trường rồi gõ chữ thường; Alt+F9 lần nữa"

_RELATIONS: Mapping[str, _Active] = {
    **dict.fromkeys(("vbaProject", "wordVbaData", "attachedToolbars"), _MACRO),
    **dict.fromkeys(("control", "activeXControlBinary"), _CONTROL),
    **dict.fromkeys(("oleObject", "package"), _OBJECT),
    **dict.fromkeys(("extensibility", "userCustomization"), _RIBBON),
    **dict.fromkeys(("webextension", "webextensiontaskpanes"), _ADD_IN),
    **dict.fromkeys(("mailMergeSource", "mailMergeHeaderSource", "recipientData"), _MERGE),
    "aFChunk": _CHUNK,
    "subDocument": _SUBDOCUMENT,
    "transform": _TRANSFORM,
}
"""By the last step of a relationship's type; the workbook behind a chart is a package too and is allowed."""
_ELEMENTS: Mapping[str, _Active] = {
    "OLEObject": _OBJECT,
    "control": _CONTROL,
    "altChunk": _CHUNK,
    "subDoc": _SUBDOCUMENT,
    "mailMerge": _MERGE,
    "saveThroughXslt": _TRANSFORM,
    "webVideoPr": _VIDEO,
    "entryMacro": _FORM_MACRO,
    "exitMacro": _FORM_MACRO,
}
_NAMES: Mapping[str, _Active] = {
    "vbaproject": _MACRO,
    "vbadata": _MACRO,
    "activex/": _CONTROL,
    "customui": _RIBBON,
    "webextension": _ADD_IN,
}
"""What the name of a part betrays, wherever it is linked."""
_FETCHING = ("DDEAUTO", "DDE", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "RD", "DATABASE")
_RUNNING = ("MACROBUTTON", "CONTROL", "HTMLCONTROL", "EMBED")
_SHOWN = 120
_VML = "{urn:schemas-microsoft-com:vml}*"
_SAFE = ("http", "https", "mailto", "tel", "sms", "ftp")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20\u00a0\u200b-\u200f\u2028-\u202e\ufeff]+")
_SIGNS = re.compile(
    rb"instrText|delInstrText|fldSimple|schemas-microsoft-com:vml|HyperlinkBase|"
    + "|".join(_ELEMENTS).encode()
)
_CODE_IN_ELEMENTS = tuple(f"{{*}}{name}" for name in _ELEMENTS)
_FIELD_CODES = {f"{W}instrText", f"{W}delInstrText"}
_SIMPLE_FIELD, _FIELD_SIGN = f"{W}fldSimple", f"{W}fldChar"
_FIELD_NAME = re.compile(r"\s*([^\s\"\\{}]+)")
_TOKEN = re.compile(r"\\[A-Za-z!*#@](?![^\s\"])|[\"“”][^\"“”]*[\"“”]?|[^\s\"“”]+")
_WITH_ARGUMENT = {"\\l", "\\o", "\\t", "\\s", "\\*", "\\@", "\\#"}
_MOST_CODE = 20_000
"""Characters of one code that are kept; Word itself takes far fewer."""
_MOST_OPEN = 40
"""Fields inside one another; Word takes 20."""


def is_outside(target: str) -> bool:
    """Whether an address leads out of the file, whatever the relationship says of itself."""
    bare = _BLANK.sub("", target)
    return _SCHEME.match(bare) is not None or bare.startswith(("\\\\", "//"))


def is_unsafe(address: str) -> bool:
    """Whether a link would do more than open a page or begin a letter: run code, open a file or a program."""
    for text in (address, unquote(address)):
        bare = _BLANK.sub("", text)
        scheme = _SCHEME.match(bare)
        if scheme is not None and scheme[1].lower() not in _SAFE:
            return True
        if bare.startswith(("\\", "//", "/\\")):
            return True
    return False


def active_in(package: Package) -> Iterator[Problem]:
    """Every active content of a template, with its place where it has one.

    Raises:
        PartError: a part that is no sound XML, or more of them than a template may have.
    """
    yield from map(_attached, package.attachments)
    found: set[_Active] = set()
    for one, told in _in_parts(package):
        found.add(one)
        yield told
    for entry in package.entries:
        for sign, one in _NAMES.items():
            if sign in entry.name.lower() and one not in found:
                found.add(one)
                yield _told(one, WHOLE_FILE)


def _in_parts(package: Package) -> Iterator[tuple[_Active, Problem]]:
    spots = {part.name: _Spots(part) for part in package.parts}
    elements = 0
    for entry in package.entries:
        name = entry.name.lower()
        if name.endswith(".rels"):
            owner = owner_of(entry.name) or ""
            yield from _in_relations(parse(entry.unpack(), entry.name), owner, spots)
        elif entry.name in spots:
            yield from _in_tree(spots[entry.name].part.root, spots[entry.name])
        elif name.endswith((".xml", ".vml")):
            data = entry.unpack()
            if b"\0" not in data[:200] and _SIGNS.search(data) is None:
                continue  # UTF-8, so that a sign would have been found; in other encodings it is not
            elements += data.count(b"<")
            if elements > MAX_ELEMENTS:
                raise CrowdedError("Tệp quá lớn để làm mẫu (quá nhiều đoạn, dòng và ô).")
            yield from _in_tree(parse(data, entry.name), _Named(entry.name))


@dataclass(slots=True)
class _Named:
    """Places in a part that is only copied: its name."""

    name: str

    def of(self, element: Element) -> Place:
        """The part as a whole."""
        del element
        return Place(part=self.name, spot=f"phần {self.name}")


@dataclass(slots=True)
class _Spots:
    """Places in a part that is filled: its paragraphs, looked up only where something was found."""

    part: Part
    _places: dict[Element, Place] = field(default_factory=dict)

    def of(self, element: Element) -> Place:
        """The nearest paragraph around an element that has a place."""
        if not self._places:
            self._places = dict(paragraphs(self.part))
        around = (element, *element.iterancestors(P))
        found = next((self._places[one] for one in around if one in self._places), None)
        return found or Place(part=self.part.short, spot=self.part.kind.value)

    def using(self, key: str) -> Place:
        """Where a relationship is used."""
        for element in self.part.root.iter("*"):
            if any(value == key and str(name).startswith(f"{{{OFFICE}}}") for name, value in element.items()):
                return self.of(element)
        return Place(part=self.part.short, spot=self.part.kind.value)


def _in_relations(
    root: Element, owner: str, spots: Mapping[str, _Spots]
) -> Iterator[tuple[_Active, Problem]]:
    for one in root:
        kind, target = (one.get("Type") or "").rpartition("/")[2], one.get("Target") or ""
        active = _of_relation(kind, target, owner, outside=one.get("TargetMode") not in {None, "Internal"})
        if active is not None:
            place = spots[owner].using(one.get("Id") or "") if owner in spots else WHOLE_FILE
            told = target if active in {_LINK, _OUTER, _OUTER_PICTURE} else ""
            yield active, _told(active, place, told)


def _of_relation(kind: str, target: str, owner: str, *, outside: bool) -> _Active | None:
    if kind == "hyperlink":
        return _LINK if is_unsafe(target) else None
    if kind == "package" and "charts/" in owner and not outside:
        return None
    outside = outside or is_outside(target)
    active = _RELATIONS.get(kind)
    if active is not None and not (outside and active is _OBJECT):
        return active
    if outside:
        return _OUTER_PICTURE if kind in {"image", "linkedImage"} else _OUTER
    return None


def _in_tree(root: Element, spots: _Spots | _Named) -> Iterator[tuple[_Active, Problem]]:
    for element in root.iter(*_CODE_IN_ELEMENTS):
        active = _ELEMENTS[local(element)]
        yield active, _told(active, spots.of(element))
    for element in root.iter(_VML):
        for name, value in element.items():
            kind = str(name).rpartition("}")[2]
            if (kind == "href" and is_unsafe(str(value))) or (kind == "src" and is_outside(str(value))):
                active = _LINK if kind == "href" else _OUTER_PICTURE
                yield active, _told(active, spots.of(element), str(value))
    for element in root.iter("{*}HyperlinkBase"):
        if is_unsafe(element.text or ""):
            yield _LINK, _told(_LINK, spots.of(element), element.text or "")
    for code in field_codes(root):
        yield from _in_code(code, spots)


def _in_code(code: FieldCode, spots: _Spots | _Named) -> Iterator[tuple[_Active, Problem]]:
    name = code.name
    if code.composed_of((*_FETCHING, *_RUNNING, "HYPERLINK")):
        what = "trường có tên ghép từ trường khác, không biết là trường gì"
    elif name in _FETCHING:
        what = f"trường {name} lấy nội dung từ tệp hoặc chương trình khác"
    elif name in _RUNNING:
        what = f"trường {name} chạy macro hoặc gọi chương trình khác"
    elif name == "HYPERLINK" and (unsafe := next(filter(is_unsafe, addresses_in(code.text)), None)):
        yield _LINK, _told(_LINK, spots.of(code.element), unsafe)
        return
    else:
        return
    active = _Active(what, _DELETES_FIELD)
    yield active, replace(_told(active, spots.of(code.element)), tag=_short(code.text))


def _told(active: _Active, place: Place, what: str = "") -> Problem:
    message = f"{active.what}: {_short(what)}" if what else active.what
    return problem(tt.TT422, place, message, hint=active.way)


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"


def _attached(one: Attachment) -> Problem:
    """A notice for a template on the own computer; one from elsewhere is a way to attack readers."""
    if one.is_remote:
        return _told(_ATTACHED, WHOLE_FILE, one.target)
    message = "tệp gắn với một mẫu khác (attachedTemplate); báo cáo làm ra không mang theo chỗ gắn ấy"
    return problem(tt.TT423, WHOLE_FILE, message, tag=one.target, hint=f"muốn bỏ hẳn: {_ATTACHED.way}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCode:
    """One field.

    Attributes:
        element: the sign or element at which it begins.
        text: its code, with those of the fields inside it.
        before_inner: the code up to the first field inside it; None where there is none.
    """

    element: Element
    text: str
    before_inner: str | None = None

    @property
    def name(self) -> str:
        """``HYPERLINK``; "" where the code is empty."""
        match = _FIELD_NAME.match(self.text)
        return match[1].upper() if match else ""

    def composed_of(self, names: Sequence[str]) -> bool:
        """Whether a field inside makes its name, or the rest of a name that begins like one of these."""
        if self.before_inner is None:
            return False
        match = _FIELD_NAME.match(self.before_inner)
        begun = match[1].upper() if match else ""
        ended = self.before_inner[-1:].isspace() and bool(begun)
        return not begun or (not ended and any(name.startswith(begun) for name in names))


@dataclass(slots=True)
class _OpenField:
    element: Element
    parts: list[str] = field(default_factory=list)
    length: int = 0
    reads: bool = True
    before_inner: str | None = None

    def add(self, text: str) -> None:
        if self.reads and self.length < _MOST_CODE:
            self.parts.append(text[:_MOST_CODE])
            self.length += len(text)

    def inner(self) -> None:
        if self.reads and self.before_inner is None:
            self.before_inner = "".join(self.parts)
        self.add(" ")

    def finished(self) -> FieldCode:
        return FieldCode(element=self.element, text="".join(self.parts), before_inner=self.before_inner)


def field_codes(root: Element) -> Iterator[FieldCode]:
    """Every field of a part, and every code that belongs to none."""
    waiting: list[_OpenField] = []
    for one in root.iter(_FIELD_SIGN, _SIMPLE_FIELD, *_FIELD_CODES):
        if one.tag == _SIMPLE_FIELD:
            yield FieldCode(element=one, text=one.get(f"{W}instr") or "")
        elif one.tag == _FIELD_SIGN:
            yield from _at_sign(one, waiting)
        elif waiting:
            for outer in waiting:
                outer.add(one.text or "")
        else:
            yield FieldCode(element=one, text=one.text or "")
    for left in waiting:
        yield left.finished()


def _at_sign(sign: Element, waiting: list[_OpenField]) -> Iterator[FieldCode]:
    kind = sign.get(f"{W}fldCharType")
    if kind == "begin":
        for outer in waiting:
            outer.inner()
        if len(waiting) >= _MOST_OPEN:
            yield waiting.pop(0).finished()
        waiting.append(_OpenField(sign))
    elif waiting and kind == "separate":
        waiting[-1].reads = False
    elif waiting and kind == "end":
        yield waiting.pop().finished()


def addresses_in(code: str) -> tuple[str, ...]:
    """What a HYPERLINK field may open: its words without switches, and without what those name."""
    tokens = _TOKEN.findall(code)[1:]
    found: list[str] = []
    skips = False
    for token in tokens:
        if token.lower() in _WITH_ARGUMENT or re.fullmatch(r"\\[A-Za-z!*#@]", token):
            skips = token.lower() in _WITH_ARGUMENT
        elif skips:
            skips = False
        else:
            found.append(token.strip('"“”').replace("\\\\", "\\"))
    return tuple(found)
