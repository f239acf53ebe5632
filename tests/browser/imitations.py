"""The three imitated sites as a writer uses them."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.conftest import Browser
from tests.browser.on_screen import underlines, words_box
from tests.browser.ours import Box, Ours


@dataclass
class Site:
    """One open imitation: how to find its composer and its Post button."""

    page: Page
    composer: str
    button: str

    def __post_init__(self) -> None:
        self.ours = Ours(self.page)

    def write(self, text: str) -> None:
        """Click into the composer and type, key by key."""
        self.page.click(self.composer)
        self.page.keyboard.type(text)

    def words_box(self, words: str, nth: int = 0) -> Box:
        box = words_box(self.page.locator(self.composer), words, nth)
        assert box is not None, words
        return box

    def underlines(self) -> list[Box]:
        return underlines(self.page, self.ours)

    def open_card(self, words: str) -> None:
        """Click the underlined words, as one does."""
        self.ours.until(self.underlines, "an underline")
        self.page.mouse.click(*self.words_box(words).middle)

    def text(self) -> str:
        """The model's text: what the site would publish."""
        text: str = self.page.evaluate("() => modelText()")
        return text.replace("\xa0", " ")

    def published(self) -> list[str]:
        return [t.replace("\xa0", " ") for t in self.page.locator(".published").all_inner_texts()]

    def press_post(self) -> None:
        self.page.click(self.button)


def facebook(browser: Browser) -> Site:
    return Site(browser.open("www.facebook.com"), "[data-lexical-editor]", "[role=button][aria-label=Post]")


def x(browser: Browser) -> Site:
    return Site(browser.open("x.com"), "[data-testid=tweetTextarea_0]", "[data-testid=tweetButtonInline]")


def nextdoor(browser: Browser) -> Site:
    return Site(browser.open("nextdoor.com"), "textarea", "[data-testid=composer-submit-button]")
