"""What breaks while somebody writes: it is said, no word is lost, and the post goes out."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import SITES, Browser, launched
from tests.browser.imitations import Site, nextdoor, x

SSN = "536-22-8714"
START = "Write down "
REST = f"{SSN} somewhere safe"
DRAFT = START + REST


@pytest.fixture(scope="module")
def companion(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companion]:
    """One that the tests of this file break, and mend again."""
    own = Companion(tmp_path_factory.mktemp("state")).start()
    yield own
    own.stop()


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright,
    extension_with_hosts: Path,
    companion: Companion,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    with launched(playwright, extension_with_hosts, tmp_path_factory.mktemp("profile")) as browser:
        browser.pair(companion)
        for host in SITES:
            browser.switch_on(host)
        yield browser


def begin(browser: Browser) -> Site:
    site = x(browser)
    site.write(START)
    site.ours.find("button", "Foreword: Clear")
    return site


def goes_out(site: Site, text: str = DRAFT) -> None:
    """Nothing was lost, and nothing holds the post."""
    assert site.text() == text
    site.press_post()
    site.ours.until(lambda: site.published() or site.ours.seen("button", "Post anyway"), "an answer to the press")
    if not site.published():
        site.ours.click("button", "Post anyway")
    site.ours.until(lambda: site.published() == [text], "the post to be published")
    site.page.close()


def said(site: Site, badge: str, why: str) -> None:
    site.ours.click("button", badge)
    site.ours.until(lambda: why in site.ours.text(), why)
    site.page.keyboard.press("Escape")


def test_given_the_companion_is_killed_then_basic_checks_say_so_and_it_is_found_again(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    companion.signal(signal.SIGKILL)
    site.page.keyboard.type(REST)
    said(site, "Foreword: Basic checks only", "The Foreword companion is not running")
    companion.start()
    site.page.click(site.composer)
    site.page.keyboard.press("End")
    site.page.keyboard.type("!")
    site.ours.find("button", "Foreword: 1 finding")
    goes_out(site, DRAFT + "!")


def test_given_the_companion_hangs_then_it_is_said_and_the_computer_waking_up_mends_it(
    browser: Browser, companion: Companion
) -> None:
    """SIGSTOP: also what a draft sees when the laptop slept in the middle of a check."""
    site = begin(browser)
    companion.signal(signal.SIGSTOP)
    try:
        site.page.keyboard.type(REST)
        said(site, "Foreword: Basic checks only", "The companion did not answer in time")
    finally:
        companion.signal(signal.SIGCONT)
    site.page.click(site.composer)
    site.page.keyboard.press("End")
    site.page.keyboard.type("!")
    site.ours.find("button", "Foreword: 1 finding")
    goes_out(site, DRAFT + "!")


def test_given_the_companion_hangs_when_posting_then_the_post_is_not_held(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    companion.signal(signal.SIGSTOP)
    try:
        site.page.keyboard.type("tea")
        site.press_post()
        site.ours.until(lambda: site.published() == [START + "tea"], "the post to be published")
        site.ours.find("button", "[Nn]ot checked|[Bb]asic")
    finally:
        companion.signal(signal.SIGCONT)
    site.page.close()


class _Thief(BaseHTTPRequestHandler):
    """Another program on the companion's port, which keeps whatever it is told."""

    heard: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.heard.append(f"{self.path} {self.headers['Authorization']} {body}")
        answer = b'{"api": 1, "proofs": ["' + b"0" * 64 + b'"], "version": "9", "ready": true, "detectors": []}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Quiet."""


def test_given_the_port_is_stolen_then_the_thief_is_told_neither_token_nor_draft(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    companion.stop()
    with ThreadingHTTPServer(("127.0.0.1", companion.port), _Thief) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            site.page.keyboard.type(REST)
            site.ours.find("button", "Foreword: Basic checks only")
            assert _Thief.heard, "it was never asked"
            assert [line for line in _Thief.heard if SSN in line or "Bearer" in line] == []
            assert {line.split()[0] for line in _Thief.heard} == {"/v1/hello"}
        finally:
            server.shutdown()
            thread.join()
    goes_out(site)
    companion.start()


def test_given_a_stranger_on_the_port_then_the_options_say_that_something_else_answers(
    browser: Browser, companion: Companion
) -> None:
    class Stranger(_Thief):
        def do_POST(self) -> None:
            self.send_error(501)

    companion.stop()
    with ThreadingHTTPServer(("127.0.0.1", companion.port), Stranger) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        page = browser.own_page("options.html")
        page.get_by_text("Something else answers on the companion’s port. It was told nothing.").wait_for()
        page.close()
        server.shutdown()
        thread.join()
    companion.start()


def stop_worker(browser: Browser) -> None:
    """As the browser does after thirty quiet seconds."""
    page = browser.own_page("options.html")
    devtools = page.context.new_cdp_session(page)
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")
    page.close()


def test_given_the_service_worker_sleeps_in_the_middle_of_a_check_then_the_next_letter_wakes_it(
    browser: Browser, companion: Companion
) -> None:
    site = begin(browser)
    companion.signal(signal.SIGSTOP)
    try:
        site.page.keyboard.type(REST)
        stop_worker(browser)
    finally:
        companion.signal(signal.SIGCONT)
    site.page.bring_to_front()
    site.page.keyboard.type("!")
    site.ours.find("button", "Foreword: 1 finding")
    goes_out(site, DRAFT + "!")


def test_given_two_companions_on_one_state_folder_then_either_serves_the_browser(
    browser: Browser, companion: Companion
) -> None:
    second = Companion(companion.state).start()
    try:
        browser.ask({"kind": "port", "port": second.port})
        site = begin(browser)
        second.stop()
        browser.ask({"kind": "port", "port": companion.port})
        site.page.keyboard.type(REST)
        site.ours.find("button", "Foreword: 1 finding")
        goes_out(site)
    finally:
        second.stop()


def test_given_the_extension_is_updated_under_an_open_page_then_it_leaves_the_page_quietly(
    playwright: Playwright, extension_with_hosts: Path, companion: Companion, tmp_path: Path
) -> None:
    with launched(playwright, extension_with_hosts, tmp_path / "profile") as browser:
        browser.pair(companion)
        browser.switch_on("x.com")
        site = begin(browser)
        reload(browser)
        site.page.bring_to_front()
        site.page.keyboard.type(REST)
        site.ours.until(lambda: site.ours.hosts() == [], "our host to leave the page")
        goes_out(site)


def reload(browser: Browser) -> None:
    page: Page = browser.own_page("options.html")
    page.evaluate("() => setTimeout(() => chrome.runtime.reload())")
    page.wait_for_event("close")


def test_given_the_browser_is_restarted_then_pairing_and_sites_are_as_before(
    playwright: Playwright, extension_with_hosts: Path, companion: Companion, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with launched(playwright, extension_with_hosts, profile) as first:
        first.pair(companion)
        first.switch_on("nextdoor.com", "official")
    with launched(playwright, extension_with_hosts, profile) as second:
        state = second.ask({"kind": "state"})
        assert state["companion"]["kind"] == "ready"
        assert [(site["host"], site["mode"]) for site in state["sites"]] == [("nextdoor.com", "official")]
        site = nextdoor(second)
        site.write(DRAFT)
        site.ours.find("button", "Foreword: .*finding")


def corrupted(folder: Path, spoil: Callable[[Path], object]) -> Path:
    """A copy of the companion's package and rules with something in it spoilt."""
    root = Path(__file__).parents[2]
    for name in ("companion", "shared_rules"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    spoil(folder)
    return folder


def cut_short(folder: Path) -> None:
    model = folder / "companion" / "meaning" / "minilm" / "encoder.onnx"
    model.write_bytes(model.read_bytes()[:100_000])


def scribble(folder: Path) -> None:
    for rule in (folder / "shared_rules" / "smyrna" / "rules" / "personal-data").glob("*.yaml"):
        rule.write_bytes(b"\xff\x00 not: [a rule")


@pytest.mark.parametrize(
    ("spoil", "what"), [(cut_short, "could not be started"), (scribble, None)], ids=["model", "rules"]
)
def test_given_a_spoilt_model_or_rules_then_the_rest_is_checked_and_a_gap_is_said(
    browser: Browser, companion: Companion, tmp_path: Path, spoil: Callable[[Path], object], what: str | None
) -> None:
    spoilt = Companion(companion.state, code=corrupted(tmp_path / "copy", spoil)).start(until="loaded")
    try:
        browser.ask({"kind": "port", "port": spoilt.port})
        site = x(browser)
        site.write("Whoever runs parking is a complete moron.")
        site.ours.find("button", "Foreword: .*finding.*" if what is None else "Foreword: .*finding.*partly checked")
        status = spoilt.post("/v1/status", {})
        if what is None:
            assert status["packs"][0]["set_aside"], "the rule files that could not be read are named"
        else:
            assert [d["name"] for d in status["detectors"] if d["state"] == "failed"] == ["meaning"]
        goes_out(site, "Whoever runs parking is a complete moron.")
    finally:
        browser.ask({"kind": "port", "port": companion.port})
        spoilt.stop()
