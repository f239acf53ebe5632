"""An official account's draft, from what is typed to what is said: one example for each rule of official mode."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest

from companion.detectors.wording import Wording
from companion.draft import Context, Draft
from companion.finding import Finding
from companion.rules.load import load_pack
from companion.settings import rules_folder


@lru_cache(maxsize=1)
def wording() -> Wording:
    made = Wording(load_pack(rules_folder(), "smyrna"))
    made.load()
    return made


def found(text: str, mode: str = "official", **context: Any) -> dict[str, Finding]:
    around = Context.model_validate({"mode": mode, "surface": "post", "site": "facebook.com", **context})
    return {f.rule.partition("/")[0]: f for f in wording().detect(Draft(text=text, context=around))}


OFFICIAL: dict[str, tuple[str, dict[str, Any]]] = {
    "unapproved-channel": ("The library opens at noon. https://www.smyrnaga.gov/library", {"site": "tiktok.com"}),
    "missing-city-link": ("Registration opens Tuesday at 9 a.m. at the Aquatic Center.", {}),
    "off-topic": ("Happy National Donut Day!", {"surface": "comment", "reply_to": "My power is out on Ridge St"}),
    "political-campaign": ("Vote YES on the parks bond this November!", {}),
    "partisan": ("Republicans in Congress want your parks money.", {}),
    "commerce": ("Use code SMYRNA at checkout for 20% off at Lou's Pizza!", {}),
    "live-video": ("We're live from the ribbon cutting!", {"surface": "live", "media": ["video"]}),
    "image-permission": ("Look at these campers!", {"surface": "media", "media": ["image"]}),
    "official-voice": ("lol I have no idea when the pool opens", {}),
}


@pytest.mark.parametrize("rule", OFFICIAL)
def test_given_an_official_draft_then_the_rule_of_official_mode_speaks(rule: str) -> None:
    text, context = OFFICIAL[rule]
    assert rule in found(text, **context)


@pytest.mark.parametrize("rule", OFFICIAL)
def test_given_the_same_words_on_a_persons_own_account_then_it_does_not(rule: str) -> None:
    text, context = OFFICIAL[rule]
    if rule != "image-permission":  # pictures of others concern everybody
        assert rule not in found(text, mode="personal", **context)


def test_given_a_missing_link_then_one_click_adds_it_and_the_finding_is_gone() -> None:
    text, context = OFFICIAL["missing-city-link"]
    fix = found(text, **context)["missing-city-link"].fixes[0]
    mended = text[: fix.start] + fix.replacement + text[fix.end :]
    assert "https://www.smyrnaga.gov" in mended
    assert "missing-city-link" not in found(mended, **context)


@pytest.mark.parametrize("site", ["facebook.com", "x.com", "nixle.us"])
def test_given_an_approved_channel_then_nothing_is_said_of_it(site: str) -> None:
    assert "unapproved-channel" not in found("Good morning, Smyrna!", site=site)


def test_given_a_special_channel_then_it_is_good_to_know_and_no_more() -> None:
    assert found("Good morning, Smyrna!", site="instagram.com")["unapproved-channel"].severity == "info"


def test_given_a_public_meeting_then_live_video_is_fine() -> None:
    text = "The Mayor and Council meeting is live now."
    assert "live-video" not in found(text, surface="live", media=["video"])


def test_given_a_warm_and_linked_post_then_nothing_is_said() -> None:
    assert found("Story time is back on Saturday at 10! Come sing with us: https://www.smyrnaga.gov/library") == {}
