"""One writer's day with every part of Foreword: python -m tests.egress.story FOLDER CANARY.

Each draft holds the canary. Run by test_egress.py inside an enclosure.
The folder stands for the whole computer: home, state, temporary files,
browser profile and network log lie in it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import SITES, Browser, launched, with_hosts
from tests.browser.imitations import Site, facebook, nextdoor, x

INSULT = "complete moron"


def foreword(*arguments: str, said: str = "") -> None:
    subprocess.run([sys.executable, "-m", "companion", *arguments], input=said, text=True, check=False)


def in_the_terminal(draft: str) -> None:
    foreword("check", "-", said=draft)
    foreword("check", "--redact", "-", said=draft)
    foreword("check", "--jsonl", said=json.dumps({"id": "1", "text": draft}) + "\n")


def write_and_post(site: Site, draft: str) -> None:
    site.write(draft)
    site.ours.find("button", r"Foreword: .*finding")
    site.page.mouse.click(*site.words_box(INSULT).middle)
    site.ours.click("button", "Ignore this phrase")
    site.page.keyboard.press("Escape")
    site.press_post()
    site.ours.click("button", "Post anyway")
    site.ours.until(lambda: site.published() == [draft], "the post to be published")


def try_a_draft(browser: Browser, companion: Companion, draft: str) -> None:
    page = browser.context.new_page()
    page.goto(f"{companion.origin}/#code={companion.code()}")
    page.get_by_label("Your draft").fill(draft)
    expect(page.locator("#findings")).to_contain_text("insult")
    page.get_by_role("button", name="Copy without private details").click()
    page.get_by_role("button", name="Pair my browser").click()
    page.locator("[data-foreword-pair-result]").filter(has_text="Paired").wait_for()


def with_the_companion_killed(browser: Browser, companion: Companion, draft: str) -> None:
    site = facebook(browser)
    site.write(draft)
    site.ours.find("button", r"Foreword: .*finding")
    companion.signal(signal.SIGKILL)
    site.page.keyboard.type(" again")
    site.ours.find("button", "basic checks only")
    companion.start()
    site.page.keyboard.type(" and again")
    site.ours.until(lambda: not site.ours.seen("button", "basic checks only"), "the companion to be back")


def main(folder: Path, canary: str) -> None:
    draft = f"{canary} is a {INSULT}, {canary} 536-22-8714"
    in_the_terminal(draft)
    companion = Companion(folder / "state").start()
    extension = with_hosts(folder / "extension")
    # Chromium's own look-ups (updates, accounts) end before they begin; the log still shows whoever asks for something.
    nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    options = (f"--log-net-log={folder / 'net-log.json'}", nowhere)
    with sync_playwright() as playwright, launched(playwright, extension, folder / "profile", *options) as browser:
        browser.pair(companion)
        for host in SITES:
            browser.switch_on(host)
        for page in ("welcome.html", "options.html", "popup.html"):
            browser.own_page(page).close()
        for open_site in (facebook, x, nextdoor):
            write_and_post(open_site(browser), draft)
        try_a_draft(browser, companion, draft)
        with_the_companion_killed(browser, companion, draft)
        kept = browser.own_page("options.html").evaluate("async () => JSON.stringify(await chrome.storage.local.get())")
        (folder / "extension-storage.json").write_text(kept, "utf-8")
    companion.send("/v1/scan", {"scan_id": "s", "items": [{"item_id": "1", "text": draft, "context": {}}]})
    companion.post("/v1/redact", {"text": draft})
    companion.signal(signal.SIGABRT)  # a crash, with the drafts still in memory
    (folder / "done").touch()


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    main(Path(sys.argv[1]), sys.argv[2])
