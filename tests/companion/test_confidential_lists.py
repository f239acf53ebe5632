"""The detector: which list, where, and never what else stands on it; changes and damage are noticed while it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.detectors.confidential_lists import ConfidentialLists
from companion.detectors.wording import Wording
from companion.draft import Draft
from companion.finding import Review
from companion.lists.library import Library
from companion.review import Reviewer
from companion.rules.load import Pack, load_pack
from companion.settings import rules_folder
from tests.companion.lists.world import VENDORS, imported, library_with

TEXT = "So glad that fairhaven paving got it. They start in May."


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(rules_folder(), "smyrna")


def reviewer(pack: Pack, library: Library) -> Reviewer:
    made = Reviewer([Wording(pack), ConfidentialLists(pack, library)], max_characters=20_000, budget_ms=5_000)
    made.load()
    return made


def about_lists(review: Review) -> list[tuple[str, str]]:
    return [(f.rule, f.message) for f in review.findings if f.detector == "confidential-lists"]


def test_given_a_listed_term_then_the_finding_names_the_list_and_no_neighbour(pack: Pack, tmp_path: Path) -> None:
    review = reviewer(pack, library_with(tmp_path, vendors=VENDORS)).review(Draft(text=TEXT))
    assert about_lists(review) == [
        (
            "confidential-information/on-a-list",
            "“fairhaven paving” may be confidential; it stands on the City's list “vendors”.",
        )
    ]
    assert "Elmbrook" not in review.model_dump_json()
    assert review.status == "complete"


def test_given_no_lists_then_nothing_is_said_and_nothing_left_out(pack: Pack, tmp_path: Path) -> None:
    asked = reviewer(pack, Library(tmp_path))
    review = asked.review(Draft(text=TEXT))
    assert about_lists(review) == []
    assert review.status == "complete"
    assert not (tmp_path / "lists").exists()


def test_given_a_list_imported_and_removed_while_it_runs_then_the_next_check_knows(pack: Pack, tmp_path: Path) -> None:
    library = Library(tmp_path)
    asked = reviewer(pack, library)
    imported(library, "vendors", VENDORS)
    assert len(about_lists(asked.review(Draft(text=TEXT)))) == 1
    library.remove("vendors")
    assert about_lists(asked.review(Draft(text=TEXT))) == []


def test_given_a_damaged_list_then_status_and_review_name_it_and_the_other_list_works(
    pack: Pack, tmp_path: Path
) -> None:
    library = library_with(tmp_path, vendors=VENDORS, projects=["Quiet Harbor"])
    path = library.path("vendors")
    path.write_bytes(path.read_bytes()[:-5])
    asked = reviewer(pack, library)
    review = asked.review(Draft(text=f"{TEXT} At Quiet Harbor."))
    why = "The list “vendors”: its file is damaged or was changed; import it again."
    assert [message for _, message in about_lists(review)] == [
        "“Quiet Harbor” may be confidential; it stands on the City's list “projects”."
    ]
    assert (review.status, [(n.what, n.why) for n in review.not_checked]) == ("partial", [("confidential-lists", why)])
    assert [(s.state, s.detail) for s in asked.states if s.name == "confidential-lists"] == [("ready", why)]
