"""Compiles one part, once: its XML and its tags as Python code made by Jinja's own generator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from lxml import etree

from truyenthong.ooxml.xml import Element
from truyenthong.word.running.limits import MAX_MADE, MAX_OUTPUT, Halt
from truyenthong.word.running.run import RenderState
from truyenthong.word.running.sandbox import RunContext, TemplateEnvironment
from truyenthong.word.running.tags import MARK, Role, Tag

_OPENING, _CLOSING = f"<?{MARK} ", "?>"
_TOO_LARGE = "Tài liệu làm ra quá lớn nên đã bị dừng."
Guards = dict[int, tuple[str, int, int]]
"""By ``id`` of a node: the method of ``Run`` that evaluates it, its tag's number, how many names share it."""


@dataclass(frozen=True, slots=True)
class Program:
    """A part that is ready to be rendered any number of times."""

    code: JinjaTemplate
    environment: TemplateEnvironment

    def render(self, run: RenderState, names: dict[str, object]) -> str:
        """The XML of the part for these names.

        Raises:
            Halt: it takes too long or becomes too large.
        """
        context = RunContext(self.environment, {**self.environment.globals, **names}, None, {})
        context.run = run
        parts: list[str] = []
        size = 0
        for piece in self.code.root_render_func(context):
            parts.append(piece)
            size += len(piece)
            if size > MAX_OUTPUT:
                raise Halt(_TOO_LARGE)
        made = "".join(parts)
        if made.count("<") > MAX_MADE:
            raise Halt(_TOO_LARGE)
        return made


def compile_part(root: Element, tags: Sequence[Tag], environment: TemplateEnvironment) -> Program:
    """The program of a part in which all marks are paired.

    Raises:
        SyntaxError, RecursionError: Python refuses the code (too many nested blocks).
    """
    xml = etree.tostring(root, encoding="unicode")
    builder = _Builder()
    for piece in _split(xml):
        if isinstance(piece, str):
            builder.text(piece)
        else:
            builder.tag(tags[piece])
    tree = nodes.Template(builder.top, lineno=1)
    tree.set_environment(environment)
    generator = _Generator(environment, builder.guards)
    generator.visit(tree)
    code = compile(generator.stream.getvalue(), "<mẫu>", "exec")  # type: ignore[attr-defined] # a StringIO
    return Program(JinjaTemplate.from_code(environment, code, {}), environment)


def _split(xml: str) -> Iterator[str | int]:
    """Texts and the numbers of tags.

    Nothing else in the file can look like a mark: its own processing instructions were dropped at reading,
    and a serialiser writes no bare ``<`` in texts and attributes.
    """
    head, *rest = xml.split(_OPENING)
    yield head
    for piece in rest:
        number, _, text = piece.partition(_CLOSING)
        yield int(number)
        yield text


_Statement = nodes.For | nodes.If | nodes.With


@dataclass(slots=True)
class _Builder:
    """Puts texts and statements into one another."""

    top: list[nodes.Node] = field(default_factory=list)
    guards: Guards = field(default_factory=dict)
    _open: list[_Statement] = field(default_factory=list)
    _bodies: list[list[nodes.Node]] = field(default_factory=list)

    @property
    def _body(self) -> list[nodes.Node]:
        return self._bodies[-1] if self._bodies else self.top

    def text(self, text: str) -> None:
        if text:
            self._body.append(nodes.Output([nodes.TemplateData(text)], lineno=1))

    def tag(self, tag: Tag) -> None:
        """Adds what a tag does, or moves on to the part of a statement that it begins or ends."""
        match tag.node:
            case nodes.Expr() as printed if tag.role is Role.PRINT:
                self._guard(printed, "put", tag)
                self._body.append(nodes.Output([printed], lineno=1))
            case nodes.Assign() as assignment:
                self._guard(assignment.node, "value", tag, assignment.target)
                self._body.append(assignment)
            case nodes.For() | nodes.If() | nodes.With() as statement:
                self._enter(statement, tag)
            case nodes.Expr() as condition:
                self._else_if(condition, tag)
            case _ if tag.role is Role.MIDDLE:
                self._else()
            case _:  # a closing tag: no other is marked in the tree of a template without faults
                self._open.pop()
                self._bodies.pop()

    def _guard(self, node: nodes.Node, method: str, tag: Tag, target: nodes.Node | None = None) -> None:
        width = len(target.items) if isinstance(target, nodes.Tuple) else 0
        self.guards[id(node)] = (method, tag.number, width)

    def _enter(self, statement: _Statement, tag: Tag) -> None:
        match statement:
            case nodes.For():
                self._guard(statement.iter, "each", tag, statement.target)
                if statement.test is not None:
                    self._guard(statement.test, "test", tag)
            case nodes.If():
                self._guard(statement.test, "test", tag)
            case _:
                for target, value in zip(statement.targets, statement.values, strict=True):
                    self._guard(value, "value", tag, target)
        self._body.append(statement)
        statement.body = []
        self._open.append(statement)
        self._bodies.append(statement.body)

    def _else(self) -> None:
        match self._open[-1]:
            case (nodes.For() | nodes.If()) as statement:
                statement.else_ = []
                self._bodies[-1] = statement.else_
            case _:
                raise SyntaxError("«else» outside of its statement")

    def _else_if(self, condition: nodes.Expr, tag: Tag) -> None:
        statement = self._open[-1]
        if not isinstance(statement, nodes.If):
            raise SyntaxError("«elif» outside of its statement")  # noqa: TRY004 - what Python says of such code
        self._guard(condition, "test", tag)
        branch = nodes.If(condition, [], [], [], lineno=1)
        statement.elif_.append(branch)
        self._bodies[-1] = branch.body


class _Generator(CodeGenerator):
    """Jinja's generator with a guard around every expression of a tag, and nothing computed beforehand."""

    def __init__(self, environment: TemplateEnvironment, guards: Guards) -> None:
        super().__init__(environment, None, None, optimized=False)
        self._guards = guards

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        guard = self._guards.get(id(node))
        if guard is None:
            return super().visit(node, *args, **kwargs)
        method, number, width = guard
        self.write(f"context.run.{method}({number}, lambda: ")
        super().visit(node, *args, **kwargs)
        self.write(f", {width})" if width else ")")
        return None

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        if not isinstance(node.target, nodes.NSRef):
            super().visit_Assign(node, frame)
            return
        _, number, _ = self._guards[id(node.node)]
        self.writeline(f"context.run.keep({number}, lambda: ")
        self.visit(nodes.Name(node.target.name, "load", lineno=1), frame)
        self.write(f", {node.target.attr!r}, ")
        self.visit(node.node, frame)
        self.write(")")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self.writeline(f"yield {child.data!r}")
            else:
                self.writeline("yield ")
                self.visit(child, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        # A tuple can be a key, and a key that holds itself many times over is hashed endlessly.
        if node.ctx != "load":
            super().visit_Tuple(node, frame)
            return
        self._write_call("[", node.items, "]", frame)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        none = nodes.Const(None)
        bounds = (one or none for one in (node.arg.start, node.arg.stop, node.arg.step))
        self._write_call("context.run.cut(", [node.node, *bounds], ")", frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self._write_call("context.run.concat([", node.nodes, "])", frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        operands = [node.expr, *(one.expr for one in node.ops)]
        signs = tuple(one.op for one in node.ops)
        self._write_call(f"context.run.compare({signs!r}, [", operands, "])", frame)

    def _write_call(self, before: str, items: Sequence[nodes.Node], after: str, frame: Frame) -> None:
        self.write(before)
        for item in items:
            self.visit(item, frame)
            self.write(", ")
        self.write(after)
