"""Both sides of the contract name the same fields: extension/src/model.ts and the companion's models."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from companion.draft import MODES, SURFACES, Context, Draft
from companion.finding import SEVERITIES, Finding, Fix, NotChecked, Review

MODEL = (Path(__file__).parents[2] / "extension" / "src" / "model.ts").read_text("utf-8")


def fields_in_typescript(interface: str) -> set[str]:
    body = re.search(rf"export interface {interface} \{{(.*?)^\}}", MODEL, re.DOTALL | re.MULTILINE)
    assert body is not None, interface
    return set(re.findall(r"^  readonly (\w+)[?]?:", body[1], re.MULTILINE))


def union_in_typescript(name: str) -> set[str]:
    body = re.search(rf"export type {name} =(.*?);", MODEL, re.DOTALL)
    assert body is not None, name
    return set(re.findall(r"'([^']+)'", body[1]))


@pytest.mark.parametrize(
    ("interface", "model"),
    [
        ("Draft", Draft),
        ("DraftContext", Context),
        ("Review", Review),
        ("Finding", Finding),
        ("Fix", Fix),
        ("NotChecked", NotChecked),
    ],
)
def test_given_an_interface_then_its_fields_are_the_models(interface: str, model: type[BaseModel]) -> None:
    assert fields_in_typescript(interface) == set(model.model_fields)


@pytest.mark.parametrize(("name", "values"), [("Severity", SEVERITIES), ("Mode", MODES), ("Surface", SURFACES)])
def test_given_a_union_then_its_words_are_the_companions(name: str, values: tuple[str, ...]) -> None:
    assert union_in_typescript(name) == set(values)


def test_given_a_review_then_its_states_are_the_companions() -> None:
    status = re.search(r"readonly status: ([^;]+);", MODEL)
    assert status is not None
    assert set(re.findall(r"'([^']+)'", status[1])) == set(get_args(Review.model_fields["status"].annotation))
