"""Sees and uses Foreword's own controls as a person does.

They live in a closed shadow root, out of reach of page scripts and so of Playwright's locators. The browser's
accessibility tree has them: what is found here by role and name is what a screen reader finds.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from playwright.sync_api import CDPSession, Error, Page

T = TypeVar("T")
_PATIENCE_S = 20  # a bound on waiting for a state, not a measure of speed


@dataclass(frozen=True)
class Box:
    """A rectangle in CSS pixels of the viewport."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def near(self, other: Box, within: float = 3) -> bool:
        pairs = ((self.left, other.left), (self.top, other.top), (self.right, other.right), (self.bottom, other.bottom))
        return all(abs(a - b) <= within for a, b in pairs)


@dataclass(frozen=True)
class Control:
    role: str
    name: str
    backend_id: int


class Ours:
    """Foreword as it shows on one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._cdp.send("DOM.enable")
        self._cdp.send("Accessibility.enable")

    def until(self, ask: Callable[[], T | None], what: str) -> T:
        """Ask once a frame until there is an answer."""
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            answer = ask()
            if answer:
                return answer
            self._page.evaluate("() => new Promise(requestAnimationFrame)")
        raise AssertionError(f"never came: {what}; there is {[f'{c.role} “{c.name}”' for c in self.controls()]}")

    def controls(self) -> list[Control]:
        """Every named node of the accessibility trees inside Foreword's hosts, in order; the page's frames after it."""
        inside = set(self._backend_ids_inside_host())
        return [
            Control(node["role"]["value"], node.get("name", {}).get("value", ""), node["backendDOMNodeId"])
            for frame in self._frames()
            for node in self._cdp.send("Accessibility.getFullAXTree", {"frameId": frame})["nodes"]
            if not node.get("ignored") and node.get("backendDOMNodeId") in inside and node.get("role")
        ]

    def _frames(self) -> list[str]:
        """Ids of the page's frames that share its process."""
        pending = [self._cdp.send("Page.getFrameTree")["frameTree"]]
        found = []
        while pending:
            tree = pending.pop(0)
            found.append(tree["frame"]["id"])
            pending += tree.get("childFrames", [])
        return found

    def seen(self, role: str, name: str) -> Control | None:
        """A control whose accessible name matches the regular expression, now."""
        return next((c for c in self.controls() if c.role == role and re.search(name, c.name)), None)

    def find(self, role: str, name: str) -> Control:
        return self.until(lambda: self.seen(role, name), f"{role} “{name}”")

    def is_focused(self, control: Control) -> bool:
        asked = {"backendNodeId": control.backend_id}
        (node,) = self._cdp.send("Accessibility.getPartialAXTree", {**asked, "fetchRelatives": False})["nodes"]
        return any(each["name"] == "focused" and each["value"]["value"] for each in node.get("properties", []))

    def gone(self, role: str, name: str) -> None:
        self.until(lambda: self.seen(role, name) is None, f"no {role} “{name}” any more")

    def click(self, role: str, name: str) -> None:
        """A real mouse press in the middle of the control."""
        self._page.mouse.click(*self.until(lambda: self._drawn(role, name), f"{role} “{name}”").middle)

    def box(self, role: str, name: str) -> Box:
        """Where a control stands, as the window is: nothing is scrolled."""
        asked = {"backendNodeId": self.find(role, name).backend_id}
        return _around(self._cdp.send("DOM.getContentQuads", asked)["quads"][0])

    def _drawn(self, role: str, name: str) -> Box | None:
        """Where the control stands; None while it is being redrawn."""
        control = self.seen(role, name)
        if control is None:
            return None
        try:
            self._cdp.send("DOM.scrollIntoViewIfNeeded", {"backendNodeId": control.backend_id})  # in a low window
            quads = self._cdp.send("DOM.getContentQuads", {"backendNodeId": control.backend_id})["quads"]
        except Error:  # redrawn between the two questions
            return None
        return _around(quads[0]) if quads else None

    def text(self) -> str:
        """Everything our own interface says at this moment."""
        return "\n".join(c.name for c in self.controls() if c.role == "StaticText")

    def boxes_of_class(self, name: str) -> list[Box]:
        """Rectangles of elements of a class inside our shadow root (the mirror's underlines have no role)."""
        found = []
        for node in self._inside_host():
            attributes = node.get("attributes", [])
            classes = dict(zip(attributes[0::2], attributes[1::2], strict=True)).get("class", "").split()
            if name in classes:
                quads = self._cdp.send("DOM.getContentQuads", {"backendNodeId": node["backendNodeId"]})["quads"]
                found += [_around(quad) for quad in quads]
        return found

    def hosts(self) -> list[dict[str, Any]]:
        """Elements with a closed shadow root that the page's own scripts did not make."""
        return [node for node in self._nodes() if any(r.get("shadowRootType") == "closed" for r in _shadows(node))]

    def _inside_host(self) -> Iterator[dict[str, Any]]:
        for host in self.hosts():
            for shadow in _shadows(host):
                yield from _descend(shadow)

    def _backend_ids_inside_host(self) -> Iterator[int]:
        return (node["backendNodeId"] for node in self._inside_host())

    def _nodes(self) -> Iterator[dict[str, Any]]:
        root = self._cdp.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
        return _descend(root)


def _around(quad: list[float]) -> Box:
    return Box(min(quad[0::2]), min(quad[1::2]), max(quad[0::2]), max(quad[1::2]))


def _shadows(node: dict[str, Any]) -> list[dict[str, Any]]:
    return list(node.get("shadowRoots", []))


def _descend(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    inside = [node["contentDocument"]] if "contentDocument" in node else []
    for child in [*node.get("children", []), *_shadows(node), *inside]:
        yield from _descend(child)
