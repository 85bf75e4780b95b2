//! Finds quotations: what stands between quotation marks of any style.
//!
//! Stage: *analysis*. In: the text of one passage. Out: the outermost quotations, in order, not overlapping.
//!
//! The closing mark ’ is also the apostrophe, so a mark is read by what stands on both sides of it; where both readings
//! are possible, the one that leaves a closed quotation wins. Time is linear: every mark is looked at a fixed number of
//! times.

use dossier_corpus::span::Span;

/// A quotation of one passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// What stands between the marks.
    pub(crate) inner: Span,
    /// The same with its marks.
    pub(crate) outer: Span,
    /// Whether the passage ends before the quotation does.
    pub(crate) is_open: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    /// Only what stands around it could tell.
    Either,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Angle,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    start: usize,
    end: usize,
    style: Style,
    side: Side,
    /// For a single mark that may be an apostrophe.
    is_doubtful: bool,
}

/// The outermost quotations of `text`, a passage that starts at byte `base` of its reading.
pub(crate) fn quotes(text: &str, base: u32) -> Vec<Quote> {
    let marks = marks(text);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = marks.get(at) {
        if open.side == Side::Close {
            at += 1;
            continue;
        }
        match closing(&marks, at) {
            Some(close_at) => {
                if let Some(close) = marks.get(close_at) {
                    out.push(quote(
                        text,
                        base,
                        open.start,
                        open.end,
                        close.start,
                        close.end,
                        false,
                    ));
                }
                at = close_at + 1;
            }
            None if open.style == Style::Double && open.side == Side::Open => {
                out.push(quote(
                    text,
                    base,
                    open.start,
                    open.end,
                    text.len(),
                    text.len(),
                    true,
                ));
                return out;
            }
            None => at += 1,
        }
    }
    out
}

fn quote(
    text: &str,
    base: u32,
    outer: usize,
    start: usize,
    end: usize,
    outer_end: usize,
    is_open: bool,
) -> Quote {
    let inner = text.get(start..end).unwrap_or("");
    let lead = inner.len() - inner.trim_start().len();
    let tail = inner.len() - inner.trim_end().len();
    let span = |from: usize, to: usize| {
        let span = Span::from_range(from..to.max(from));
        Span::new(base + span.start, base + span.end)
    };
    Quote {
        inner: span(start + lead, end.saturating_sub(tail)),
        outer: span(outer, outer_end),
        is_open,
    }
}

/// Furthest that a closing mark is looked for, in marks.
const REACH: usize = 64;

/// The mark that closes the one at `open_at`.
fn closing(marks: &[Mark], open_at: usize) -> Option<usize> {
    let open = marks.get(open_at)?;
    let mut doubtful = None;
    let mut depth = 0_usize;
    for (at, mark) in marks.iter().enumerate().skip(open_at + 1).take(REACH) {
        if mark.style != open.style {
            continue;
        }
        match mark.side {
            Side::Open => {
                if open.style == Style::Single && doubtful.is_some() {
                    return doubtful;
                }
                depth += 1;
            }
            Side::Close if mark.is_doubtful => {
                if depth == 0 && doubtful.is_none() {
                    doubtful = Some(at);
                }
            }
            Side::Close if depth > 0 => depth -= 1,
            Side::Close | Side::Either => return Some(at),
        }
    }
    doubtful
}

fn marks(text: &str) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = text.char_indices().peekable();
    let mut double_is_open = false;
    while let Some((start, it)) = chars.next() {
        let mut end = start + it.len_utf8();
        let mut next = chars.peek().map(|(_, next)| *next);
        let is_pair = matches!(it, '\'' | '`') && next == Some(it);
        if is_pair {
            chars.next();
            end += 1;
            next = chars.peek().map(|(_, next)| *next);
        }
        let opens = before.is_none_or(|it| {
            it.is_whitespace()
                || matches!(
                    it,
                    '(' | '[' | '—' | '–' | '-' | '“' | '"' | '«' | '„' | '‘' | '/'
                )
        }) && next.is_some_and(|it| !it.is_whitespace());
        let letter_before = before.is_some_and(char::is_alphanumeric);
        let letter_after = next.is_some_and(char::is_alphanumeric);
        let mut push = |style, side, is_doubtful| {
            out.push(Mark {
                start,
                end,
                style,
                side,
                is_doubtful,
            });
        };
        match it {
            '“' if double_is_open && !opens => {
                // The German closing mark.
                push(Style::Double, Side::Close, false);
                double_is_open = false;
            }
            '“' | '„' => {
                push(Style::Double, Side::Open, false);
                double_is_open = true;
            }
            '”' => {
                push(Style::Double, Side::Close, false);
                double_is_open = false;
            }
            '"' | '`' | '\'' if it == '"' || is_pair => {
                let begins = opens && before.is_some_and(char::is_whitespace) && letter_after;
                let side = if double_is_open && !begins {
                    Side::Close
                } else if opens || !double_is_open {
                    Side::Open
                } else {
                    Side::Either
                };
                push(Style::Double, side, false);
                double_is_open = side == Side::Open;
            }
            '«' => push(Style::Angle, Side::Open, false),
            '»' => push(Style::Angle, Side::Close, false),
            '‘' if !(letter_before && letter_after) => push(Style::Single, Side::Open, false),
            '‚' if opens && letter_after => push(Style::Single, Side::Open, false),
            '’' | '\'' => {
                if letter_after && (letter_before || before.is_some_and(|it| it == '.')) {
                    // Inside a word.
                } else if it == '\'' && opens && letter_after {
                    push(Style::Single, Side::Open, false);
                } else if !opens && before.is_some_and(|it| !it.is_whitespace()) {
                    // "soldiers’ families": behind a plural it may be an apostrophe, unless punctuation stands beside it.
                    let beside_mark = !letter_before || next.is_none_or(|it| !it.is_whitespace());
                    push(
                        Style::Single,
                        Side::Close,
                        !beside_mark && before.is_some_and(|it| it == 's'),
                    );
                }
            }
            _ => {}
        }
        before = Some(it);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str], why: &str) {
        let got: Vec<_> = quotes(text, 0).iter().map(|it| it.inner.of(text)).collect();
        assert_eq!(got, expected, "{why}: {text}");
    }

    #[test]
    fn marks_of_any_style() {
        check("“We go,” he said, “now.”", &["We go,", "now."], "curly");
        check(
            "\"We go,\" he said, \"now.\"",
            &["We go,", "now."],
            "straight",
        );
        check(
            "''We go,'' he said.",
            &["We go,"],
            "two straight single ones",
        );
        check("Er sagte: „Wir gehen“ und ging.", &["Wir gehen"], "German");
        check("« Nous partons », dit-elle.", &["Nous partons"], "French");
        check(
            "‘The ship’s crew left,’ she said.",
            &["The ship’s crew left,"],
            "the apostrophe is no end",
        );
        check(
            "‘The sailors’ wives left,’ she said.",
            &["The sailors’ wives left,"],
            "nor behind a plural",
        );
        check(
            "The harbour’s wall and the sailors’ wives.",
            &[],
            "an apostrophe opens nothing",
        );
        check(
            "“He said ‘no’ to us.”",
            &["He said ‘no’ to us."],
            "the outermost",
        );
        check("'We go,' he said.", &["We go,"], "typewriter");
        check("It's the boys' ball.", &[], "typewriter apostrophes");
        check("“We go on.", &["We go on."], "open to the end");
        check("a \" b \" c \"", &[" b ".trim(), ""], "stray marks");
    }

    proptest! {
        #[test]
        fn any_text_gives_spans_inside(text in "[\"'“”‘’„«» a-zé.,]{0,200}") {
            let mut end = 0;
            for quote in quotes(&text, 0) {
                prop_assert!(quote.outer.start >= end && quote.outer.contains(quote.inner));
                prop_assert!(text.get(quote.inner.range()).is_some());
                end = quote.outer.end;
            }
        }
    }
}
