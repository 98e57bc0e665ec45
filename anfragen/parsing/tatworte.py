"""The words that tell what a main clause commits to, as `praedikate` reads them; found by reading answers."""

import re

from anfragen.parsing.hauptsatz import wortliste
from anfragen.parsing.records import Zusageart

NEIN = wortliste("nicht nie niemals weder kein keine keinen keiner keinem keines keinerlei")
# Standing practice is no promise: "wird jährlich geprüft"
STAENDIG = wortliste(
    "jährlich jährlichen regelmäßig stets jeweils grundsätzlich laufend fortlaufend kontinuierlich generell ständig"
    " üblicherweise turnusmäßig monatlich wöchentlich halbjährlich immer gesetzlich regelhaft reihenfolge einzelfall"
)
# "alle sechs Jahre", "bei jeder Bewilligung", "in der Regel", "Nach § 5", "Nach dem Erlass"
REGELFALL = re.compile(
    r"\balle \w{1,12} (?:Jahre|Monate|Wochen)\b|\b(?:[Bb]ei|[Vv]or|[Ii]n) (?:jede[rmns]?|allen)\b|\b[Ii]n der Regel\b|§"
    r"|\b[Nn]ach (?:\w{1,20} )?Recht\b"
    r"|\b(?:[Nn]ach|[Gg]emäß|[Ll]aut) (?:Artikel|Art\.|(?:dem|der|den) (?:\w{1,30}-?)?"
    r"(?:[Gg]esetz|[Vv]erordnung|[Rr]ichtlinien?|[Ee]rlass|[Ss]atzung)\b)"
)
# "Nach Angaben der Stadt", "laut Mitteilung des Betreibers", but not "nach Auffassung der Landesregierung", nor what
# names nobody: "Nach derzeitiger Planung"
FREMDE_ANGABE = re.compile(
    r"\b(?:[Nn]ach|[Ll]aut|[Gg]emäß)"
    r"(?! (?:den )?(?:derzeitig|aktuell|gegenwärtig|jetzig|heutig|bisherig)e[nrm] \w{2,20}\b(?! (?:de[rs]|vo[nm])\b))"
    r" (?:de[nr]|deren|dessen|seinen|ihren)? ?(?:\w{2,20} )?"
    r"(?:Angaben?|Auskunft|Mitteilung(?:en)?|Aussagen?|Einschätzung|Planung(?:en)?|Informationen?|Darstellung)\b"
    r"(?! (?:der Landesregierung|des Ministeriums|des Landes)\b)"
)
# Who acts for himself, at the head of a clause: "Der Bund plant", "Die Stadt Bochum", "Die Europäische Kommission"
FREMDE = re.compile(
    r"(?:Der|Die|Das|Den|Dem|Seitens|Auch) (?:\w{2,20}en )?(?:Deutsche[rn]? Bundestag|Bundes(?!land|straße)\w{2,30}"
    r"|Bund|EU|EU-Kommission|Europäische (?:Kommission|Union)|Kommission|Deutsche Bahn|DB|Autobahn GmbH|Ausschuss"
    r"|Landtag|Stadt|Städte|Gemeinden?|Kommunen?|Kreise?|Träger|Betreiber\w{0,5}|Hochschulen?|Universität(?:en)?"
    r"|Unternehmen|Vorhabenträger\w{0,5}|Fraktion(?:en)?|Verein|Kirchen?|Krankenkassen|Sparkassen?|Medien)\b"
)
# Who speaks: "Das Ministerium", "Die Ressorts"
LAND = re.compile(
    r"\b(?:Landesregierung|Land|Minister(?:in|ium|ien|präsident|präsidentin)?|Staatskanzlei|Ressorts|Kabinett)\b"
)
# What sees something "vor" as a rule: "Das Landeswassergesetz sieht vor"
GESETZ = re.compile(
    r"\b(?:\w{1,40}[Gg]esetz|Gesetz|\w{0,40}[Vv]erordnung|\w{0,40}[Rr]ichtlinie|\w{0,40}[Ee]rlass|Vertrag|Satzung)\b"
)
MEDIEN = re.compile(r"\b(?:Medien|Presse|Zeitung|Zeitungen|Berichterstattung)\b")  # "In den Medien wird berichtet"
# "nach Abschluss der Gespräche"
DANACH = re.compile(r"\b[Nn]ach (?:Abschluss|Vorliegen|Fertigstellung|Eingang|Auswertung)\b")
DERZEIT = wortliste("derzeit aktuell gegenwärtig zurzeit momentan nunmehr noch")
BALD = wortliste(
    "künftig zukünftig zeitnah kürze demnächst kurzfristig alsbald anschließend anschluss weiterhin umgehend"
)

# What one does: infinitives that announce an act, whoever it is that acts
TATEN = wortliste(
    "vorlegen berichten einrichten informieren unterrichten fördern prüfen überprüfen überwachen veröffentlichen"
    " erarbeiten entwickeln konzipieren ausschreiben ausbauen bauen errichten bereitstellen stellen unterstützen"
    " fortsetzen fortführen weiterführen verlängern ausweiten erweitern erhöhen aufstocken durchführen beauftragen"
    " evaluieren auswerten umsetzen anpassen ändern beginnen starten abschließen vorstellen einbringen novellieren"
    " begleiten einführen folgen aufnehmen finanzieren bewilligen zuleiten übermitteln vorschlagen beteiligen einladen"
    " hinwirken einsetzen entscheiden festlegen abstimmen erfolgen eröffnen nachholen aufbauen erstellen herausgeben"
    " erlassen beschließen investieren auszahlen zahlen überarbeiten ergreifen einberufen führen vornehmen stattfinden"
    " sanieren erneuern verteilen ausbilden einstellen veranlassen vergeben aufgreifen weiterentwickeln"
    " übernehmen gewähren anbieten gründen beschaffen freigeben einleiten anmelden erstatten fortschreiben bündeln"
    " vorantreiben ausstatten vereinbaren mitteilen aufheben befassen"
)
# What comes of acts: an announcement only where the government itself is named
WIRKUNGEN = wortliste("schaffen verbessern stärken ermöglichen sicherstellen gewährleisten beitragen intensivieren")
# What a thing does without anybody's act; with a day these are forecasts or terms, not promises
VERLAEUFE = wortliste(
    "haben laufen gelten bestehen bleiben steigen sinken wachsen zunehmen abnehmen zurückgehen profitieren betragen"
    " kosten benötigen müssen können dürfen gehören gehen gewinnen"
)
# The aim of something, which "soll" gives as well: "soll dazu beitragen"
ZWECKE = wortliste(
    "beitragen dienen helfen ermöglichen verbessern stärken verhindern vermeiden sicherstellen gewährleisten"
    " erleichtern erreichen erreicht haben sein fördern motivieren können verbessert gestärkt vermieden verhindert"
    " ermöglicht sichergestellt gewährleistet erleichtert zeigen geben setzen bieten leisten sichern"
    " berücksichtigt berücksichtigen geschützt schützen verstehen"
)
# Done by others, who get a limit: "Die Nachweise sollen bis Ende März eingereicht werden"
ANDERER = wortliste(
    "eingereicht beantragt abgerufen abrufen einreichen beantragen erwartet benötigt prognostiziert"
    " geschätzt angenommen verlangt nachgewiesen vorgeschrieben verwiesen verstanden beantwortet erreicht"
)
PRUEFEN = wortliste("geprüft überprüft")
UNTERSUCHEN = wortliste("begutachtet evaluiert untersucht ausgewertet bewertet erörtert beraten diskutiert abgewogen")
VORBEREITEN = wortliste("vorbereitet erarbeitet abgestimmt entwickelt erstellt konzipiert überarbeitet ausgearbeitet")
BERICHTEN = wortliste("berichtet informiert unterrichtet")
PLANEN = wortliste("geplant vorgesehen beabsichtigt eingeplant angestrebt angedacht")
ZUSAGEN = wortliste("zugesagt angekündigt zugesichert angesetzt terminiert avisiert")
# "veröffentlicht", "vorgelegt", "evaluiert", and the strong ones that are no infinitives: not "besuchen"
PARTIZIP = re.compile(
    r"\w{0,20}ge\w{2,20}(?:t|en)|\w{2,20}iert|(?:be|er|ver|zer|ent|über|unter)\w{2,20}t|vorliegen"
    r"|entschieden|beschlossen|vergeben|übernommen|unternommen|erlassen|verschoben|verbunden"
)
# In what something is: "in Vorbereitung", "in der Ressortabstimmung"
ZUSTAENDE = {
    "planung": Zusageart.PLANUNG,
    "vorbereitung": Zusageart.VORBEREITUNG,
    "abstimmung": Zusageart.VORBEREITUNG,
    "ressortabstimmung": Zusageart.VORBEREITUNG,
    "erarbeitung": Zusageart.VORBEREITUNG,
    "arbeit": Zusageart.VORBEREITUNG,
    "prüfung": Zusageart.PRUEFUNG,
    "entscheidungsprozess": Zusageart.PRUEFUNG,
    "entscheidungsfindung": Zusageart.PRUEFUNG,
}
LAUFENDES = {
    "planungen": Zusageart.PLANUNG,
    "planung": Zusageart.PLANUNG,
    "vorbereitungen": Zusageart.VORBEREITUNG,
    "abstimmungen": Zusageart.VORBEREITUNG,
    "abstimmung": Zusageart.VORBEREITUNG,
    "prüfungen": Zusageart.PRUEFUNG,
    "prüfung": Zusageart.PRUEFUNG,
    "entscheidung": Zusageart.PRUEFUNG,
    "meinungsbildung": Zusageart.PRUEFUNG,
    "bewertung": Zusageart.PRUEFUNG,
    "klärung": Zusageart.PRUEFUNG,
    "bewilligung": Zusageart.PRUEFUNG,
    "genehmigung": Zusageart.PRUEFUNG,
}
ABGESCHLOSSEN = wortliste("abgeschlossen beendet getroffen gefallen entschieden erfolgt")
# "Das Land sagt hierfür Mittel zu", "sichert zu, dass", but not "sagt zu diesem Vorwurf"
SAGT_ZU = re.compile(r"\b(?:sagt|sagen|sichert|sichern) (?:[^,;:]{1,150} )?zu(?=[,;.]| und\b)")
# With a day, the present tells the future: "Im Jahr 2021 folgen die Amtsgerichte"
MIT_TERMIN = wortliste(
    "findet finden folgt folgen beginnt beginnen startet starten erfolgt erfolgen tritt treten nimmt nehmen geht gehen"
    " liegt liegen eröffnet eröffnen"
)
VOLLVERBEN = MIT_TERMIN | wortliste(
    "plant planen beabsichtigt beabsichtigen sieht sehen strebt streben bereitet bereiten prüft prüfen überprüft"
    " überprüfen erarbeitet erarbeiten rechnet rechnen sagt sagen sichert sichern"
)
BEFINDEN = wortliste("befindet befinden befindende befindenden befindliche befindlichen")
ANDAUERN = wortliste("läuft laufen dauert dauern")
# A sentence without any of these commits to nothing
ANLASS_WORTE = wortliste("wird werden soll sollen ist sind hat haben will wollen steht stehen")
ANLASS = re.compile(rf"\b(?:{'|'.join(sorted(ANLASS_WORTE | BEFINDEN | ANDAUERN | VOLLVERBEN))})\b")
