"""The side panel: what a person asks for, sees and keeps; page, extension and companion are the real ones."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.panel import open_page, open_panel, paired

__all__ = ["paired"]

AXE = (Path(__file__).parent / "editors" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def test_given_a_page_when_scanned_whole_then_findings_of_everybody_are_listed_worst_first(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    expect(panel.page.locator("#groups h3")).to_have_text([r"Likely harm 1", "Second look 1", "Consider 1"])
    expect(panel.rows.first).to_contain_text("@kim_rowe")
    expect(panel.rows.first.locator("mark")).to_have_text("536-22-8714")
    expect(panel.not_checked).to_contain_text("A picture that is only called “Image”")
    assert paired.ask({"kind": "state"})["sites"] == []


def test_given_my_name_then_only_my_words_are_looked_at_and_the_name_is_remembered(fresh_browser: Browser) -> None:
    # A browser of its own: a name that is known makes "what I wrote" the first choice from then on.
    panel = open_panel(fresh_browser, open_page(fresh_browser, "news.example.org", "blog.html"))
    panel.choose("what I wrote")
    panel.page.get_by_label("My name on this page").fill("nobody here")
    panel.scan()
    panel.until_done()
    expect(panel.page.get_by_text("There is nothing to read here that Foreword could look at.")).to_be_visible()
    panel = open_panel(fresh_browser, open_page(fresh_browser, "x.com", "x_feed.html"))
    panel.choose("what I wrote")
    expect(panel.page.get_by_label("My name on this page")).to_have_value("jordan_avery")
    panel.scan()
    panel.until_done()
    expect(panel.rows).to_have_count(2)
    expect(panel.rows.first).to_contain_text("@jordan_avery (you)")
    panel = open_panel(fresh_browser, open_page(fresh_browser, "x.com", "x_feed.html"))
    expect(panel.page.get_by_role("radio", name="what I wrote", include_hidden=True)).to_be_checked()


def test_given_what_others_wrote_then_rules_about_my_own_role_say_nothing(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "news.example.org", "blog.html"), "page")
    panel.until_done()
    titles = panel.rows.locator("h4").all_inner_texts()
    assert "May read as a personal insult" in titles
    assert not [title for title in titles if "disclaimer" in title]
    expect(panel.rows.get_by_role("button", name="Suggest a correction")).to_have_count(0)


def test_given_findings_then_they_can_be_grouped_filtered_and_searched(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    panel.page.get_by_label("Group by").select_option("author")
    expect(panel.page.locator("#groups h3")).to_have_text(["@kim_rowe 1", "@jordan_avery (you) 2"])
    panel.page.get_by_role("button", name=re.compile("Likely harm")).click()
    expect(panel.rows).to_have_count(2)
    panel.page.get_by_label("Search the findings").fill("MORON insult")
    expect(panel.rows).to_have_count(1)
    panel.page.get_by_label("Search the findings").fill("no such words")
    expect(panel.page.get_by_text("Nothing matches this choice.")).to_be_visible()


def test_given_a_finding_then_show_marks_its_words_on_the_page_and_explain_names_the_clause(
    paired: Browser,
) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    insult = panel.rows.filter(has_text="insult")
    insult.get_by_role("button", name="Show on the page").click()
    marked = "() => [...(CSS.highlights.get('fw-scan-words') ?? [])].join('')"
    panel.site.wait_for_function(f"({marked})() === 'complete moron'")
    insult.get_by_text("Why, and whom to ask").click()
    expect(insult).to_contain_text("Respect the audience")


def test_given_my_post_then_a_correction_is_ready_marked_as_edited_and_checked_itself(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    insult = panel.rows.filter(has_text="personal insult")
    insult.get_by_role("button", name="Suggest a correction").click()
    wording = insult.get_by_label("A wording for your correction")
    expect(wording).to_have_value(re.compile(r"^Edited: .*my own", re.DOTALL))
    assert "moron" not in wording.input_value()
    expect(insult.get_by_text("Checked: nothing to say about the new wording.")).to_be_visible()
    wording.fill("Edited: whoever planned it is an idiot")
    wording.press("Tab")
    expect(insult.get_by_text("Still found in the new wording")).to_be_visible()


def test_given_a_scan_then_it_is_kept_as_table_and_as_json_without_a_word_leaving_the_computer(
    paired: Browser, tmp_path: Path
) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    with panel.page.expect_download() as download:
        panel.page.get_by_role("button", name="Save as table").click()
    assert re.fullmatch(r"foreword-x\.com-\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename)
    download.value.save_as(tmp_path / "scan.csv")
    rows = list(csv.DictReader((tmp_path / "scan.csv").read_text("utf-8-sig").splitlines()))
    assert [row["severity"] for row in rows] == ["warning", "advice", "serious", "not checked"]
    assert {row["author"] for row in rows} == {"'@kim_rowe", "'@jordan_avery", ""}
    with panel.page.expect_download() as download:
        panel.page.get_by_role("button", name="Save as JSON").click()
    download.value.save_as(tmp_path / "scan.json")
    told = json.loads((tmp_path / "scan.json").read_text("utf-8"))
    assert told["counts"] == {"serious": 1, "warning": 1, "advice": 1, "info": 0}
    assert told["address"] == panel.site.url
    assert "II.6" in told["clauses"]
    known = r"http://127\.0\.0\.1:|chrome-extension:|data:|blob:|https://[\w.]+/(\?\d+|favicon\.ico|elsewhere)?$"
    assert [url for url in paired.requests if not re.match(known, url)] == []


def test_given_print_then_a_page_of_its_own_has_title_counts_findings_and_clauses(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    with paired.context.expect_page() as opened:
        panel.page.get_by_role("button", name="Print").click()
    report = opened.value.locator("#report")
    expect(report.get_by_role("heading", name="Page scan")).to_be_visible()
    for words in ("Home / X", panel.site.url, "6 texts looked at on", "536-22-8714", "Respect the audience"):
        expect(report).to_contain_text(words)
    expect(report.get_by_role("row", name="Likely harm")).to_contain_text("1")


def test_given_the_page_goes_away_in_the_middle_then_the_panel_says_so_and_keeps_what_it_has(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    panel.site.goto("https://news.example.org/elsewhere")
    expect(panel.page.get_by_role("alert").filter(has_text="The page has changed or was closed")).to_be_visible()
    expect(panel.rows).to_have_count(3)
    panel.rows.first.get_by_role("button", name="Show on the page").click()
    expect(panel.page.get_by_text("This is no longer on the page")).to_be_visible()


def test_given_a_page_the_browser_keeps_to_itself_then_the_panel_says_how_a_scan_is_asked_for(paired: Browser) -> None:
    panel = open_panel(paired, paired.own_page("report.html"))
    expect(panel.page.get_by_role("alert")).to_contain_text("Press the Foreword button in the toolbar")


def test_given_a_panel_of_320_pixels_then_nothing_runs_off_its_side(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "news.example.org", "blog.html"), "page")
    panel.page.set_viewport_size({"width": 320, "height": 700})
    panel.until_done()
    panel.rows.first.get_by_text("Why, and whom to ask").click()
    assert panel.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_given_panel_profile_and_report_then_axe_finds_no_violation(
    paired: Browser, scheme: Literal["light", "dark"]
) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.page.emulate_media(color_scheme=scheme)
    panel.until_done()
    panel.rows.first.get_by_text("Why, and whom to ask").click()
    panel.rows.filter(has_text="insult").get_by_role("button", name="Suggest a correction").click()
    assert violations(panel.page) == []
    with paired.context.expect_page() as opened:
        panel.page.get_by_role("button", name="Print").click()
    opened.value.emulate_media(color_scheme=scheme)
    opened.value.locator("#report h2").first.wait_for()
    assert violations(opened.value) == []
    panel = open_panel(paired, open_page(paired, "x.com", "x_profile.html"), "profile")
    panel.page.emulate_media(color_scheme=scheme)
    panel.page.get_by_text("Worth a look").wait_for()
    assert violations(panel.page) == []


def violations(page: Page) -> list[str]:
    """What axe-core finds; asked over the debugger, which no content security policy stops."""
    devtools = page.context.new_cdp_session(page)
    ask = "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html)))"
    devtools.send("Runtime.evaluate", {"expression": AXE})
    answer = devtools.send("Runtime.evaluate", {"expression": ask, "awaitPromise": True, "returnByValue": True})
    found: list[str] = answer["result"]["value"]
    return found


def test_given_the_keyboard_alone_then_a_scan_is_made_and_a_finding_shown(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"))
    panel.page.get_by_role("button", name="Scan", exact=True).press("Enter")
    panel.until_done()
    panel.rows.first.get_by_role("button", name="Show on the page").press("Enter")
    panel.site.wait_for_function("CSS.highlights.has('fw-scan-words')")


def test_given_a_profile_then_each_part_is_looked_at_with_wording_to_paste(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_profile.html"), "profile")
    profile = panel.page.locator("#profile")
    expect(profile.get_by_role("heading", name="The profile “@jordan_avery”")).to_be_visible()
    for title in ("May need a disclaimer in the profile", "May make the profile look official", "May show a City mark"):
        expect(profile.get_by_role("heading", name=title).first).to_be_visible()
    email = profile.locator(".row").filter(has_text="City e-mail address")
    expect(email.locator("blockquote")).to_have_text("Building inspector, City of Smyrna. Bass player, dad of four.")
    expect(profile).to_contain_text("Needs your answer above")
    expect(profile).to_contain_text("1 picture without a description")


def test_given_that_i_work_for_the_city_then_the_site_is_offered_once_and_never_after_a_no(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_profile.html"), "profile")
    panel.page.get_by_role("button", name="Yes, I do").click()
    offer = panel.page.get_by_text("You say here that you work for the City.")
    expect(offer).to_be_visible()
    expect(panel.page.get_by_text("Links the profile to the City")).to_be_visible()
    panel.page.get_by_role("button", name="No, and do not ask again").click()
    expect(offer).to_have_count(0)
    panel = open_panel(paired, open_page(paired, "x.com", "x_profile.html"), "profile")
    expect(panel.page.get_by_text("Shows that you work for the City")).to_be_visible()
    expect(panel.page.get_by_text("You say here that you work for the City.")).to_have_count(0)
    assert paired.ask({"kind": "state"})["sites"] == []


def test_given_that_the_work_has_ended_then_the_profile_is_told_to_say_so_with_wording(paired: Browser) -> None:
    options = paired.own_page("options.html")
    options.get_by_label("My work for the City ended on").first.check()
    options.locator("#ended-on").fill("2026-03-31")
    expect(options.locator("#work-result")).to_have_text("Saved.")
    panel = open_panel(paired, open_page(paired, "x.com", "x_profile.html"), "profile")
    row = panel.page.locator("#profile .row").filter(has_text="Still shows the work you left")
    expect(row.locator("blockquote").first).to_have_text(re.compile(r"^Former Building inspector"))
    options.reload()
    expect(options.locator("#ended-on")).to_have_value("2026-03-31")


def test_given_no_companion_then_basic_checks_run_and_the_panel_says_that_they_are_all(fresh_browser: Browser) -> None:
    panel = open_panel(fresh_browser, open_page(fresh_browser, "x.com", "x_feed.html"), "page")
    panel.until_done()
    expect(panel.page.locator("#notice")).to_contain_text("Basic checks only.")
    expect(panel.rows.filter(has_text="complete moron").first).to_be_visible()
    expect(panel.not_checked).to_contain_text("partly checked")


def test_given_a_companion_restarted_midway_then_the_scan_goes_on_where_it_was(
    fresh_browser: Browser, tmp_path: Path
) -> None:
    companion = Companion(tmp_path / "state").start()
    try:
        fresh_browser.pair(companion)
        site = open_page(fresh_browser, "list.example.org", "endless.html")
        site.evaluate("add(290)")
        panel = open_panel(fresh_browser, site)
        panel.scan()
        expect(panel.progress).to_contain_text(re.compile(r"^(1[0-9]|[2-9][0-9]|1\d\d) of 300"), timeout=30_000)
        companion.stop()
        expect(panel.page.locator("#notice")).to_contain_text("The companion stopped answering.")
        companion.start()
        expect(panel.progress).to_contain_text("300 texts looked at in", timeout=60_000)
        expect(panel.page.locator("#notice")).to_be_hidden()
    finally:
        companion.stop()


def test_given_a_worker_put_to_sleep_in_the_middle_then_the_scan_goes_on(paired: Browser) -> None:
    site = open_page(paired, "list.example.org", "endless.html")
    site.evaluate("add(190)")
    panel = open_panel(paired, site)
    panel.scan()
    expect(panel.progress).to_contain_text(re.compile(r"^[1-9]\d* of 200"))
    devtools = paired.context.new_cdp_session(panel.page)
    states: list[str] = []
    devtools.on(
        "ServiceWorker.workerVersionUpdated",
        lambda event: states.extend(version["runningStatus"] for version in event["versions"]),
    )
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")
    panel.until_done()
    expect(panel.progress).to_contain_text("200 texts looked at in")
    assert "stopped" in states


def test_given_stop_then_nothing_more_is_looked_at_and_what_was_left_is_named(paired: Browser) -> None:
    site = open_page(paired, "list.example.org", "endless.html")
    site.evaluate("add(990)")
    panel = open_panel(paired, site)
    panel.scan()
    panel.page.get_by_role("button", name="Stop").click()
    expect(panel.progress).to_contain_text(re.compile(r"^Stopped: \d+ of "))
    expect(panel.not_checked).to_contain_text("A text that was not checked")
