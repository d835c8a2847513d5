"""The commands as people and cron call them: a process, two streams, an exit code."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest

from support.years.second_plan import REPOSITORY, call, put, receive, workspace

DAY = "2026-02-10"
INTERRUPTED = 130


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one late receipt."""
    folder = workspace(tmp_path / "noi-lam-viec")
    receive(folder, "truong-a", "bao-cao-hoc-ky", "hk1", "25/1/2026 08:00")
    return folder


# Where the workspace is, and which day


def test_the_root_is_found_by_climbing(root: Path) -> None:
    below = root / "data" / "submissions" / "truong-a"
    assert call("validate", cwd=below).returncode == 0


def test_folder_and_day_are_taken_before_and_after_and_from_the_environment(
    root: Path, tmp_path: Path
) -> None:
    wanted = call("-C", str(root), "--as-of", DAY, "status", cwd=tmp_path).stdout
    assert "10/02/2026" in wanted
    assert call("status", "-C", str(root), "--as-of", "10/2/2026", cwd=tmp_path).stdout == wanted
    named = {"TRUYENTHONG_WORKSPACE": str(root), "TRUYENTHONG_AS_OF": DAY}
    assert call("status", cwd=tmp_path, **named).stdout == wanted
    other = call("--as-of", "2020-01-01", "status", "--as-of", DAY, "-C", str(root), cwd=tmp_path)
    assert other.stdout == wanted


def test_without_a_workspace_nothing_can_go_on(tmp_path: Path) -> None:
    done = call("status", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Không tìm thấy không gian làm việc" in done.stderr
    assert "truyenthong init" in done.stderr


# Exit codes


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("validate",), 0),
        (("status",), 0),
        (("status", "--fail-on", "overdue"), 1),
        (("status", "--obligation", "bao-cao-quyy"), 2),
        (("status", "truong-x"), 2),
        (("status", "--kind", "truong-hoc"), 2),
        (("status", "--as-of", "31/4/2026"), 2),
        (("status", "--format", "xml"), 2),
        (("statuss",), 2),
        (("report", "tien-doo"), 2),
        (("explain", "TT999"), 2),
        (("explain", "truong-a", "bao-cao-hoc-ky", "hk9"), 2),
        (("template", "check"), 0),
        (("schema", "plans"), 2),
    ],
)
def test_the_exit_code(root: Path, args: tuple[str, ...], code: int) -> None:
    day = () if "--as-of" in args else ("--as-of", DAY)
    done = call("-C", str(root), *day, *args)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == (code == 2)


def test_faults_of_the_data_fail_validate_alone(root: Path) -> None:
    receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    assert call("-C", str(root), "validate").returncode == 1
    for command in ("status", "report"):
        done = call("-C", str(root), "--as-of", DAY, command)
        assert done.returncode == 0
        assert "data/submissions/truong-c/bao-cao-hoc-ky@hk1.yaml" in done.stderr


def test_warnings_fail_with_strict(root: Path) -> None:
    put(root, "data/calendar.yaml", "nghi: []\n")
    assert call("-C", str(root), "validate").returncode == 0
    assert call("-C", str(root), "validate", "--strict").returncode == 1


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml"])
def test_a_broken_plan_or_roster_stops_with_a_sentence(root: Path, name: str) -> None:
    put(root, f"data/{name}", "ma: [\n")
    for command in ("status", "report"):
        done = call("-C", str(root), command)
        assert done.returncode == 3
        assert f"data/{name}" in done.stderr
    done = call("-C", str(root), "validate", "--format", "json")
    assert done.returncode == 1
    files = {one["file"] for one in json.loads(done.stdout)["findings"]}
    assert f"data/{name}" in files


# What is printed


def test_validate_as_json(root: Path) -> None:
    receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    told = json.loads(call("-C", str(root), "validate", "--format", "json").stdout)
    assert told == {
        "findings": [
            {
                "code": "TT103",
                "severity": "error",
                "file": "data/submissions/truong-c/bao-cao-hoc-ky@hk1.yaml",
                "line": 5,
                "column": 15,
                "message": "ngày 31/4/2026 không có trong lịch",
                "hint": "tháng 4 có 30 ngày",
            }
        ],
        "summary": {"files": 5, "errors": 1, "warnings": 0, "notices": 0},
    }


def test_validate_for_a_workflow(root: Path) -> None:
    receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    (line,) = call("-C", str(root), "validate", "--format", "github").stdout.splitlines()
    assert line.startswith(
        "::error file=data/submissions/truong-c/bao-cao-hoc-ky@hk1.yaml,line=5,col=15,title=TT103::"
    )


def test_only_what_was_asked_about_is_told(root: Path) -> None:
    receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    assert call("validate", "data/submissions/truong-a", cwd=root).returncode == 0
    assert call("validate", "data/submissions/truong-c", cwd=root).returncode == 1
    assert call("validate", "data/khong-co.yaml", cwd=root).returncode == 2


def test_status_as_json(root: Path) -> None:
    told = json.loads(call("-C", str(root), "status", "--as-of", DAY, "--format", "json").stdout)
    assert told["as_of"] == DAY
    assert told["measures"] == {
        "expected": 14,
        "received": 1,
        "received_rate": 0.0714,
        "on_time": 0,
        "on_time_rate": 0.0,
    }
    wanted = {
        "unit": "truong-a",
        "obligation": "bao-cao-hoc-ky",
        "period": "hk1",
        "due": "2026-01-20T23:59:59+07:00",
        "state": "late",
        "received_at": "2026-01-25T08:00:00+07:00",
        "days_late": 5,
        "days_left": None,
        "extension": None,
    }
    assert any(wanted.items() <= row.items() for row in told["rows"])


def test_rates_are_empty_where_nothing_is_expected(root: Path) -> None:
    told = json.loads(call("-C", str(root), "status", "--as-of", "2025-08-01", "--format", "json").stdout)
    assert told["measures"] == {
        "expected": 0,
        "received": 0,
        "received_rate": None,
        "on_time": 0,
        "on_time_rate": None,
    }


def test_csv_opens_right_in_excel(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "truyenthong", "-C", str(root), "status", "--as-of", DAY, "--format", "csv"],
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"\xef\xbb\xbf")
    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") > 3
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")), delimiter=";"))
    (row,) = (one for one in rows if one["Mã đơn vị"] == "truong-a" and one["Nhận ngày"])
    assert (row["Đơn vị"], row["Hạn"]) == ("Trường THPT Hòa Bình", "20/1/2026")
    assert row["Tình trạng"].startswith("nộp muộn")


def test_whatever_the_locale_words_are_utf_8_and_have_no_colour(root: Path) -> None:
    done = call(
        "-C", str(root), "status", "--as-of", DAY, LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING=""
    )
    assert "Trường THPT Hòa Bình" in done.stdout
    assert "\x1b" not in done.stdout


def test_cells_are_whole_without_a_terminal(root: Path) -> None:
    done = call("-C", str(root), "status", "--as-of", DAY, COLUMNS="40")
    assert "Trường THPT Hòa Bình" in done.stdout
    assert "…" not in done.stdout


def test_a_closed_pipe_is_quiet(root: Path) -> None:
    command = [sys.executable, "-m", "truyenthong", "-C", str(root), "status", "--format", "csv"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 0


def test_status_pays_for_no_word_and_no_tables_of_rich(root: Path) -> None:
    code = (
        "import sys; from truyenthong.cli.main import main; "
        f"main(['-C', {str(root)!r}, 'status', '--as-of', '{DAY}']); "
        "print([name for name in ('rich', 'jinja2', 'lxml', 'docx', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_known_answer_pays_for_no_plan_and_no_papers(tmp_path: Path) -> None:
    root = tmp_path / "nam"
    shutil.copytree(REPOSITORY / "examples" / "2020-2021" / "data", root / "data")
    code = (
        "import sys; from truyenthong.cli.main import main; "
        "main(sys.argv[1:]); "
        "print([one for one in ('documents', 'model.plan', 'views', 'progress', 'word', 'post') "
        "if f'truyenthong.{one}' in sys.modules])"
    )
    for words in (["status"], ["report", "tien-do"]):
        typed = ["-C", str(root), *words]
        for _ in range(2):
            call(*typed)
        known = subprocess.run(
            [sys.executable, "-c", code, *typed], capture_output=True, encoding="utf-8", check=True
        )
        assert known.stdout.splitlines()[-1] == "[]", words
        assert "Dữ liệu mẫu, tính đến hết ngày 01/6/2021" in known.stderr


def test_the_same_status_whenever_it_is_asked(root: Path) -> None:
    receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "18/1/2099")
    told = json.loads(call("-C", str(root), "status", "--as-of", "2100-01-01", "--format", "json").stdout)
    (row,) = (
        one
        for one in told["rows"]
        if (one["unit"], one["obligation"], one["period"]) == ("truong-c", "bao-cao-hoc-ky", "hk1")
    )
    assert row["state"] == "late"
    assert call("-C", str(root), "validate").returncode == 1


# Files as people leave them


@pytest.mark.parametrize(
    "retyped",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.rstrip("\n").encode(),
    ],
    ids=["windows", "byte order mark", "mac", "no last line end"],
)
def test_a_file_typed_elsewhere_reads_the_same(root: Path, retyped: object) -> None:
    assert callable(retyped)
    before = call("-C", str(root), "status", "--as-of", DAY).stdout
    for path in (root / "data").rglob("*.yaml"):
        path.write_bytes(retyped(path.read_text(encoding="utf-8")))
    done = call("-C", str(root), "validate")
    assert (done.returncode, done.stdout) == (0, "Đã kiểm tra 4 tệp: không có lỗi nào.\n")
    assert call("-C", str(root), "status", "--as-of", DAY).stdout == before


def test_other_files_are_left_alone(root: Path) -> None:
    for name in ("~$bao-cao.yaml", ".an.yaml", "ghi-chu.txt", "tep/bao-cao.yaml"):
        put(root, f"data/submissions/truong-a/{name}", "[[[")
    assert call("-C", str(root), "validate").returncode == 0


def test_one_broken_file_hides_no_other(root: Path) -> None:
    put(root, "data/submissions/truong-a/su-co@2025-10.yaml", "don_vi: [\n")
    receive(root, "truong-c", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    told = json.loads(call("-C", str(root), "validate", "--format", "json").stdout)
    assert {one["file"].rpartition("/")[2] for one in told["findings"]} == {
        "su-co@2025-10.yaml",
        "bao-cao-hoc-ky@hk1.yaml",
    }


# Reports


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.docx")}


def test_reports_are_the_same_bytes_every_time(root: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        done = call(
            "-C", str(root), "report", "--as-of", DAY, "--out", str(tmp_path / seed), PYTHONHASHSEED=seed
        )
        assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "1") == digests(tmp_path / "2")
    assert set(digests(tmp_path / "1")) == {
        "ke-hoach.docx",
        "tien-do.docx",
        "don-doc.docx",
        "theo-don-vi--truong-a.docx",
        "theo-don-vi--truong-b.docx",
        "theo-don-vi--truong-c.docx",
        "theo-don-vi--trung-tam-d.docx",
    }


def test_reports_go_below_the_current_folder_or_into_the_workspace(root: Path, tmp_path: Path) -> None:
    call("-C", str(root), "report", "tien-do", "--as-of", DAY, "--out", "ra", cwd=tmp_path)
    assert (tmp_path / "ra" / "tien-do.docx").is_file()
    call("-C", str(root), "report", "tien-do", "--as-of", DAY, cwd=tmp_path)
    assert (root / "out" / "tien-do.docx").is_file()


def test_one_paper_for_one_unit(root: Path) -> None:
    call("-C", str(root), "report", "theo-don-vi", "--unit", "truong-a", "--as-of", DAY)
    assert set(digests(root / "out")) == {"theo-don-vi--truong-a.docx"}


def test_a_report_that_has_nothing_to_say_any_more_is_put_aside(root: Path) -> None:
    first = call("-C", str(root), "report", "don-doc", "--as-of", DAY)
    assert (root / "out" / "don-doc.docx").is_file(), first.stderr
    again = call("-C", str(root), "report", "don-doc", "--as-of", "2025-09-10")
    assert again.returncode == 0
    assert not (root / "out" / "don-doc.docx").exists()
    (aside,) = [path.name for path in (root / "out").iterdir() if path.name.startswith("don-doc")]
    assert aside in again.stdout + again.stderr


def test_without_a_receipt_nobody_is_chased_and_no_rate_is_printed(root: Path) -> None:
    shutil.rmtree(root / "data" / "submissions")
    done = call("-C", str(root), "report", "--as-of", DAY)
    assert done.returncode == 0
    assert "don-doc.docx" not in digests(root / "out")
    assert "chưa ghi nhận bài nộp nào" in done.stdout + done.stderr
    status = call("-C", str(root), "status", "--as-of", DAY).stdout
    assert "Chưa ghi nhận bài nộp nào" in status
    assert "%" not in status


def test_a_report_open_in_word_is_told_and_left_alone(root: Path) -> None:
    put(root, "out/tien-do.docx", "cũ")
    put(root, "out/~$en-do.docx", "")
    done = call("-C", str(root), "report", "tien-do", "--as-of", DAY)
    assert done.returncode == 3
    assert "đang mở" in done.stderr
    assert (root / "out" / "tien-do.docx").read_text(encoding="utf-8") == "cũ"


def test_a_broken_template_stops_its_own_reports_alone(root: Path) -> None:
    put(root, "templates/tien-do.docx", "không phải Word")
    put(root, "out/tien-do.docx", "cũ")
    done = call("-C", str(root), "report", "--as-of", DAY)
    assert done.returncode == 3
    assert "Mẫu tien-do.docx có 1 lỗi nên chưa làm tien-do.docx (bản cũ, nếu có, còn nguyên):" in done.stderr
    assert (root / "out" / "tien-do.docx").read_text(encoding="utf-8") == "cũ"
    assert "ke-hoach.docx" in done.stdout
    assert (root / "out" / "ke-hoach.docx").is_file()
    assert call("-C", str(root), "template", "check").returncode == 1


def test_a_template_that_is_missing_stops_its_own_reports_alone(root: Path) -> None:
    plan = root / "data" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    put(root, "data/plan.yaml", text.replace("mau: theo-don-vi.docx", "mau: khong-co.docx"))
    done = call("-C", str(root), "report", "--as-of", DAY)
    assert done.returncode == 3
    assert "Không có mẫu khong-co.docx" in done.stderr
    assert "tien-do.docx" in done.stdout
    assert "theo-don-vi" not in done.stdout


def test_lint_finds_nothing_in_our_reports_and_something_in_a_plain_file(root: Path, tmp_path: Path) -> None:
    call("-C", str(root), "report", "--as-of", DAY)
    reports = sorted(str(path) for path in (root / "out").glob("*.docx"))
    done = call("-C", str(root), "lint", *reports)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    plain = tmp_path / "thu.docx"
    document = docx.Document()
    document.add_paragraph("Một tệp Word bình thường.")
    document.save(str(plain))
    told = call("lint", "thu.docx", "--format", "json", cwd=tmp_path)
    assert told.returncode == 1
    assert {one["file"] for one in json.loads(told.stdout)["findings"]} == {"thu.docx"}
    assert call("lint", "khong-co.docx", cwd=tmp_path).returncode == 2


# Stopping


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.3, 0.5])
def test_an_interrupted_run_says_so_and_leaves_whole_files(root: Path, seconds: float) -> None:
    command = [sys.executable, "-m", "truyenthong", "-C", str(root), "report", "--as-of", DAY]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        time.sleep(seconds)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    # The signal may come before Python is up or after everything is done; -2 is the 130 of a shell.
    # Python itself ends with 1 while it loads its own modules.
    assert running.returncode in {130, -2, 0} or (running.returncode == 1 and "in run" not in told)
    assert "Traceback" not in told or "truyenthong" not in told
    if running.returncode == INTERRUPTED:
        assert "Đã dừng theo yêu cầu." in told
    for path in (root / "out").glob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None


# Explaining


def test_explain_a_row(root: Path) -> None:
    told = call("-C", str(root), "explain", "truong-a", "bao-cao-hoc-ky", "hk1", "--as-of", DAY).stdout
    for words in (
        "II.1",
        "«Báo cáo học kỳ gửi Sở chậm nhất ngày 20/01/2026 và trước ngày 06/6/2026»",
        "thứ Ba 20/01/2026",
        "25/01/2026",
        "muộn 5 ngày",
    ):
        assert words in told


def test_explain_a_code() -> None:
    told = call("explain", "tt103").stdout
    assert "31/4/2021" in told
    assert "30/4/2021" in told


# Starting


def test_init_makes_what_only_waits_to_be_filled_in_and_does_nothing_twice(tmp_path: Path) -> None:
    made = call("init", "moi", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    validated = call("-C", "moi", "validate", "--format", "json", cwd=tmp_path)
    assert validated.returncode == 1
    findings = json.loads(validated.stdout)["findings"]
    assert {one["code"] for one in findings if one["severity"] != "notice"} == {"TT240"}
    assert call("-C", "moi", "status", cwd=tmp_path).returncode == 0
    schema = json.loads((tmp_path / "moi" / "schema" / "submission.json").read_text(encoding="utf-8"))
    assert schema["properties"]["nhiem_vu"]["enum"] == ["bao-cao-nam", "bao-cao-thang", None]
    report = call("-C", "moi", "report", cwd=tmp_path)
    assert report.returncode == 3
    assert "data/plan.yaml:36:15: TT240: chỗ này chờ điền: «(tên tỉnh)»" in report.stderr
    assert "data/units.yaml:45:12: TT240: chỗ này chờ điền: «(tên lấy từ văn bản nào)»" in report.stderr
    assert not (tmp_path / "moi" / "out").exists()
    before = {path: path.read_bytes() for path in (tmp_path / "moi").rglob("*.yaml")}
    assert call("init", "moi", cwd=tmp_path).returncode == 0  # nothing to do: all of it is there
    assert {path: path.read_bytes() for path in (tmp_path / "moi").rglob("*.yaml")} == before


def test_init_with_the_example(tmp_path: Path) -> None:
    assert call("init", "vi-du", "--example", cwd=tmp_path).returncode == 0
    status = call("-C", "vi-du", "status", "--as-of", "2021-06-01", cwd=tmp_path)
    assert status.returncode == 0, status.stderr
    assert "Than Uyên" in status.stdout
