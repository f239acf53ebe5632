"""Given an export of a site, when read, then its posts, with when, where and by whom."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Foreword
from tests.scan.reading import Seen, written


def as_facebook_writes(text: str) -> str:
    """Each byte of the UTF-8 as a letter of its own."""
    return text.encode().decode("latin-1")


def test_given_a_facebook_export_then_posts_comments_and_captions_with_their_letters_mended(tmp_path: Path) -> None:
    posts = [
        {
            "timestamp": 1714557600,
            "data": [{"post": as_facebook_writes("Café’s open 😀")}, {"update_timestamp": 1}],
            "attachments": [
                {"data": [{"media": {"uri": "a.jpg", "description": as_facebook_writes("The pier at 7 ☀")}}]}
            ],
            "title": "Town updated its status.",
        },
        {"timestamp": 1714557601, "attachments": [{"data": [{"media": {"uri": "b.jpg"}}]}]},
    ]
    comment = {"timestamp": 1714557602, "comment": "Thank you", "author": "Town of Harbor"}
    comments = {"comments_v2": [{"timestamp": 1714557602, "data": [{"comment": comment}], "title": "x"}]}
    written(tmp_path, "posts/your_posts_1.json", json.dumps(posts))
    written(tmp_path, "comments/comments.json", json.dumps(comments))
    seen = Seen(tmp_path)
    assert seen.texts == ["Thank you", "Café’s open 😀\nThe pier at 7 ☀"]
    answer, post = seen.items
    assert (answer.context.surface, answer.author) == ("comment", "Town of Harbor")
    assert (post.context.surface, post.context.site, post.time) == ("post", "facebook.com", "2024-05-01T10:00:00Z")
    assert seen.formats == ["Facebook export", "Facebook export"]


def test_given_facebook_messages_and_profile_then_messages_and_a_profile(tmp_path: Path) -> None:
    thread = {
        "participants": [{"name": "Ida"}],
        "messages": [{"sender_name": "Ida", "timestamp_ms": 1714557600123, "content": "Hello"}],
        "title": "Ida",
    }
    profile = {"profile_v2": {"name": {"full_name": "Ida Moss"}, "intro_bio": {"name": "Clerk"}, "emails": {}}}
    written(tmp_path, "a/message_1.json", json.dumps(thread))
    written(tmp_path, "b/profile_information.json", json.dumps(profile))
    message, about = Seen(tmp_path).items
    assert (message.text, message.context.surface, message.author) == ("Hello", "message", "Ida")
    assert message.time == "2024-05-01T10:00:00Z"
    assert (about.text, about.context.surface) == ("Ida Moss\nClerk", "profile")


def test_given_an_instagram_export_then_captions_comments_and_the_bio(tmp_path: Path) -> None:
    posts = [{"media": [{"uri": "a.jpg", "creation_timestamp": 1714557600, "title": as_facebook_writes("Été 🌊")}]}]
    reels = {"ig_reels_media": [{"media": [{"uri": "a.mp4", "creation_timestamp": 1714557600, "title": "A reel"}]}]}
    comments = [{"string_map_data": {"Comment": {"value": "Nice"}, "Time": {"timestamp": 1714557600}}}]
    labels = [{"timestamp": 1714557600, "media": [], "label_values": [{"label": "Caption", "value": "New shape"}]}]
    for number, part in enumerate([posts, reels, comments, labels]):
        written(tmp_path, f"{number}.json", json.dumps(part))
    seen = Seen(tmp_path)
    assert seen.texts == ["Été 🌊", "A reel", "Nice", "New shape"]
    assert [item.context.surface for item in seen.items] == ["post", "post", "comment", "post"]
    assert {item.context.site for item in seen.items} == {"instagram.com"}
    assert {item.time for item in seen.items} == {"2024-05-01T10:00:00Z"}


def test_given_an_x_archive_then_tweets_notes_messages_and_the_profile(tmp_path: Path) -> None:
    tweet = {
        "id_str": "42",
        "full_text": "Rain &amp; wind",
        "created_at": "Wed May 01 10:00:00 +0000 2024",
        "in_reply_to_status_id_str": "41",
    }
    message = {"messageCreate": {"id": "7", "senderId": "1", "text": "Hi", "createdAt": "2024-05-01T10:00:00.000Z"}}
    note = {"noteTweetId": "9", "createdAt": "2024-05-01T10:00:00.000Z", "core": {"text": "Long"}}
    files = {
        "tweets": [{"tweet": tweet}],
        "note_tweet": [{"noteTweet": note}],
        "direct_messages": [{"dmConversation": {"conversationId": "1-2", "messages": [message]}}],
        "profile": [{"profile": {"description": {"bio": "Clerk", "website": "", "location": "Harbor"}}}],
    }
    for name, content in files.items():
        written(tmp_path, f"data/{name}.js", f"window.YTD.{name}.part0 = {json.dumps(content)}")
    direct, long, profile, short = Seen(tmp_path).items
    assert (short.text, short.id, short.link) == ("Rain & wind", "42", "https://x.com/i/status/42")
    assert (short.context.surface, short.context.site, short.time) == ("reply", "x.com", "2024-05-01T10:00:00Z")
    assert (direct.text, direct.context.surface) == ("Hi", "message")
    assert (long.text, long.time) == ("Long", "2024-05-01T10:00:00Z")
    assert (profile.text, profile.context.surface) == ("Clerk\nHarbor", "profile")


def test_given_a_mastodon_outbox_then_words_without_markup_and_no_boosts(tmp_path: Path) -> None:
    public = "https://www.w3.org/ns/activitystreams#Public"
    note = {
        "type": "Note",
        "id": "https://social.example/1",
        "summary": "A warning",
        "content": '<p>Hi <a href="x">@<span>ida</span></a><br>again</p><p>Two</p>',
        "published": "2024-05-01T10:00:00Z",
        "inReplyTo": "https://social.example/0",
        "attachment": [{"type": "Document", "name": "A pier"}],
        "to": [public],
    }
    private = {**note, "summary": None, "content": "<p>psst</p>", "attachment": [], "to": ["https://x.example/users/a"]}
    outbox = {
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": "OrderedCollection",
        "orderedItems": [
            {"type": "Create", "object": note},
            {"type": "Announce", "object": "https://elsewhere.example/9"},
            {"type": "Create", "object": private},
        ],
    }
    seen = Seen(written(tmp_path, "outbox.json", json.dumps(outbox)))
    assert seen.texts == ["A warning\nHi @ida\nagain\nTwo\nA pier", "psst"]
    assert [item.context.surface for item in seen.items] == ["reply", "message"]
    assert seen.items[0].context.site == "social.example"
    assert seen.unread == []


def test_given_a_part_of_an_export_without_posts_then_it_is_named_and_no_mistake(tmp_path: Path) -> None:
    seen = Seen(written(tmp_path, "ads.js", 'window.YTD.ad_engagements.part0 = [{"ad": {"x": 1}}]'))
    (unread,) = seen.unread
    assert unread.why.startswith("It holds nothing that Foreword knows as a post")
    assert not unread.is_mistake


def test_given_an_element_of_another_shape_then_it_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    posts = [{"timestamp": 1, "data": [{"post": "one"}]}, {"timestamp": 1, "data": True}, {"data": [{"post": "three"}]}]
    seen = Seen(written(tmp_path, "posts.json", json.dumps(posts)), "facebook")
    assert seen.texts == ["one", "three"]
    assert seen.whys == ["item 2: It has another shape than such an export has had so far; Foreword may be older."]


def test_given_an_export_that_breaks_off_then_what_came_before_counts_and_nothing_is_quoted(tmp_path: Path) -> None:
    whole = "window.YTD.tweets.part0 = " + json.dumps([{"tweet": {"full_text": f"canary {n}"}} for n in range(3)])
    seen = Seen(written(tmp_path, "tweets.js", whole[:-20]))
    assert seen.texts == ["canary 0", "canary 1"]
    assert seen.whys == ["after item 2: The JSON breaks off or breaks here; what follows was not read."]


def test_given_an_element_of_more_than_a_record_may_have_then_it_is_said(tmp_path: Path) -> None:
    long = json.dumps([{"text": "short"}, {"text": "x" * 300_000}])
    seen = Seen(written(tmp_path, "rows.json", long))
    assert seen.texts == ["short"]
    assert seen.whys == ["file: One of its elements is longer than 100,000 bytes. What follows was not read."]


def test_given_an_export_of_a_version_nobody_knows_then_that_is_said_and_the_exit_code_is_1(
    foreword: Foreword, tmp_path: Path
) -> None:
    newer = json.dumps({"posts_v9": [{"body_v9": {"words": "canary"}}, {"body_v9": {"words": "canary"}}]}, indent=1)
    printed = foreword("scan", str(written(tmp_path, "your_posts.json", newer)), "--format", "facebook")
    assert printed.code == 1
    assert "Nothing was checked" in printed.out
    assert "the export may be newer" in " ".join(printed.out.split())
    assert "canary" not in printed.out


def test_given_an_archive_of_a_version_nobody_knows_then_that_is_said_and_the_rest_is_checked(
    foreword: Foreword, tmp_path: Path
) -> None:
    written(tmp_path, "x/data/tweets.js", 'window.YTD.tweets.part0 = [{"tweet_v9": {"words": "canary"}}]')
    written(
        tmp_path, "x/data/tweets-part1.js", 'window.YTD.tweets.part1 = [{"tweet": {"full_text": "What an idiot."}}]'
    )
    printed = foreword("scan", str(tmp_path / "x"))
    assert printed.code == 1
    assert "1 item checked" in printed.out
    assert "canary" not in printed.out
    assert "may be" in " ".join(printed.out.split())


def test_given_facebook_posts_with_pictures_then_they_are_no_instagram_export_and_albums_are_read(
    tmp_path: Path,
) -> None:
    media = {"uri": "a.jpg", "creation_timestamp": 1714557600, "description": as_facebook_writes("The pier – at 7")}
    posts = [{"timestamp": 1714557600, "attachments": [{"data": [{"media": media}]}], "data": [{"post": "Open"}]}]
    answer = {"timestamp": 1714557700, "comment": "Lovely", "author": "Bo"}
    album = {"name": "Pier", "photos": [{**media, "title": "Pier", "comments": [answer]}], "cover_photo": {"uri": "a"}}
    written(tmp_path, "album/0.json", json.dumps(album))
    written(tmp_path, "posts.json", json.dumps(posts))
    written(tmp_path, "videos.json", json.dumps({"videos_v2": [{"creation_timestamp": 1, "description": "A film"}]}))
    seen = Seen(tmp_path)
    assert seen.texts == ["Pier\nThe pier – at 7", "Lovely", "Open\nThe pier – at 7", "A film"]
    assert {item.context.site for item in seen.items} == {"facebook.com"}
    assert (seen.items[1].author, seen.items[1].context.surface) == ("Bo", "comment")


def test_given_parts_of_exports_that_hold_no_posts_then_none_is_a_mistake(tmp_path: Path) -> None:
    follower = {"title": "", "media_list_data": [], "string_list_data": [{"value": "bo", "timestamp": 1714557600}]}
    written(tmp_path, "connections/followers_1.json", json.dumps([follower]))
    written(tmp_path, "data/manifest.js", 'window.__THAR_CONFIG = {"userInfo": {"accountId": "1"}}')
    written(tmp_path, "your_facebook_activity/polls/polls.json", json.dumps({"poll_votes": [{"name": "x"}]}))
    seen = Seen(tmp_path)
    assert seen.items == []
    assert [one.is_mistake for one in seen.unread] == [False, False, False]
