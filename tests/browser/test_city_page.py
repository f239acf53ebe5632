"""A scan of a page of the City's: its own words are held to every rule, residents' only to what may harm somebody."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Browser
from tests.browser.panel import Panel, open_page, open_panel, paired

__all__ = ["paired"]


def scanned(browser: Browser, account: str) -> Panel:
    """Whole, for an official account of this name."""
    panel = open_panel(browser, open_page(browser, "www.facebook.com", "city_page.html"))
    panel.choose("the whole page")
    panel.choose("on an official City account")
    panel.page.get_by_label("My name on this page").fill(account)
    panel.scan()
    panel.until_done()
    return panel


def test_given_a_page_of_the_city_then_of_residents_only_what_may_harm_is_listed_with_their_names(
    paired: Browser,
) -> None:
    panel = scanned(paired, account="City of Smyrna")
    panel.page.get_by_label("Group by").select_option("author")
    groups = panel.page.locator("#groups .group")
    by_author = {
        group.locator("summary h3").inner_text().rsplit(" ", 1)[0]: set(group.locator("h4").all_text_contents())
        for group in groups.all()
    }
    assert "Kim Rowe" not in by_author  # criticism, a rumor and a rough word are a resident's to say
    assert any("lives" in title for title in by_author["Lee Park"])
    assert any("phone" in title for title in by_author["Lee Park"])
    assert any("threat" in title.lower() for title in by_author["Max Orr"])
    assert any("advertis" in title for title in by_author["Roof Deals"])
    assert any("speculate" in title for title in by_author["City of Smyrna (you)"])  # the City's own words: every rule
    expect(panel.page.locator("#about-others")).to_contain_text("Opinion, criticism and rough words are theirs to say")


def test_given_a_page_of_the_city_and_no_name_then_the_panel_says_whose_words_are_not_known(paired: Browser) -> None:
    panel = scanned(paired, account="")
    expect(panel.page.locator("#about-others")).to_contain_text("Whose words these are is not known.")
