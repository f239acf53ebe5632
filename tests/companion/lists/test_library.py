"""Lists on disk: no term in any file, every damage named, the other lists unharmed."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.errors import CannotRead
from companion.lists.library import Library
from companion.lists.normalise import normalised, words
from tests.companion.lists.world import VENDORS, found, imported, library_with


class Memory(keyring.backend.KeyringBackend):
    """A desktop's keyring, as the keyring package knows one."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def desktop() -> Iterator[Memory]:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def unusable(library: Library) -> dict[str, str]:
    return {error.name: error.detail for error in library.read().unusable}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """(a list's file, its key's file)."""
    library = library_with(tmp_path_factory.mktemp("state"), vendors=VENDORS)
    return library.path("vendors").read_bytes(), (library.folder / "key").read_bytes()


def test_given_an_imported_list_then_no_file_holds_a_term_or_a_word_of_one(tmp_path: Path) -> None:
    library_with(tmp_path, vendors=VENDORS)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()).lower()
    for term in VENDORS:
        for part in (term.lower(), normalised(term), *(w.text for w in words(term) if len(w.text) > 2)):
            assert part.encode() not in written, part


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_given_a_list_then_it_and_its_key_are_this_users_alone(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=VENDORS)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in library.folder.iterdir()}
    assert modes == {"vendors.index": 0o600, "key": 0o600}
    assert stat.S_IMODE(library.folder.stat().st_mode) == 0o700


def test_given_the_same_terms_twice_then_the_two_files_have_nothing_in_common(tmp_path: Path) -> None:
    library = library_with(tmp_path, one=VENDORS, two=VENDORS)
    one, two = ({index.hashes[i] for i in range(len(VENDORS))} for index in library.read().lists)
    assert not one & two


@given(st.data())
def test_given_a_list_that_was_cut_or_changed_anywhere_then_it_is_refused_by_name(
    whole: tuple[bytes, bytes], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content, key = whole
    at = data.draw(st.integers(0, len(content) - 1))
    cut = data.draw(st.booleans())
    state = tmp_path_factory.mktemp("state")
    library = Library(state)
    library.folder.mkdir()
    (library.folder / "key").write_bytes(key)
    flipped = content[:at] + bytes([content[at] ^ data.draw(st.integers(1, 255))]) + content[at + 1 :]
    library.path("vendors").write_bytes(content[:at] if cut else flipped)
    assert library.read().lists == ()
    assert unusable(library)["vendors"].startswith("The list “vendors”: ")


def test_given_one_damaged_list_then_the_others_are_looked_in(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=VENDORS, projects=["Quiet Harbor"])
    path = library.path("vendors")
    path.write_bytes(path.read_bytes()[:-1])
    assert found(library, "Fairhaven Paving at Quiet Harbor") == [("projects", "Quiet Harbor")]
    why = "The list “vendors”: its file is damaged or was changed; import it again."
    assert unusable(library) == {"vendors": why}


def test_given_a_list_of_another_format_or_under_another_name_then_that_is_said(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=VENDORS)
    content = library.path("vendors").read_bytes()
    library.path("newer").write_bytes(content.replace(b"format 1\n", b"format 2\n", 1))
    library.path("renamed").write_bytes(content)
    said = unusable(library)
    assert "the format of another version of Foreword" in said["newer"]
    assert "its file is that of the list “vendors”" in said["renamed"]


def test_given_no_key_or_another_then_each_list_says_what_to_do(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=VENDORS)
    key = library.folder / "key"
    key.write_text("ab" * 32)
    assert "another key than this computer has now; import it again" in unusable(library)["vendors"]
    key.write_text("not a key")
    assert f"({key}) cannot be read" in unusable(library)["vendors"]
    key.unlink()
    missing = unusable(library)["vendors"]
    assert f"its key is gone (looked for in {key})" in missing
    assert "put it back, or import the list again" in missing


def test_given_a_desktop_with_a_keyring_then_the_key_is_there_and_in_no_file(tmp_path: Path, desktop: Memory) -> None:
    library = library_with(tmp_path, vendors=VENDORS)
    (key,) = desktop.kept.values()
    assert [path.name for path in library.folder.iterdir()] == ["vendors.index"]
    assert key.encode() not in library.path("vendors").read_bytes()
    assert found(library, "Elmbrook Granite") == [("vendors", "Elmbrook Granite")]
    assert library.remove("vendors")
    assert desktop.kept == {}


def test_given_the_last_list_removed_then_nothing_is_left(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=VENDORS, projects=["Quiet Harbor"])
    assert library.remove("vendors")
    assert found(library, "Quiet Harbor") == [("projects", "Quiet Harbor")]
    assert library.remove("projects")
    assert list(library.folder.iterdir()) == []
    assert not library.remove("projects")


def test_given_a_new_import_that_fails_then_the_list_stays_as_it_was(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=VENDORS)
    with pytest.raises(CannotRead, match="Nothing was changed"):
        imported(library, "vendors", ["abc"])
    assert found(library, "Fairhaven Paving") == [("vendors", "Fairhaven Paving")]


def test_given_a_new_import_then_it_takes_the_old_ones_place(tmp_path: Path) -> None:
    library = library_with(tmp_path, vendors=VENDORS)
    seen = imported(library, "vendors", ["Quiet Harbor", "quiet-harbor", "", "  "])
    assert (seen.terms, seen.duplicates, seen.empty, seen.refused) == (1, 1, 2, 0)
    assert found(library, "Fairhaven Paving, Quiet Harbor") == [("vendors", "Quiet Harbor")]


def test_given_terms_that_say_too_little_then_line_and_reason_are_kept_and_no_term(tmp_path: Path) -> None:
    seen = imported(Library(tmp_path), "cases", ["abc", "20268", "water", "in the new city", "x" * 101, "26-CV-004417"])
    assert seen.terms == 1
    assert seen.first_refused == [
        (2, "too short: at least 4 letters or digits are needed"),
        (3, "too short: a number needs at least 6 digits"),
        (4, "too common: an ordinary word"),
        (5, "too common: everyday words only"),
        (6, "too long: at most 100 letters and digits"),
    ]
