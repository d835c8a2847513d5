"""The page in a real browser: nothing is fetched, nobody is shut out, and the filter finds a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from support.runs.programs import needed_program
from support.years.kept_ledgers import input_with_ledgers
from truyenthong.page.render import render_page
from truyenthong.views.page import Doubts, WaitingFile, page_view

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
LOOKS: dict[str, dict[str, Any]] = {
    "desk": {},
    "phone": PHONE,
    "dark": {"color_scheme": "dark"},
    "without script": {"java_script_enabled": False},
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = needed_program("chromium", package="chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    given = input_with_ledgers()
    unit = given.roster.units[0]
    doubts = Doubts(
        waiting=(WaitingFile(since=given.as_of, unit=unit, duty=None),), unreachable=given.roster.units
    )
    path = tmp_path_factory.mktemp("trang") / "tien-do.html"
    path.write_bytes(render_page(page_view(replace(given, sample=True), doubts, full=True)))
    return path


def opened(browser: Browser, file: Path, **look: Any) -> tuple[Page, list[str]]:  # noqa: ANN401 - Playwright's own options
    """The page, and everything that it asked for or complained about."""
    page = browser.new_context(**look).new_page()
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(file.as_uri())
    return page, heard


@pytest.mark.parametrize("look", LOOKS)
def test_it_asks_for_nothing_and_stays_within_the_width_of_the_screen(
    browser: Browser, file: Path, look: str
) -> None:
    page, heard = opened(browser, file, **LOOKS[look])
    assert heard == [file.as_uri()]
    # Layout is asked of the browser itself: also where the page may run no script.
    html, width = page.locator("html").bounding_box(), page.viewport_size
    assert html is not None
    assert width is not None
    assert html["width"] <= width["width"]
    if look != "without script":
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("look", [name for name in LOOKS if name != "without script"])
def test_axe_finds_nothing(browser: Browser, file: Path, look: str) -> None:
    page, _ = opened(browser, file, **LOOKS[look])
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_a_unit_is_found_without_its_tones_and_only_the_late_are_left(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    rows = page.locator(".bang tbody tr:visible")
    everything = rows.count()
    name = page.locator(".bang tbody th").last.inner_text()
    page.get_by_label("Tìm đơn vị").fill(name.lower())
    assert 0 < rows.count() < everything
    assert page.locator("#dem").inner_text().startswith("Đang hiện")
    page.get_by_label("Tìm đơn vị").fill("")
    page.get_by_label("Chỉ đơn vị đang chậm").check()
    late = page.locator("tr[data-cham]:visible")
    assert rows.count() == late.count() > 0
    page.get_by_label("Thứ tự").select_option("cham")
    days = [int(one.get_attribute("data-cham") or 0) for one in late.all()]
    groups = page.locator(".bang tbody").count()
    assert groups > 1 or days == sorted(days, reverse=True)


def test_without_script_the_whole_page_is_there_and_no_dead_control(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file, **LOOKS["without script"])
    assert not page.locator("#loc").is_visible()
    assert page.locator(".bang tbody tr").first.is_visible()
    assert page.locator("summary").first.is_visible()


def test_the_keyboard_comes_past_everything_in_order(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến bảng từng đơn vị"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "tim", "the way past the head leads to the board"
    regions = page.locator(".cuon")
    assert regions.count() == page.locator(".cuon[tabindex='0'][aria-label]").count()


def test_it_prints_on_a4_lying(browser: Browser, file: Path, tmp_path: Path) -> None:
    page, _ = opened(browser, file)
    paper = tmp_path / "trang.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    # 297 x 210 mm in points; browsers round to the next point.
    assert b"/MediaBox [0 0 842" in paper.read_bytes() or b"/MediaBox [0 0 841" in paper.read_bytes()
