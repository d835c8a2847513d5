"""Reads the inside of one tag with Jinja's own parser and an allow list of its nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from jinja2 import TemplateSyntaxError, nodes

from truyenthong.diagnostics import templates as tt
from truyenthong.text import nearest, number_wording
from truyenthong.word.reading.scanner import ESCAPES, FoundTag, TagKind
from truyenthong.word.running.faults import ProblemKind
from truyenthong.word.running.limits import MAX_DEPTH, MAX_TAG
from truyenthong.word.running.sandbox import TemplateEnvironment
from truyenthong.word.running.tags import Role
from truyenthong.word.running.values import is_moderate

_WORD = re.compile(r"[^\W\d]\w*")
_ENDINGS = {
    "if": "{% endif %}",
    "for": "{% endfor %}",
    "with": "{% endwith %}",
    "set": "",
}
_CLOSERS = {"endif", "endfor", "endwith"}
_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("if", "for", "with"), Role.OPEN),
    **dict.fromkeys(("elif", "else"), Role.MIDDLE),
    **dict.fromkeys(_CLOSERS, Role.CLOSE),
    "set": Role.ALONE,
}
_KNOWN = (*_ENDINGS, "elif", "else", *_CLOSERS)
_OF_DOCXTPL: Mapping[str, str] = {
    "cellbg": "tô nền ô trong Word; để nền đổi theo số liệu thì đặt các dòng khác màu giữa {% if … %}",
    "colspan": "gộp ô sẵn trong Word; bảng lặp theo cột bằng {%tc for … %} thì tự chia lại độ rộng",
    "vm": "gộp ô dọc sẵn trong Word, hoặc chỉ in ở dòng đầu bằng {% if loop.first %}",
    "hm": "gộp ô ngang sẵn trong Word, hoặc chỉ in ở ô đầu bằng {% if loop.first %}",
}
"""Commands of docxtpl that change the cell they stand in, and what to do instead."""
_NEVER = {"self", "super", "caller", "varargs", "kwargs"}
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.For, nodes.If, nodes.Assign, nodes.With),
    *(nodes.Name, nodes.NSRef, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword),
    *(nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getitem, nodes.Getattr, nodes.Slice),
    *(nodes.Concat, nodes.Compare, nodes.Operand, nodes.BinExpr, nodes.UnaryExpr),
)
_TOKENS = {
    "end of print statement": "hết thẻ }}",
    "end of statement block": "hết thẻ %}",
    "end of template": "hết thẻ",
    "end of data": "hết thẻ",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "name": "một tên",
    "string": "chữ trong dấu nháy",
    "integer": "một số",
    "in": "«in»",
}
_EXPECTED = re.compile(r"expected token '(.+?)', got '(.+)'")
_UNEXPECTED = re.compile(r"unexpected (?:char )?'(.+?)'")

_Kind = TypeVar("_Kind", bound=nodes.Node)


class TagError(Exception):
    """A tag that cannot be read; carries what to say."""

    def __init__(self, fault: ProblemKind) -> None:
        super().__init__(fault.message)
        self.fault = fault


class TagReading:
    """What was read: role, word, node."""

    def __init__(self, role: Role, word: str = "", node: nodes.Node | None = None) -> None:
        self.role = role
        self.word = word
        self.node = node


def read_tag(found: FoundTag, inner: str, environment: TemplateEnvironment) -> TagReading:
    """The meaning of one closed tag.

    Args:
        found: the tag.
        inner: its inside without prefix and white space marks.
        environment: whose filters and tests exist.

    Raises:
        TagError: with what is wrong and how to mend it.
    """
    if found.kind is TagKind.COMMENT:
        return TagReading(Role.COMMENT)
    if found.kind is TagKind.ESCAPE:
        return TagReading(Role.PRINT, node=nodes.Const(ESCAPES[found.raw]))
    if len(inner) > MAX_TAG:
        raise TagError(ProblemKind(kind=tt.TT409, message=f"thẻ dài quá {number_wording(MAX_TAG)} ký tự"))
    if not inner:
        raise TagError(
            ProblemKind(kind=tt.TT403, message="thẻ trống", hint="viết tên vào trong thẻ, hoặc xóa thẻ")
        )
    if found.kind is TagKind.PRINT:
        output = _only(environment, f"{{{{ {inner} }}}}", nodes.Output)
        return TagReading(Role.PRINT, node=output.nodes[0])
    return _read_block(inner, environment)


def _read_block(inner: str, environment: TemplateEnvironment) -> TagReading:
    match = _WORD.match(inner)
    word = match[0] if match else ""
    if word in _CLOSERS or word == "else":
        return _read_bare(inner, word)
    if word == "elif":
        made = _only(environment, f"{{% if {inner.removeprefix('elif')} %}}{{% endif %}}", nodes.If)
        return TagReading(Role.MIDDLE, word, made.test)
    if word not in _ENDINGS:
        raise TagError(_unknown_word(word or inner))
    kind = {"if": nodes.If, "for": nodes.For, "with": nodes.With, "set": nodes.Assign}[word]
    node = _only(environment, f"{{% {inner} %}}{_ENDINGS[word]}", kind)
    if isinstance(node, nodes.For) and node.recursive:
        raise TagError(ProblemKind(kind=tt.TT404, message="«for … recursive» không dùng được trong mẫu Word"))
    return TagReading(_ROLES[word], word, node)


def meant_by(found: FoundTag, inner: str) -> tuple[Role, str]:
    """What a tag that cannot be read was meant to be, so that its partner is not reported as well."""
    match = _WORD.match(inner if found.closed else found.raw[2:].lstrip("-+ "))
    word = match[0] if match and found.kind is TagKind.BLOCK else ""
    return _ROLES.get(word, Role.BROKEN), word


def _read_bare(inner: str, word: str) -> TagReading:
    if inner != word:
        hint = (
            "viết {% elif … %} thay cho {% else if … %}"
            if inner.startswith("else if")
            else f"viết {{% {word} %}}"
        )
        raise TagError(ProblemKind(kind=tt.TT403, message=f"sau «{word}» không được có gì nữa", hint=hint))
    return TagReading(_ROLES[word], word)


def _unknown_word(word: str) -> ProblemKind:
    if word in _OF_DOCXTPL:
        message = f"lệnh «{word}» của docxtpl không dùng được ở đây"
        return ProblemKind(kind=tt.TT404, message=message, hint=_OF_DOCXTPL[word])
    if word in {"raw", "endraw"}:
        hint = "để in chính dấu của thẻ thì gõ {_{ … }_} hoặc {_% … %_}"
        return ProblemKind(kind=tt.TT404, message=f"lệnh «{word}» không dùng được trong mẫu Word", hint=hint)
    near = nearest(word, _KNOWN)
    if near and word not in {"include", "import", "extends", "macro", "call", "block", "raw", "filter"}:
        return ProblemKind(kind=tt.TT404, message=f"không có lệnh «{word}»", hint=f"có phải «{near}»?")
    return ProblemKind(
        kind=tt.TT404,
        message=f"lệnh «{word}» không dùng được trong mẫu Word",
        hint="dùng được: for, if, elif, else, set, with và các thẻ đóng endfor, endif, endwith",
    )


def _only(environment: TemplateEnvironment, source: str, kind: type[_Kind]) -> _Kind:
    body = _parse(environment, source).body
    if len(body) != 1 or not isinstance(body[0], kind):
        raise TagError(ProblemKind(kind=tt.TT403, message="câu trong thẻ chưa đúng cú pháp"))
    return body[0]


def _parse(environment: TemplateEnvironment, source: str) -> nodes.Template:
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        raise TagError(_wording(error, source)) from error
    except (RecursionError, ValueError, OverflowError, MemoryError) as error:
        raise TagError(ProblemKind(kind=tt.TT409, message="thẻ quá dài hoặc lồng quá sâu")) from error
    for fault in forbidden_in(tree, environment):
        raise TagError(fault)
    return tree


def _wording(error: TemplateSyntaxError, source: str) -> ProblemKind:
    text = error.message or ""
    if source.count('"') % 2 or source.count("'") % 2:
        return ProblemKind(kind=tt.TT403, message="dấu nháy mở mà không đóng", hint="thêm dấu nháy đóng")
    if match := _EXPECTED.search(text):
        wanted, got = (_TOKENS.get(one, f"«{one}»") for one in match.groups())
        return ProblemKind(
            kind=tt.TT403, message=f"câu trong thẻ chưa đúng cú pháp: chờ {wanted} nhưng gặp {got}"
        )
    if match := _UNEXPECTED.search(text):
        got = _TOKENS.get(match[1], f"«{match[1]}»")
        return ProblemKind(kind=tt.TT403, message=f"câu trong thẻ chưa đúng cú pháp: không chờ {got} ở đây")
    return ProblemKind(kind=tt.TT403, message="câu trong thẻ chưa đúng cú pháp")


def forbidden_in(tree: nodes.Node, environment: TemplateEnvironment) -> Iterator[ProblemKind]:
    """Everything that parses and must not run, the outermost first."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            yield ProblemKind(kind=tt.TT409, message="thẻ lồng quá sâu")
        yield from _faults_of(node, environment)
        waiting.extend((child, depth + 1) for child in node.iter_child_nodes())


def _faults_of(  # noqa: C901 - one branch for each kind
    node: nodes.Node, environment: TemplateEnvironment
) -> Iterator[ProblemKind]:
    match node:
        case nodes.Filter():
            yield from _unknown("bộ lọc", node.name, environment.filters)
            if node.name == "map" and node.args and isinstance(node.args[0], nodes.Const):
                yield from _unknown("bộ lọc", str(node.args[0].value), environment.filters)
        case nodes.Test():
            yield from _unknown("phép thử", node.name, environment.tests)
        case nodes.Name() if node.name in _NEVER or node.name.startswith("__"):
            yield ProblemKind(kind=tt.TT404, message=f"tên «{node.name}» không dùng được trong mẫu Word")
        case nodes.Name(name="loop", ctx="store" | "param") | nodes.NSRef(name="loop"):
            yield ProblemKind(kind=tt.TT404, message="không đặt lại được «loop»: đó là tên của vòng lặp")
        case nodes.Tuple(ctx="store" | "param") if not all(isinstance(x, nodes.Name) for x in node.items):
            yield ProblemKind(kind=tt.TT404, message="bên trái chỉ viết được các tên cách nhau bằng dấu phẩy")
        case nodes.Const(value=float() as number) if not is_moderate(number):
            yield ProblemKind(kind=tt.TT409, message="số trong thẻ quá lớn")
        case nodes.Getattr() if node.attr.startswith("_"):
            yield ProblemKind(
                kind=tt.TT404, message=f"mục «{node.attr}» không dùng được: tên bắt đầu bằng dấu gạch dưới"
            )
        case nodes.Call() if node.dyn_args is not None or node.dyn_kwargs is not None:
            yield ProblemKind(kind=tt.TT404, message="cách gọi với * không dùng được trong mẫu Word")
        case _ if not isinstance(node, _ALLOWED):
            yield ProblemKind(kind=tt.TT404, message="cách viết này không dùng được trong mẫu Word")
        case _:
            pass


def _unknown(what: str, name: str, known: Mapping[str, object]) -> Iterator[ProblemKind]:
    if name not in known:
        near = nearest(name, known)
        yield ProblemKind(
            kind=tt.TT405, message=f"không có {what} «{name}»", hint=f"có phải «{near}»?" if near else None
        )
