"""Typer's own words in Vietnamese; these tests fail first when Typer changes them."""

import pytest

from truyenthong.cli.main import main


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["statsu"], "Không có lệnh «statsu». Có phải «status»?"),
        (["status", "--kidn", "x"], "Không có tùy chọn --kidn. Có phải --kind?"),
        (["status", "--kind"], "Tùy chọn --kind cần một giá trị theo sau."),
        (["validate", "--strict=1"], "Tùy chọn --strict không nhận giá trị."),
        (["status", "a", "b"], "Thừa «b»: lệnh này không nhận thêm đối số."),
        (["record", "entry"], "Thiếu đối số SỔ."),
        (["init"], "Thiếu đối số THƯ_MỤC."),
        (["completion", "tcsh"], "completion không nhận «tcsh»."),
        (["status", "--as-of", "31/4/2021"], "31/4/2021"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(
    args: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 2
    told = capsys.readouterr().err
    assert sentence in told
    for english in ("Error", "Try", "Usage", "No such", "Missing", "Invalid", "Got "):
        assert english not in told


@pytest.mark.parametrize("args", [["--help"], ["status", "--help"], ["template", "--help"], ["report", "-h"]])
def test_help_pages_are_vietnamese(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 0
    page = capsys.readouterr().out
    assert page.startswith("Cách dùng: truyenthong")
    for english in ("Usage", "Options:", "Arguments:", "Commands:", "Show this", "[OPTIONS]", "default:"):
        assert english not in page


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_scripts(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "_TRUYENTHONG_COMPLETE" in capsys.readouterr().out
