//! Finds where sentences end.

use dossier_corpus::span::Span;

use super::abbreviations::{Stop, is_initial, is_speech_verb, is_starter, stop_behind};
use super::quotes::{closes, opens, opens_quotation};

/// No word that matters here is longer (bytes).
const MAX_WORD: usize = 40;

/// The sentences of one passage: in order, not overlapping, without the white space around them, covering
/// everything else.
///
/// * `text`: one passage; line ends in it are white space.
/// * `lang`: BCP 47 tag; only languages that write "3. Juli" for a day differ.
#[must_use]
pub fn sentences(text: &str, lang: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(mark) = next_mark(text, at) {
        let end = end_of_marks(text, mark);
        if is_end(text, start, mark, end, lang) {
            push_trimmed(text, start, end, &mut found);
            start = end;
        }
        at = end;
    }
    push_trimmed(text, start, text.len(), &mut found);
    found
}

/// Adds a sentence without the white space around it. One without a letter or digit belongs to the one before.
fn push_trimmed(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let piece = text.get(start..end).unwrap_or("");
    let trimmed = piece.trim_start();
    let first = start + piece.len() - trimmed.len();
    let last = first + trimmed.trim_end().len();
    let span = Span::from_range(first..last);
    if span.is_empty() {
        return;
    }
    match found.last_mut() {
        Some(before) if !trimmed.contains(char::is_alphanumeric) => before.end = span.end,
        _ => found.push(span),
    }
}

fn is_mark(it: char) -> bool {
    matches!(
        it,
        '.' | '!' | '?' | '…' | '\u{37e}' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥'
    ) || is_wide_mark(it)
}

/// Marks of scripts without spaces: nothing needs to follow.
fn is_wide_mark(it: char) -> bool {
    matches!(it, '。' | '！' | '？' | '｡' | '．')
}

fn next_mark(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.find(is_mark).map(|it| from + it)
}

/// Behind the marks that begin at `mark` and what closes behind them.
fn end_of_marks(text: &str, mark: usize) -> usize {
    let mut end = mark;
    let mut has_closed = false;
    let mut rest = text.get(mark..).unwrap_or("").chars();
    while let Some(it) = rest.next() {
        // "« Allez ! »": a narrow space may stand before the closing mark; and ". . ." is one mark.
        let is_spaced = (matches!(it, '\u{a0}' | '\u{202f}')
            && rest.as_str().starts_with(['»', '›']))
            || (it == ' ' && rest.as_str().starts_with('.') && !has_closed);
        if is_mark(it) && !has_closed || is_spaced {
            end += it.len_utf8();
        } else if closes(it) {
            has_closed = true;
            end += it.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Whether the marks from `mark` to `end` end the sentence that began at `start`.
fn is_end(text: &str, start: usize, mark: usize, end: usize, lang: &str) -> bool {
    let marks = text.get(mark..end).unwrap_or("");
    let behind = text.get(end..).unwrap_or("");
    if behind.trim_start().is_empty() {
        return true;
    }
    let is_spaced = behind.starts_with(char::is_whitespace);
    if marks.starts_with(is_wide_mark) {
        return is_spaced || !marks.ends_with(closes);
    }
    if !is_spaced {
        return false;
    }
    let next = Next::read(behind, lang);
    if next.kind == NextKind::Continuation {
        return false;
    }
    if marks.ends_with(closes) && is_said(behind, marks.starts_with('.')) {
        return false;
    }
    let is_single_stop = marks
        .strip_prefix('.')
        .is_some_and(|it| !it.starts_with([' ', '.', '!', '?', '…']));
    if !is_single_stop {
        return true;
    }
    let word = word_before(text, start, mark);
    if word.is_empty() {
        return true;
    }
    let is_number = word.bytes().all(|it| it.is_ascii_digit());
    if is_number {
        let is_first = text
            .get(start..mark)
            .is_some_and(|it| it.trim_start() == word);
        let is_ordinal = writes_ordinals(lang) && word.len() <= 2 && !next.is_starter;
        return !(is_first || is_ordinal);
    }
    match stop_behind(word) {
        Stop::Ends => true,
        Stop::Continues => false,
        Stop::BeforeNumber => next.kind != NextKind::Number,
        Stop::Unclear => next.is_starter || next.kind == NextKind::Quotation,
    }
}

/// Whether a few words with a speech verb follow a quotation: `“Why?” Smith asked.` Behind a full stop the verb must
/// be the last word, since what follows it may be another statement.
fn is_said(behind: &str, is_full_stop: bool) -> bool {
    let head = behind
        .get(..behind.floor_char_boundary(2 * MAX_WORD))
        .unwrap_or("");
    for (n, word) in head.split_whitespace().take(4).enumerate() {
        let bare = word.trim_end_matches(['.', ',', ':']);
        if is_speech_verb(bare) {
            return n > 0 && (!is_full_stop || word.ends_with('.'));
        }
        if bare.len() != word.len() || word.starts_with(opens) {
            return false;
        }
    }
    false
}

/// The word that ends at `mark`, with its inner full stops, without what opens before it.
fn word_before(text: &str, start: usize, mark: usize) -> &str {
    let from = text.floor_char_boundary(mark.saturating_sub(MAX_WORD).max(start));
    let before = text.get(from..mark).unwrap_or("");
    let word = before
        .rsplit(|it: char| it.is_whitespace() || matches!(it, '-' | '–' | '—' | '/'))
        .next()
        .unwrap_or("");
    word.trim_start_matches(|it| opens(it) || closes(it))
}

/// What follows a possible end.
struct Next {
    kind: NextKind,
    /// Whether it may be the first word of a sentence and hardly a name.
    is_starter: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NextKind {
    Number,
    /// An opening quotation mark and something with a capital.
    Quotation,
    /// Lower case or punctuation: the sentence goes on.
    Continuation,
    Other,
}

impl Next {
    fn read(behind: &str, lang: &str) -> Self {
        let trimmed = behind.trim_start();
        let opened = trimmed.trim_start_matches(opens);
        let is_inner = |it: char| it.is_alphanumeric() || matches!(it, '’' | '\'' | '-');
        let len = opened
            .char_indices()
            .find(|&(at, it)| at > MAX_WORD || !is_inner(it))
            .map_or(opened.len(), |(at, _)| at);
        let (word, rest) = opened.split_at_checked(len).unwrap_or((opened, ""));
        let kind = match word.chars().next() {
            Some(it) if it.is_numeric() => NextKind::Number,
            Some(it) if it.is_lowercase() => NextKind::Continuation,
            None if opened.starts_with([',', ';', ':']) => NextKind::Continuation,
            _ if trimmed.starts_with(opens_quotation) => NextKind::Quotation,
            _ => NextKind::Other,
        };
        // "A." in "J. A. Smith" is no article.
        let is_initial = is_initial(word) && rest.starts_with('.');
        Self {
            kind,
            is_starter: !is_initial && is_starter(word, lang),
        }
    }
}

/// Languages that write a full stop behind the number of a day.
fn writes_ordinals(lang: &str) -> bool {
    let primary = lang.split('-').next().unwrap_or(lang);
    matches!(
        primary,
        "de" | "da"
            | "nb"
            | "no"
            | "nn"
            | "fi"
            | "et"
            | "cs"
            | "sk"
            | "hu"
            | "hr"
            | "sr"
            | "sl"
            | "lv"
            | "is"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `text` with `|` where a sentence ends; the bars are taken out before it is cut.
    #[track_caller]
    fn check(lang: &str, marked: &str) {
        let text = marked.replace('|', " ");
        let found: Vec<&str> = sentences(&text, lang)
            .iter()
            .map(|it| it.of(&text))
            .collect();
        let expected: Vec<&str> = marked.split('|').collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    #[test]
    fn english() {
        let rows = [
            "One sentence without an end",
            "It rained.|It stopped.",
            "Did it rain?|Yes!|It did.",
            "He lives in the U.S. and works in the U.K. as well.",
            "He left the U.S.|The plane was late.",
            "The U.S. President and the U.N. Security Council met.",
            "James P. Hallam wrote to William C. Odell.|See p. 12 there.",
            "J. R. Smith met J. A. Brown.|They talked.",
            "Harry S. Truman and George W. Bush were presidents.",
            "Mr. Hale, Mrs. Dunn and Dr. Ode spoke to Gen. Roth.|Nobody wrote it down.",
            "See No. 5 and Vol. 2, pp. 12 to 14.|The rest is lost.",
            "Was it he?|No.|It was she.",
            "Acme Inc. sued Bolt Corp. over it.|The case is open.",
            "She works for Acme Inc.|He works for nobody.",
            "It costs 3.50 dollars, or 1.000,00 in Europe.|Prices rise.",
            "Version 2.0.1 of file.txt is on example.org now.",
            "It began at 5 p.m. on Monday.|It ended at 7 a.m.|The hall was empty.",
            "On Jan. 5 it fell.|By Sept. 9 it stood again.",
            "She paused ... and went on.|Then ...|Silence fell.",
            "She paused … and went on.|He waited…|Nothing came.",
            "He said . . . nothing at all.",
            "“We go.”|“They stay,” he said.",
            "‘We have a plan,’ Orlova said, though it’s early.|‘It holds.’|The rest followed.",
            "\"Stop!\" he cried.|\"Why?\" Smith asked.|\"Why?\"|Nobody knew.",
            "They call it ‘a tribute to those who stood.’ and leave.",
            "A symbol that ‘honors those who fell.’|This language echoes.",
            "The workers’ hall burned.|The players’.|Others’ stood.",
            "``I want a vote,'' Ode said.|``The people want it.''|``They do.''",
            "(He was late.)|She was not.",
            "The bridge (built in 1911.) fell.",
            "It ended in 1998.|The next began in 1999.",
            "1. First comes the key.|Then the door.",
            "Roe v. Wade was cited, e.g. by Hale, i.e. twice.",
            "St. Mary’s on Mt. Vernon, near Ft. Lee, is closed.",
            "Smith Jr. and Jones Sr. came.|Nobody else did.",
            "He has a Ph.D. from Oxford.|She has none.",
            "Was it plan B?|It was plan B.|The team knew.",
            "Yahoo! shares rose.",
            "They fought at 3 a.m.|“Run,” she said.",
            "Wait!!!|What?!|Really…?",
            "It is over.|― Who says so?",
            "Capt. Col. Gov. Sen. Lee",
            "Write to a.b@example.org. for more.",
            "It is 5 mm.|Nobody saw it.",
            "About 5 ft. long and 3 in. wide.",
            "The end.|...",
        ];
        for row in rows {
            if row.ends_with("|...") {
                let text = row.replace('|', " ");
                assert_eq!(
                    sentences(&text, "en").len(),
                    1,
                    "marks alone are no sentence"
                );
                continue;
            }
            check("en", row);
        }
    }

    #[test]
    fn other_languages() {
        let rows = [
            ("de", "Am 3. Juli kam er.|Das war spät."),
            (
                "de",
                "Dr. Weiß wohnt z. B. in der Hauptstr. 5, d.h. hier.|Er kommt.",
            ),
            ("de", "„Wir gehen.“|„Wohin?“|Er schwieg."),
            (
                "fr",
                "M. Petit et Mme. Roux sont là.|« Allez\u{a0}!\u{a0}»|Ils partent.",
            ),
            ("es", "¿Quién es?|El Sr. Ruiz.|¡Vamos!"),
            (
                "ru",
                "В 1998 г. он уехал в г. Курск.|Он жил на ул. Мира.|Там тихо.",
            ),
            ("ru", "А. С. Пушкин родился в 1799 г.|Он писал стихи."),
            ("uk", "Він жив у м. Київ.|Потім поїхав."),
            ("el", "Ποιος είναι\u{37e}|Δεν ξέρω."),
            ("hi", "यह एक वाक्य है।|यह दूसरा है।"),
            ("ar", "ذهب إلى البيت.|هل عاد؟|نعم."),
        ];
        for (lang, row) in rows {
            check(lang, row);
        }
    }

    #[test]
    fn scripts_without_spaces() {
        let rows: [(&str, &[&str]); 4] = [
            (
                "今日は雨です。明日は晴れます。",
                &["今日は雨です。", "明日は晴れます。"],
            ),
            (
                "「行きます。」と彼は言った。終わり。",
                &["「行きます。」と彼は言った。", "終わり。"],
            ),
            ("他说：“走吧！”她没有动。", &["他说：“走吧！”她没有动。"]),
            ("真的吗？是的！", &["真的吗？", "是的！"]),
        ];
        for (text, expected) in rows {
            let found: Vec<&str> = sentences(text, "ja").iter().map(|it| it.of(text)).collect();
            assert_eq!(found, expected);
        }
    }

    proptest! {
        #[test]
        fn everything_but_white_space_is_covered(text in "[ A-Cab.!?…\"’”()0-9é。\n]{0,60}") {
            let mut end = 0;
            for span in sentences(&text, "en") {
                prop_assert!(!span.is_empty() && span.start >= end);
                let gap = Span::new(end, span.start).of(&text);
                prop_assert!(gap.trim().is_empty(), "{gap:?}");
                prop_assert_eq!(span.of(&text).trim(), span.of(&text));
                prop_assert!(!span.of(&text).is_empty());
                end = span.end;
            }
            prop_assert!(text[end as usize..].trim().is_empty());
        }
    }
}
