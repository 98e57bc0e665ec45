"""Records to JSON and back."""

import json
from pathlib import Path

import pytest

from anfragen.einlesen.uebertragung import as_plain, from_plain
from anfragen.parsing.drucksache import parse
from anfragen.parsing.records import Beleg, Drucksache


@pytest.mark.parametrize("text", ["", Path("fixtures/dokumente/17-11212.txt").read_text(encoding="utf-8")])
def test_a_record_comes_back_as_it_was(text):
    gelesen = parse(text)

    assert from_plain(Drucksache, json.loads(json.dumps(as_plain(gelesen)))) == gelesen


@pytest.mark.parametrize(
    "schlicht",
    [
        pytest.param([0, 1, "regel"], id="a field missing"),
        pytest.param([0, 1, "regel", 1.0, 2], id="a field too many"),
        pytest.param(["0", 1, "regel", 1.0], id="text for a number"),
        pytest.param([True, 1, "regel", 1.0], id="truth for a number"),
        pytest.param(None, id="nothing"),
    ],
)
def test_what_is_no_record_is_refused(schlicht):
    with pytest.raises((TypeError, ValueError)):
        from_plain(Beleg, schlicht)


def test_what_is_not_made_to_be_sent_is_refused():
    with pytest.raises(TypeError, match="set"):
        as_plain({1})
