//! The labels of marks: their words, looked up once, and their widths, measured once.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::platform::picture::Ruler;
use crate::view_model::timeline::{MarkRow, Timeline};

/// So many labels are kept; then all are forgotten, and those in view are made anew.
const KEPT: usize = 4_000;

/// As in the style sheet.
const WEIGHT_DATE: u32 = 600;
const WEIGHT_TEXT: u32 = 400;

/// What stands beside a mark.
pub(super) struct Label {
    /// All words of the date.
    pub(super) row: MarkRow,
    /// The date.
    pub(super) date: String,
    /// What follows it, from the longest form to the shortest.
    pub(super) texts: [String; 3],
    /// Width of date and text in pixels.
    pub(super) widths: [f64; 3],
}

/// The labels of a timeline.
#[derive(Default)]
pub(super) struct Labels {
    ruler: Option<Ruler>,
    known: BTreeMap<usize, Rc<Label>>,
    of: Option<Timeline>,
}

impl Labels {
    /// Measures with `ruler` from now on.
    pub(super) fn measure_with(&mut self, ruler: Ruler) {
        self.ruler = Some(ruler);
        self.known.clear();
    }

    /// The label of a date.
    pub(super) fn get(&mut self, timeline: &Timeline, idx: usize) -> Option<Rc<Label>> {
        if self.of.as_ref() != Some(timeline) {
            self.of = Some(timeline.clone());
            self.known.clear();
        }
        if let Some(label) = self.known.get(&idx) {
            return Some(Rc::clone(label));
        }
        if self.known.len() >= KEPT {
            self.known.clear();
        }
        let row = timeline.rows.row(idx)?;
        // Isolated, so that the direction of neither changes the other.
        let texts = row.labels().map(|it| match it.as_str() {
            "" => it,
            text => format!("\u{2002}\u{2068}{text}\u{2069}"),
        });
        let date = row.words.to_string();
        let measured = |text: &str, weight| {
            let ruler = self.ruler.as_ref();
            ruler.map_or(0.0, |it| it.width(text, weight))
        };
        let date_width = measured(&date, WEIGHT_DATE);
        let widths = texts
            .each_ref()
            .map(|it| date_width + measured(it, WEIGHT_TEXT));
        let label = Rc::new(Label {
            row,
            date,
            texts,
            widths,
        });
        self.known.insert(idx, Rc::clone(&label));
        Some(label)
    }
}
