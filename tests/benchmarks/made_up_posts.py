"""Posts of a town that does not exist, as many as wanted, no two alike: for measuring scans and for pictures.

Most are harmless, as in any archive; one in eight says something worth a second look. Lengths are those of posts.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

_NAMES = ("Ida Moss", "Bo Lund", "Rosa Vance", "Theo Park", "Mae Quill", "Sam Otero", "Nell Hart", "Jun Abara")
_PLACES = ("the library", "Market Street", "the senior center", "Jonquil Park", "the fire station", "the depot")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_THINGS = ("storm drain", "crosswalk", "playground", "water main", "bike lane", "street light", "picnic shelter")
_FEELINGS = ("proud", "tired", "glad", "surprised", "grateful", "curious", "hopeful", "puzzled")

_HARMLESS = (
    "Crews will close {place} on {day} from {hour} to {later} to mend the {thing}.",
    "Thank you to the {number} neighbors who came to {place} on {day}.",
    "The {thing} near {place} is open again. Crews finished {number} hours early.",
    "Registration for the {day} class at {place} opens at {hour}; there is room for {number}.",
    "{day} was long, and I am {feeling} that the {thing} by {place} finally works.",
    "Did you know that {place} lent out {number} books in one week of this month?",
    "Road work on the {thing} moves to {place} next {day}; please allow {number} more minutes.",
    "We counted {number} visitors at {place} this {day}. Come again!",
    "Recycling is picked up on {day} this week because of the holiday, starting at {hour}.",
    "Volunteers planted {number} trees around {place}. We are {feeling} to see it.",
    "The pool opens {day} at {hour}. Bring a towel and {number} friends.",
    "Power is back at {place} after {number} minutes; the {thing} needs a few hours more.",
)
_WORTH_A_LOOK = (
    "{name} called the desk again, her number is 770-555-0{number}, somebody please ring her back.",
    "Whoever designed the {thing} at {place} is a complete idiot, and {number} of us say so.",
    "I heard that council will deny the permit for {place} on {day}, {number} people told me.",
    "{name} lives at {number} Tillery Drive and still complains about the {thing}.",
    "The gate code at {place} is 4{number}#, use it after {hour}.",
    "Vote for {name} on {day}! The {thing} at {place} needs a friend in office.",
    "{name} was let go on {day} after {number} sick days, between us.",
)


def posts(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """The same ones in every run: {id, text, created_at, author, url}."""
    draw = random.Random(seed)  # noqa: S311  made-up posts, no secret
    first = datetime(2023, 1, 2, 9, tzinfo=UTC)
    for number in range(count):
        sentences = [_sentence(draw, draw.choice(_HARMLESS)) for _ in range(draw.choice((1, 1, 2, 2, 3)))]
        if draw.random() < 1 / 8:
            sentences.append(_sentence(draw, draw.choice(_WORTH_A_LOOK)))
        when = first + timedelta(hours=draw.randrange(24 * 900))
        yield {
            "id": f"p{number}",
            "text": " ".join(sentences),
            "created_at": when.isoformat(),
            "author": draw.choice(("City desk", "Parks desk", "Library")),
            "url": f"https://social.example/p/{number}",
        }


def repeated(count: int, texts: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """An archive that repeats itself: `texts` different ones, each for the first time after as many others, and in
    between those that came before, by Zipf's law. Every post has an id and a time of its own.
    """
    draw = random.Random(seed)  # noqa: S311
    known: list[dict[str, Any]] = []
    coming = posts(texts, seed)
    often = list(accumulate(1 / rank for rank in range(1, texts + 1)))
    first = datetime(2023, 1, 2, 9, tzinfo=UTC)
    for number in range(count):
        if len(known) * count <= number * texts:
            known.append(post := next(coming))
        else:
            post = known[bisect(often, draw.random() * often[len(known) - 1], hi=len(known) - 1)]
        yield post | {"id": f"p{number}", "created_at": (first + timedelta(minutes=number)).isoformat()}


def _sentence(draw: random.Random, template: str) -> str:
    return template.format(
        place=draw.choice(_PLACES),
        day=draw.choice(_DAYS),
        thing=draw.choice(_THINGS),
        feeling=draw.choice(_FEELINGS),
        name=draw.choice(_NAMES),
        number=draw.randint(100, 999),
        hour=f"{draw.randint(6, 11)}:{draw.randrange(60):02} am",
        later=f"{draw.randint(1, 8)}:{draw.randrange(60):02} pm",
    )
