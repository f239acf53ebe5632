"""From settings to something that can review: used by the server and by `foreword check` alike."""

from __future__ import annotations

from companion.detectors.confidential_lists import ConfidentialLists
from companion.detectors.meaning import Meaning
from companion.detectors.personal_data import PersonalData
from companion.detectors.protected_speech import ProtectedSpeech
from companion.detectors.tone import ToneDetector
from companion.detectors.wording import Wording
from companion.lists.library import Library
from companion.review import Reviewer
from companion.rules.load import Pack, load_pack
from companion.settings import rules_folder, settings


def policy_in_use(*, learning: bool = False) -> Pack:
    """Raises RuleError when the pack's own file cannot be used."""
    return load_pack(rules_folder(), settings().pack, learning=learning)


def reviewer_for(pack: Pack, budget_ms: int | None = None, at_once: int = 1) -> Reviewer:
    """Nothing is loaded yet; the order is the order in which detectors are asked. Without a budget: the setting's."""
    chosen = settings()
    meaning = Meaning(pack)
    return Reviewer(
        [
            Wording(pack),
            ToneDetector(pack),
            meaning,
            PersonalData(pack),
            ConfidentialLists(pack, Library(chosen.state)),
        ],
        max_characters=chosen.max_characters,
        budget_ms=budget_ms or chosen.budget_ms,
        guarded=ProtectedSpeech(pack, meaning).guarded,
        sure_enough=pack.file.confidence.medium,
        at_once=at_once,
    )
