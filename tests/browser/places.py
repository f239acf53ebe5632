"""Where people write on the imitated sites, and what the companion should be told of each place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Place:
    """One composer of one imitated site."""

    site: str  # its page in tests/browser/sites, without the ending
    host: str
    surface: str
    composer: str  # CSS; open shadow roots are crossed
    framework: str
    button: str | None = None
    keys: tuple[str, ...] = ()
    path: str = "/"
    model: str = ""  # the page's name for this composer, where it is not the surface
    first: str | None = None  # to be pressed before, to get there
    title: str = ""  # of the site, where the page's name is not it
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.site}-{self.surface}"

    @property
    def model_name(self) -> str:
        return self.model or self.surface


def _places() -> list[Place]:
    listed = yaml.safe_load((Path(__file__).parent / "sites" / "places.yaml").read_text("utf-8"))
    return [Place(**{**place, "keys": tuple(place.get("keys", ()))}) for place in listed]


PLACES = _places()
