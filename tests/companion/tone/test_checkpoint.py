"""The same weights in Detoxify: `foreword models checkpoint`, loaded as Detoxify's own are."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from companion.tone.checkpoint import write_checkpoint
from companion.tone.classes import CLASSES
from companion.tone.model import ToneModel
from companion.tone.reading import reading
from companion.tone.training.contrast import templates

BOUND = 0.4
"""8-bit activations against 32-bit ones, at the worst of all scores; the mean difference is bounded below."""
MEAN_BOUND = 0.02


def test_given_the_checkpoint_then_detoxify_loads_it_and_gives_the_same_scores(tmp_path: Path) -> None:
    path = write_checkpoint(tmp_path / "detoxify")
    texts = [reading(template.examples(1, 7)[0].text).text for template in templates() if template.split == "test"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's and transformers' own
        from detoxify import Detoxify

        detoxify = Detoxify(checkpoint=str(path), huggingface_config_path=str(path.parent))
        theirs = detoxify.predict(texts)
    assert tuple(theirs) == CLASSES
    model = ToneModel()
    ours = [model.read(text) for text in texts]
    differences = [abs(tone.score(name) - theirs[name][i]) for i, tone in enumerate(ours) for name in CLASSES]
    assert len(texts) > 100
    assert max(differences) < BOUND
    assert sum(differences) / len(differences) < MEAN_BOUND
    with pytest.raises(AssertionError):  # it is the tone of the text that is compared, not a constant
        assert max(theirs["insult"]) - min(theirs["insult"]) < 0.5
