"""How references are printed: the words of each series, the forms of a number, what may stand between them.

Patterns match on the flat reading text (`text.lies`), where white space is one space. Each is linear: quantifiers are
bounded or stand beside text that can't match them, none is nested in another.
"""

import re

from anfragen.parsing.fragennummern import LISTE
from anfragen.parsing.records import Verweistyp

# The word of a series, then "Nr." and the like, then (looked at, not taken) a digit.
_LANDTAG = r"(?:(?:L[Tt]\.?|Landtags?)[ -]{0,2})?"
_DRUCKSACHE = r"(?:[Dd]rucksachen?(?:nummern?)?|[Dd]rucks\.|D[Rr][Ss]|DS)"
_WORTE = {
    # "BT-Drs. 19/485", "Bundestagsdrucksache 19/485"
    "BUNDESTAGSDRUCKSACHE": rf"(?:B[Tt]\.?|Bundestags)[ -]{{0,2}}(?:{_DRUCKSACHE}|Dr)\.?",
    # "Drs. 17/5600", "Drs.: 16/1896", "Lt.-Drucksache 17/10695", "LT-Drs. 10591", "DS17/1486"
    "DRUCKSACHE": rf"{_LANDTAG}{_DRUCKSACHE}\.?",
    "VORLAGE": r"(?:(?:LT-|Landtags-?)?[Vv]orlagen?|Vorl\.)",  # "Vorlage 17/3748", "Vorl. 17/2481"
    "PLENARPROTOKOLL": r"(?:Plenar-?[Pp]rotokolle?n?|PlPr\.?)",  # "Plenarprotokoll 16/1", "PlPr 16/1"
    "AUSSCHUSSPROTOKOLL": r"(?:Aussch(?:uss|uß)-?[Pp]rotokolle?n?|AP[Rr]\.?)",  # "APr 17/303"
    "KLEINE_ANFRAGE": r"(?:[Kk]lein(?:e[nr]?)? ?Anfragen?(?: \(KA\))?|Kl\. ?Anfragen?|KAs?)",  # "Kleinen Anfrage 4284"
    "GROSSE_ANFRAGE": r"(?:[Gg]roß(?:e[nr]?)? ?Anfragen?(?: \(GA\))?|GA)",  # "Großen Anfrage 21", "GA 26"
}
_INHABER = r"(?: de[rs] (?:Deutschen Bundestage?s|Landtage?s(?: Nordrhein-Westfalen| NRW)?))?"
_NR = r"(?: mit der)?(?:[ -]{0,2}(?:Nrn?|Nummern?)\b\.?)?:? ?"  # "Drs.-Nr.: 16/8234", "Anfrage Nr. 4284"

# A word of a series with a number after it, or a bracket with one in it: "(16/10287)"
ANKER = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{wort})" for name, wort in _WORTE.items())
    + rf"){_INHABER}{_NR}(?=\d)|(?P<KLAMMER>\()(?=\d{{1,2}} ?/ ?\d)"
)
OHNE_WAHLPERIODE = re.compile(r"L|Drs|Drucksache ")  # "LT-Drs. 10591", "Landtagsdrucksache 10591", "Drucksache 10591"
MEHRZAHL = re.compile(r"Anfragen|As\b")  # "Kleinen Anfragen", "KAs"
KURZ = re.compile(r"[KG]A\b")  # "KA 4284 und 4285": the short form shows no plural

_ZAHL = r"(?P<nr>\d{1,3}\.\d{3}(?!\d)|\d{1,8})"  # "4284", "4.284"
MIT_WAHLPERIODE = re.compile(rf"(?P<wp>\d{{1,2}}) ?/ ?{_ZAHL}(?![\d/])")  # "17/11212", "17/ 11212"
# "Drs. 17/11 401": a space for the thousands, where the next word shows that it is no count
GETRENNT = re.compile(r"(?P<wp>\d{1,2})/(?P<nr>\d{1,2} \d{3})(?![\d/.])(?! [A-ZÄÖÜ])")
NUR_NUMMER = re.compile(rf"{_ZAHL}(?!\d|/\d{{1,2}}(?!\d)|[.,]\d{{1,2}}(?!\d)| ?[%€])")  # "10591"

# What joins the members of a list, and what makes it a range.
UND = re.compile(
    r" ?(?:[,;] ?(?:und|sowie|auch|Nr\.)? ?|(?:und|sowie|oder|bzw\.|u\.|&) (?:auf |der |die |zu |Nr\. )?|/ ?)(?=\d)"
)  # "3939, 3944 und 3955"
BIS = re.compile(r" ?(?:bis(?: zu[rm]?)?|[–—-]) ?(?:Nr\. )?(?=\d)")  # "3501 bis 3547"
BIS_WORT = re.compile(rf" bis (?:zu[rm]? )?(?:{_WORTE['DRUCKSACHE']}{_NR})(?=\d)")  # "Drs. 16/8866 bis Drs. 16/8912"

# Number words that a following word shows to be none of the list's: "und 25 weitere", "und 12. Mai"
KEIN_GLIED = re.compile(
    r"\.? ?(?:weitere|andere|Anfragen|Prozent|Euro|Mio|Mill|Uhr|Jahre|Tage|Januar|Februar|März|April|Mai|Juni|Juli|"
    r"August|September|Oktober|November|Dezember)"
)
# The number of a question after a heading that ends in the word: "Wortlaut der Kleinen Anfrage 1. Wie viele"
FRAGENUMMER = re.compile(r"1\. (?=[A-ZÄÖÜ„\[])")  # but "auf die Große Anfrage 21. Die Landesregierung"
# The heading itself, not "die Vorbemerkung der Kleinen Anfrage 4284"
UEBERSCHRIFT = re.compile(r"(?<!ie )(?<!er )(?<!ur )(?:Vorbemerkung(?:en)?|Wortlaut) der $")

# What may stand between an Anfrage and its Drucksache, in this order
LUECKE_DATUM = re.compile(r",? vom \d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄa-zä]{3,9}) ?\d{4}")  # " vom 19.12.2018"
# " der Fraktion BÜNDNIS 90/DIE GRÜNEN"; no other digit, so that it never reaches across another number
LUECKE_PERSONEN = re.compile(
    r",? de[rs] (?:Abgeordneten|Fraktion) (?:[^().;:0-9„“\"]|90/){1,160}?(?= ?[(„\"]|,? (?:Drs|Drucks|L[Tt]|Landtags))"
)
LUECKE_TITEL = re.compile(
    r"[:,]? ?(?:\"[^\"]{1,250}\"|„[^“”„]{1,250}[“”])"
)  # ": „Leitung von Ermittlungskommissionen“"
# " zu den Radwegen im Jahr 2018"; it reaches to a bracket with a Drucksache and across no other number or paper
LUECKE_THEMA = re.compile(
    r",? (?:zu[rm]?|über|betreffend|hinsichtlich|mit dem (?:Titel|Thema)|unter dem Titel) "
    r"(?:(?!Anfrage|Vorlage|Drucksache)[^().;:0-9„“\"]|\b(?:19|20)\d\d\b(?!/)){1,160}?"
    r"(?= ?\((?:Drs|Drucks|L[Tt]|Landtags))"
)
LUECKEN = (LUECKE_DATUM, LUECKE_PERSONEN, LUECKE_TITEL, LUECKE_THEMA)
KLAMMER_AUF = re.compile(r",? ?\(")  # "Kleine Anfrage 2248, (LT-Drucksache 16/5645)"
ALS_ZUSATZ = re.compile(r"(?:/|,? ?(?:[–-] ?)?)(?=[DLl])")  # "Kleine Anfrage 3220, Drucksache 17/8431"
NUR_ZAHLEN = re.compile(r"[\d/ ,;.und]{1,60}+\)")  # what a bracket of bare numbers holds: "16/10287 und 16/10288)"

# Whose paper it is, said after or before the number.
DES_BUNDESTAGES = re.compile(r",? (?:de[rs] (?:Deutschen )?|Deutscher )Bundestage?s?\b")  # "19/485 des Deutschen ..."
IM_BUNDESTAG = re.compile(r"(?:Deutsche[nrs]{0,2} Bundestage?s?|\bBundestag)(?:,? ?\(?|: )$")  # "Bundestag (Drs. 19/1"
# "Antwort der Bundesregierung auf die Kleine Anfrage der Fraktion der FDP, Drucksache 19/12345"
DER_BUND = re.compile(r"\b(?:Bundesregierung|Bundestage?s?)\b[^.!?]{0,160}$")
DER_BUND_WEITE = 200
# Papers of councils and other parliaments have like numbers: "Landtag Brandenburg, Drs. 6/1234"
FREMD_DAVOR = re.compile(
    r"(?:(?:Landtage?s?|Bürgerschaft|Abgeordnetenhaus(?:es)?) (?:von )?(?:Baden-Württemberg|Bayern|Berlin|Brandenburg"
    r"|Bremen|Hamburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Rheinland-Pfalz|Sachsen(?:-Anhalt)?"
    r"|Schleswig-Holstein|Thüringen)|(?:Bayerisch|Hessisch|Niedersächsisch|Sächsisch|Thüringer|Schleswig-Holsteinisch)"
    r"\w{0,3} Landtag(?:e?s)?),? ?\(?$"
)
FREMD_WEITE = 60
# ... "Drucksache 18/1234 des Landtags Brandenburg"
FREMD = re.compile(
    r" (?:de[rs]|vom) (?:Bundesrat|Abgeordnetenhaus|Bürgerschaft|Rat(?:e?s)? der Stadt|Kreistag|Europäischen Parlament"
    r"|(?:Bayerisch|Hessisch|Niedersächsisch|Sächsisch|Thüringer|Schleswig)\w* Landtag"
    r"|Landtage?s (?:von )?(?:Baden|Bayern|Brandenburg|Hessen|Mecklenburg|Niedersachsen|Rheinland|Saarland|Sachsen"
    r"|Schleswig|Thüringen))"
)
DER_WAHLPERIODE = re.compile(
    r" ?(?:\(|,? (?:aus |in )?der )(?P<wp>\d{1,2})\. ?(?:Wahlperiode|Legislaturperiode|WP)\b\)?"
)  # "Kleine Anfrage 1234 der 16. Wahlperiode"

# Where in the cited paper.
SEITE = re.compile(r"(?:,| auf)? ?(?P<stelle>(?:Seiten?|S\.) ?\d{1,4}(?: ?(?:f{1,2}\.|(?:bis|[-–]) ?\d{1,4}))?)")
FRAGE = re.compile(
    rf"(?P<stelle>Fragen? (?:Nr\. )?{LISTE}) (?:de[rs]|aus der|in der|zur) $"
)  # "Antwort zu Frage 3 der Kleinen Anfrage 4284", "Antworten zu den Fragen 1.1 bis 1.3 der Großen Anfrage 21"
DORT_FRAGE = re.compile(
    r"(?:,| ?\() ?(?:(?:dort|hier|insbesondere|insb\.)[,:]? )?(?:(?:die )?Antwort(?:en)? )?(?:zu (?:den |der )?)?"
    rf"(?P<stelle>Fragen? (?:Nr\. )?{LISTE})"
)  # "Drucksache 17/8765 (dort Frage 3)", "LT-Drs. 17/8765, Antwort zu Frage 3"

# The head's formulas.
KOPF_EIGENE_NUMMER = re.compile(r"\d{1,2}\. ?Wahlperiode $")  # "17. Wahlperiode Drucksache 17/5030 08.02.2019"
KOPF_DATUM = re.compile(r" (?:\d{1,2}\.\d{1,2}\.\d{4}|Neudruck|Antwort der)")  # what follows it
# "[Impressum] Antwort der Landesregierung auf die Kleine Anfrage 1882 vom 9. Januar 2019 des Abgeordneten", "Ergänzung
# der Antwort der Landesregierung auf die Große Anfrage 41 der Fraktion"
KOPF_ANFRAGE = re.compile(
    r"(?:^|[\d.\])] |Neudruck |nrw\.de |Ergänzung (?:zu )?der |Berichtigung (?:zu )?der )"
    r"Antwort de[rs] \w{5,30} auf die $"
)
KOPF_ANFRAGE_DANACH = re.compile(
    r" vom \d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄa-zä]{3,9}) ?\d{4}(?: de[rs] |,? (?:und|sowie) \d)"
    r"| de[rs] (?:Abgeordneten|Fraktion)|,? (?:und|sowie|bis) \d"
)
KOPF_FRAGEPAPIER = re.compile(
    r"\d{4} $"
)  # a question paper's date, then its own number: "28.07.2016 Kleine Anfrage 4990"
KOPF_FRAGESTELLER = re.compile(r" (?:vom .{1,30} )?de[rs] (?:Abgeordneten|Fraktion)")  # " des Abgeordneten André Kuper"
# What follows a title, in either order: "Vorbemerkung der Kleinen Anfrage", "Der Innenminister hat die"
TITEL_ENDE = re.compile(r"Vorbemerkung|Wortlaut der|Der Minister|Die Minister|Der \w{3,20}minister|Das Ministerium")

# No series has come further in any Wahlperiode; a higher number is misread or has a footnote's digit glued on.
# Highest seen: Drucksache 18/17220, BT 17/14838, KA 18/7140, GA 17/38, Vorlage 17/6800, PlPr 17/178, APr 17/1900.
HOECHSTE_NUMMER = {
    Verweistyp.DRUCKSACHE: 29_999,
    Verweistyp.BUNDESTAGSDRUCKSACHE: 29_999,
    Verweistyp.VORLAGE: 9_999,
    Verweistyp.KLEINE_ANFRAGE: 9_999,
    Verweistyp.GROSSE_ANFRAGE: 99,
    Verweistyp.PLENARPROTOKOLL: 299,
    Verweistyp.AUSSCHUSSPROTOKOLL: 2_999,
}
HOECHSTE_WAHLPERIODE = 25
GROESSTER_BEREICH = 200
MEISTE_AUS_BEREICHEN = 2_000  # in one document, so that a short hostile text can't become a million references
