"""Numbers in files are read in one place, never by a bare ``isdigit`` before ``int``; an address is one."""

import ast
from pathlib import Path

import pytest

from truyenthong.text.keys import file_number, is_address, is_file_number, is_message_code

SOURCE = Path(__file__).parents[2] / "src" / "truyenthong"
LOOSE = {"isdigit", "isdecimal", "isnumeric"}


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999)])
def test_up_to_nine_ascii_digits_are_a_number(text: str, number: int) -> None:
    """As Word and Excel write spans, ids and rows."""
    assert is_file_number(text)
    assert file_number(text) == number


@pytest.mark.parametrize(
    "text", [None, "", " 1", "-1", "+1", "1.0", "²", "٣", "१", "1_000", "1000000000", "9" * 5_000]
)
def test_anything_else_is_the_default(text: str | None) -> None:
    """``int`` refuses some of them after ``isdigit`` said yes, and takes others that no program writes."""
    assert not is_file_number(text)
    assert file_number(text) == 0
    assert file_number(text, 5) == 5


def functions(tree: ast.AST) -> list[ast.AST]:
    """The functions of a module; the module itself last."""
    inner = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [*inner, tree]


def asks_loosely(function: ast.AST) -> bool:
    """Whether it asks ``isdigit`` of something and makes an ``int`` of something not known to be one."""
    nodes = list(ast.walk(function))
    asked = any(isinstance(one, ast.Attribute) and one.attr in LOOSE for one in nodes)
    strict = any(isinstance(one, ast.Attribute) and one.attr == "isascii" for one in nodes)
    return asked and not strict and any(map(makes_int, nodes))


def makes_int(node: ast.AST) -> bool:
    """A call of ``int`` with a value."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "int"


def reads_attribute(node: ast.AST) -> bool:
    """``int(element.get("val") or …)``: raises for what any file may hold there."""
    return makes_int(node) and any(
        isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == "get"
        for one in ast.walk(node)
    )


@pytest.mark.parametrize(
    "line",
    [
        "def f(t):\n    return int(t) if t.isdigit() else 0",
        "def f(t):\n    if t.isdecimal():\n        return int(t)",
        "def f(e):\n    return int(e.get('val') or '0')",
    ],
)
def test_the_loose_ways_are_found(line: str) -> None:
    """The rule itself."""
    tree = ast.parse(line)
    assert any(map(asks_loosely, functions(tree)[:-1])) or any(map(reads_attribute, ast.walk(tree)))


def test_no_module_reads_numbers_loosely() -> None:
    """``file_number`` for what files carry; what people typed is read by ``yamltext`` with its own limit."""
    found = [
        f"{path.relative_to(SOURCE)}:{getattr(one, 'name', getattr(one, 'lineno', 0))}"
        for path in sorted(SOURCE.rglob("*.py"))
        for tree in [ast.parse(path.read_text("utf-8"))]
        for one in [
            *filter(asks_loosely, functions(tree)[:-1]),
            *filter(reads_attribute, ast.walk(tree)),
        ]
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["vanphong@laichau.edu.vn", "pgd.than-uyen+bc@example.edu.vn", "a@b", "o'neil@example.vn"]
)
def test_one_address(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "@b.vn", "a@", "a@b@c.vn", "a b@c.vn", "a@b.vn,c@d.vn", "a@b.vn; c@d.vn", "a@b.vn c@d.vn"),
        *(
            "<a@b.vn>",
            "A <a@b.vn>",
            "a@b.vn\nBcc: c@d.vn",
            "a@b.vn\r\n",
            "a@b.vn\n",
            "nhóm:a@b.vn;",
            "a@b.vn>",
            '"a"@b.vn',
        ),
        *(
            "a@-b.vn",
            "a@b..vn",
            "a@b.vn.",
            "đ@b.vn",
            "a@b\u202e.vn",
            f"{'a' * 65}@b.vn",
            f"a@{'b.' * 130}vn",
            "a\x00@b.vn",
        ),
    ],
)
def test_none_or_several(text: str) -> None:
    assert not is_address(text)


def test_one_message_code() -> None:
    assert is_message_code("<1@example.edu.vn>")
    for text in ("1@example.edu.vn", "<1> <2>", "<1>\nBcc: a@b.vn", "<đ@b>", "<>", "<a b>", "<<1@b>>"):
        assert not is_message_code(text)
