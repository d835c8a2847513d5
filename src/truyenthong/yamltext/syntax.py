"""Says in Vietnamese, by kind and place, why a text is not YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yaml import MarkedYAMLError
from yaml.error import Mark

from truyenthong.diagnostics import yaml as said
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref, Span
from truyenthong.text import nfc
from truyenthong.yamltext.encodings import LINE_END
from truyenthong.yamltext.scalars import short

_SHOWN = 80
_STRANGE = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_INDENT_BLANK = re.compile(rf"( *)([{_STRANGE}])[ {_STRANGE}]*(?=[^\s#])")
_GLUED_DASH = re.compile(r"\s*(-[A-Za-z_][A-Za-z0-9_-]*:)(?:\s|$)")
_WORD_QUOTED = re.compile(r"(?:^|[:\-,{\[])[ \t]*([“”„‘’])")
_INDENT_TAB = re.compile(r" *(\t)")
_KEY = r"(?:[A-Za-z_][A-Za-z0-9_-]*)"
_GLUED = re.compile(rf"\s*(?:- +)*({_KEY}:)(?!//)[^\s:]")
_KEY_AND_VALUE = re.compile(r"\s*(?:- +)*[^\s:'\"\[{][^:]*:[ \t]+(?=\S)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_SPECIAL = re.compile(r"(?:\s*(?:- +)*(?:[^\s:]+:)?[ \t]+|^)([*&!%@`|>])")


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a parser stopped: rows and columns count from 0 here."""

    rows: Sequence[str]
    row: int
    column: int
    from_row: int
    from_column: int
    doing: str
    problem: str

    @property
    def text(self) -> str:
        return self.rows[self.row]

    @property
    def before(self) -> str:
        return self.text[: self.column]


@dataclass(frozen=True, slots=True)
class _Verdict:
    kind: Diagnostic
    row: int
    column: int
    width: int | None  # None: to the end of the line
    message: str
    hint: str


def explain(text: str, error: MarkedYAMLError, ref: Ref) -> Finding:
    """The one finding for a text that does not parse, at the place that has to be mended."""
    fault = _fault(LINE_END.split(text), error)
    verdict = next(found for rule in _RULES if (found := rule(fault)) is not None)
    line, column = verdict.row + 1, verdict.column + 1
    length = (
        len(fault.rows[verdict.row].rstrip()) - verdict.column if verdict.width is None else verdict.width
    )
    span = Span(line=line, column=column, end_line=line, end_column=column + max(length, 1))
    return verdict.kind.at(Ref(file=ref.file, span=span), nfc(verdict.message), hint=nfc(verdict.hint))


def _fault(rows: Sequence[str], error: MarkedYAMLError) -> _Fault:
    """Takes the marks of the error; past the end of the text the last row with words is taken."""
    row, column = _place(rows, error.problem_mark)
    from_row, from_column = _place(rows, error.context_mark or error.problem_mark)
    return _Fault(
        rows, row, column, from_row, from_column, str(error.context or ""), str(error.problem or "")
    )


def _place(rows: Sequence[str], mark: Mark | None) -> tuple[int, int]:
    row, column = (mark.line, mark.column) if mark is not None else (len(rows) - 1, 0)
    row = min(row, len(rows) - 1)
    while row > 0 and not rows[row].strip():
        row -= 1
        column = len(rows[row].rstrip())
    return row, column


_MERGE = re.compile(r"(?:<{7}|>{7})(?: .*)?|={7}")


def merge_mark(text: str, ref: Ref) -> Finding | None:
    """The first mark that a merge of git has left in a text; the rest of the text was not decided yet."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    rows = LINE_END.split(text)
    row = next(
        (
            row
            for row, words in enumerate(rows)
            if words[:1] in ("<", ">") and _MERGE.fullmatch(words.rstrip())
        ),
        None,
    )
    if row is None:
        return None
    span = Span(line=row + 1, column=1, end_line=row + 1, end_column=len(rows[row].rstrip()) + 1)
    message = "tệp còn dấu của một lần gộp git chưa xong: hai bản đứng cạnh nhau, chưa chọn bản nào"
    hint = "giữ một bản (hoặc ghép hai bản), rồi xóa ba dòng dấu <<<<<<<, =======, >>>>>>>"
    return said.TT031.at(Ref(file=ref.file, span=span), message, hint=hint)


def _merge_left(fault: _Fault) -> _Verdict | None:
    """``=======`` alone: the other two marks were deleted, this one was forgotten."""
    for row in (fault.row, fault.from_row, *_row_above(fault)):
        if fault.rows[row].rstrip() == "=======":
            message = "dòng «=======» là dấu còn sót của một lần gộp git"
            return _Verdict(
                said.TT031, row, 0, None, message, "xem lại hai đoạn trên và dưới nó, rồi xóa dòng ấy"
            )
    return None


_NEAR = 5
"""Rows above the fault in which its cause is looked for."""


def _strange_indent(fault: _Fault) -> _Verdict | None:
    """A row set in with no-break spaces, which YAML takes for letters: it runs on from the row above."""
    # The nearest row first, up to where the parser may have gone astray.
    for row in range(fault.row, max(min(fault.from_row, fault.row - _NEAR), 0) - 1, -1):
        found = _INDENT_BLANK.match(fault.rows[row])
        if found is not None:
            message = (
                f"dòng thụt vào bằng dấu cách đặc biệt (U+{ord(found[2]):04X}), không phải dấu cách thường"
            )
            hint = "xóa các dấu cách đầu dòng rồi gõ lại bằng phím cách"
            return _Verdict(said.TT014, row, len(found[1]), len(found[0]) - len(found[1]), message, hint)
    return None


def _glued_dash(fault: _Fault) -> _Verdict | None:
    """``-nhan_luc: …``: the trouble shows only at the rows that should belong to the entry."""
    for row in (fault.row, *_row_above(fault), fault.from_row):
        found = _GLUED_DASH.match(fault.rows[row])
        if found is not None:
            message = f"thiếu dấu cách sau dấu gạch ở «{found[1]}»"
            hint = f"viết «- {found[1][1:]}», các khóa sau của mục thụt vào thẳng với khóa đầu"
            return _Verdict(said.TT032, row, found.start(1), len(found[1]), message, hint)
    return None


def _word_quotes(fault: _Fault) -> _Verdict | None:
    """A value or key in curly quotes with something in it that needs real quotes."""
    for row in (fault.row, *_row_above(fault)):
        found = _WORD_QUOTED.search(fault.rows[row])
        if found is not None:
            message = f"dấu ngoặc cong «{found[1]}» dán từ Word không phải dấu ngoặc của YAML"
            return _Verdict(
                said.TT033,
                row,
                found.start(1),
                None,
                message,
                'thay các dấu “ ” ‘ ’ ấy bằng dấu ngoặc thẳng "',
            )
    return None


def _tab(fault: _Fault) -> _Verdict | None:
    for row in (fault.row, *_row_above(fault)):
        found = _INDENT_TAB.match(fault.rows[row])
        if found is not None:
            message = "dòng thụt vào bằng phím Tab"
            return _Verdict(said.TT011, row, found.start(1), 1, message, "thay Tab bằng dấu cách")
    if fault.text[fault.column : fault.column + 1] == "\t":
        message = "có phím Tab ở chỗ YAML chỉ nhận dấu cách"
        return _Verdict(said.TT011, fault.row, fault.column, 1, message, "thay Tab bằng dấu cách")
    return None


def _row_above(fault: _Fault) -> tuple[int, ...]:
    """The nearest row above that has words and is no comment; none at the top."""
    for row in range(fault.row - 1, -1, -1):
        words = fault.rows[row].strip()
        if words and not words.startswith("#"):
            return (row,)
    return ()


def _open_quote(fault: _Fault) -> _Verdict | None:
    if fault.doing == "while scanning a quoted scalar":
        return _quote(fault, fault.from_row, fault.from_column)
    return None


def _quote(fault: _Fault, row: int, column: int) -> _Verdict:
    sign = fault.rows[row][column : column + 1]
    message = f"dấu ngoặc «{sign}» mở ở đây mà không đóng"
    hint = f"thêm dấu {sign} ở cuối đoạn chữ; {_INNER_QUOTE[sign]}"
    return _Verdict(said.TT012, row, column, None, message, hint)


_INNER_QUOTE = {
    '"': 'dấu " nằm trong đoạn chữ thì viết \\"',
    "'": "dấu ' nằm trong đoạn chữ thì viết hai lần ''",
}


def _escape(fault: _Fault) -> _Verdict | None:
    if fault.doing != "while scanning a double-quoted scalar":
        return None
    column = max(fault.before.rfind("\\"), 0)
    message = "trong ngoặc kép, dấu \\ này không đi với ký tự nào mà YAML biết"
    hint = "dùng ngoặc đơn thay ngoặc kép ('D:\\VanThu'), hoặc viết \\\\"
    return _Verdict(said.TT019, fault.row, column, 2, message, hint)


def _glued(fault: _Fault) -> _Verdict | None:
    """``ky:2020-2021`` on the row of the fault, the one above it or the one where the trouble began."""
    rows = (fault.from_row, *_row_above(fault), fault.row)
    for row in rows if fault.doing != "while parsing a block mapping" else rows[1:]:
        found = _GLUED.match(fault.rows[row])
        if found is not None:
            column, key = found.start(1), found[1]
            rest = short(fault.rows[row][found.end(1) :].strip(), _SHOWN)
            message = f"thiếu dấu cách sau «{key}»"
            return _Verdict(said.TT014, row, column, len(key) + 1, message, f"viết «{key} {rest}»")
    return None


def _directive(fault: _Fault) -> _Verdict | None:
    row = next((row for row in (fault.row, *_row_above(fault)) if fault.rows[row].startswith("%")), None)
    if row is None:
        return None
    message = "dòng bắt đầu bằng «%» là chỉ thị của YAML, không dùng ở đây"
    hint = "xóa dòng ấy; nếu là chữ thì đặt trong ngoặc kép"
    return _Verdict(said.TT028, row, 0, None, message, hint)


def _document_end(fault: _Fault) -> _Verdict | None:
    row = next((row for row in (fault.row, *_row_above(fault)) if fault.rows[row].startswith("...")), None)
    if row is None:
        return None
    message = "dòng «...» kết thúc tài liệu, phần sau nó không được đọc"
    return _Verdict(said.TT025, row, 0, None, message, "xóa dòng «...»; nếu là chữ thì đặt trong ngoặc kép")


_SPECIAL_DOING = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while parsing a tag",
    "while scanning a block scalar",
    "while scanning for the next token",
)


def _special(fault: _Fault) -> _Verdict | None:
    if fault.doing not in _SPECIAL_DOING and "found undefined tag handle" not in fault.problem:
        found = _SPECIAL.match(fault.before)
        if found is None or fault.doing not in (
            "while parsing a block mapping",
            "while parsing a block collection",
        ):
            return None
        return _special_at(fault, fault.row, found.start(1))
    return _special_at(fault, fault.from_row, fault.from_column)


def _special_at(fault: _Fault, row: int, column: int) -> _Verdict:
    value = fault.rows[row][column:].rstrip()
    sign = value[:1]
    message = f"giá trị bắt đầu bằng «{sign}» là dấu riêng của YAML"
    return _Verdict(
        said.TT017, row, column, None, message, f"đặt cả giá trị trong ngoặc kép: {_quoted(value)}"
    )


def _quoted(value: str) -> str:
    """The value as a double-quoted one, to copy; a long one is cut."""
    return '"' + short(value, _SHOWN).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _brackets(fault: _Fault) -> _Verdict | None:
    if "flow" in fault.doing:
        bracket = _open_bracket(fault)
        if bracket is None or (fault.row == bracket[0] and fault.text[fault.column :].strip()):
            return _comma(fault)
        row, column = bracket
        message = f"dấu «{fault.rows[row][column]}» mở ở đây mà không đóng"
        hint = "thêm dấu ] hoặc } tương ứng ở cuối danh sách"
        return _Verdict(said.TT018, row, column, None, message, hint)
    if fault.text[fault.column : fault.column + 1] in ("]", "}", ","):
        message = f"dấu «{fault.text[fault.column]}» thừa ở đây"
        hint = "xóa dấu ấy, hoặc đặt cả giá trị trong ngoặc kép nếu nó là chữ"
        return _Verdict(said.TT018, fault.row, fault.column, 1, message, hint)
    if fault.before.rstrip()[-1:] in ("]", "}") and fault.before.strip(" ]}"):
        message = "sau ngoặc đóng của danh sách còn chữ"
        hint = "đưa chữ ấy vào trong ngoặc sau dấu phẩy, hoặc đặt cả giá trị trong ngoặc kép"
        return _Verdict(said.TT018, fault.row, fault.column, None, message, hint)
    return None


def _open_bracket(fault: _Fault) -> tuple[int, int] | None:
    """The bracket that is open where the fault is: the nearest one before it that nothing closes."""
    depth = 0
    for row in range(fault.row, -1, -1):
        text = fault.rows[row] if row < fault.row else fault.before
        for column in range(len(text) - 1, -1, -1):
            depth += (text[column] in "]}") - (text[column] in "[{")
            if depth < 0:
                return row, column
    return None


def _comma(fault: _Fault) -> _Verdict:
    quoted = _word_quotes(fault)
    if quoted is not None:
        return quoted
    message = "danh sách trong ngoặc vuông, ngoặc nhọn đọc đến đây thì không hiểu được"
    hint = "các mục cách nhau bằng dấu phẩy; giá trị có dấu , : [ ] { } thì đặt trong ngoặc kép"
    return _Verdict(said.TT018, fault.row, fault.column, 1, message, hint)


def _colon_in_value(fault: _Fault) -> _Verdict | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    found = _KEY_AND_VALUE.match(fault.before)
    if found is not None:
        value = fault.text[found.end() :].rstrip()
        message = f"giá trị có dấu hai chấm «{short(value, _SHOWN)}» phải đặt trong ngoặc kép"
        hint = f"viết {fault.text[: found.end()].strip()} {_quoted(value)}"
        return _Verdict(said.TT015, fault.row, found.end(), None, message, hint)
    return _crooked(fault)


def _crooked(fault: _Fault) -> _Verdict | None:
    """A row whose indentation fits nothing above, or that mixes keys and list entries in one column."""
    start = _indent(fault.text)
    above = next(iter(_row_above(fault)), None)
    if fault.text[start : start + 1] == ":":
        return _Verdict(
            said.TT027, fault.row, start, 1, "trước dấu hai chấm không có tên khóa", "ghi tên khóa"
        )
    if above is None:
        return None
    if _indent(fault.rows[above]) != start:
        message = (
            f"dòng này thụt vào {start} dấu cách, không thẳng với khóa nào ở trên "
            f"(dòng ngay trên thụt {_indent(fault.rows[above])})"
        )
        hint = "các khóa cùng cấp phải bắt đầu ở cùng một cột"
        return _Verdict(said.TT013, fault.row, start, None, message, hint)
    if _is_entry(fault.text) != _is_entry(fault.rows[above]):
        message = "khóa và mục danh sách («- ») đứng lẫn ở cùng một cột"
        hint = "danh sách phải nằm dưới một khóa: «khóa:» rồi xuống dòng «- …»"
        return _Verdict(said.TT013, fault.row, start, None, message, hint)
    if ":" not in fault.rows[above]:
        return _bare_row(fault, above, start)
    return None


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _is_entry(row: str) -> bool:
    return row.lstrip().startswith("- ")


_STRANGE_BLANK = re.compile(rf"^[^'\"#]*?:([{_STRANGE}])")
"""What Word and web pages put in the place of a blank; YAML takes it for a letter."""


def _bare_row(fault: _Fault, row: int, column: int) -> _Verdict:
    strange = _STRANGE_BLANK.search(fault.rows[row])
    if strange is not None:
        message = (
            f"sau dấu hai chấm là dấu cách đặc biệt (U+{ord(strange[1]):04X}), không phải dấu cách thường"
        )
        hint = "xóa dấu cách ấy rồi gõ lại bằng phím cách"
        return _Verdict(said.TT014, row, strange.start(1), 1, message, hint)
    words = short(fault.rows[row][column:].strip(), _SHOWN)
    message = f"dòng «{words}» không có dấu hai chấm"
    hint = f"nếu là khóa thì viết «{words}: …»; nếu là phần tiếp của dòng trên thì thụt vào sâu hơn dòng ấy"
    return _Verdict(said.TT016, row, column, None, message, hint)


def _no_colon(fault: _Fault) -> _Verdict | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    return _bare_row(fault, fault.from_row, fault.from_column)


def _dash_after_key(fault: _Fault) -> _Verdict | None:
    if "sequence entries are not allowed" not in fault.problem:
        return None
    message = "dấu «- » của danh sách không đứng cùng dòng với khóa"
    hint = "xuống dòng trước dấu «- », hoặc đặt giá trị trong ngoặc kép nếu dấu gạch là chữ"
    return _Verdict(said.TT013, fault.row, fault.column, None, message, hint)


def _text_after_quote(fault: _Fault) -> _Verdict | None:
    """``"abc" def``; where the quote that closes was meant to open, the one before it is the fault."""
    before = fault.before.rstrip()
    sign = before[-1:]
    if sign not in _INNER_QUOTE:
        return None
    if before.count(sign) % 2:
        for row in range(fault.row - 1, -1, -1):
            if fault.rows[row].count(sign) % 2:
                return _quote(fault, row, fault.rows[row].rfind(sign))
    message = f"sau dấu ngoặc «{sign}» đóng còn chữ"
    hint = f"để dấu ngoặc bao cả giá trị; {_INNER_QUOTE[sign]}"
    return _Verdict(said.TT012, fault.row, fault.column, None, message, hint)


def _indentation(fault: _Fault) -> _Verdict | None:
    return _crooked(fault) if not fault.before.strip(" -") else None


def _anything(fault: _Fault) -> _Verdict:
    message = "từ chỗ này không đọc được tệp theo cú pháp YAML"
    hint = "xem lại dòng này và dòng ngay trên: dấu hai chấm, dấu ngoặc, số dấu cách đầu dòng"
    return _Verdict(said.TT010, fault.row, fault.column, None, message, hint)


_RULES: tuple[Callable[[_Fault], _Verdict | None], ...] = (
    _merge_left,
    _tab,
    _strange_indent,
    _open_quote,
    _escape,
    _directive,
    _document_end,
    _special,
    _brackets,
    _glued,
    _glued_dash,
    _word_quotes,
    _no_colon,
    _colon_in_value,
    _dash_after_key,
    _text_after_quote,
    _indentation,
    _anything,
)
