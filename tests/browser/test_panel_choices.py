"""The side panel: going on while one scrolls, how far it is, grouping by rule, a link to copy, reasons in words."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Browser
from tests.browser.panel import open_page, open_panel, paired

__all__ = ["paired"]


def test_given_go_on_while_i_scroll_then_new_texts_are_counted_until_it_is_switched_off(paired: Browser) -> None:
    site = open_page(paired, "list.example.org", "endless.html")
    panel = open_panel(paired, site)
    panel.page.get_by_role("switch", name="Go on while I scroll").check()
    panel.scan()
    expect(panel.progress).to_have_text(re.compile(r"^10 texts looked at in [\d.]+ s · going on while you scroll$"))
    site.mouse.wheel(0, 5_000)
    expect(panel.progress).to_have_text(re.compile(r"^[2-6]0 texts looked at in .* · going on while you scroll$"))
    panel.page.get_by_role("switch", name="Go on while I scroll").uncheck()
    expect(panel.progress).to_have_text(re.compile(r"^[2-6]0 texts looked at in [\d.]+ s$"))
    expect(panel.page.get_by_role("button", name="Stop")).to_be_hidden()


def test_given_a_scan_under_way_then_bar_count_findings_and_seconds_show_how_far_it_is(paired: Browser) -> None:
    site = open_page(paired, "list.example.org", "endless.html")
    site.evaluate("add(490)")
    panel = open_panel(paired, site)
    panel.scan()
    bar = panel.page.get_by_role("progressbar", name="How far the scan has come")
    expect(bar).to_have_js_property("max", 500)
    expect(panel.progress).to_contain_text(re.compile(r"^[1-9]\d* of 500 .* [\d.]+ s$"))
    assert 0 < bar.evaluate("(bar) => bar.value / bar.max") <= 1
    panel.page.get_by_role("button", name="Stop").click()
    expect(bar).to_be_hidden()


def test_given_findings_grouped_by_rule_then_each_rule_has_its_own_heading(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    panel.page.get_by_label("Group by").select_option("rule")
    headings = panel.page.locator("#groups h3")
    expect(headings).to_have_count(3)
    expect(headings.first).to_contain_text("May show a Social Security number")


def test_given_a_post_whose_address_is_known_then_its_link_is_copied(paired: Browser) -> None:
    panel = open_panel(paired, open_page(paired, "x.com", "x_feed.html"), "page")
    panel.until_done()
    paired.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel.page.bring_to_front()
    panel.rows.first.get_by_role("button", name="Copy link").click()
    expect(panel.rows.first.get_by_text("Copied")).to_be_visible()
    assert panel.page.evaluate("navigator.clipboard.readText()") == "https://x.com/kim_rowe/status/102"
    assert panel.page.evaluate("navigator.clipboard.writeText('')") is None


def test_given_what_cannot_be_read_then_each_is_listed_with_its_reason(paired: Browser) -> None:
    site = open_page(paired, "intranet.example.org", "plain.html")
    site.evaluate(
        "document.body.append(Object.assign(document.createElement('p'), { textContent: 'A word. '.repeat(3_000) }))"
    )
    panel = open_panel(paired, site, "page")
    panel.until_done()
    for reason in (
        "A picture without a description",
        "A part of the page that belongs to ads.example",
        "A long text: only its first 20000 characters were read",
    ):
        expect(panel.not_checked).to_contain_text(reason)
