//! Cuts a sentence into tokens with the shape that names are told by.
//!
//! Stage: *analysis*. In: the text of a sentence and where it starts. Out: [`Token`]s in order, not overlapping, white
//! space left out. Typographic variants are made equal in [`Token::norm`]; spans stay those of the source.

use std::borrow::Cow;

use dossier_corpus::span::Span;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A word that begins with a small letter, or in a script without capitals.
    Lower,
    /// A word that begins with a capital and goes on with small letters.
    Capital,
    /// Two or more letters, all capitals.
    AllCaps,
    /// One capital letter, with or without a full stop, or a chain of them (`J.`, `J.P.`).
    Initial,
    /// A small letter before a capital (`iPhone`, `al-Qaeda`).
    Mixed,
    /// Digits first.
    Number,
    /// The ending `'s` or a bare apostrophe behind a plural.
    Possessive,
    /// Anything else, one character.
    Mark(char),
}

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    /// Where it stands in the reading's text, in bytes.
    pub(crate) span: Span,
    /// How it is written.
    pub(crate) shape: Shape,
    /// Its letters without accents and invisible characters, straight apostrophes; case kept.
    pub(crate) norm: Cow<'a, str>,
    /// Whether white space (or nothing) stands before it.
    pub(crate) spaced: bool,
}

impl Token<'_> {
    /// Whether it may be part of a name by its shape.
    pub(crate) const fn is_name_like(&self) -> bool {
        matches!(
            self.shape,
            Shape::Capital | Shape::AllCaps | Shape::Initial | Shape::Mixed
        )
    }

    /// Whether it consists of letters or digits.
    pub(crate) const fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Mark(_) | Shape::Possessive)
    }

    /// Whether it is this mark.
    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// The normal form in small letters.
    pub(crate) fn lower(&self) -> Cow<'_, str> {
        if self.norm.bytes().any(|it| it.is_ascii_uppercase()) || !self.norm.is_ascii() {
            Cow::Owned(self.norm.to_lowercase())
        } else {
            Cow::Borrowed(&self.norm)
        }
    }
}

/// Whether a character is never seen: zero-width or a control of writing direction.
pub(crate) const fn is_invisible(it: char) -> bool {
    matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character can be an apostrophe inside a word.
pub(crate) const fn is_apostrophe(it: char) -> bool {
    matches!(it, '\'' | '’' | 'ʼ' | '‘')
}

const fn is_hyphen(it: char) -> bool {
    matches!(it, '-' | '‐' | '‑')
}

/// Cuts `sentence`, which starts at byte `base` of the reading, into tokens. Time linear in its length.
///
/// `abbreviation` tells whether a word with its full stop is one token (`Mr.`, `Corp.`).
pub(crate) fn tokens<'a>(
    sentence: &'a str,
    base: u32,
    abbreviation: impl Fn(&str) -> bool,
) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = sentence.get(at..).and_then(|rest| rest.chars().next()) {
        if first.is_whitespace() || is_invisible(first) {
            at += first.len_utf8();
            spaced = true;
            continue;
        }
        let rest = sentence.get(at..).unwrap_or("");
        let after_word = out.last().is_some_and(Token::is_word);
        let (len, shape) = if first.is_alphanumeric() {
            let len = word_len(rest, &abbreviation);
            (len, shape(rest.get(..len).unwrap_or("")))
        } else if is_apostrophe(first) && after_word {
            match possessive_len(rest) {
                Some(len) if !spaced || len > first.len_utf8() => (len, Shape::Possessive),
                _ => (first.len_utf8(), Shape::Mark(first)),
            }
        } else {
            (first.len_utf8(), Shape::Mark(first))
        };
        let word = rest.get(..len).unwrap_or("");
        out.push(Token {
            span: Span::new(base + to_u32(at), base + to_u32(at + len)),
            shape,
            norm: normal(word),
            spaced,
        });
        at += len.max(1);
        spaced = false;
    }
    out
}

/// A length or offset as the spans count it; texts are limited to 4 GiB.
pub(crate) fn to_u32(it: usize) -> u32 {
    u32::try_from(it).unwrap_or(u32::MAX)
}

/// Length of the possessive ending at the start of `rest`, which begins with an apostrophe.
fn possessive_len(rest: &str) -> Option<usize> {
    let mark = rest.chars().next()?.len_utf8();
    let tail = rest.get(mark..)?;
    let gap = tail.len() - tail.trim_start_matches(' ').len();
    let mut letters = tail.get(gap..)?.chars();
    match letters.next() {
        Some('s' | 'S')
            if gap <= 1
                && !letters
                    .next()
                    .is_some_and(|it| it.is_alphanumeric() || is_apostrophe(it)) =>
        {
            Some(mark + gap + 1)
        }
        // A closing single quotation mark looks the same; only what follows a plural counts.
        _ => None,
    }
}

/// Length of the word at the start of `rest`, which begins with a letter or digit.
fn word_len(rest: &str, abbreviation: &impl Fn(&str) -> bool) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    let mut dotted = false;
    while let Some((at, it)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins_letters = next.is_some_and(char::is_alphanumeric);
        if it.is_alphanumeric() || is_invisible(it) || is_combining(it) {
            end = at + it.len_utf8();
        } else if is_apostrophe(it) && joins_letters {
            if possessive_len(rest.get(at..).unwrap_or("")).is_some() {
                break;
            }
        } else if is_hyphen(it) && joins_letters {
            if is_suffix(rest.get(at + it.len_utf8()..).unwrap_or(""))
                && rest.starts_with(char::is_uppercase)
            {
                break;
            }
        } else if it == '&' && joins_letters && end <= 3 {
        } else if it == '.' {
            let word = rest.get(..end).unwrap_or("");
            let piece = word.rsplit('.').next().unwrap_or("");
            let single = piece.chars().count() == 1 && piece.chars().all(char::is_uppercase);
            if single {
                // Initials keep their full stop, and a chain of them is one token.
                dotted = true;
                end = at + 1;
                if !next.is_some_and(char::is_uppercase) {
                    break;
                }
            } else if next.is_some_and(|it| it.is_ascii_digit())
                && piece.bytes().all(|it| it.is_ascii_digit())
            {
            } else {
                if !dotted && abbreviation(rest.get(..=at).unwrap_or("")) {
                    end = at + 1;
                }
                break;
            }
        } else if it == ','
            && joins_letters
            && rest
                .get(..at)
                .is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()))
        {
        } else {
            break;
        }
    }
    end
}

/// Whether an adjective's ending begins `tail`: "-based", "-led"; the name before it stands for itself.
fn is_suffix(tail: &str) -> bool {
    let end = tail
        .find(|it: char| !it.is_alphabetic())
        .unwrap_or(tail.len());
    matches!(
        tail.get(..end).unwrap_or(""),
        "based"
            | "backed"
            | "led"
            | "born"
            | "owned"
            | "style"
            | "era"
            | "driven"
            | "caused"
            | "fueled"
            | "fuelled"
            | "related"
            | "speaking"
            | "controlled"
            | "occupied"
            | "made"
            | "run"
            | "type"
            | "wide"
            | "held"
            | "sponsored"
            | "derived"
            | "dominated"
            | "educated"
            | "trained"
            | "funded"
            | "mediated"
            | "brokered"
            | "bound"
            | "listed"
            | "administered"
            | "inspired"
            | "area"
            | "linked"
            | "aligned"
            | "allied"
            | "friendly"
            | "built"
            | "affiliated"
            | "organized"
            | "organised"
            | "appointed"
            | "supported"
            | "designed"
            | "produced"
            | "imposed"
            | "approved"
            | "only"
            | "themed"
            | "level"
    )
}

const fn is_combining(it: char) -> bool {
    matches!(it, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|it| it.is_alphabetic());
    let Some(first) = letters.next() else {
        return Shape::Number;
    };
    if word.chars().next().is_some_and(char::is_numeric) {
        return Shape::Number;
    }
    let mut n_letters = 1;
    let mut upper = usize::from(first.is_uppercase());
    for it in letters {
        n_letters += 1;
        upper += usize::from(it.is_uppercase());
    }
    if !first.is_uppercase() {
        let is_particle = |it: &str| {
            matches!(
                it,
                "al" | "el"
                    | "ad"
                    | "an"
                    | "ar"
                    | "as"
                    | "ash"
                    | "at"
                    | "az"
                    | "ul"
                    | "d"
                    | "bin"
                    | "abu"
            )
        };
        let is_compound = word
            .split_once('-')
            .is_some_and(|(head, _)| !is_particle(head));
        return if upper > 0 && !is_compound {
            Shape::Mixed
        } else {
            Shape::Lower
        };
    }
    if upper == n_letters {
        let dotted = word.contains('.');
        if n_letters == 1
            || (dotted
                && n_letters == word.matches('.').count()
                && n_letters <= 2
                && !word.ends_with("S.")
                && !word.ends_with("N."))
        {
            return Shape::Initial;
        }
        return Shape::AllCaps;
    }
    Shape::Capital
}

/// The same letters without accents, case kept.
pub(crate) fn unaccented(word: &str) -> String {
    word.nfkd().filter(|it| !is_combining_mark(*it)).collect()
}

fn normal(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let plain: String = word
        .chars()
        .filter(|it| !is_invisible(*it))
        .map(|it| {
            if is_apostrophe(it) {
                '\''
            } else if is_hyphen(it) {
                '-'
            } else {
                it
            }
        })
        .collect();
    Cow::Owned(unaccented(&plain))
}
