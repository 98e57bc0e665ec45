"""Indexes for these tests, written as they come: a header and one line per answer."""

import csv
from io import StringIO
from pathlib import Path

SPALTEN = (
    "",
    "html_url",
    "legislative_term",
    "reference",
    "title",
    "interpellation_type",
    "published_at",
    "body",
    "inquiring_parties_wikidata",
    "inquiring_people_wikidata",
    "answering_ministries_wikidata",
    "inquiry_number",
    "inquiry_number_derived",
    "inquiry_reference",
    "inquiry_published_at",
    "people_order",
    "quelle",
)
TITEL = 'Wie verbessert die "Ruhrkonferenz" das Leben?'
ZEILE = {
    "html_url": "https://kleineanfragen.de/nordrhein-westfalen/17/11212-wie",
    "legislative_term": "17",
    "reference": "11212",
    "title": TITEL,
    "interpellation_type": "minor",
    "published_at": "2020-09-30",
    "body": "Nordrhein-Westfalen",
    "inquiring_parties_wikidata": "SPD",
    "inquiring_people_wikidata": "Serdar Yüksel;Carina Gödecke;Karsten Rudolph",
    "answering_ministries_wikidata": "Ministerium für Verkehr",
}

# What the paper of an answer prints of its question.
KA = {"inquiry_number": "4284", "inquiry_reference": "17/10815", "inquiry_published_at": "2020-09-03"}


def zeile(**felder: str) -> dict[str, str]:
    """A complete line about 17/11212, with the fields that the test is about."""
    return ZEILE | felder


def als_csv(*zeilen: dict[str, str]) -> str:
    datei = StringIO()
    schreiber = csv.DictWriter(datei, SPALTEN)
    schreiber.writeheader()
    schreiber.writerows(zeilen)
    return datei.getvalue()


def schreibe(pfad: Path, *zeilen: dict[str, str]) -> Path:
    pfad.write_text(als_csv(*zeilen), encoding="utf-8")
    return pfad
