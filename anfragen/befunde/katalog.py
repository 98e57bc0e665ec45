"""All rules of anfragen. Whoever writes findings under a new name adds it here, with a sentence for staff."""

from anfragen.befunde.namen import aehnliche_namen
from anfragen.befunde.paare import unpassende_drucksachen, widersprechende_paare
from anfragen.befunde.regeln import Gewicht, Regel, register
from anfragen.befunde.reihen import luecken
from anfragen.befunde.vorgaenge import (
    andere_wahlperiode,
    antwort_ohne_frage,
    frage_und_antwort_zugleich,
    gleiche_datei,
    zwei_antworten,
)
from anfragen.befunde.zeiten import zitat_juenger

HOCH, MITTEL, NIEDRIG = Gewicht

# Held against all that is on record.
register(
    Regel(
        "zahlendreher",
        "Vermutlicher Zahlendreher",
        HOCH,
        "Eine angegebene Drucksache passt nicht; eine, die nur einen Tippfehler entfernt ist, passt.",
        unpassende_drucksachen,
    ),
    Regel(
        "paar-passt-nicht",
        "Anfrage und Drucksache passen nicht zusammen",
        HOCH,
        "Zu einer Anfrage ist eine Drucksache angegeben, die zu einer anderen Anfrage erfasst ist.",
        unpassende_drucksachen,
        sucht_kandidaten=True,
    ),
    Regel(
        "eine-drucksache-fuer-zwei-anfragen",
        "Eine Drucksache für zwei Anfragen",
        HOCH,
        "Dieselbe Drucksache ist im Text für mehrere Anfragen angegeben; sie kann nur zu einer gehören.",
        widersprechende_paare,
        sucht_kandidaten=True,
    ),
    Regel(
        "eine-anfrage-mit-zwei-drucksachen",
        "Eine Anfrage mit zwei Drucksachen",
        MITTEL,
        "Für dieselbe Anfrage sind an verschiedenen Stellen verschiedene Drucksachen angegeben: Frage und Antwort "
        "oder ein Versehen.",
        widersprechende_paare,
    ),
    Regel(
        "zitat-juenger",
        "Zitiertes ist jünger",
        MITTEL,
        "Ein Dokument nennt etwas, das es nach Datum oder Nummer noch nicht gab.",
        zitat_juenger,
    ),
    Regel(
        "antwort-ohne-frage",
        "Antwort ohne Anfrage",
        MITTEL,
        "Ein Dokument ist eine Antwort, aber die Anfrage dazu ist nicht erfasst oder nicht benannt.",
        antwort_ohne_frage,
    ),
    Regel(
        "andere-wahlperiode",
        "Antwort in anderer Wahlperiode",
        HOCH,
        "Eine Anfrage ist mit einem Dokument einer anderen Wahlperiode verbunden; sie endet mit ihrer eigenen.",
        andere_wahlperiode,
    ),
    Regel(
        "nummer-doppelt",
        "Nummer der Anfrage doppelt vergeben",
        HOCH,
        "Mehrere Dokumente gelten als die Antwort auf dieselbe Anfrage; vermutlich ist eine Nummer falsch.",
        zwei_antworten,
    ),
    Regel(
        "frage-und-antwort-zugleich",
        "Anfrage und Antwort zugleich",
        HOCH,
        "Dieselbe Drucksache ist als Anfrage und als Antwort erfasst.",
        frage_und_antwort_zugleich,
    ),
    Regel(
        "gleiche-datei",
        "Dieselbe Datei unter zwei Nummern",
        HOCH,
        "Zwei Dokumente sind aus derselben Datei gelesen; eines enthält ein anderes, als seine Nummer sagt.",
        gleiche_datei,
    ),
    Regel(
        "luecke-in-reihe",
        "Lücke in der Reihe",
        NIEDRIG,
        "Mitten in einer sonst vollständigen Reihe fehlt eine Nummer.",
        luecken,
    ),
    Regel(
        "name-verdruckt",
        "Name vielleicht verdruckt",
        NIEDRIG,
        "Ein Name gleicht bis auf einen Buchstaben dem einer Person, die viel öfter fragt.",
        aehnliche_namen,
    ),
)

# Told by reading and by imports, once for each text.
register(
    Regel(
        "fussnotenziffer-angeklebt",
        "Fußnotenziffer an einer Nummer",
        MITTEL,
        "Eine Nummer ist höher, als die Reihe zählt; vielleicht hängt eine Fußnotenziffer daran.",
    ),
    Regel(
        "spaetere-wahlperiode",
        "Verweis in eine spätere Wahlperiode",
        MITTEL,
        "Eine Nummer nennt eine Wahlperiode, die nach der des Dokuments liegt; oder ein anderes Parlament ist gemeint.",
    ),
    Regel(
        "absteigender-bereich",
        "Bereich läuft abwärts",
        NIEDRIG,
        "Ein „bis“ führt von einer höheren zu einer niedrigeren Nummer; erfasst sind nur die beiden Enden.",
    ),
    Regel(
        "zu-grosser-bereich",
        "Sehr großer Bereich",
        NIEDRIG,
        "Ein „bis“ umfasst so viele Nummern, dass nur die beiden Enden erfasst sind.",
    ),
    Regel(
        "paare-ungleich",
        "Anfragen und Drucksachen gehen nicht auf",
        MITTEL,
        "Zu mehreren Anfragen sind mehr oder weniger Drucksachen angegeben; welche zu welcher gehört, ist offen.",
    ),
    Regel(
        "fremdes-parlament",
        "Dokument eines anderen Parlaments",
        HOCH,
        "Der Kopf nennt ein anderes Parlament als den Landtag Nordrhein-Westfalen.",
    ),
    Regel(
        "amt-unsicher",
        "Antwortendes Amt unsicher",
        MITTEL,
        "Wer geantwortet hat, ist nicht sicher zu erkennen; bitte mit dem Druck vergleichen.",
    ),
    Regel(
        "fragen-nicht-gefunden",
        "Keine Fragen gefunden",
        HOCH,
        "Im Text einer Anfrage oder Antwort ist keine Frage zu erkennen.",
    ),
    Regel(
        "antworten-nicht-gefunden",
        "Keine Antworten gefunden",
        HOCH,
        "Im Text einer Antwort ist nichts zu erkennen, das die Fragen beantwortet.",
    ),
    Regel(
        "nummer-im-seitenkopf",
        "Seitenkopf nennt andere Nummer",
        HOCH,
        "Kopf und Seitenkopf nennen verschiedene Drucksachennummern; vielleicht gehören die Seiten nicht zusammen.",
    ),
    Regel(
        "anfragenummer-im-beantwortungssatz",
        "Beantwortungssatz nennt andere Anfrage",
        MITTEL,
        "Kopf und Beantwortungssatz nennen verschiedene Nummern der Anfrage; übernommen ist die des Kopfes.",
    ),
    Regel(
        "frage-nach-antwort",
        "Anfrage nach der Antwort",
        HOCH,
        "Die Drucksache der Anfrage hat eine höhere Nummer oder eine andere Wahlperiode als die Antwort.",
    ),
    Regel(
        "weitere-anfrage-ohne-drucksache",
        "Weitere Anfrage ohne Drucksache",
        NIEDRIG,
        "Der Kopf nennt mehrere Anfragen, aber nicht zu jeder eine Drucksache.",
    ),
    Regel(
        "titel-unsicher",
        "Titel unsicher",
        NIEDRIG,
        "Wo der Titel im Kopf endet, ist nicht sicher zu erkennen; bitte mit dem Druck vergleichen.",
    ),
    Regel(
        "neudruck",
        "Neudruck",
        NIEDRIG,
        "Das Dokument ersetzt eine frühere Fassung, die anders lauten kann.",
    ),
    Regel(
        "jahr-unplausibel",
        "Jahr unplausibel",
        MITTEL,
        "Ein Datum liegt Jahre neben den anderen des Dokuments und ist vermutlich verdruckt.",
    ),
    Regel(
        "daten-reihenfolge",
        "Daten in falscher Reihenfolge",
        MITTEL,
        "Zwei Daten stehen in einer Reihenfolge, die nicht sein kann, etwa die Antwort vor der Frage.",
    ),
    Regel(
        "fragesteller-unklar",
        "Fragesteller unklar",
        MITTEL,
        "Unter den Fragestellern steht etwas, das kein Name ist.",
    ),
    Regel(
        "fragesteller-fehlt",
        "Fragesteller fehlt",
        MITTEL,
        "Im Kopf einer Kleinen Anfrage ist kein Name zu erkennen.",
    ),
    Regel(
        "fraktion-fehlt",
        "Fraktion fehlt",
        NIEDRIG,
        "Nicht zu allen Fragestellern ist eine Fraktion gedruckt.",
    ),
    Regel(
        "fragen-beginnen-spaeter",
        "Fragen beginnen nicht bei 1",
        MITTEL,
        "Die erste gefundene Frage trägt nicht die Nummer 1; vielleicht fehlt etwas davor.",
    ),
    Regel(
        "fragen-zaehlen-neu",
        "Fragen zählen neu",
        NIEDRIG,
        "Die Fragen zählen in mehreren Abschnitten von vorn; erfasst sind sie durchgezählt.",
    ),
    Regel(
        "fragennummer-fehlt",
        "Fragennummer fehlt",
        MITTEL,
        "In der Zählung der Fragen fehlt eine Nummer.",
    ),
    Regel(
        "frage-ohne-antwort",
        "Frage ohne Antwort",
        MITTEL,
        "Zu einer Frage ist keine Antwort zu finden, zu anderen Fragen desselben Dokuments schon.",
    ),
    Regel(
        "seite-ohne-text",
        "Seite ohne Text",
        MITTEL,
        "Eine Seite der Datei ist ein Bild; was dort steht, ist nicht erfasst.",
    ),
    Regel(
        "text-erkannt",
        "Text aus einem Scan",
        NIEDRIG,
        "Der Text ist aus Bildern erkannt und kann Lesefehler enthalten.",
    ),
    Regel(
        "drucksache-einer-anderen-anfrage",
        "Drucksache einer anderen Anfrage",
        HOCH,
        "Der Kopf nennt als Drucksache der Anfrage eine, die für eine andere Anfrage erfasst ist.",
    ),
    Regel(
        "nummer-aus-dateiname",
        "Nummer aus dem Dateinamen",
        MITTEL,
        "Der Text nennt seine eigene Nummer nicht; sie ist dem Dateinamen entnommen.",
    ),
    Regel(
        "nummer-beim-hochladen",
        "Nummer beim Hochladen angegeben",
        MITTEL,
        "Weder Text noch Dateiname nennen die Nummer; sie ist die des Dokuments, zu dem hochgeladen wurde.",
    ),
    Regel(
        "dateiname-widerspricht",
        "Dateiname widerspricht",
        MITTEL,
        "Die Datei ist nach einer anderen Nummer benannt, als der Text nennt; übernommen ist die des Textes.",
    ),
    Regel(
        "verzeichnis-ohne-art",
        "Verzeichnis nennt die Art nicht",
        NIEDRIG,
        "Ein Verzeichnis sagt nicht, ob es eine Kleine oder Große Anfrage ist; sie gilt als Kleine.",
    ),
)
