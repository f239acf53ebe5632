"""Somebody who writes while things break: begins, writes on, is told, and posts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitations import Site, x

SSN = "536-22-8714"
START = "Write down "
REST = f"{SSN} somewhere safe"
DRAFT = START + REST
INSULT = "Whoever runs parking is a complete moron."


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


def write_on(site: Site, more: str) -> None:
    """At the end, wherever the caret went meanwhile."""
    site.page.bring_to_front()
    site.page.click(site.composer)
    site.page.keyboard.press("ControlOrMeta+End")
    site.page.keyboard.type(more)


def is_checked_when_going_on(site: Site) -> None:
    """All is well again: the next letter brings the finding, and the post goes out whole."""
    write_on(site, "!")
    site.ours.find("button", "Foreword: 1 finding")
    goes_out(site, DRAFT + "!")


@contextmanager
def in_place_of(
    companion: Companion, browser: Browser, other: Companion, until: Literal["ready", "loaded"] = "ready"
) -> Iterator[Companion]:
    """The browser asks the other one meanwhile, which lives on the same state folder and so knows its token."""
    other.start(until=until)
    try:
        browser.ask({"kind": "port", "port": other.port})
        yield other
    finally:
        browser.ask({"kind": "port", "port": companion.port})
        other.leave()
