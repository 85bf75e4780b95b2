//! Reads the search field: words, "phrases", `-not`, `OR`, `(…)`, `field:value`, `date:a..b`, `begin*`.
//!
//! In: the text as typed and the names of the fields. Out: the conditions that must all hold, and what was read
//! otherwise than typed. Never an error; linear in the text.
//!
//! * `OR` (or `|`) joins its two neighbours only: `spring london OR paris` is spring and (london or paris).
//! * The last word is taken as a beginning unless something stands behind it, be it a space.
//! * A quotation mark or bracket that is not closed yet reaches to the end.

use std::ops::Range;

use dossier_corpus::text::{fold, is_open, words};

use crate::answer::Note;
use crate::expr::{Expr, Words};

/// How deep brackets are read; deeper ones are punctuation.
const MAX_DEPTH: usize = 16;

/// How many words are looked up; people type three, a pasted page has thousands.
const MAX_WORDS: usize = 64;

/// A query as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// The conditions, all of which must hold.
    pub(crate) clauses: Vec<Expr>,
    /// What was read otherwise than typed.
    pub(crate) notes: Vec<Note>,
}

/// Reads a query. `is_facet` tells whether the corpus has a facet of that name.
pub(crate) fn parse(text: &str, is_facet: &dyn Fn(&str) -> bool) -> Parsed {
    let mut parser = Parser::new(text, is_facet);
    let mut clauses = Vec::new();
    while parser.rest_is_more() {
        clauses.extend(parser.list(0));
        if parser.skip(')') {
            parser.note_as_words(")");
        }
    }
    let mut notes = parser.notes;
    if parser.n_left_out > 0 {
        notes.push(Note::LeftOut {
            n_words: parser.n_left_out,
        });
    }
    Parsed { clauses, notes }
}

/// Where the conditions of a query stand in its text, by position; together with what surrounds them they are the
/// query.
pub(crate) fn pieces(text: &str, is_facet: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut parser = Parser::new(text, is_facet);
    while parser.rest_is_more() {
        parser.list(0);
        parser.skip(')');
    }
    parser.pieces
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    is_facet: &'t dyn Fn(&str) -> bool,
    notes: Vec<Note>,
    n_words: usize,
    n_left_out: u32,
    /// Bytes of the conditions outside all brackets.
    pieces: Vec<Range<usize>>,
}

/// What a piece of the query stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Plain,
    Quoted,
    Excluded,
}

const fn is_quote(it: char) -> bool {
    matches!(it, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

const fn is_minus(it: char) -> bool {
    matches!(it, '-' | '−')
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, is_facet: &'t dyn Fn(&str) -> bool) -> Self {
        Self {
            text,
            at: 0,
            is_facet,
            notes: Vec::new(),
            n_words: 0,
            n_left_out: 0,
            pieces: Vec::new(),
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn skip(&mut self, wanted: char) -> bool {
        let is_next = self.peek() == Some(wanted);
        if is_next {
            self.bump();
        }
        is_next
    }

    fn rest_is_more(&mut self) -> bool {
        self.skip_blanks();
        self.at < self.text.len()
    }

    fn skip_blanks(&mut self) {
        while self
            .peek()
            .is_some_and(|it| it.is_whitespace() || it.is_control())
        {
            self.bump();
        }
    }

    fn note_as_words(&mut self, piece: &str) {
        let note = Note::TakenAsWords(piece.to_owned());
        if self.notes.len() < 8 && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// A list of conditions up to a closing bracket or the end.
    fn list(&mut self, depth: usize) -> Vec<Expr> {
        let mut list: Vec<Expr> = Vec::new();
        let mut joins = false;
        while self.rest_is_more() && self.peek() != Some(')') {
            if self.takes_or() {
                joins = !list.is_empty();
                continue;
            }
            if !self.rest_is_more() {
                break;
            }
            let start = self.at;
            let Some(next) = self.unit(depth, Place::Plain) else {
                continue;
            };
            if depth == 0 {
                match self.pieces.last_mut().filter(|_| joins) {
                    Some(piece) => piece.end = self.at,
                    None => self.pieces.push(start..self.at),
                }
            }
            match (std::mem::take(&mut joins), list.last_mut()) {
                (true, Some(Expr::Any(alternatives))) => alternatives.push(next),
                (true, Some(left)) => {
                    let first = std::mem::replace(left, Expr::Any(Vec::new()));
                    *left = Expr::Any(vec![first, next]);
                }
                _ => list.push(next),
            }
        }
        list
    }

    /// Takes an operator that stands by itself; whether it is an `OR`. `AND` is what a space means anyway.
    fn takes_or(&mut self) -> bool {
        let rest = self.rest();
        let operator = ["OR", "||", "|", "AND"].into_iter().find(|it| {
            let behind = rest.strip_prefix(it);
            behind.is_some_and(|it| it.chars().next().is_none_or(char::is_whitespace))
        });
        self.at += operator.map_or(0, str::len);
        operator.is_some_and(|it| it != "AND")
    }

    fn unit(&mut self, depth: usize, place: Place) -> Option<Expr> {
        match self.peek()? {
            '(' if depth < MAX_DEPTH => {
                self.bump();
                let mut list = self.list(depth + 1);
                self.skip(')');
                match list.len() {
                    0 | 1 => list.pop(),
                    _ => Some(Expr::All(list)),
                }
            }
            '(' => {
                self.bump();
                self.note_as_words("(");
                None
            }
            it if is_minus(it) && place == Place::Plain && self.minus_excludes() => {
                self.bump();
                let unit = self.unit(depth, Place::Excluded)?;
                Some(Expr::Not(Box::new(unit)))
            }
            it if is_quote(it) => self.quoted(),
            _ => self.word_or_field(place),
        }
    }

    fn minus_excludes(&self) -> bool {
        let mut chars = self.rest().chars();
        chars.next();
        chars
            .next()
            .is_some_and(|it| it.is_alphanumeric() || it == '(' || is_quote(it))
    }

    /// From a quotation mark to the next one, or to the end.
    fn quoted(&mut self) -> Option<Expr> {
        self.bump();
        let rest = self.rest();
        let len = rest.find(is_quote).unwrap_or(rest.len());
        let inner = rest.get(..len).unwrap_or_default();
        self.at += len;
        let is_closed = self.peek().is_some();
        self.bump();
        let (inner, has_star) = match inner.strip_suffix('*') {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let prefix = has_star || (!is_closed && !inner.ends_with(char::is_whitespace));
        self.words(inner, Place::Quoted, prefix).map(Expr::Words)
    }

    fn word_or_field(&mut self, place: Place) -> Option<Expr> {
        let rest = self.rest();
        let len = rest
            .find(|it: char| it.is_whitespace() || matches!(it, '(' | ')') || is_quote(it))
            .unwrap_or(rest.len());
        let piece = rest.get(..len).unwrap_or_default();
        if let Some((name, value)) = piece.split_once(':')
            && let Some(field) = self.field(name)
        {
            self.at += name.len() + 1;
            return self.field_value(&field, value.len(), name, place);
        }
        self.at += len;
        let is_last = self.at >= self.text.len();
        let (word, has_star) = match piece.strip_suffix('*') {
            Some(word) => (word, true),
            None => (piece, false),
        };
        let is_open = is_last
            && place == Place::Plain
            && word
                .chars()
                .next_back()
                .is_some_and(|it| it.is_alphanumeric() || it.len_utf8() > 2);
        if let Some((name, value)) = piece.split_once(':')
            && name.len() > 1
            && name.chars().all(char::is_alphabetic)
            && !value.is_empty()
            && !value.starts_with('/')
        {
            self.note_as_words(piece);
        }
        self.words(word, place, has_star || is_open)
            .map(Expr::Words)
    }

    fn field(&self, name: &str) -> Option<String> {
        let name = name.to_lowercase();
        let name = match name.as_str() {
            "organisation" | "organization" => "org",
            "people" => "person",
            "language" => "lang",
            "tags" => "tag",
            other => other,
        };
        let known = matches!(name, "date" | "title") || (self.is_facet)(name);
        known.then(|| name.to_owned())
    }

    /// What stands behind `field:`, `len` bytes of it when it is not quoted.
    fn field_value(&mut self, field: &str, len: usize, name: &str, place: Place) -> Option<Expr> {
        let start = self.at;
        let typed = if self.peek().is_some_and(is_quote) {
            self.bump();
            let rest = self.rest();
            let len = rest.find(is_quote).unwrap_or(rest.len());
            self.at += len;
            self.bump();
            rest.get(..len).unwrap_or_default()
        } else {
            self.at += len;
            self.text.get(start..self.at).unwrap_or_default()
        };
        if typed.trim().is_empty() {
            // Nothing is chosen yet.
            return None;
        }
        if field == "date" {
            let (from, to) = match typed.split_once("..") {
                Some((from, to)) => (from, to),
                None => (typed, typed),
            };
            let read = |it: &str| match it {
                "" => Some(None),
                it => dossier_time::read(it).map(Some),
            };
            if let (Some(from), Some(to)) = (read(from), read(to))
                && (from.is_some() || to.is_some())
            {
                return Some(Expr::Date { from, to });
            }
            self.note_as_words(&format!("{name}:{typed}"));
            return self.words(typed, place, false).map(Expr::Words);
        }
        let is_last = self.at >= self.text.len() && place == Place::Plain;
        let is_open = is_last
            && self
                .text
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric);
        let (value, has_star) = match typed.strip_suffix('*') {
            Some(value) => (value, true),
            None => (typed, false),
        };
        let words = self.words(value, Place::Quoted, has_star || is_open)?;
        Some(match field {
            "title" => Expr::Title(Words {
                exact: words.folded.len() > 1,
                ..words
            }),
            _ => Expr::Value {
                facet: field.to_owned(),
                words,
                typed: typed.to_owned(),
            },
        })
    }

    /// The words of a piece; `None` when there are none, or too many before it.
    fn words(&mut self, piece: &str, place: Place, prefix: bool) -> Option<Words> {
        let mut list = Vec::new();
        let mut found = words(piece).peekable();
        while let Some((span, word)) = found.next() {
            if self.n_words >= MAX_WORDS {
                self.n_left_out = self.n_left_out.saturating_add(1);
                continue;
            }
            let folded = fold(word);
            let next_overlaps = found.peek().is_some();
            // The last character of a run is a word of its own; it adds nothing to the pair before it, unless
            // more words follow.
            let repeats = is_open(&folded)
                && !next_overlaps
                && !list.is_empty()
                && span.start > 0
                && ends_inside_pair(piece, span.start);
            if !folded.is_empty() && !repeats {
                self.n_words += 1;
                list.push(folded);
            }
        }
        let is_phrase = list.len() > 1;
        let is_character = list.last().is_some_and(|it| is_open(it));
        (!list.is_empty()).then(|| Words {
            folded: list,
            typed: piece.trim().chars().take(80).collect(),
            exact: place == Place::Quoted || is_phrase,
            prefix: prefix || is_character,
        })
    }
}

/// Whether the character before this offset is of an unspaced script, so that the one at it ends a pair.
fn ends_inside_pair(piece: &str, at: u32) -> bool {
    piece
        .get(..at as usize)
        .and_then(|it| it.chars().next_back())
        .is_some_and(dossier_corpus::text::is_unspaced)
}
