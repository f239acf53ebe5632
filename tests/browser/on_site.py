"""An imitated site as a writer uses it, and what the companion was asked about it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Page, Request

from tests.browser.on_screen import underlines, words_box
from tests.browser.ours import Box, Ours
from tests.browser.places import Place


class Asked:
    """The requests that reached the companion, as they went over the wire."""

    def __init__(self, context: BrowserContext) -> None:
        self._drafts: list[dict[str, Any]] = []
        context.on("request", self._keep)

    def _keep(self, request: Request) -> None:
        if request.url.endswith("/v1/check") and request.post_data_json:
            self._drafts.append(request.post_data_json)

    def about(self, text: str) -> dict[str, Any] | None:
        """The context of the newest check of a draft that holds this text."""
        return next((draft["context"] for draft in reversed(self._drafts) if text in draft["text"]), None)

    def forget(self) -> None:
        self._drafts.clear()


class OnSite:
    def __init__(self, context: BrowserContext, place: Place) -> None:
        self.place = place
        self.page: Page = context.new_page()
        self.page.goto(f"https://{place.host}{place.path}")
        self.ours = Ours(self.page)
        self.field = self.page.locator(place.composer).first

    def write(self, text: str) -> None:
        """Click into the composer, in front of whatever stands there, and type key by key."""
        self.field.click()
        self.page.keyboard.type(text)

    def empty(self) -> None:
        """Again, as a person would, where a key came before the editor had done with a fix."""

        def emptied() -> bool:
            self.field.click()
            self.page.keyboard.press("Control+a")
            self.page.keyboard.press("Delete")
            return not self.text()

        self.ours.until(emptied, "an empty composer")

    def words_box(self, words: str) -> Box | None:
        return words_box(self.field, words)

    def underlines(self) -> list[Box]:
        return underlines(self.page, self.ours)

    def open_card(self, words: str) -> None:
        self.ours.until(self.underlines, "an underline")
        box = self.words_box(words)
        assert box is not None
        self.page.mouse.click(*box.middle)

    def text(self) -> str:
        """The model's text: what the site would publish."""
        text: str = self.page.evaluate("name => modelText(name)", self.place.model_name)
        return text.replace("\xa0", " ").strip("\n")

    def published(self) -> list[str]:
        return [t.replace("\xa0", " ").strip("\n") for t in self.page.locator(".published").all_inner_texts()]

    def get_there(self) -> None:
        if self.place.first:
            self.page.click(self.place.first)

    def submit(self) -> None:
        """Press the button, or the key where there is none."""
        if self.place.button:
            self.page.locator(self.place.button).first.click()
        else:
            self.field.click()
            self.page.keyboard.press("End")
            self.page.keyboard.press(self.place.keys[0])

    def close(self) -> None:
        self.page.close()
