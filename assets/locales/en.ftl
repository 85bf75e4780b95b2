# English: it decides which messages there are and what they are given, and stands in for what another language lacks.
# A value is a number where a number decides about the form, or where NUMBER() says so; all others are text.

## The language itself

language-name = English
language-direction = ltr
number-group = ,
number-decimal = .
language-choice = Language of this page

## The frame: views, titles, filters

could-not-open = The documents could not be opened
skip = Skip to the text
documents = Documents
timeline = Timeline
statements = Statements
notes = Notes
about = About
not-found = Not found
views = Views
help-and-keys = Help and keys
search = Search
search-this-document = Search this document
search-documents = { $n ->
    [one] Search { $n } document
   *[other] Search { $n } documents
}
active-filters = Active filters
remove-filter = Remove filter: { $filter }
clear-all = Clear all
selection-facts = Selection
notes-on-query = Notes on the query
filters = Filters
how-names-are-read = How they are read
number-of-results = Number of results
done = Done
find-in = Find in { $facet }
find-a-value = Find a value
fewer = Fewer
n-more = { NUMBER($n) } more
all-n = All { NUMBER($n) }
exclude = Exclude
exclude-value = Exclude { $value }
stop-excluding = Stop excluding
stop-excluding-value = Stop excluding { $value }
close = Close
recent-searches = Recent searches
suggestions = Suggestions
recent = Recent
clear-recent = Clear recent searches
clear = Clear

## Date fields

dates = Dates
clock-choice = Dates speak of when it was
clock-happened = happened
clock-published = published
clock-added = added
from = From
to = To
hint-from = 1998
hint-to = May 2001
hint-as-of = 2025-10-01, May 1998 …
undated = Undated
undated-n = Undated ({ $n })
read-as-if = Read as if published on
not-a-date = Not a date that can be read

## Counts

n-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
n-of-passages = { NUMBER($n) } of { $of ->
    [one] { $of } passage
   *[other] { $of } passages
}
n-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
n-of-documents = { NUMBER($n) } of { $of ->
    [one] { $of } document
   *[other] { $of } documents
}
a-in-b = { $passages } in { $documents }
in-n-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
n-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
n-names = { $n ->
    [one] { $n } name
   *[other] { $n } names
}
n-statements = { $n ->
    [one] { $n } statement
   *[other] { $n } statements
}
n-dates = { $n ->
    [one] { $n } date
   *[other] { $n } dates
}
n-of-dates = { NUMBER($n) } of { $of ->
    [one] { $of } date
   *[other] { $of } dates
}
n-dates-in-text = { $n ->
    [one] { $n } date in the text
   *[other] { $n } dates in the text
}
n-dated-documents = { $n ->
    [one] { $n } dated document
   *[other] { $n } dated documents
}
n-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
kilobytes = { $n } kB
megabytes = { $n } MB
n-of-n = { NUMBER($n) } of { NUMBER($of) }
n-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
n-of-notes = { NUMBER($n) } of { $of ->
    [one] { $of } note
   *[other] { $of } notes
}
n-more-passages = { $n ->
    [one] { $n } more passage
   *[other] { $n } more passages
}
n-more-dates = { $n ->
    [one] { $n } more date
   *[other] { $n } more dates
}
passage-number = Passage { $number }
passage-of = Passage { $number } of { $title }
title-passage = { $title }, passage { $number }
passage-lower = passage { $number }

## Reading a document

results = Results
results-in = Results, { $group }
go-on-at = Go on at passage { NUMBER($number) }, where you left
not-in-selection = { $n ->
    [one] { $n } passage not in this selection
   *[other] { $n } passages not in this selection
}
show-whole = Show the whole document
more-before-this = This passage has { $size } more before this
more-behind-this = This passage has { $size } more behind this
show-more-of-it = Show more of it
passages-before-this = { $n ->
    [one] { $n } more passage before this
   *[other] { $n } more passages before this
}
passages-behind-this = { $n ->
    [one] { $n } more passage behind this
   *[other] { $n } more passages behind this
}
show-more-of-document = Show more of the document
note-label = Note:
table = Table
image = An image that is not loaded
how-read = How “{ $words }” was read
about-name = About { $name }
to-the-timeline = To the timeline
in-this-document = In this document
outline = Outline
dates-in-text = Dates in the text
who-says-what = Who says what
nobody-named = Nobody named
hedged-tag = hedged
quoted-words = “{ $words }”
marks-in-text = Marks in the text
marks-strength = How strongly marks are drawn
marks-names = Names
marks-dates = Dates
marks-quotations = Quotations
marks-hedges = Hedges
strength-off = Off
strength-light = Light
strength-full = Full
software-errs = Names, dates, statements and hedges are read by software; it errs.
the-file = The file
file-name = Name
file-size = Size
file-language = Language
file-hash = SHA-256
guessed = { $language } (guessed)
download-original = Download the original
verify-hint = Compute the SHA-256 of the original anew and compare
verify = Verify
verdict-none = This browser does not compute hashes here; it does over https and from disk
verdict-same = Computed anew: the original has this SHA-256
verdict-other = Computed anew: the original has another SHA-256
hedge-negated = Negated: it lowers nothing here
hedge-quoted = In quotation marks of its own: somebody else’s word
no-match = No match in this document
n-matches = { $n ->
    [one] { $n } match
   *[other] { $n } matches
}
n-of-matches = { NUMBER($n) } of { $of ->
    [one] { $of } match
   *[other] { $of } matches
}
matches = Matches in the text
previous-match = Previous match
previous-match-key = Previous match (N)
next-match = Next match
next-match-key = Next match (n)
find-in-document = Find in this document
no-such-document = No such document
no-such-id = Nothing here has the id “{ $id }”. It may have been renamed or left out.
to-all-documents = To all documents
the-selection = The selection
all-documents = All documents
all-results = All results
previous = ‹ Previous
next = Next ›
no-title-in-file = title
no-author-in-file = author
no-date-in-file = date
not-in-file = No { $list } in the file
not-in-file-title = No { $list } in the file; the title is its first sentence, shortened
list-or = { $list } or { $last }
from-file-name = { $date } (from the file’s name)
from-dateline = { $date } (from its dateline)
no-date-given-lower = no date given
not-before = not before { $date }, the latest date it tells of as past

## Citing and the reader’s own notes

copied = Copied
copy-refused = The browser did not copy it. The text is selected: copy it with Ctrl+C or ⌘C.
cite-passage = Cite passage { $number }
copy-as = Copy as
what-is-copied = What is copied
share = Share
your-note = Your note
star-passage = Star this passage
all-notes = All notes
export-notes = Export notes
import-notes = Import notes
find-in-notes = Find in notes
starred-only = Starred only
starred = Starred
delete = Delete
your-notes = Your notes
notes-about = Stars and notes on passages, kept in this browser only. Export them now and then: whoever clears the browser’s data clears the notes.
no-notes = No notes yet. The mark ❞ beside a passage of a document opens the field for one.
notes-too-big = The file has more than 20 MB; no notes are that many. Nothing was changed
notes-unreadable = The browser could not read the file. Nothing was changed
notes-taken-in = { $n ->
    [one] { $n } new or changed note was taken in
   *[other] { $n } new or changed notes were taken in
}
notes-of-another = { $said }; they were made in another collection, “{ $collection }”
notes-no-file = The file could not be read as notes, and nothing was changed ({ $what })
notes-newer = The notes were written by a later version of this page; open them there. Nothing was changed
notes-not-kept = This browser does not keep the notes (it refuses, or its storage is full): export them before you close the page.
notes-put-aside = The notes that this browser had kept could not be read; they were put aside, and new ones begin.
note-passage-gone = The passage is gone; the note is kept

## Help

help-title = Keys and queries
key-search = search
key-documents = documents
key-timeline = timeline
key-timeline-table = timeline as a table
key-statements = statements
key-hits = next and previous hit
key-matches = next and previous match in the text
key-along = along the dates of the timeline
key-zoom = closer and farther in time
key-ends = first and last of the dates
key-open = open
key-back = back out
key-help = this list
letter-keys = Single letters work as keys
in-search-field = In the search field
about-collection = About this collection
form-two-words = two words
meaning-two-words = passages with both
form-phrase = “exact phrase”
meaning-phrase = these words, one behind the other
form-without = word -other
meaning-without = the first without the second
form-either = one OR other
meaning-either = either
form-begin = begin*
meaning-begin = words that begin so
form-field = person:name
meaning-field = also org: place: group: source: tag: title:
form-date = date:1998..2000
meaning-date = dated in these years

## Links that a new build moved

about-the-link = About the link
link-remembers = The link remembers
link-says-now = It says now
link-changed = This passage has changed since the link was made
link-moved = This passage has moved since the link was made
link-renumbered = it was number { $was }, it is number { $now } now
link-elsewhere = it stands in another document now
link-place = { $what }: { $place }
link-gone = The passage that this link leads to is gone
link-search = Search for its words
link-of-today = Passage { $number } of today

## Tables of dates and statements

dates-as-table = Dates as a table
head-date = Date
head-edtf = EDTF
head-sentence = Sentence
head-document = Document
head-how-read = How it was read
the-document = The document
head-who = Who
head-said = What is said
head-marked = How it is marked
head-where = Where
hedged-with = Hedged: { $hedges }
put-right-before = To put it right, write into
put-right-behind = beside the document:
correction = Correction to copy
name-passages = Passages
same-passages = In the same passages
software-read-errs = Read by software, which errs
copy-this-into = To correct it, copy this into
kind-person = Person
kind-organisation = Organisation
kind-place = Place
kind-group = Group
speakers = Speakers
no-statements = No statements here
no-statements-why = No passage of this selection says who says something, or quotes it.
as-a-table = As a table
as-a-drawing = As a drawing
by-speaker = By speaker
show-more-left = Show more ({ NUMBER($n) } left)
show-more = Show more ({ $what })
statements-hedged = { $statements }, { NUMBER($n) } hedged
tag-quoted = quoted
tag-attributed = attributed
tag-checked = checked by hand
tag-hedge-negated = “{ $word }” negated
tag-hedge-quoted = “{ $word }” quoted
checked-by-hand = Checked by hand
read-by-software = Read by software

## The timeline

dates-in-time = Dates in time
list-them = List them
more-in = { $dates }, { $stretch }
more-dates = More dates
n-more-table = { NUMBER($n) } more; the table lists all
dates-span-all = { $n ->
    [one] { $n } date spans all of this view.
   *[other] { $n } dates span all of this view.
}
jump-to = Jump to
jump-to-date = Jump to a date
hint-jump = May 1998
fold-hint = Leaves out long stretches in which no date begins or ends
fold = Fold quiet stretches
zoom = Zoom
zoom-out = Zoom out
zoom-out-key = Zoom out (−)
zoom-in = Zoom in
zoom-in-key = Zoom in (+)
fit = Fit
no-range-chosen = { $bar }, no range chosen
range-begin = Beginning of the range
range-end = End of the range
strip-spread-fullest = How the dates spread over time; the fullest stretch is { $bar }
strip-spread = How the dates spread over time
n-earlier = { NUMBER($n) } earlier
n-later = { NUMBER($n) } later
passages-undated = { $n ->
    [one] { $n } passage carries no date
   *[other] { $n } passages carry no date
}
passages-without-date = Passages without a date
all-among-documents = All of them among the documents
year-unknown = Year unknown
dates-year-unknown = Dates of an unknown year
strip-in-text = Dates in the text
strip-published = Dates of publication
strip-added = Dates of addition
span-empty = The days that the address has in view hold no dates; all dates are shown
bar-possibly = { $dates }, possibly
bar-some-possibly = { $dates }, { NUMBER($n) } of them possibly
bar = { $name }: { $dates }
gap-nothing = nothing between { $stretch }
gap-covered = no date begins or ends between { $stretch }
gap-next = { $gaps }, between { $stretch }
no-dates-here = No dates in this selection
documents-with-addition = { $n ->
    [one] { $n } document with a day of addition
   *[other] { $n } documents with a day of addition
}
summary-only = { $what }: { $date }
summary-on = { $what } on { $date }
summary-in = { $what } in { $date }
summary-from = { $what } from { $range }
summary-most = { $what }, most in { $stretch }
the-stretch = the { $stretch }
summary-its-year = { $what }, its year not stated
summary-their-year = { $what }, their year not stated
summary-some-year = { $n ->
    [one] { $what }; { $n } date of an unknown year
   *[other] { $what }; { $n } dates of an unknown year
}
assumed = { $words } (assumed)
when-happened = When it happened. { $reading }
when-added = When it was added
when-published-assumed = When it was published, on your assumption
when-published = When it was published
ics-uncertain = Not certain to the day: the text says no more.

## How a date was read

read-as = Read as { $kind }, from “{ $words }”
read-by-rule = Read by rule “{ $rule }”, from “{ $words }”
reading-anchored = { $reading }, { $anchor }
reading-assumed = { $reading }, with your assumption of when it was published
reading-open = { $reading }; the text does not say more
rule-iso = a date in ISO 8601
rule-numeric = a date in digits
rule-east-asian = an East Asian date
rule-day = a day
rule-weekday = a weekday
rule-weekend = a weekend
rule-month = a month
rule-season = a season
rule-quarter = a quarter of a year
rule-half = half a year
rule-year = a year
rule-fiscal-year = a fiscal year
rule-decade = a decade
rule-century = a century
rule-millennium = a millennium
rule-holiday = a day with a name
rule-time = a time of day
rule-old-style = a date in Old Style
rule-range = a range
rule-since = a range without an end
rule-until = a range without a beginning
rule-relative = a date said from another one
anchor-before-document = before the document’s date { $date }
anchor-before-told = before the date told before, { $date }
anchor-before-year = before the year the text speaks of, { $date }
anchor-after-document = after the document’s date { $date }
anchor-after-told = after the date told before, { $date }
anchor-after-year = after the year the text speaks of, { $date }
anchor-from-document = from the document’s date { $date }
anchor-from-told = from the date told before, { $date }
anchor-from-year = from the year the text speaks of, { $date }
anchor-weekday = no year is stated; on that weekday in { $years }
anchor-julian = { $date } of the Julian calendar

## Dates in words

date-no-year = year not stated
date-none = not dated
date-range = { $from } to { $to }
date-days = { $day } to { $date }
date-between = { $from } and { $to }
date-between-days = { $day } and { $date }
date-day = { $day } { $month }
date-with-year = { $date } { $year }
date-without-year = { $date }, year not stated
date-since = since { $date }
date-from-end-unknown = from { $date }, end not known
date-before = before { $date }
date-before-day = before { $date }
date-until-beginning-unknown = until { $date }, beginning not known
date-some-time = some time from { $range }
date-or = { $list } or { $last }
date-and = { $list } and { $last }
date-early-decade = early { $date }
date-mid-decade = mid-{ $date }
date-late-decade = late { $date }
date-early-month = early { $date }
date-mid-month = mid-{ $date }
date-late-month = late { $date }
date-about = about { $date }
date-possibly = possibly { $date }
date-day-of-a-month = the { $day } of a month in { $year }
date-day-of-a-month-no-year = the { $day } of a month, year not stated
date-a-day = a day in { $year }
date-a-day-no-date = a day, date not stated
date-no-month = { $year }, month not stated
date-a-month-no-date = a month, date not stated
date-time = { $date }, { $time }
date-bce = { $date } BCE
date-ce = { $date } CE
date-decade = { $year }s
date-century = { $number } century
date-millennium = { $number } millennium
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
short-month-1 = Jan
short-month-2 = Feb
short-month-3 = Mar
short-month-4 = Apr
short-month-5 = May
short-month-6 = Jun
short-month-7 = Jul
short-month-8 = Aug
short-month-9 = Sep
short-month-10 = Oct
short-month-11 = Nov
short-month-12 = Dec
season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter
quarter-1 = first quarter of
quarter-2 = second quarter of
quarter-3 = third quarter of
quarter-4 = fourth quarter of
third-1 = first third of
third-2 = second third of
third-3 = last third of
half-1 = first half of
half-2 = second half of
ordinal-one = { $number }st
ordinal-two = { $number }nd
ordinal-few = { $number }rd
ordinal-other = { $number }th

## The list of documents, hits, the status

queries-to-begin = Queries to begin with
no-documents = There are no documents yet
no-documents-how = Put text files (.txt or .md) into the folder seeds and build the page again.
what-was-found = What was found in the folder
no-date-given = No date given
lead-on = { $what }, published on { $date }
lead-in = { $what }, published in { $date }
lead-from = { $what }, published from { $range }
lead-one-undated = { $what }; one carries no date
lead-undated = { $what }; { NUMBER($n) } carry no date
found-by-title = Found by the title
no-word-here = No word of the query stands here; the other conditions hold
a-form-of = “{ $found }”, a form of “{ $typed }”
taken-for = “{ $found }” for “{ $typed }”
nothing-is-here = Nothing is here
no-view = “{ $path }” is no view of this page.
to-the-documents = To the documents
nothing-found = Nothing found
words-nowhere = These words stand in no passage.
not-all-at-once = No passage satisfies all of this at once.
try-another = Try another word, or the beginning of one.
what-to-leave-out = What to leave out
without-word = Without “{ $word }”
any-order = The words of { $phrase } in any order
without-filter = Without the filter { $filter }
without-dates = Without the range of dates
without-filters = Without any filter
without-words = Without the words
status-range = { $status } · { NUMBER($surely) } surely and { NUMBER($possibly) } possibly in this range
status-undated = { $status }, { NUMBER($n) } undated
no-dates = no dates
one-date = one date: { $date }
dates-without = { $what } · { $without } without a date
range-backwards = The range of dates ends before it begins
note-within-document = No passage holds all these words; documents that hold them all are shown
note-any-word = No document holds all these words; passages with any of them are shown
note-also = “{ $word }”: also { $readings }
note-as-words = “{ $piece }” was taken as words
note-left-out = { $n ->
    [one] The query is too long; { $n } word at its end were left out
   *[other] The query is too long; { $n } words at its end were left out
}
note-nowhere = “{ $value }” occurs nowhere as { $facet }
address-too-long = The address is too long; its end was left out
address-left-out = “{ $parameter }” in the address could not be read and was left out

## Facets

facet-people = People
facet-organisations = Organisations
facet-places = Places
facet-groups = Groups
facet-kind = Kind
facet-source = Source
facet-tags = Tags
facet-language = Language
facet-year = Year
facet-notes = Your notes
note-starred = Starred
note-written = With a note
own-star = your star
own-note = your note
own-star-and-note = your star and note
own-mark = Passage { $number }: { $what }
kind-quoted = Quoted
kind-attributed = Attributed
kind-hedged = Hedged
kind-unmarked = Unmarked
kind-dated = With a date
kind-undated = Without a date
filter-from = From = { $date }
filter-to = To = { $date }
filter-undated-too = Dates = undated too
filter-as-of = Read as if published on { $date }
offer-person = person { NUMBER($n) }
offer-organisation = organisation { NUMBER($n) }
offer-place = place { NUMBER($n) }
offer-group = group { NUMBER($n) }
offer-tag = tag { NUMBER($n) }
offer-source = source { NUMBER($n) }
offer-value = value { NUMBER($n) }
also-called = also “{ $names }”
also-called-joint = ”, “

## About the collection

about-what = This page holds all of it: it searches, filters and dates the documents in your browser, without a server. Names, dates, statements and hedges are read from the text by software; each leads to its sentence. What is not marked is not thereby true.
files = Files
what-is-kept = What this browser keeps
what-is-kept-list = Your last searches, your settings, where you were in a document, your notes and, where the page is hosted, a copy of it for use without a network. Nothing is sent anywhere.
forget = Forget all but the notes
forget-notes = Delete all notes
made-with = Made with
made-with-what = Dossier, licensed under MIT or Apache 2.0. The software reads names with the help of these lists:
list-licence = { $list }: { $licence }
list-cldr = Unicode CLDR, names of countries
list-geonames = GeoNames, names of cities (geonames.org)
list-census = US Census 1990, first names and surnames
list-scowl = SCOWL, common English words (Kevin Atkinson)
licence-unicode = Unicode License V3
licence-cc-by = CC BY 4.0
licence-public = public domain
licence-notice = free with notice
left-out = Left out: { $reason }
finding-line = line { $line }: { $message }
built = Built
hash-of-seeds = SHA-256 of all seeds
version = Version of Dossier
accuracy-names = Names: in tests on news { NUMBER($right) }% of what is shown is right, and { NUMBER($found) }% of what stands in the text is found
accuracy-statements = Statements: in tests on news { NUMBER($right) }% of what is shown is right, and { NUMBER($found) }% of what stands in the text is found
names-errs = Names are read by software. In tests on news { NUMBER($right) }% of those shown are right, and { NUMBER($found) }% of those in the text are found.
statements-err = Read by software from quotation marks and words like “said”. In tests on news { NUMBER($right) }% of those shown are right, and { NUMBER($found) }% of those in the text are found.

## Exports

export = Export
print = Print
save-offline = Save offline copy
format-text = Text with sources (Markdown)
format-table = Table (CSV)
format-data = Data (JSON)
format-dates = Dates as calendar (ICS)
format-calendar = Calendar (ICS)
format-drawing = Drawing (SVG)
writing = Writing the file: { NUMBER($percent) }%
paper-left-out = { $n ->
    [one] { $n } passage is left out: more than fits on paper; the export as text holds all
   *[other] { $n } passages are left out: more than fits on paper; the export as text holds all
}
everything = Everything
fact-collection = Collection
fact-hash = SHA-256 of its files
fact-selection = Selection
fact-exported = Exported on
fact-address = Address
selection-words = Words = { $words }
selection-assumed = { $label }, an assumption of the reader’s
selection-published = Dates = when published
selection-added = Dates = when added
quotation = “{ $text }” ({ $source }, passage { $number })
form-plain = Plain text
form-link = Link
selection-from = Selection from { $site }
sources = Sources
source-passage = { $source }, passage { $number }
origin-file-name = from the file’s name
origin-dateline = from its dateline
origin-assumed = assumed by the reader
source-undated = undated
words-origin = { $words } ({ $origin })

## Names of languages

language-ar = Arabic
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-fa = Persian
language-fi = Finnish
language-fr = French
language-he = Hebrew
language-hu = Hungarian
language-it = Italian
language-ja = Japanese
language-ko = Korean
language-nl = Dutch
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sv = Swedish
language-tr = Turkish
language-uk = Ukrainian
language-und = Unknown
language-zh = Chinese
