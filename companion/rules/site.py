"""A site's definition, whole: shared_rules/sites/<host>.yaml. The extension reads it; site.schema.json is made of it.

The companion itself needs only what `companion.rules.model.Site` takes from the same file.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from companion.draft import Media, Mode, Surface
from companion.rules.model import Counting, Part, Words

Css = Annotated[Words, Field(json_schema_extra={"format": "css-selector"})]
Regex = Annotated[Words, Field(json_schema_extra={"format": "regex"})]
Host = Annotated[str, StringConstraints(pattern=r"^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$")]


class Selector(Part):
    """Where something stands on the page, and how sure we are of it. Lists are in order of trust."""

    css: Css
    certainty: Literal["source", "several", "one", "guess"] = Field(
        description="`source`: the site's own code or documents; `several`, `one`: so many public tools; `guess`: none."
    )
    seen: Words = Field(description="Where it was seen, and when.")


class TextAt(Selector):
    """A selector of something that is read, and not only looked for."""

    read: Words | None = Field(None, description="The attribute that holds it; the visible text when left out.")
    pattern: Regex | None = Field(
        None, description="JavaScript regular expression: its first group is what counts; no match, no value."
    )


class MediaMark(Selector):
    kind: Media = "image"


class Shared(Part):
    """What a draft passes on: a quoted or shared post inside the composer."""

    text: tuple[TextAt, ...] = ()
    author: tuple[TextAt, ...] = ()


class SiteSurface(Part):
    """One kind of place to write at. The first surface of a file whose `compose` matches is taken."""

    surface: Surface
    path: Regex | None = Field(None, description="Only where the address (path and query) matches this.")
    compose: tuple[Selector, ...] = Field((), description="The field itself, as the person types in it.")
    submit: tuple[Selector, ...] = Field((), description="What publishes it when pressed.")
    words: tuple[Words, ...] = Field((), description="Whole names of buttons that publish, where no selector matches.")
    keys: tuple[Literal["Enter", "Ctrl+Enter"], ...] = Field((), description="Keys that publish; Ctrl is Cmd on a Mac.")
    limit: int | None = Field(None, gt=0, description="Longest text, counted as `counting` says; null when unknown.")
    within: tuple[Selector, ...] = Field(
        (), description="What holds this field with its accessories; a form, dialog or article when left out."
    )
    reply_to: tuple[TextAt, ...] = Field((), description="The text that is answered.")
    acting_as: tuple[TextAt, ...] = Field((), description="The name one writes under, where the field itself says it.")
    shared: Shared = Shared()
    media: tuple[MediaMark, ...] = Field((), description="Exists within the holder while something is attached.")


class Profile(Part):
    """The person's own profile page."""

    own: tuple[Selector, ...] = Field((), description="Exists only on one's own profile: “Edit profile”.")
    name: tuple[TextAt, ...] = ()
    text: tuple[TextAt, ...] = Field((), description="What the profile says of its owner.")


class Feed(Part):
    """What a page scan reads: each item, and inside of it the rest."""

    item: tuple[Selector, ...] = ()
    author: tuple[TextAt, ...] = ()
    time: tuple[TextAt, ...] = ()
    permalink: tuple[TextAt, ...] = ()
    text: tuple[TextAt, ...] = ()


class SiteFile(Part):
    title: Words
    hosts: tuple[Host, ...] = Field(description="The first is what the site is called by; `*.` stands for any before.")
    markers: tuple[Selector, ...] = Field((), description="For software that runs anywhere: how a page is recognised.")
    default_mode: Mode = "personal"
    counting: Counting = "characters"
    acting_as: tuple[TextAt, ...] = Field((), description="The account, where the page says it outside of the field.")
    live: tuple[Selector, ...] = Field((), description="Pressing it starts, or offers to start, a live broadcast.")
    profile: Profile = Profile()
    feed: Feed = Feed()
    surfaces: tuple[SiteSurface, ...]
