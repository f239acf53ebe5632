"""What a clerk writes: packs, rules, sites. The JSON Schemas in shared_rules/schema are written from these classes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from companion.draft import MODES, SURFACES, Context, Employment, Media, Mode, Surface
from companion.finding import Hold, Severity

Source = Literal[
    "text", "profile_text", "reply_to", "previous_text", "shared_text", "shared_author", "acting_as", "pasted_text"
]

ToneClass = Literal["toxicity", "severe_toxicity", "obscene", "threat", "insult", "identity_attack"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Level = Literal["low", "medium", "high"]
Counting = Literal["characters", "weighted", "graphemes"]
"""How a site counts up to its limit: code points; as X does (a link is 23, an emoji 2); what readers call letters."""


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class WordDistance(Part):
    words: int = Field(ge=1, le=100, description="Words to either side of the first part's match.")


Within = Literal["sentence", "text"] | WordDistance | None


class ContextIs(Part):
    """Holds when every field given matches the draft's context."""

    mode: list[Mode] | None = None
    surface: list[Surface] | None = None
    site: list[str] | None = Field(None, description="Site ids, as in shared_rules/sites, or host names.")
    other_site: list[str] | None = Field(None, description="The site is known, and none of these.")
    media: list[Media] | None = Field(None, description="At least one of these is attached.")
    employment: list[Employment] | None = Field(
        None, description="The writer has said so of their work for the City; never guessed from a text."
    )
    has: list[Source] | None = Field(None, description="These texts are known and not empty.")


class Changed(Part):
    """Holds when `text` says something else than `previous_text`; marks the words that are new."""

    weighty: Words = Field(description="A lexicon of words that never stand for one another: days, not, open, closed.")
    light: Words = Field(description="A lexicon of words that may come and go without a change of meaning.")


class SharesWords(Part):
    """Holds when a word, or another form of it, stands both in the draft and in the text it is compared with."""

    source: Source = Field(alias="with")
    light: Words = Field(description="A lexicon of words that say nothing of a topic.")


class Node(Part):
    """One part of a rule's `when`: exactly one of the tests, and what narrows it."""

    phrase: list[Words] | Words | None = Field(None, description="Words or phrases; see the phrase language.")
    lexicon: Words | None = Field(None, description="A list of phrases: lexicons/<name>.txt.")
    pattern: list[Words] | Words | None = Field(
        None, description="A regular expression (RE2 syntax, any case). A group named `words` marks what to underline."
    )
    entity: list[Words] | Words | None = Field(None, description="Kinds of personal data, as Presidio names them.")
    like: Words | None = Field(None, description="Sentences that read like the examples in meanings/<name>.txt.")
    unlike: Words | None = Field(None, description="Holds where no sentence reads like the examples of this meaning.")
    listed: list[Words] | Words | None = Field(
        None, description="Terms of confidential lists: the lists' names, or `any` for every list there is."
    )
    tone: ToneClass | None = Field(
        None, description="Words that the tone model takes for this, where it is at least `min_score` sure (0.5)."
    )
    context: ContextIs | None = None
    changed: Changed | None = None
    shares_words: SharesWords | None = None
    absent: Node | None = Field(None, description="Holds when this is found nowhere in the sources of `in`.")
    all_: list[Node] | None = Field(None, alias="all", description="Every part holds; the first marks the words.")
    any_: list[Node] | None = Field(None, alias="any", description="At least one part holds.")
    not_: Node | None = Field(None, alias="not", description="This part does not hold here.")

    in_: list[Source] | Source = Field("text", alias="in", description="The texts to look in; only `text` marks words.")
    within: Within = Field(None, description="For `all`: how near the parts must stand to each other.")
    disguised: bool = Field(False, description="For `lexicon`: also find disguised spellings (1d1ot, i d i o t).")
    case: bool = Field(False, description="For `phrase` and `pattern`: capitals matter.")
    min_score: Annotated[float, Field(ge=0, le=1)] | Level | None = Field(
        None, description="For `entity` (0 if not given; a number or a level) and `tone` (0.5): the least that counts."
    )

    @model_validator(mode="after")
    def _exactly_one_test(self) -> Node:
        words = (
            "phrase",
            "lexicon",
            "pattern",
            "entity",
            "like",
            "unlike",
            "listed",
            "tone",
            "context",
            "changed",
            "shares_words",
        )
        tests = (*words, "absent", "all_", "any_", "not_")
        given = [t.rstrip("_") for t in tests if getattr(self, t) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            raise ValueError(f"one test is needed here ({', '.join(t.rstrip('_') for t in tests)}), found {found}")
        return self


class Support(Part):
    """What makes a finding surer, or less sure, when it stands near the words that were found."""

    when: Node
    within: Literal["sentence", "text"] | WordDistance = Field(
        "sentence", description="How near: in the sentence of the words found, anywhere, or so many words around them."
    )
    confidence: float = Field(
        ge=-1, le=1, description="What it adds to the rule's confidence; below zero it takes away."
    )


class FixRule(Part):
    """How a finding can be mended with one click."""

    label: Words
    remove: Literal["words", "sentence"] | None = None
    replace: str | None = Field(
        None,
        description="New words; {words}, {small} (in small letters), {last4} and {first} (letter) may be used.",
    )
    over: Literal["words", "sentence"] = Field("words", description="For `replace`: what the new words stand for.")
    soften: dict[Words, Words] | None = Field(
        None, description="Words → milder ones for them; offered where one of them is all or part of what is marked."
    )
    insert: Words | None = Field(None, description="Text to add; {disclaimer.full} and {disclaimer.short} may be used.")
    at: Literal["start", "end"] = "end"
    also_before: list[Words] = Field(
        default_factory=list,
        description="For `remove: words`: phrases right before the words that go with them (“at”).",
    )
    also_after: list[Words] = Field(
        default_factory=list, description="For `remove: words`: phrases right after the words that go with them."
    )

    @model_validator(mode="after")
    def _exactly_one_way(self) -> FixRule:
        if sum(way is not None for way in (self.remove, self.replace, self.soften, self.insert)) != 1:
            raise ValueError("a fix has one of remove, replace, soften, insert")
        return self


class Example(Part):
    """A draft in a rule's own tests. A plain string means: a personal post."""

    text: str
    mode: Mode | None = None
    surface: Surface | None = None
    site: str | None = None
    context: dict[str, str | list[str]] = Field(default_factory=dict)
    words: list[str] | str | None = Field(None, description="The exact words that must be marked, in order.")
    severity: Severity | None = None
    lists: dict[str, list[Words]] = Field(
        default_factory=dict, description="For `listed`: what stands on which confidential list, in this test only."
    )

    def as_context(self, modes: tuple[Mode, ...], surfaces: tuple[Surface, ...]) -> Context:
        """The example's context; what it leaves open is the rule's first mode and surface."""
        mode = self.mode or ("personal" if "personal" in modes else modes[0])
        surface = self.surface or ("post" if "post" in surfaces else surfaces[0])
        return Context.model_validate({"mode": mode, "surface": surface, "site": self.site, **self.context})


class Rule(Part):
    """One rule, one file; its id is its path."""

    clause: list[Words] = Field(min_length=1, description="Clauses of the policy, as listed in pack.yaml.")
    modes: tuple[Mode, ...] = MODES
    surfaces: tuple[Surface, ...] = SURFACES
    severity: Severity
    confidence: float = Field(0.8, ge=0, le=1)
    title: Words
    message: Words = Field(description="What may be the matter, in one sentence; {words} stands for the words found.")
    why: Words = Field(description="The reason, in one or two sentences.")
    when: Node
    except_: list[Node] = Field(
        default_factory=list, alias="except", description="A match that one of these overlaps is dropped."
    )
    supports: list[Support] = Field(
        default_factory=list, description="Evidence near by that makes a match surer or less sure."
    )
    least: float = Field(0.0, ge=0, le=1, description="A match that is less sure than this says nothing.")
    report: Literal["each", "once", "text"] = Field(
        "each", description="A finding for each match, for the first, or one about the whole text."
    )
    hold: Hold | None = Field(
        None, description="`sentence`: not shown while the writer is still typing the sentence it is about."
    )
    fixes: list[FixRule] = Field(default_factory=list)
    contacts: list[Words] = Field(default_factory=list)
    fires: list[Example | str] = Field(default_factory=list)
    quiet: list[Example | str] = Field(default_factory=list)


class Clause(Part):
    title: Words
    text: Words


class Contact(Part):
    name: Words
    how: Words


class Disclaimers(Part):
    full: Words
    short: Words


class Levels(Part):
    """How sure a recogniser has to be for each level of confidence."""

    low: float = Field(0.35, ge=0, le=1, description="Could be: by its look alone, or what the model guessed.")
    medium: float = Field(0.55, ge=0, le=1, description="Probably: the model read it with what belongs to it.")
    high: float = Field(0.7, ge=0, le=1, description="A pattern, a check digit or a word beside it says what it is.")

    @model_validator(mode="after")
    def _rising(self) -> Levels:
        if not self.low <= self.medium <= self.high:
            raise ValueError("low, medium and high should rise")
        return self


class PackFile(Part):
    """pack.yaml: what the rules share."""

    title: Words
    version: Words
    engine: int = Field(description="The rule language's number this pack is written for.")
    policy: Words
    clauses: dict[str, Clause]
    contacts: dict[str, Contact]
    disclaimers: Disclaimers
    severity: dict[Words, dict[Words, Severity]] = Field(
        default_factory=dict,
        description="Severities of this policy's own: `everywhere` or a site's id → a rule or theme → its severity.",
    )
    confidence: Levels = Field(
        default_factory=Levels, description="Where low, medium and high begin, for rules that say `min_score: high`."
    )
    anyone: list[Words] = Field(
        default_factory=list,
        description="Themes and rules that hold for whoever writes: all that a page scan says of what others wrote.",
    )
    redact: list[Words] = Field(
        default_factory=list,
        description="Themes whose marked words are replaced in a copy that somebody is asked for help with.",
    )


class SiteSurface(Part):
    """What the companion needs of a site's surface; `companion.rules.site` is the whole (docs/sites.md)."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    surface: Surface
    limit: int | None = None


class Site(Part):
    model_config = ConfigDict(extra="ignore", frozen=True)

    title: Words
    hosts: list[Words]
    counting: Counting = "characters"
    surfaces: list[SiteSurface]
