"""Writes the manual for users as one site that opens without a server; ``make site`` calls it.

The pages are those of docs/ for users, the README, the command reference made from the program's own help
and the rules made from the catalogue. mkdocs turns them into HTML. The theme's own search needs a server and
knows no Vietnamese marks; tools/site/tim-kiem.js needs neither, and finds «đơn vị» by «don vi».
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from truyenthong import __version__
from truyenthong.cli.app import Commands, Later, command
from truyenthong.cli.main import main as truyenthong

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "build" / "site-pages"
SITE = ROOT / "src" / "truyenthong" / "site"

NAV: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Bắt đầu": (
        ("Giới thiệu", "index.md"),
        ("Cài đặt, nâng cấp", "cai-dat.md"),
        ("Việc hằng ngày trong một lệnh", "hang-ngay.md"),
        ("Chạy tự động", "chay-tu-dong.md"),
    ),
    "Việc hằng ngày": (
        ("Xem tiến độ, tìm chữ", "xem-tien-do.md"),
        ("Làm biểu mẫu", "bieu-mau.md"),
        ("Tiếp nhận", "tiep-nhan.md"),
        ("Duyệt, trả lại", "duyet-bai.md"),
        ("Ghi việc trên giấy", "ghi-so.md"),
        ("Sổ theo dõi", "so-theo-doi.md"),
        ("Gửi thư, nhắc hạn", "gui-thu.md"),
        ("Đọc hộp thư", "hop-thu.md"),
        ("Sổ thư đã gửi", "so-gui.md"),
        ("Lịch hạn nộp", "lich.md"),
        ("Trang tiến độ", "trang.md"),
        ("Một ngày một lệnh", "hang-ngay.md"),
    ),
    "Văn bản Word": (("Mẫu Word", "word-templates.md"), ("Bản PDF", "pdf.md")),
    "Các tệp dữ liệu": (
        ("Kế hoạch", "yaml-plan.md"),
        ("Đơn vị", "yaml-units.md"),
        ("Lịch", "yaml-calendar.md"),
        ("Bài nộp", "yaml-submission.md"),
        ("Sổ theo dõi", "yaml-registers.md"),
        ("Thiết lập", "yaml-settings.md"),
    ),
    "Tra cứu": (
        ("Các lệnh", "cac-lenh.md"),
        ("Các mã lỗi", "rules.md"),
        ("Thuật ngữ", "glossary.md"),
        ("Thay đổi", "thay-doi.md"),
    ),
}
"""The pages by the part of the manual; one that docs/ does not have is left out."""

FROM_ROOT = {"index.md": "README.md", "thay-doi.md": "CHANGELOG.md"}
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def pages() -> dict[str, str]:
    """The text of every page by its name."""
    told = {"cac-lenh.md": command_reference()}
    for name, source in FROM_ROOT.items():
        told[name] = (ROOT / source).read_text(encoding="utf-8")
    for group in NAV.values():
        for _, name in group:
            path = ROOT / "docs" / name
            if name not in told and path.is_file():
                told[name] = path.read_text(encoding="utf-8")
    return {name: _linked(text, told) for name, text in told.items()}


def _linked(text: str, known: Mapping[str, str]) -> str:
    """Links between pages; what is not in the manual keeps its words alone."""
    by_source = {source: name for name, source in FROM_ROOT.items()}

    def put(match: re.Match[str]) -> str:
        mark, words, target = match.groups()
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            return match[0]
        path, _, anchor = target.partition("#")
        path = path.removeprefix("../").removeprefix("docs/")
        path = by_source.get(path, path)
        if mark:
            return f"![{words}]({path})"
        if path not in known:
            return words
        return f"[{words}]({path}{f'#{anchor}' if anchor else ''})"

    return _LINK.sub(put, text)


def command_reference() -> str:
    """Every command as its own ``--help`` tells it."""
    parts = ["# Các lệnh", "", "Trang này làm từ chính phần trợ giúp của chương trình (`--help`)."]
    for words in _command_words(command(), ()):
        name = " ".join(("truyenthong", *words))
        parts += ["", f"## {name}", "", "```text", _help_of(words), "```"]
    return "\n".join(parts) + "\n"


def _command_words(group: Commands, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, one in group.commands.items():
        if isinstance(one, Commands):
            yield from _command_words(one, (*above, name))
        elif isinstance(one, Later):
            yield (*above, name)


def _help_of(words: tuple[str, ...]) -> str:
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        code = truyenthong([*words, "--help"])
    if code != 0:
        raise SystemExit(f"--help của {' '.join(words)} trả mã {code}")
    return written.getvalue().strip()


def nav(known: Mapping[str, str]) -> list[dict[str, Any]]:
    """The pages that are there, as mkdocs lists them."""
    return [
        {group: [{title: name} for title, name in listed if name in known]} for group, listed in NAV.items()
    ]


def config(known: Mapping[str, str]) -> dict[str, Any]:
    """What mkdocs is told; JSON is YAML too."""
    return {
        "site_name": f"truyenthong {__version__}: hướng dẫn sử dụng",
        "docs_dir": str(PAGES),
        "site_dir": str(SITE),
        "use_directory_urls": False,
        "nav": nav(known),
        "theme": {
            "name": "material",
            "language": "vi",
            "font": False,
            "features": ["navigation.sections", "navigation.top", "content.code.copy"],
        },
        "plugins": [],
        "markdown_extensions": ["tables", "attr_list", {"toc": {"permalink": False}}],
        "extra": {"generator": False},
        "extra_css": ["tim-kiem.css"],
        "extra_javascript": ["muc-luc.js", "tim-kiem.js"],
        "validation": {"links": {"anchors": "ignore"}},
    }


class Parts(HTMLParser):
    """The parts of a page, each under its heading: what the search looks through."""

    def __init__(self, page: str) -> None:
        """Begins a page, by its file's name."""
        super().__init__()
        self.page, self.parts = page, list[dict[str, str]]()
        self._in_article, self._heading = False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An article begins, or a part of it."""
        self._in_article = self._in_article or tag == "article"
        if self._in_article and tag in {"h1", "h2", "h3"}:
            anchor = dict(attrs).get("id")
            self._heading = True
            self.parts.append(
                {"to": f"{self.page}#{anchor}" if anchor else self.page, "title": "", "text": ""}
            )

    def handle_endtag(self, tag: str) -> None:
        """A heading, or the article, ends."""
        self._heading = self._heading and tag not in {"h1", "h2", "h3"}
        self._in_article = self._in_article and tag != "article"

    def handle_data(self, data: str) -> None:
        """Words of the heading or of the text below it."""
        if self._in_article and self.parts:
            self.parts[-1]["title" if self._heading else "text"] += f"{data} "

    def told(self) -> Iterator[dict[str, str]]:
        """The parts with the title of their page, spaces collapsed."""
        for one in self.parts:
            words = {key: " ".join(value.split()) for key, value in one.items()}
            yield {**words, "page": " ".join(self.parts[0]["title"].split())}


def search_parts(known: Mapping[str, str]) -> list[dict[str, str]]:
    """The parts of every page, in the order of the manual."""
    parts = []
    for name in known:
        page = name.replace(".md", ".html")
        parser = Parts(page)
        parser.feed((SITE / page).read_text(encoding="utf-8"))
        parts += [*parser.told()]
    return parts


def main() -> int:
    """Writes the pages, has mkdocs make the site, and teaches its search."""
    mkdocs = sys.argv[1] if len(sys.argv) > 1 else "mkdocs"
    shutil.rmtree(PAGES, ignore_errors=True)
    shutil.rmtree(SITE, ignore_errors=True)
    told = pages()
    PAGES.mkdir(parents=True)
    for name, text in told.items():
        (PAGES / name).write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(ROOT / "docs" / "pictures", PAGES / "pictures")
    for name in ("tim-kiem.js", "tim-kiem.css"):
        shutil.copy(ROOT / "tools" / "site" / name, PAGES / name)
    (PAGES / "muc-luc.js").write_text("", encoding="utf-8")
    settings = PAGES.parent / "mkdocs.yml"
    settings.write_text(json.dumps(config(told), ensure_ascii=False), encoding="utf-8")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(  # noqa: S603 - the program that make has installed
        [mkdocs, "build", "--quiet", "--strict", "--config-file", str(settings)], check=False, env=environment
    )
    if done.returncode != 0:
        return done.returncode
    surplus = (SITE / "sitemap.xml", SITE / "sitemap.xml.gz", SITE / "404.html")
    for path in (*surplus, *SITE.rglob("*.map")):
        path.unlink(missing_ok=True)
    shutil.rmtree(SITE / "assets" / "javascripts" / "lunr")
    shutil.rmtree(SITE / "assets" / "javascripts" / "workers")
    text = json.dumps(search_parts(told), ensure_ascii=False, separators=(",", ":"))
    (SITE / "muc-luc.js").write_text(f"window.truyenthongParts={text};\n", encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file())
    print(f"đã làm {SITE.relative_to(ROOT)}/index.html: {len(told)} trang, {size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
