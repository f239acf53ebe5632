"""Which words belong to a name or an address, by a small quantised transformer on ONNX Runtime (rampart/README.md)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from companion.detectors.recognisers.name_weights import GUESSED, NEXT_NAME_WEIGHT, ListedNames, name_weight
from companion.recent import Recent
from companion.rules.sentences import sentences

FOLDER = Path(__file__).parent / "rampart"
Kind = Literal["other", "name", "street", "part", "place", "phone"]
KINDS: tuple[Kind, ...] = ("other", "name", "street", "part", "place", "phone")

# The model's labels in its own order, each a B- and an I- after the first (config.json of the source).
_LABELS: tuple[Kind, ...] = (
    *("name", "name"),  # GIVEN_NAME, SURNAME
    *("other", "phone"),  # EMAIL, PHONE
    *("other",) * 7,  # URL, and numbers that recognisers with checksums and cues know better
    *("part", "street", "part"),  # BUILDING_NUMBER, STREET_NAME, SECONDARY_ADDRESS
    *("place", "place", "part"),  # CITY, STATE, ZIP_CODE
)
_KIND_OF_LABEL = np.eye(len(KINDS), dtype=np.float32)[[0, *(KINDS.index(kind) for kind in _LABELS for _ in "BI")]]

_NAME, _STREET, _PLACE = KINDS.index("name"), KINDS.index("street"), KINDS.index("place")
_A_PLACE = 0.5  # streets and, in small letters, towns are called after people: no list says more than the words around

TOGETHER = 240  # characters: shorter is read again sooner while somebody types, longer knows more of the context
LONGEST = 480  # of one sentence: the window it was trained on
_WINDOW = 512  # word pieces
_REMEMBERED = 2_000


@dataclass(frozen=True)
class Word:
    """A word that belongs to something; places count characters of the text."""

    start: int
    end: int
    kind: Kind
    score: float


class RampartModel:
    """Loads in about 0.2 s and holds some 60 MB."""

    def __init__(self, folder: Path = FOLDER) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a sentence is short: a second thread costs more than it brings
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._listed = ListedNames()
        self._remembered: Recent[bytes, tuple[Word, ...]] = Recent(_REMEMBERED)

    def words(self, text: str) -> list[Word]:
        """Every word that belongs to a name, an address or a place. A piece read before costs nothing."""
        return [
            Word(start + word.start, start + word.end, word.kind, word.score)
            for start, end in pieces(text)
            for word in self._piece(text[start:end])
        ]

    def _piece(self, text: str) -> tuple[Word, ...]:
        key = hashlib.blake2b(text.encode(), digest_size=16).digest()  # no words are kept
        known = self._remembered.get(key)
        return self._remembered.keep(key, tuple(self._read(text))) if known is None else known

    def _read(self, text: str) -> Iterator[Word]:
        encoding = self._tokenizer.encode(text)
        if len(encoding.ids) > _WINDOW:  # letters of many pieces, such as Hangul
            half = len(text) // 2
            yield from self._read(text[:half])
            yield from (Word(half + w.start, half + w.end, w.kind, w.score) for w in self._read(text[half:]))
            return
        places: dict[int, tuple[int, int]] = {}  # of each word, whose pieces follow one another
        rows: list[int] = []
        for row, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
            if word is not None and word not in places:
                rows.append(row)
            if word is not None:
                places[word] = (places.get(word, (start, end))[0], end)
        if not places:
            return
        shares = np.add.reduceat(self._shares(encoding.ids)[:-1], rows)  # without [SEP], which belongs to no word
        pieces_of = Counter(encoding.word_ids)
        name_ends = street_ends = -1
        for share, (word, (start, end)) in zip(shares, places.items(), strict=True):
            follows_a_name = text[name_ends:start] == " "
            goes_on = text[street_ends:start] == " "  # “17 Oakmere Bluff”
            share[_NAME] *= name_weight(text, start) * (NEXT_NAME_WEIGHT if follows_a_name else 1)
            least = _sureness(share, _NAME)
            listed = 1.0 if goes_on else self._listed.weight(text, start, end, is_unknown=pieces_of[word] > 1)
            if listed > 1 and _is_elsewhere(share, in_small_letters=text[start].islower()) < _A_PLACE:
                share[_NAME] *= listed
            best = int(share.argmax())
            if best:
                sure = _sureness(share, best)
                yield Word(start, end, KINDS[best], min(sure, max(least, GUESSED)) if best == _NAME else sure)
            name_ends = end if best == _NAME else len(text)
            street_ends = end if best == _STREET else len(text)

    def _shares(self, ids: list[int]) -> npt.NDArray[np.float32]:
        """For each word piece how much of its probability each kind has: (pieces, kinds)."""
        feed = {"input_ids": [ids], "attention_mask": [[1] * len(ids)], "token_type_ids": [[0] * len(ids)]}
        (logits,) = self._session.run(None, {name: np.array(row, np.int64) for name, row in feed.items()})
        raised = np.exp(logits[0] - logits[0].max(-1, keepdims=True))
        shares: npt.NDArray[np.float32] = raised @ _KIND_OF_LABEL / raised.sum(-1, keepdims=True)
        return shares


def _sureness(share: npt.NDArray[np.float32], kind: int) -> float:
    return float(share[kind] / share.sum())


def _is_elsewhere(share: npt.NDArray[np.float32], *, in_small_letters: bool) -> float:
    """How surely the word is of a street or, in small letters, of a town."""
    return _sureness(share, _STREET) + (_sureness(share, _PLACE) if in_small_letters else 0)


def pieces(text: str) -> list[tuple[int, int]]:
    """[start, end) of what is read at once: whole sentences and lines, as many as give each other context."""
    out: list[tuple[int, int]] = []
    for start, end in _short_enough(text):
        if out and end - out[-1][0] <= TOGETHER:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return [(start, end) for start, end in out if text[start:end].strip()]


def _short_enough(text: str) -> Iterator[tuple[int, int]]:
    for begin, end in sentences(text):
        start = begin
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = space + 1 if space > 0 else start + LONGEST
            yield start, cut
            start = cut
        yield start, end
