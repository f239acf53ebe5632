"""One list as a file: its format, a line of JSON about it, the filter, the sorted hashes, and a MAC over all of it.

No term stands in it, whole or in part. A file that was cut, changed or made with another key is refused.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from companion.errors import ListUnusable
from companion.lists.hashing import MAC_BYTES, TermHash, filter_of, key_id, passes

_MAGIC = b"Foreword confidential list, format "
FORMAT = 1
ListName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class About(BaseModel):
    """What is known of a list without its key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: ListName
    terms: int
    created: str
    lengths: tuple[int, ...]
    """How many letters and digits its terms have."""
    salt: str
    key_id: str
    filter_bytes: int


@dataclass(frozen=True)
class Index:
    """A list that can be asked, and not read."""

    about: About
    lengths: frozenset[int]
    hash: TermHash
    filter: bytes
    hashes: array[int]

    @property
    def name(self) -> str:
        return self.about.name

    def holds(self, term: str) -> bool:
        if not passes(self.hash.tag(term), self.filter):
            return False
        wanted = self.hash.slow(term)
        place = bisect_left(self.hashes, wanted)
        return place < len(self.hashes) and self.hashes[place] == wanted


def index_bytes(about: About, tags: array[int], hashes: array[int], hashing: TermHash) -> bytes:
    ordered = array("Q", sorted(hashes))
    bits = filter_of(tags)
    described = about.model_copy(update={"filter_bytes": len(bits)}).model_dump_json().encode()
    content = b"%s%d\n%s\n%s%s" % (_MAGIC, FORMAT, described, bits, _big_endian(ordered).tobytes())
    return content + hashing.mac(content)


def read_index(path: Path, key: bytes) -> Index:
    """Raises ListUnusable, which names the list and says what to do."""
    name = path.stem
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ListUnusable(name, f"its file cannot be read ({error.strerror})") from None
    about, body_at = _about(data, name)
    if about.key_id != key_id(key):
        raise ListUnusable(name, "it was made with another key than this computer has now; import it again")
    hashing, content = TermHash(key, bytes.fromhex(about.salt)), memoryview(data)
    if not hashing.is_whole(content[:-MAC_BYTES], content[-MAC_BYTES:]):
        raise _damaged(name)
    hashes = array("Q")
    hashes.frombytes(content[body_at + about.filter_bytes : -MAC_BYTES])
    bits = bytes(content[body_at : body_at + about.filter_bytes])
    return Index(about, frozenset(about.lengths), hashing, bits, _big_endian(hashes))


def read_about(path: Path) -> About:
    """Without the key, so it may be a lie: for showing only."""
    try:
        with path.open("rb") as file:
            return _about(file.read(65_536), path.stem)[0]
    except OSError as error:
        raise ListUnusable(path.stem, f"its file cannot be read ({error.strerror})") from None


def _about(data: bytes, name: str) -> tuple[About, int]:
    """What the head says, and where the filter begins."""
    first = data.find(b"\n")
    second = data.find(b"\n", first + 1)
    if not data.startswith(_MAGIC) or second < 0:
        raise _damaged(name)
    if data[len(_MAGIC) : first] != b"%d" % FORMAT:
        raise ListUnusable(name, "it has the format of another version of Foreword; import it again")
    try:
        about = About.model_validate(json.loads(data[first + 1 : second]))
        bytes.fromhex(about.salt)
    except (ValidationError, ValueError):
        raise _damaged(name) from None
    if about.name != name:
        raise ListUnusable(name, f"its file is that of the list “{about.name}”; rename it back or import it again")
    return about, second + 1


def _damaged(name: str) -> ListUnusable:
    return ListUnusable(name, "its file is damaged or was changed; import it again")


def _big_endian(numbers: array[int]) -> array[int]:
    """To the file's byte order, or back."""
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
