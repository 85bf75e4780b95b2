//! Cuts a passage into tokens and looks each word up.
//!
//! In: the text of a document. Out: words, numbers and signs with their byte spans. A soft hyphen inside a word
//! and a line end between two tokens do not matter; digits of any script count. Linear in the length of the
//! text. What the tokens mean together is the grammars' business.

use std::borrow::Cow;

use dossier_corpus::span::Span;

use super::lexicon::{Class, Entry, Lexicon, Mark, Role, month_in_any_language};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A run of letters (and soft hyphens).
    Word,
    /// A run of digits: value (saturating) and how many digits.
    Number(u32, u8),
    /// A single other character.
    Sign(char),
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// It begins with a small letter, or with none.
    Small,
    /// It begins with a capital.
    Capital,
    /// It has only capitals, at least two.
    AllCapitals,
}

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Its bytes in the text.
    pub(super) span: Span,
    /// A word in small letters; empty for a number or a sign.
    word: &'a str,
    pub(super) kind: Kind,
    pub(super) letters: Letters,
    /// What the lexicon says of a word.
    pub(super) class: Class,
    entry: Entry,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// The tokens of a passage, and the text they stand in.
pub(super) struct Tokens<'a> {
    text: &'a str,
    /// The text with ASCII capitals made small; offsets agree.
    small: &'a str,
    list: Vec<Token<'a>>,
    lexicon: &'a Lexicon,
}

impl<'a> Tokens<'a> {
    /// An empty list over a text; `small` is the same text with ASCII capitals made small.
    pub(super) fn new(text: &'a str, small: &'a str, lexicon: &'a Lexicon) -> Self {
        Self {
            text,
            small,
            list: Vec::new(),
            lexicon,
        }
    }

    /// Cuts one passage, in place of what was cut before.
    pub(super) fn cut(&mut self, passage: Span) {
        self.list.clear();
        let Some(text) = self.text.get(passage.range()) else {
            return;
        };
        let mut chars = text.char_indices().peekable();
        let mut spaced = true;
        while let Some((at, first)) = chars.next() {
            if first.is_whitespace() || is_invisible(first) {
                spaced |= !is_invisible(first);
                continue;
            }
            let mut end = at + first.len_utf8();
            let kind;
            let mut letters = Letters::Small;
            if let Some(digit) = digit_of(first) {
                let (mut value, mut n_digits) = (digit, 1_u8);
                while let Some(&(next_at, next)) = chars.peek() {
                    let Some(digit) = digit_of(next) else { break };
                    value = value.saturating_mul(10).saturating_add(digit);
                    n_digits = n_digits.saturating_add(1);
                    end = next_at + next.len_utf8();
                    chars.next();
                }
                kind = Kind::Number(value, n_digits);
            } else if first.is_alphabetic() {
                let (mut n_letters, mut n_capitals) = (1, usize::from(first.is_uppercase()));
                while let Some(&(next_at, next)) = chars.peek() {
                    if !(next.is_alphabetic() || next == '\u{ad}' || is_mark(next)) {
                        break;
                    }
                    if is_ideograph(first) || is_ideograph(next) {
                        break;
                    }
                    n_letters += 1;
                    n_capitals += usize::from(next.is_uppercase());
                    end = next_at + next.len_utf8();
                    chars.next();
                }
                kind = Kind::Word;
                if first.is_uppercase() {
                    letters = if n_letters > 1 && n_letters == n_capitals {
                        Letters::AllCapitals
                    } else {
                        Letters::Capital
                    };
                }
            } else {
                kind = Kind::Sign(first);
            }
            let start = passage.start as usize;
            let span = Span::from_range(start + at..start + end);
            let word = if kind == Kind::Word {
                span.of(self.small)
            } else {
                ""
            };
            let entry = if word.is_empty() {
                Entry::default()
            } else {
                self.lexicon.entry(&plain(word))
            };
            self.list.push(Token {
                span,
                word,
                kind,
                letters,
                class: entry.class,
                entry,
                spaced,
            });
            spaced = false;
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at a position.
    pub(super) fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.list.get(at)
    }

    /// The token before a position.
    pub(super) fn before(&self, at: usize) -> Option<&Token<'a>> {
        self.list.get(at.checked_sub(1)?)
    }

    /// The word at a position in small letters; empty when there is none.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |it| it.word)
    }

    /// The word before a position in small letters; empty when there is none.
    pub(super) fn word_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// Whether the word at a position is this one.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// Whether the words from a position on are these; the position behind them.
    pub(super) fn phrase(&self, at: usize, words: &str) -> Option<usize> {
        let mut at = at;
        for word in words.split(' ') {
            if !self.is(at, word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// What the lexicon says of the word at a position.
    pub(super) fn class(&self, at: usize) -> Class {
        self.get(at).map_or(Class::None, |it| it.class)
    }

    /// Whether the word at a position has a mark.
    pub(super) fn has(&self, at: usize, mark: Mark) -> bool {
        self.get(at).is_some_and(|it| it.entry.has(mark))
    }

    /// The number at a position and how many digits it has.
    pub(super) fn number(&self, at: usize) -> Option<(u32, u8)> {
        match self.get(at)?.kind {
            Kind::Number(value, n_digits) => Some((value, n_digits)),
            _ => None,
        }
    }

    /// The sign at a position.
    pub(super) fn sign(&self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// Whether a sign stands at a position.
    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.sign(at) == Some(sign)
    }

    /// Whether a hyphen or dash stands at a position.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.sign(at), Some('-' | '–' | '—' | '‐' | '‑' | '−' | '/'))
            && !self.is_sign(at, '/')
    }

    /// What the token before a position is.
    pub(super) fn kind_before(&self, at: usize) -> Option<Kind> {
        self.before(at).map(|it| it.kind)
    }

    /// Whether the token at a position follows the one before without white space.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|it| !it.spaced) && at > 0
    }

    /// Whether the word at a position begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|it| it.letters != Letters::Small)
    }

    /// The bytes from one token to before another.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.get(first).map_or(0, |it| it.span.start);
        let end = self.before(end).map_or(start, |it| it.span.end);
        Span::new(start, end)
    }

    /// What was written from one token to before another.
    pub(super) fn written(&self, first: usize, end: usize) -> &'a str {
        self.span(first, end).of(self.text)
    }

    /// The position behind a phrase with that role in the text's language.
    pub(super) fn role(&self, at: usize, role: Role) -> Option<usize> {
        self.lexicon.role(at, role, |at| self.word_or_sign(at))
    }

    /// What is wanted of a phrase's role, and the position behind the phrase.
    pub(super) fn role_where<T>(
        &self,
        at: usize,
        wanted: impl Fn(Role) -> Option<T>,
    ) -> Option<(T, usize)> {
        self.lexicon
            .role_where(at, wanted, |at| self.word_or_sign(at))
    }

    fn word_or_sign(&self, at: usize) -> &'a str {
        match self.get(at).map(|it| it.kind) {
            Some(Kind::Word) => self.word(at),
            Some(Kind::Sign('’' | '‘')) => "'",
            Some(Kind::Sign('‑' | '‐')) => "-",
            Some(Kind::Sign(_)) => self.written(at, at + 1),
            _ => "",
        }
    }

    /// What any language's lexicon says of the word at a position.
    pub(super) fn class_in_any_language(&self, at: usize) -> Class {
        match self.class(at) {
            Class::None => month_in_any_language(&plain(self.word(at))),
            class => class,
        }
    }
}

/// A word as the lexicon has it: in small letters, without soft hyphens.
fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let kept = word.chars().filter(|it| *it != '\u{ad}');
    // The small form of the Turkish İ has a dot of its own.
    let small = kept.flat_map(char::to_lowercase);
    Cow::Owned(small.filter(|it| *it != '\u{307}').collect())
}

/// The value of a decimal digit of the scripts that dates are written in.
fn digit_of(digit: char) -> Option<u32> {
    const ZEROS: [char; 6] = ['٠', '۰', '०', '০', '๐', '０'];
    if let Some(value) = digit.to_digit(10) {
        return Some(value);
    }
    let code = u32::from(digit);
    let zero = ZEROS
        .iter()
        .find(|it| (u32::from(**it)..u32::from(**it) + 10).contains(&code))?;
    Some(code - u32::from(*zero))
}

/// Characters that are not seen and part nothing.
const fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Combining marks that may stand inside a word.
const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// Chinese and Japanese characters and Korean syllables: each is a token of its own.
pub(super) const fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{3007}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{3400}'..='\u{4dbf}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let small = text.to_ascii_lowercase();
        let lexicon = Lexicon::of("en", "");
        let mut tokens = Tokens::new(text, &small, lexicon);
        tokens.cut(Span::from_range(0..text.len()));
        (0..tokens.len())
            .map(|at| tokens.written(at, at + 1).to_owned())
            .collect()
    }

    #[test]
    fn passages_are_cut_into_words_numbers_and_signs() {
        let rows: [(&str, &[&str]); 5] = [
            ("On 3rd May", &["On", "3", "rd", "May"]),
            ("2024-07-03", &["2024", "-", "07", "-", "03"]),
            ("Octo\u{ad}ber ’98", &["Octo\u{ad}ber", "’", "98"]),
            ("2022년 10월", &["2022", "년", "10", "월"]),
            ("令和6年", &["令", "和", "6", "年"]),
        ];
        for (text, expected) in rows {
            assert_eq!(cut(text), expected, "{text}");
        }
        assert_eq!(digit_of('٣'), Some(3));
        assert_eq!(digit_of('９'), Some(9));
    }
}
