//! Gathers the visible pieces of passages while a parser walks through a text.

use std::cmp::Reverse;
use std::ops::Range;

use dossier_corpus::document::{Passage, Role, Run, Style, StyleKind};
use dossier_corpus::span::Span;

/// The passages built so far and the one that is open.
pub(super) struct Builder<'a> {
    text: &'a str,
    passages: Vec<Passage>,
    open: Option<Open>,
}

/// A passage under construction.
struct Open {
    role: Role,
    quote_depth: u8,
    runs: Vec<Run>,
    styles: Vec<OpenStyle>,
    /// Positions in `styles` of those that are not closed; `None` for one that is not kept.
    stack: Vec<Option<usize>>,
}

struct OpenStyle {
    kind: StyleKind,
    /// Where it stands if nothing in it is visible.
    at: usize,
    span: Option<Span>,
}

impl<'a> Builder<'a> {
    /// A builder over the whole text; all offsets are bytes of it.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            passages: Vec::new(),
            open: None,
        }
    }

    /// Whether a passage is open.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Closes the open passage and opens another one.
    pub(super) fn open(&mut self, role: Role, quote_depth: u8) {
        self.close();
        self.open = Some(Open {
            role,
            quote_depth,
            runs: Vec::new(),
            styles: Vec::new(),
            stack: Vec::new(),
        });
    }

    /// Behind the last visible byte.
    pub(super) fn position(&self) -> usize {
        let run = self.open.as_ref().and_then(|it| it.runs.last());
        run.map_or(0, |it| it.span.end as usize)
    }

    /// Shows source bytes; `shown` is what they mean: the same, or the same without some markup between.
    pub(super) fn show(&mut self, start: usize, end: usize, shown: &str) {
        let source = self.text.get(start..end).unwrap_or("");
        if source == shown {
            self.push(start, end, None);
        } else if let Some(stretches) = align(source, shown) {
            for stretch in stretches {
                self.push(start + stretch.start, start + stretch.end, None);
            }
        } else {
            self.push(start, end, Some(shown.to_owned()));
        }
    }

    /// Shows something else for source bytes, even where the two are equal.
    pub(super) fn replace(&mut self, start: usize, end: usize, shown: &str) {
        self.push(start, end, Some(shown.to_owned()));
    }

    /// Parts what follows at `at` from what came before by a tab.
    pub(super) fn separate(&mut self, at: usize) {
        let start = match self.position() {
            0 => at,
            position => position.min(at),
        };
        self.push(start, at, Some("\t".to_owned()));
    }

    fn push(&mut self, start: usize, end: usize, shown: Option<String>) {
        let Some(open) = &mut self.open else {
            return;
        };
        let span = Span::from_range(start..end);
        match open.runs.last_mut() {
            Some(last)
                if last.shown.is_none() && shown.is_none() && last.span.end == span.start =>
            {
                last.span.end = span.end;
            }
            _ => open.runs.push(Run { span, shown }),
        }
    }

    /// Begins a style; it covers what is shown until its end, and nothing at `at` if that is nothing.
    pub(super) fn begin_style(&mut self, kind: StyleKind, at: usize) {
        if let Some(open) = &mut self.open {
            open.stack.push(Some(open.styles.len()));
            open.styles.push(OpenStyle {
                kind,
                at,
                span: None,
            });
        }
    }

    /// Begins something that ends like a style and is not kept.
    pub(super) fn begin_nothing(&mut self) {
        if let Some(open) = &mut self.open {
            open.stack.push(None);
        }
    }

    /// Ends the innermost style.
    pub(super) fn end_style(&mut self) {
        let Some(open) = &mut self.open else {
            return;
        };
        let Some(style) = open
            .stack
            .pop()
            .flatten()
            .and_then(|it| open.styles.get_mut(it))
        else {
            return;
        };
        let at = Span::from_range(style.at..style.at).start;
        let first = open.runs.partition_point(|it| it.span.end <= at);
        if let (Some(first), Some(last)) = (open.runs.get(first), open.runs.last()) {
            style.span = Some(Span::new(first.span.start.max(at), last.span.end));
        }
    }

    /// Closes the open passage; one without anything visible is dropped.
    pub(super) fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.passages.extend(open.finish(self.text));
        }
    }

    /// All passages, in order.
    pub(super) fn finish(mut self) -> Vec<Passage> {
        self.close();
        self.passages
    }
}

impl Open {
    fn finish(mut self, text: &str) -> Option<Passage> {
        let is_blank = |run: &Run| {
            let shown = run.shown.as_deref().unwrap_or_else(|| run.span.of(text));
            shown.trim().is_empty()
        };
        if self.runs.iter().all(is_blank) {
            return None;
        }
        if !matches!(self.role, Role::Row { .. }) {
            self.trim(text);
        }
        let span = Span::new(self.runs.first()?.span.start, self.runs.last()?.span.end);
        if let [only] = self.runs.as_slice()
            && only.shown.is_none()
        {
            self.runs.clear();
        }
        let mut styles: Vec<Style> = self
            .styles
            .into_iter()
            .filter_map(|style| {
                let covered = match style.span {
                    Some(it) => it.intersection(span),
                    None if style.kind == StyleKind::Cell => {
                        Some(Span::from_range(style.at..style.at))
                    }
                    None => None,
                };
                Some(Style {
                    span: covered?,
                    kind: style.kind,
                })
            })
            .collect();
        styles.sort_by_key(|it| (it.span.start, Reverse(it.span.end)));
        Some(Passage {
            span,
            role: self.role,
            quote_depth: self.quote_depth,
            runs: self.runs,
            styles,
            sentences: Vec::new(),
        })
    }

    /// Drops white space at both ends; the indentation of code stays.
    fn trim(&mut self, text: &str) {
        let is_blank = |run: &Run| {
            let shown = run.shown.as_deref().unwrap_or_else(|| run.span.of(text));
            shown.trim().is_empty()
        };
        let is_visible = |run: &Run| !is_blank(run);
        let first = self.runs.iter().position(is_visible).unwrap_or(0);
        let last = self.runs.iter().rposition(is_visible).unwrap_or(0);
        self.runs.truncate(last + 1);
        self.runs.drain(..first);
        let len = |words: &str| u32::try_from(words.len()).unwrap_or(u32::MAX);
        if let Some(run) = self.runs.first_mut()
            && run.shown.is_none()
            && self.role != Role::Code
        {
            run.span.start = run.span.end - len(run.span.of(text).trim_start());
        }
        if let Some(run) = self.runs.last_mut()
            && run.shown.is_none()
        {
            run.span.end = run.span.start + len(run.span.of(text).trim_end());
        }
    }
}

/// The stretches of `source` that read `shown` together, if there are any; a line end may stand for a space.
fn align(source: &str, shown: &str) -> Option<Vec<Range<usize>>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut wanted = shown.chars().peekable();
    for (at, it) in source.char_indices() {
        let Some(&next) = wanted.peek() else {
            break;
        };
        if it != next && !(it == '\n' && next == ' ') {
            continue;
        }
        wanted.next();
        match stretches.last_mut() {
            Some(last) if last.end == at => last.end += it.len_utf8(),
            _ => stretches.push(at..at + it.len_utf8()),
        }
    }
    wanted.peek().is_none().then_some(stretches)
}
