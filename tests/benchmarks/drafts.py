"""Made-up drafts of a given length for benchmarks: no two alike, mostly harmless, with a finding here and there."""

from __future__ import annotations

import random

_SENTENCES = (
    "Long day at Public Works and the new trucks are finally rolling on {street}.",
    "If you saw the crew out by the {place} on {day}, say hello, they have earned it this week.",
    "Call me at (770) 555-01{n:02} if the bin at {n}18 {street} was missed again.",
    "The {place} opens at {n} on {day} and there is room for everybody's grandmother.",
    "Somebody left {n} traffic cones behind the {place}, which is either art or a mistake.",
    "Proud of the team that fixed the leak near {street} before {day}.",
    "Whoever designed the parking at the {place} is an idiot, and I say so with love.",
    "My neighbor {name} says the {place} has never looked better.",
    "I heard that the {place} may close on {day}, but nobody at work has told us so.",
    "Please bring a jacket, the {place} was cold last {day} and the coffee ran out after {n} cups.",
)
_WORDS = {
    "street": ("Atlanta Road", "Concord Road", "Spring Street", "Powder Springs Street", "Church Street"),
    "place": ("library", "pool", "market", "community center", "skate park", "dog park", "playground", "depot"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "name": ("Dana Whitlock", "Teresa Moss", "Luis Ortega", "Ida Brandt", "Marcus Hale"),
}


def drafts(length: int, count: int, seed: int = 1) -> list[str]:
    """`count` different texts of exactly `length` characters; the same ones in every run."""
    draw = random.Random(seed * 100_003 + length)  # noqa: S311  made-up drafts, no secret

    def sentence() -> str:
        said = {name: draw.choice(words) for name, words in _WORDS.items()}
        return draw.choice(_SENTENCES).format(n=draw.randint(10, 99), **said)

    def text() -> str:
        out = sentence()
        while len(out) < length:
            out += " " + sentence()
        return out[:length]

    return [text() for _ in range(count)]
