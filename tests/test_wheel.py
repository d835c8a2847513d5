"""The wheel carries everything: a workspace is made and reported on without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "lib")
    return folder / "lib"


def call(lib: Path, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TRUYENTHONG_")}
    code = f"import sys; sys.path.insert(0, {str(lib)!r}); from truyenthong.cli.main import main; "
    command = [sys.executable, "-c", f"{code}sys.exit(main(sys.argv[1:]))", *args]
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, encoding="utf-8", check=False)


def test_starter_and_example_come_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    made = call(installed, "init", "moi", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    validated = call(installed, "-C", "moi", "validate", cwd=tmp_path)
    assert validated.returncode == 1
    assert "TT240: chỗ này chờ điền: «(tên tỉnh)»" in validated.stdout
    made = call(installed, "init", "vi-du", "--example", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert call(installed, "-C", "vi-du", "validate", cwd=tmp_path).returncode == 0
    report = call(installed, "-C", "vi-du", "report", "--as-of", "2021-06-01", cwd=tmp_path)
    assert report.returncode == 0, report.stderr
    assert (tmp_path / "vi-du" / "out" / "tien-do.docx").is_file()
    assert str(ROOT / "src") not in made.stderr


def test_nothing_of_the_tests_is_in_it(installed: Path) -> None:
    names = {path.relative_to(installed).parts[0] for path in installed.rglob("*")}
    assert {name for name in names if not name.endswith(".dist-info")} == {"truyenthong"}
