# Deutsch.

## The language itself

language-name = Deutsch
language-direction = ltr
number-group = .
number-decimal = ,
language-choice = Sprache dieser Seite

## The frame: views, titles, filters

could-not-open = Die Dokumente konnten nicht geöffnet werden
skip = Zum Text springen
documents = Dokumente
timeline = Zeitleiste
statements = Aussagen
notes = Notizen
about = Über
not-found = Nicht gefunden
views = Ansichten
help-and-keys = Hilfe und Tasten
search = Suche
search-this-document = Dieses Dokument durchsuchen
search-documents = { $n ->
    [one] { $n } Dokument durchsuchen
   *[other] { $n } Dokumente durchsuchen
}
active-filters = Aktive Filter
remove-filter = Filter entfernen: { $filter }
clear-all = Alle entfernen
selection-facts = Auswahl
notes-on-query = Hinweise zur Suchanfrage
filters = Filter
how-names-are-read = Wie sie erkannt werden
number-of-results = Anzahl der Treffer
done = Fertig
find-in = In „{ $facet }“ suchen
find-a-value = Wert suchen
fewer = Weniger
n-more = { NUMBER($n) } weitere
all-n = Alle { NUMBER($n) }
exclude = Ausschließen
exclude-value = { $value } ausschließen
stop-excluding = Nicht mehr ausschließen
stop-excluding-value = { $value } nicht mehr ausschließen
close = Schließen
recent-searches = Letzte Suchen
suggestions = Vorschläge
recent = Zuletzt
clear-recent = Letzte Suchen löschen
clear = Löschen

## Date fields

dates = Zeit
clock-choice = Zeitangaben sagen, wann es war
clock-happened = geschehen
clock-published = veröffentlicht
clock-added = aufgenommen
from = Von
to = Bis
hint-from = 1998
hint-to = 2001-05
hint-as-of = 2025-10-01, 1998-05 …
undated = Undatiert
undated-n = Undatiert ({ $n })
read-as-if = Lesen wie veröffentlicht am
not-a-date = Kein lesbares Datum

## Counts

n-passages = { $n ->
    [one] { $n } Absatz
   *[other] { $n } Absätze
}
n-of-passages = { NUMBER($n) } von { $of ->
    [one] { $of } Absatz
   *[other] { $of } Absätzen
}
n-documents = { $n ->
    [one] { $n } Dokument
   *[other] { $n } Dokumente
}
n-of-documents = { NUMBER($n) } von { $of ->
    [one] { $of } Dokument
   *[other] { $of } Dokumenten
}
a-in-b = { $passages } in { $documents }
in-n-documents = { $n ->
    [one] { $n } Dokument
   *[other] { $n } Dokumenten
}
n-words = { $n ->
    [one] { $n } Wort
   *[other] { $n } Wörter
}
n-names = { $n ->
    [one] { $n } Name
   *[other] { $n } Namen
}
n-statements = { $n ->
    [one] { $n } Aussage
   *[other] { $n } Aussagen
}
n-dates = { $n ->
    [one] { $n } Zeitangabe
   *[other] { $n } Zeitangaben
}
n-of-dates = { NUMBER($n) } von { $of ->
    [one] { $of } Zeitangabe
   *[other] { $of } Zeitangaben
}
n-dates-in-text = { $n ->
    [one] { $n } Zeitangabe im Text
   *[other] { $n } Zeitangaben im Text
}
n-dated-documents = { $n ->
    [one] { $n } datiertes Dokument
   *[other] { $n } datierte Dokumente
}
n-bytes = { $n ->
    [one] { $n } Byte
   *[other] { $n } Byte
}
kilobytes = { $n } kB
megabytes = { $n } MB
n-of-n = { NUMBER($n) } von { NUMBER($of) }
n-notes = { $n ->
    [one] { $n } Notiz
   *[other] { $n } Notizen
}
n-of-notes = { NUMBER($n) } von { $of ->
    [one] { $of } Notiz
   *[other] { $of } Notizen
}
n-more-passages = { $n ->
    [one] { $n } weiterer Absatz
   *[other] { $n } weitere Absätze
}
n-more-dates = { $n ->
    [one] { $n } weitere Zeitangabe
   *[other] { $n } weitere Zeitangaben
}
passage-number = Absatz { $number }
passage-of = Absatz { $number } von { $title }
title-passage = { $title }, Absatz { $number }
passage-lower = Absatz { $number }

## Reading a document

results = Treffer
results-in = Treffer, { $group }
go-on-at = Weiter bei Absatz { NUMBER($number) }, der zuletzt gelesenen Stelle
not-in-selection = { $n ->
    [one] { $n } Absatz nicht in dieser Auswahl
   *[other] { $n } Absätze nicht in dieser Auswahl
}
show-whole = Das ganze Dokument zeigen
more-before-this = Dieser Absatz hat davor noch { $size }
more-behind-this = Dieser Absatz hat danach noch { $size }
show-more-of-it = Mehr davon zeigen
passages-before-this = { $n ->
    [one] { $n } weiterer Absatz davor
   *[other] { $n } weitere Absätze davor
}
passages-behind-this = { $n ->
    [one] { $n } weiterer Absatz danach
   *[other] { $n } weitere Absätze danach
}
show-more-of-document = Mehr vom Dokument zeigen
note-label = Anmerkung:
table = Tabelle
image = Ein Bild, das nicht geladen wird
how-read = Wie „{ $words }“ gelesen wurde
about-name = Über { $name }
to-the-timeline = Zur Zeitleiste
in-this-document = In diesem Dokument
outline = Gliederung
dates-in-text = Zeitangaben im Text
who-says-what = Wer sagt was
nobody-named = Ohne Namen
hedged-tag = mit Vorbehalt
quoted-words = „{ $words }“
marks-in-text = Markierungen im Text
marks-strength = Wie stark markiert wird
marks-names = Namen
marks-dates = Zeitangaben
marks-quotations = Zitate
marks-hedges = Vorbehalte
strength-off = Aus
strength-light = Zart
strength-full = Kräftig
software-errs = Namen, Zeitangaben, Aussagen und Vorbehalte erkennt eine Software; sie irrt sich.
the-file = Die Datei
file-name = Name
file-size = Größe
file-language = Sprache
file-hash = SHA-256
guessed = { $language } (vermutet)
download-original = Original herunterladen
verify-hint = SHA-256 des Originals neu berechnen und vergleichen
verify = Prüfen
verdict-none = Dieser Browser berechnet hier keine Prüfsummen; über https und von der Festplatte tut er es
verdict-same = Neu berechnet: Das Original hat diesen SHA-256-Wert
verdict-other = Neu berechnet: Das Original hat einen anderen SHA-256-Wert
hedge-negated = Verneint: schränkt hier nichts ein
hedge-quoted = In eigenen Anführungszeichen: das Wort eines anderen
no-match = Keine Fundstelle in diesem Dokument
n-matches = { $n ->
    [one] { $n } Fundstelle
   *[other] { $n } Fundstellen
}
n-of-matches = { NUMBER($n) } von { $of ->
    [one] { $of } Fundstelle
   *[other] { $of } Fundstellen
}
matches = Fundstellen im Text
previous-match = Vorige Fundstelle
previous-match-key = Vorige Fundstelle (N)
next-match = Nächste Fundstelle
next-match-key = Nächste Fundstelle (n)
find-in-document = In diesem Dokument suchen
no-such-document = Dieses Dokument gibt es nicht
no-such-id = Nichts hat hier die Kennung „{ $id }“. Vielleicht wurde es umbenannt oder weggelassen.
to-all-documents = Zu allen Dokumenten
the-selection = Die Auswahl
all-documents = Alle Dokumente
all-results = Alle Treffer
previous = ‹ Voriges
next = Nächstes ›
no-title-in-file = Titel
no-author-in-file = Autor
no-date-in-file = Datum
not-in-file = In der Datei fehlt: { $list }
not-in-file-title = In der Datei fehlt: { $list }; als Titel dient der gekürzte erste Satz
list-or = { $list }, { $last }
from-file-name = { $date } (aus dem Dateinamen)
from-dateline = { $date } (aus der Datumszeile)
no-date-given-lower = ohne Datum
not-before = frühestens { $date }: die jüngste Zeit, von der es als vergangen berichtet

## Citing and the reader’s own notes

copied = Kopiert
copy-refused = Der Browser hat nicht kopiert. Der Text ist markiert: mit Strg+C oder ⌘C kopieren.
cite-passage = Absatz { $number } zitieren
copy-as = Kopieren als
what-is-copied = Was kopiert wird
share = Teilen
your-note = Eigene Notiz
star-passage = Absatz mit Stern merken
all-notes = Alle Notizen
export-notes = Notizen exportieren
import-notes = Notizen importieren
find-in-notes = In Notizen suchen
starred-only = Nur mit Stern
starred = Mit Stern
delete = Löschen
your-notes = Eigene Notizen
notes-about = Sterne und Notizen zu Absätzen, nur in diesem Browser gespeichert. Ab und zu exportieren: Wer die Browserdaten löscht, löscht auch die Notizen.
no-notes = Noch keine Notizen. Das Zeichen ❞ neben einem Absatz öffnet das Feld dafür.
notes-too-big = Die Datei hat mehr als 20 MB; so viele Notizen gibt es nicht. Nichts wurde geändert
notes-unreadable = Der Browser konnte die Datei nicht lesen. Nichts wurde geändert
notes-taken-in = { $n ->
    [one] { $n } neue oder geänderte Notiz übernommen
   *[other] { $n } neue oder geänderte Notizen übernommen
}
notes-of-another = { $said }; sie stammen aus einer anderen Sammlung, „{ $collection }“
notes-no-file = Die Datei ließ sich nicht als Notizen lesen, nichts wurde geändert ({ $what })
notes-newer = Die Notizen wurden mit einer neueren Fassung dieser Seite geschrieben und sind dort zu öffnen. Nichts wurde geändert
notes-not-kept = Dieser Browser speichert die Notizen nicht (er lehnt ab, oder der Speicher ist voll): vor dem Schließen der Seite exportieren.
notes-put-aside = Die gespeicherten Notizen ließen sich nicht lesen; sie wurden beiseitegelegt, und neue beginnen.
note-passage-gone = Den Absatz gibt es nicht mehr; die Notiz bleibt

## Help

help-title = Tasten und Suchanfragen
key-search = Suche
key-documents = Dokumente
key-timeline = Zeitleiste
key-timeline-table = Zeitleiste als Tabelle
key-statements = Aussagen
key-hits = nächster und voriger Treffer
key-matches = nächste und vorige Fundstelle im Text
key-along = entlang der Zeitleiste
key-zoom = zeitlich näher und weiter
key-ends = erste und letzte Zeitangabe
key-open = öffnen
key-back = zurück
key-help = diese Liste
letter-keys = Einzelne Buchstaben wirken als Tasten
in-search-field = Im Suchfeld
about-collection = Über diese Sammlung
form-two-words = zwei Wörter
meaning-two-words = Absätze mit beiden
form-phrase = „genaue Wortfolge“
meaning-phrase = diese Wörter, eins hinter dem anderen
form-without = wort -anderes
meaning-without = das erste ohne das zweite
form-either = eins OR anderes
meaning-either = eins von beiden
form-begin = anfang*
meaning-begin = Wörter, die so beginnen
form-field = person:name
meaning-field = auch org: place: group: source: tag: title:
form-date = date:1998..2000
meaning-date = mit Zeitangaben aus diesen Jahren

## Links that a new build moved

about-the-link = Zum Link
link-remembers = Der Link hat sich gemerkt
link-says-now = Jetzt steht dort
link-changed = Dieser Absatz hat sich geändert, seit der Link entstand
link-moved = Dieser Absatz steht an anderer Stelle als zu der Zeit, da der Link entstand
link-renumbered = er war Nummer { $was } und ist jetzt Nummer { $now }
link-elsewhere = er steht jetzt in einem anderen Dokument
link-place = { $what }: { $place }
link-gone = Den Absatz, zu dem dieser Link führt, gibt es nicht mehr
link-search = Nach seinen Wörtern suchen
link-of-today = Heutiger Absatz { $number }

## Tables of dates and statements

dates-as-table = Zeitangaben als Tabelle
head-date = Zeit
head-edtf = EDTF
head-sentence = Satz
head-document = Dokument
head-how-read = Wie gelesen
the-document = Das Dokument
head-who = Wer
head-said = Was gesagt wird
head-marked = Wie gekennzeichnet
head-where = Wo
hedged-with = Vorbehalt: { $hedges }
put-right-before = Zum Berichtigen schreiben in
put-right-behind = neben dem Dokument:
correction = Berichtigung zum Kopieren
name-passages = Absätze
same-passages = In denselben Absätzen
software-read-errs = Von Software erkannt, die sich irrt
copy-this-into = Zum Berichtigen kopieren in
kind-person = Person
kind-organisation = Organisation
kind-place = Ort
kind-group = Gruppe
speakers = Sprecher
no-statements = Hier keine Aussagen
no-statements-why = Kein Absatz dieser Auswahl nennt, wer etwas sagt, oder zitiert es.
as-a-table = Als Tabelle
as-a-drawing = Als Zeichnung
by-speaker = Nach Sprecher
show-more-left = Mehr zeigen (noch { NUMBER($n) })
show-more = Mehr zeigen ({ $what })
statements-hedged = { $statements }, davon { NUMBER($n) } mit Vorbehalt
tag-quoted = zitiert
tag-attributed = zugeschrieben
tag-checked = von Hand geprüft
tag-hedge-negated = „{ $word }“ verneint
tag-hedge-quoted = „{ $word }“ zitiert
checked-by-hand = Von Hand geprüft
read-by-software = Von Software erkannt

## The timeline

dates-in-time = Zeitangaben im Zeitverlauf
list-them = Auflisten
more-in = { $dates }, { $stretch }
more-dates = Weitere Zeitangaben
n-more-table = { NUMBER($n) } weitere; die Tabelle zeigt alle
dates-span-all = { $n ->
    [one] { $n } Zeitangabe überspannt diese ganze Ansicht.
   *[other] { $n } Zeitangaben überspannen diese ganze Ansicht.
}
jump-to = Springen zu
jump-to-date = Zu einem Datum springen
hint-jump = 1998-05
fold-hint = Lässt lange Strecken aus, in denen keine Zeitangabe beginnt oder endet
fold = Leere Strecken falten
zoom = Zoom
zoom-out = Verkleinern
zoom-out-key = Verkleinern (−)
zoom-in = Vergrößern
zoom-in-key = Vergrößern (+)
fit = Alles
no-range-chosen = { $bar }, kein Zeitraum gewählt
range-begin = Anfang des Zeitraums
range-end = Ende des Zeitraums
strip-spread-fullest = Wie sich die Zeitangaben verteilen; am dichtesten: { $bar }
strip-spread = Wie sich die Zeitangaben verteilen
n-earlier = { NUMBER($n) } früher
n-later = { NUMBER($n) } später
passages-undated = { $n ->
    [one] { $n } Absatz ohne Zeitangabe
   *[other] { $n } Absätze ohne Zeitangabe
}
passages-without-date = Absätze ohne Zeitangabe
all-among-documents = Alle davon bei den Dokumenten
year-unknown = Jahr unbekannt
dates-year-unknown = Zeitangaben unbekannten Jahres
strip-in-text = Zeitangaben im Text
strip-published = Daten der Veröffentlichung
strip-added = Daten der Aufnahme
span-empty = In den Tagen, die die Adresse zeigt, gibt es keine Zeitangaben; alle werden gezeigt
bar-possibly = { $dates }, möglicherweise
bar-some-possibly = { $dates }, davon { NUMBER($n) } möglicherweise
bar = { $name }: { $dates }
gap-nothing = nichts zwischen { $stretch }
gap-covered = keine Zeitangabe beginnt oder endet zwischen { $stretch }
gap-next = { $gaps }, zwischen { $stretch }
no-dates-here = Keine Zeitangaben in dieser Auswahl
documents-with-addition = { $n ->
    [one] { $n } Dokument mit Aufnahmetag
   *[other] { $n } Dokumente mit Aufnahmetag
}
summary-only = { $what }: { $date }
summary-on = { $what }, { $date }
summary-in = { $what }, { $date }
summary-from = { $what }, { $range }
summary-most = { $what }, die meisten: { $stretch }
the-stretch = { $stretch }
summary-its-year = { $what }, ohne Jahresangabe
summary-their-year = { $what }, ohne Jahresangabe
summary-some-year = { $n ->
    [one] { $what }; { $n } Zeitangabe unbekannten Jahres
   *[other] { $what }; { $n } Zeitangaben unbekannten Jahres
}
assumed = { $words } (angenommen)
when-happened = Wann es geschah. { $reading }
when-added = Wann es aufgenommen wurde
when-published-assumed = Wann es veröffentlicht wurde, nach eigener Annahme
when-published = Wann es veröffentlicht wurde
ics-uncertain = Nicht auf den Tag sicher: Der Text sagt nicht mehr.

## How a date was read

read-as = Gelesen als { $kind }, aus „{ $words }“
read-by-rule = Gelesen nach der Regel „{ $rule }“, aus „{ $words }“
reading-anchored = { $reading }, { $anchor }
reading-assumed = { $reading }, mit der eigenen Annahme, wann es veröffentlicht wurde
reading-open = { $reading }; mehr sagt der Text nicht
rule-iso = Datum nach ISO 8601
rule-numeric = Datum in Ziffern
rule-east-asian = ostasiatisches Datum
rule-day = Tag
rule-weekday = Wochentag
rule-weekend = Wochenende
rule-month = Monat
rule-season = Jahreszeit
rule-quarter = Vierteljahr
rule-half = Halbjahr
rule-year = Jahr
rule-fiscal-year = Geschäftsjahr
rule-decade = Jahrzehnt
rule-century = Jahrhundert
rule-millennium = Jahrtausend
rule-holiday = Tag mit Namen
rule-time = Uhrzeit
rule-old-style = Datum alten Stils
rule-range = Zeitraum
rule-since = Zeitraum ohne Ende
rule-until = Zeitraum ohne Anfang
rule-relative = Zeit, von einer anderen aus gesagt
anchor-before-document = vor dem Datum des Dokuments { $date }
anchor-before-told = vor der zuvor genannten Zeit { $date }
anchor-before-year = vor dem Jahr, von dem der Text spricht: { $date }
anchor-after-document = nach dem Datum des Dokuments { $date }
anchor-after-told = nach der zuvor genannten Zeit { $date }
anchor-after-year = nach dem Jahr, von dem der Text spricht: { $date }
anchor-from-document = vom Datum des Dokuments { $date } aus
anchor-from-told = von der zuvor genannten Zeit { $date } aus
anchor-from-year = von dem Jahr aus, von dem der Text spricht: { $date }
anchor-weekday = kein Jahr angegeben; dieser Wochentag ist es in { $years }
anchor-julian = { $date } nach dem julianischen Kalender

## Dates in words

date-no-year = Jahr nicht angegeben
date-none = ohne Datum
date-range = { $from } bis { $to }
date-days = { $day }. bis { $date }
date-between = { $from } und { $to }
date-between-days = { $day }. und { $date }
date-day = { $day }. { $month }
date-with-year = { $date } { $year }
date-without-year = { $date }, Jahr nicht angegeben
date-since = seit { $date }
date-from-end-unknown = ab { $date }, Ende nicht bekannt
date-before = vor { $date }
date-before-day = vor dem { $date }
date-until-beginning-unknown = bis { $date }, Anfang nicht bekannt
date-some-time = irgendwann im Zeitraum { $range }
date-or = { $list } oder { $last }
date-and = { $list } und { $last }
date-early-decade = frühe { $date }
date-mid-decade = mittlere { $date }
date-late-decade = späte { $date }
date-early-month = Anfang { $date }
date-mid-month = Mitte { $date }
date-late-month = Ende { $date }
date-about = etwa { $date }
date-possibly = möglicherweise { $date }
date-day-of-a-month = der { $day } eines Monats, { $year }
date-day-of-a-month-no-year = der { $day } eines Monats, Jahr nicht angegeben
date-a-day = ein Tag, { $year }
date-a-day-no-date = ein Tag, Datum nicht angegeben
date-no-month = { $year }, Monat nicht angegeben
date-a-month-no-date = ein Monat, Datum nicht angegeben
date-time = { $date }, { $time }
date-bce = { $date } v. Chr.
date-ce = { $date } n. Chr.
date-decade = { $year }er-Jahre
date-century = { $number } Jahrhundert
date-millennium = { $number } Jahrtausend
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
short-month-1 = Jan.
short-month-2 = Feb.
short-month-3 = März
short-month-4 = Apr.
short-month-5 = Mai
short-month-6 = Juni
short-month-7 = Juli
short-month-8 = Aug.
short-month-9 = Sep.
short-month-10 = Okt.
short-month-11 = Nov.
short-month-12 = Dez.
season-spring = Frühling
season-summer = Sommer
season-autumn = Herbst
season-winter = Winter
quarter-1 = 1. Quartal
quarter-2 = 2. Quartal
quarter-3 = 3. Quartal
quarter-4 = 4. Quartal
third-1 = 1. Drittel
third-2 = 2. Drittel
third-3 = letztes Drittel
half-1 = 1. Halbjahr
half-2 = 2. Halbjahr
ordinal-one = { $number }.
ordinal-two = { $number }.
ordinal-few = { $number }.
ordinal-other = { $number }.

## The list of documents, hits, the status

queries-to-begin = Suchanfragen für den Anfang
no-documents = Noch gibt es keine Dokumente
no-documents-how = Textdateien (.txt oder .md) in den Ordner seeds legen und die Seite neu bauen.
what-was-found = Was im Ordner gefunden wurde
no-date-given = Ohne Datum
lead-on = { $what }, veröffentlicht { $date }
lead-in = { $what }, veröffentlicht { $date }
lead-from = { $what }, veröffentlicht { $range }
lead-one-undated = { $what }; eines ist ohne Datum
lead-undated = { $what }; { NUMBER($n) } sind ohne Datum
found-by-title = Über den Titel gefunden
no-word-here = Kein Wort der Suchanfrage steht hier; die anderen Bedingungen sind erfüllt
a-form-of = „{ $found }“, eine Form von „{ $typed }“
taken-for = „{ $found }“ für „{ $typed }“
nothing-is-here = Hier ist nichts
no-view = „{ $path }“ ist keine Ansicht dieser Seite.
to-the-documents = Zu den Dokumenten
nothing-found = Nichts gefunden
words-nowhere = Diese Wörter stehen in keinem Absatz.
not-all-at-once = Kein Absatz erfüllt das alles zugleich.
try-another = Vielleicht hilft ein anderes Wort oder ein Wortanfang.
what-to-leave-out = Was sich weglassen lässt
without-word = Ohne „{ $word }“
any-order = Die Wörter von { $phrase } in beliebiger Folge
without-filter = Ohne den Filter { $filter }
without-dates = Ohne den Zeitraum
without-filters = Ohne alle Filter
without-words = Ohne die Wörter
status-range = { $status } · { NUMBER($surely) } sicher und { NUMBER($possibly) } möglicherweise in diesem Zeitraum
status-undated = { $status }, { NUMBER($n) } undatiert
no-dates = keine Zeitangaben
one-date = eine Zeitangabe: { $date }
dates-without = { $what } · { $without } ohne Zeitangabe
range-backwards = Der Zeitraum endet, bevor er beginnt
note-within-document = Kein Absatz enthält alle diese Wörter; gezeigt werden Dokumente, die sie alle enthalten
note-any-word = Kein Dokument enthält alle diese Wörter; gezeigt werden Absätze mit einem davon
note-also = „{ $word }“: auch { $readings }
note-as-words = „{ $piece }“ wurde als Wörter genommen
note-left-out = { $n ->
    [one] Die Suchanfrage ist zu lang; { $n } Wort am Ende wurde weggelassen
   *[other] Die Suchanfrage ist zu lang; { $n } Wörter am Ende wurden weggelassen
}
note-nowhere = „{ $value }“ kommt nirgends vor als { $facet }
address-too-long = Die Adresse ist zu lang; ihr Ende wurde weggelassen
address-left-out = „{ $parameter }“ in der Adresse war nicht zu lesen und wurde weggelassen

## Facets

facet-people = Personen
facet-organisations = Organisationen
facet-places = Orte
facet-groups = Gruppen
facet-kind = Art
facet-source = Quelle
facet-tags = Schlagwörter
facet-language = Sprache
facet-year = Jahr
facet-notes = Eigene Notizen
note-starred = Mit Stern
note-written = Mit Notiz
own-star = eigener Stern
own-note = eigene Notiz
own-star-and-note = eigener Stern und Notiz
own-mark = Absatz { $number }: { $what }
kind-quoted = Zitiert
kind-attributed = Zugeschrieben
kind-hedged = Mit Vorbehalt
kind-unmarked = Ohne Kennzeichen
kind-dated = Mit Zeitangabe
kind-undated = Ohne Zeitangabe
filter-from = Von = { $date }
filter-to = Bis = { $date }
filter-undated-too = Zeit = auch undatiert
filter-as-of = Gelesen wie veröffentlicht: { $date }
offer-person = Person { NUMBER($n) }
offer-organisation = Organisation { NUMBER($n) }
offer-place = Ort { NUMBER($n) }
offer-group = Gruppe { NUMBER($n) }
offer-tag = Schlagwort { NUMBER($n) }
offer-source = Quelle { NUMBER($n) }
offer-value = Wert { NUMBER($n) }
also-called = auch „{ $names }“
also-called-joint = “, „

## About the collection

about-what = Diese Seite enthält alles: Sie durchsucht, filtert und datiert die Dokumente im Browser, ohne Server. Namen, Zeitangaben, Aussagen und Vorbehalte liest eine Software aus dem Text; jede führt zu ihrem Satz. Was nicht gekennzeichnet ist, ist deshalb noch nicht wahr.
files = Dateien
what-is-kept = Was dieser Browser speichert
what-is-kept-list = Die letzten Suchen, die Einstellungen, die zuletzt gelesene Stelle je Dokument, die Notizen und, wo die Seite im Netz steht, eine Kopie davon für den Gebrauch ohne Netz. Nichts wird irgendwohin gesendet.
forget = Alles außer den Notizen vergessen
forget-notes = Alle Notizen löschen
made-with = Hergestellt mit
made-with-what = Dossier, lizenziert unter MIT oder Apache 2.0. Die Software erkennt Namen mithilfe dieser Listen:
list-licence = { $list }: { $licence }
list-cldr = Unicode CLDR, Ländernamen
list-geonames = GeoNames, Städtenamen (geonames.org)
list-census = US Census 1990, Vor- und Nachnamen
list-scowl = SCOWL, häufige englische Wörter (Kevin Atkinson)
licence-unicode = Unicode License V3
licence-cc-by = CC BY 4.0
licence-public = gemeinfrei
licence-notice = frei mit Namensnennung
left-out = Weggelassen: { $reason }
finding-line = Zeile { $line }: { $message }
built = Gebaut
hash-of-seeds = SHA-256 aller Dateien
version = Version von Dossier
accuracy-names = Namen: In Tests an Nachrichten stimmen { NUMBER($right) } % der gezeigten, und { NUMBER($found) } % der im Text stehenden werden gefunden
accuracy-statements = Aussagen: In Tests an Nachrichten stimmen { NUMBER($right) } % der gezeigten, und { NUMBER($found) } % der im Text stehenden werden gefunden
names-errs = Namen erkennt eine Software. In Tests an Nachrichten stimmen { NUMBER($right) } % der gezeigten, und { NUMBER($found) } % der im Text stehenden werden gefunden.
statements-err = Von Software an Anführungszeichen und Wörtern wie „sagte“ erkannt. In Tests an Nachrichten stimmen { NUMBER($right) } % der gezeigten, und { NUMBER($found) } % der im Text stehenden werden gefunden.

## Exports

export = Exportieren
print = Drucken
save-offline = Offline-Kopie sichern
format-text = Text mit Quellen (Markdown)
format-table = Tabelle (CSV)
format-data = Daten (JSON)
format-dates = Zeitangaben als Kalender (ICS)
format-calendar = Kalender (ICS)
format-drawing = Zeichnung (SVG)
writing = Datei wird geschrieben: { NUMBER($percent) } %
paper-left-out = { $n ->
    [one] { $n } Absatz fehlt, mehr fasst das Papier nicht; der Export als Text enthält alles
   *[other] { $n } Absätze fehlen, mehr fasst das Papier nicht; der Export als Text enthält alles
}
everything = Alles
fact-collection = Sammlung
fact-hash = SHA-256 ihrer Dateien
fact-selection = Auswahl
fact-exported = Exportiert am
fact-address = Adresse
selection-words = Wörter = { $words }
selection-assumed = { $label }, eine Annahme der Leserin oder des Lesers
selection-published = Zeit = wann veröffentlicht
selection-added = Zeit = wann aufgenommen
quotation = „{ $text }“ ({ $source }, Absatz { $number })
form-plain = Reiner Text
form-link = Link
selection-from = Auswahl aus { $site }
sources = Quellen
source-passage = { $source }, Absatz { $number }
origin-file-name = aus dem Dateinamen
origin-dateline = aus der Datumszeile
origin-assumed = beim Lesen angenommen
source-undated = ohne Datum
words-origin = { $words } ({ $origin })

## Names of languages

language-ar = Arabisch
language-cs = Tschechisch
language-da = Dänisch
language-de = Deutsch
language-el = Griechisch
language-en = Englisch
language-es = Spanisch
language-fa = Persisch
language-fi = Finnisch
language-fr = Französisch
language-he = Hebräisch
language-hu = Ungarisch
language-it = Italienisch
language-ja = Japanisch
language-ko = Koreanisch
language-nl = Niederländisch
language-no = Norwegisch
language-pl = Polnisch
language-pt = Portugiesisch
language-ro = Rumänisch
language-ru = Russisch
language-sv = Schwedisch
language-tr = Türkisch
language-uk = Ukrainisch
language-und = Unbekannt
language-zh = Chinesisch
