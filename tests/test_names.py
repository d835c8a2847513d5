"""One public class name means one thing in the whole package, so that a reader never has to ask which."""

import ast
from collections import defaultdict
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "truyenthong"


def test_a_public_class_name_is_used_once() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for path in SOURCE.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                owners[node.name].append(path.relative_to(SOURCE).as_posix())
    assert {name: files for name, files in owners.items() if len(files) > 1} == {}


def test_a_folder_holds_at_most_fifteen_modules() -> None:
    """``cli/commands`` aside: it has one for each command."""
    folders = [
        one for one in SOURCE.rglob("*") if one.is_dir() and one.name not in {"commands", "__pycache__"}
    ]
    full = {
        one.name: len([file for file in one.glob("*.py") if file.name != "__init__.py"]) for one in folders
    }
    assert {name: count for name, count in full.items() if count > 15} == {}
