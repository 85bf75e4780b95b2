//! The one place that chooses the anchor a date is resolved against.
//!
//! In: what the grammars read in a whole document, in order, and what is known of the document's date. Out:
//! moments. News counts from the document's date; a narrative carries its own date along. Where neither is
//! known the value stays open, and the expression is kept for a reader who knows the date.

use dossier_corpus::mention::Moment;
use dossier_time::edtf::{Date, End, Member, Precision};
use dossier_time::expr::{Step, Tense, Unit, What};
use dossier_time::{Day, Edtf, Expr, resolve};

use super::genre::{Genre, guess};
use super::piece::{Anchor, Meaning, Piece, gregorian};
use super::points::point;
use super::read::Read;
use super::running::{Running, Told};
use super::said::{anchor_words, years_of_weekday};
use super::story::{self, Place, Point};

/// All that the choice rests on.
pub(super) struct Story {
    published: Option<Edtf>,
    genre: Genre,
    running: Running,
    julian: bool,
    order: Option<Order>,
    /// In a narrative, the place of each date in its story, in order.
    places: Vec<Place>,
    /// How many dates have been told.
    n_told: usize,
}

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    DayMonth,
    MonthDay,
}

/// An anchor, and in words what it is.
type Origin = (Told, &'static str);

const DOCUMENT: &str = "the document’s date";
const TEXT: &str = "the date told before,";
const YEAR: &str = "the year the text speaks of,";

/// Passages through which a quarter stays the one that is compared with.
const QUARTER_REACH: usize = 6;

/// A piece with its value.
struct Resolved {
    value: Edtf,
    /// The steps, when a document's date would tell more.
    open: Option<Vec<Step>>,
    anchor: String,
}

impl Story {
    /// Looks the whole document over.
    pub(super) fn new(
        published: Option<Edtf>,
        genre: Option<Genre>,
        julian: bool,
        reads: &[(Read, Option<bool>)],
    ) -> Self {
        let genre = genre.unwrap_or_else(|| guess(published.as_ref(), reads));
        let votes = |day_first| reads.iter().filter(|it| it.1 == Some(day_first)).count();
        let order = match (votes(true), votes(false)) {
            (1.., 0) => Some(Order::DayMonth),
            (0, 1..) => Some(Order::MonthDay),
            _ => None,
        };
        let places = if genre == Genre::Narrative {
            let points: Vec<Point> = reads.iter().map(|it| point(&it.0)).collect();
            story::places(&points)
        } else {
            Vec::new()
        };
        Self {
            published,
            genre,
            running: Running::default(),
            julian,
            order,
            places,
            n_told: 0,
        }
    }

    /// The moment of what was read next; `None` when it says nothing of a date.
    pub(super) fn tell(&mut self, read: &Read) -> Option<Moment> {
        if read.new_section {
            self.running.day = None;
        }
        self.n_told += 1;
        let moment = |value: &Edtf, open: Option<Expr>, rule: &str, anchor: String| Moment {
            span: read.span,
            edtf: value.to_string(),
            unresolved: open.map(|it| it.to_string()).unwrap_or_default(),
            rule: rule.to_owned(),
            anchor,
        };
        match &read.meaning {
            Meaning::Other(_) | Meaning::Impossible => None,
            Meaning::Either(day_first, month_first) => {
                let (value, anchor) = self.either(day_first, month_first);
                self.remember(&value, None, read);
                Some(moment(&value, None, read.rule, anchor))
            }
            Meaning::At(piece) => {
                let resolved = self.piece(piece, read)?;
                self.remember(&resolved.value, resolved.open.clone(), read);
                let open = resolved.open.map(Expr::At);
                Some(moment(&resolved.value, open, read.rule, resolved.anchor))
            }
            Meaning::Between(from, to) => {
                let from = match from {
                    Some(piece) => Some(self.piece(piece, read)?),
                    None => None,
                };
                if let Some(it) = &from {
                    self.remember(&it.value, it.open.clone(), read);
                }
                let to = match to {
                    Some(piece) => Some(self.end_of_range(piece, from.as_ref(), read)?),
                    None => None,
                };
                if let Some(it) = &to {
                    self.remember(&it.value, it.open.clone(), read);
                }
                let edge =
                    |it: Option<&Resolved>, last| it.map_or(End::Open, |it| outer(&it.value, last));
                let value = Edtf::Interval(edge(from.as_ref(), false), edge(to.as_ref(), true));
                let steps = |it: &Resolved| {
                    it.open
                        .clone()
                        .unwrap_or_else(|| vec![Step::Value(it.value.clone())])
                };
                let is_open = [&from, &to]
                    .into_iter()
                    .flatten()
                    .any(|it| it.open.is_some());
                let open = is_open
                    .then(|| Expr::Between(from.as_ref().map(steps), to.as_ref().map(steps)));
                let anchor = [from, to]
                    .into_iter()
                    .flatten()
                    .map(|it| it.anchor)
                    .find(|it| !it.is_empty());
                Edtf::parse(&value.to_string()).ok()?;
                Some(moment(&value, open, read.rule, anchor.unwrap_or_default()))
            }
        }
    }

    /// The second date of a range: not before the first.
    fn end_of_range(
        &self,
        piece: &Piece,
        from: Option<&Resolved>,
        read: &Read,
    ) -> Option<Resolved> {
        let (Some(from), Some(_)) = (from, piece.what()) else {
            return self.piece(piece, read);
        };
        let steps = with_tense(&piece.steps, Tense::Future);
        let value = resolve(&Expr::At(steps.clone()), Some(&from.value));
        let open = from
            .open
            .as_ref()
            .map(|before| [before.as_slice(), &steps].concat());
        Some(Resolved {
            value,
            open,
            anchor: from.anchor.clone(),
        })
    }

    fn piece(&self, piece: &Piece, read: &Read) -> Option<Resolved> {
        if piece.anchor == Anchor::None {
            let value = resolve(&Expr::At(piece.steps.clone()), None);
            return Some(self.said(value, read));
        }
        let (told, tense) = self.choose(piece, read)?;
        let (steps, told) = self.counted_from(with_tense(&piece.steps, tense), told, piece, read);
        let expr = Expr::At(steps.clone());
        let Some((told, origin)) = told else {
            return Some(Resolved {
                value: resolve(&expr, None),
                anchor: years_of_weekday(piece.what()),
                open: Some(steps),
            });
        };
        let value = resolve(&expr, Some(&told.value));
        let open = told
            .open
            .as_ref()
            .map(|before| [before.as_slice(), &steps].concat());
        let anchor = anchor_words(&value, &told.value, origin);
        let is_unknown = value.precision() == Precision::Unknown && open.is_none();
        // What even its anchor leaves without any day says nothing.
        (!is_unknown || matches!(piece.what(), Some(What::Weekday(_)))).then_some(Resolved {
            value,
            open,
            anchor,
        })
    }

    /// In news: a year from a quarter is a quarter, "a year ago" is a year, and "over the weekend" is the last one.
    fn counted_from(
        &self,
        mut steps: Vec<Step>,
        told: Option<Origin>,
        piece: &Piece,
        read: &Read,
    ) -> (Vec<Step>, Option<Origin>) {
        if self.genre != Genre::News {
            return (steps, told);
        }
        match steps.first_mut() {
            Some(Step::Offset { by, unit, to }) if *unit == Unit::Year && by.abs() == 1 => {
                let quarter = self
                    .running
                    .quarter
                    .as_ref()
                    .filter(|it| read.passage <= it.passage + QUARTER_REACH);
                if let Some(quarter) = quarter {
                    (*by, *unit, *to) = (4 * *by, Unit::Quarter, Unit::Quarter);
                    return (steps, Some((quarter.clone(), TEXT)));
                }
                // Said from a day, "a year earlier" is a month; else no more than a year is said.
                let from_day = told.as_ref().is_some_and(|(told, origin)| {
                    *origin == TEXT
                        && told.passage == read.passage
                        && told.value.precision() == Precision::Day
                });
                if !from_day {
                    *to = Unit::Year;
                }
            }
            Some(Step::Shift(Unit::Weekend, by))
                if piece.anchor == Anchor::Free && read.tense != Tense::Future =>
            {
                let weekday = told
                    .as_ref()
                    .and_then(|it| it.0.value.bounds()?.earliest)
                    .map(Day::weekday);
                *by -= i32::from(weekday.is_some_and(|it| it < 6));
            }
            _ => {}
        }
        (steps, told)
    }

    /// A date that says all itself; one of the Julian calendar is placed by its Gregorian day.
    fn said(&self, value: Edtf, read: &Read) -> Resolved {
        let julian = (self.julian && read.rule != "old style")
            .then(|| match &value {
                Edtf::Date(date) => gregorian(date).map(Edtf::Date),
                _ => None,
            })
            .flatten();
        match julian {
            Some(moved) => Resolved {
                anchor: format!("{value} of the Julian calendar"),
                value: moved,
                open: None,
            },
            None => Resolved {
                value,
                open: None,
                anchor: String::new(),
            },
        }
    }

    /// The anchor and the tense for a piece; the outer `None` when it is to be left out.
    #[allow(
        clippy::type_complexity,
        reason = "an anchor with its origin, if there is one, and the tense"
    )]
    fn choose(&self, piece: &Piece, read: &Read) -> Option<(Option<(Told, &'static str)>, Tense)> {
        let published = self.published.clone().map(|value| {
            (
                Told {
                    value,
                    is_counted: false,
                    open: None,
                    passage: read.passage,
                },
                DOCUMENT,
            )
        });

        let running = match counted_unit(&piece.steps) {
            Some(Unit::Day | Unit::Week | Unit::Weekend) => self.running.day.clone(),
            Some(Unit::Month | Unit::Quarter | Unit::Half) => self.running.month.clone(),
            _ => self.running.last.clone(),
        }
        .map(|it| (it, TEXT));
        let is_news = self.genre == Genre::News;
        match piece.anchor {
            Anchor::None => Some((None, Tense::Nearest)),
            Anchor::Published if piece.rule == "ahead" && read.tense == Tense::Past => None,
            Anchor::Published if is_news => Some((published, read.tense)),
            Anchor::Published => {
                // A history speaks of its own time: "today" and "this year" say when it was written, or nothing.
                let is_now = piece.steps.iter().any(|it| matches!(it, Step::Shift(_, 0)));
                if is_now && self.published.is_some() {
                    return None;
                }
                let anchor = if self.published.is_some() {
                    running.or(published)
                } else {
                    running.filter(|it| it.0.passage == read.passage)
                };
                Some((anchor, read.tense))
            }
            Anchor::Running => {
                if piece.rule == "quarter" {
                    let quarter = self.running.quarter.clone().map(|it| (it, TEXT));
                    return Some((quarter.or(running).or(published), read.tense));
                }
                // "two days later" counts from something told; what lies before may count from the document's day.
                let is_later = matches!(piece.steps.first(), Some(Step::Offset { by, .. } | Step::Shift(_, by)) if *by > 0);
                let anchor = if is_news {
                    running
                        .filter(|it| Self::is_near(&it.0, read))
                        .or(published.filter(|_| !is_later))
                } else {
                    running
                };
                // "November 5 of that year" says the day, whichever year that is.
                let says_more = piece.steps.len() > 1
                    && matches!(
                        piece.steps.last(),
                        Some(Step::Pick(What::Month(_) | What::MonthDay { .. }, _))
                    );
                (anchor.is_some() || says_more).then_some((anchor, Tense::Nearest))
            }
            Anchor::Free if is_news => Some((published, Self::news_tense(piece, read))),
            Anchor::Free => {
                let tense = match piece.what() {
                    Some(What::Weekday(_)) => Tense::Future,
                    _ => Tense::Same,
                };
                // "Three years later, in May": what was counted to is not a place of the story's search.
                let counted = running
                    .as_ref()
                    .is_some_and(|it| it.0.is_counted && it.0.passage == read.passage);
                if let (Some(Place::Year(year)), false) = (self.place(), counted) {
                    let told = Told {
                        value: Edtf::Date(Date::year(year)),
                        is_counted: false,
                        open: None,
                        passage: read.passage,
                    };
                    return Some((Some((told, YEAR)), tense));
                }
                Some((running, tense))
            }
        }
    }

    /// In news a date told long before is no anchor any more.
    fn is_near(told: &Told, read: &Read) -> bool {
        read.passage <= told.passage + 1
    }

    /// In news a date lies near the document's; only where it would lie far on the other side does the tense of
    /// the sentence tell.
    fn news_tense(piece: &Piece, read: &Read) -> Tense {
        let is_weekday = matches!(piece.what(), Some(What::Weekday(_)));
        match read.tense {
            Tense::Nearest if is_weekday => Tense::Past,
            tense if is_weekday => tense,
            Tense::Past => Tense::RatherPast,
            Tense::Future => Tense::RatherFuture,
            tense => tense,
        }
    }

    /// Day and month of a numeric date, as the document's other dates or its own date tell; else both readings.
    fn either(&self, day_first: &Date, month_first: &Date) -> (Edtf, String) {
        let told = |date: &Date, by: &str| (Edtf::Date(date.clone()), by.to_owned());
        match self.order {
            Some(Order::DayMonth) => {
                return told(
                    day_first,
                    "day before month, as in the document’s other dates",
                );
            }
            Some(Order::MonthDay) => {
                return told(
                    month_first,
                    "month before day, as in the document’s other dates",
                );
            }
            None => {}
        }
        let distance = |date: &Date| {
            let published = self.published.as_ref()?.bounds()?.earliest?;
            Some((published.0 - date.bounds()?.0.0).abs())
        };
        if let (Some(one), Some(other)) = (distance(day_first), distance(month_first)) {
            let by = "the reading near the document’s date";
            if one <= 7 && other > 7 {
                return told(day_first, by);
            }
            if other <= 7 && one > 7 {
                return told(month_first, by);
            }
        }
        let mut members = vec![
            Member::One(day_first.clone()),
            Member::One(month_first.clone()),
        ];
        members.sort();
        let value = Edtf::Set {
            all: false,
            members,
        };
        (value, "day and month can be either way round".to_owned())
    }

    /// Where the story puts the date that is told now.
    fn place(&self) -> Option<Place> {
        self.places.get(self.n_told.checked_sub(1)?).copied()
    }

    fn remember(&mut self, value: &Edtf, open: Option<Vec<Step>>, read: &Read) {
        let told = Told {
            value: value.clone(),
            is_counted: read.is_counted() && value.precision() == Precision::Year,
            open,
            passage: read.passage,
        };
        if self.place() == Some(Place::Aside) && !read.leads {
            return;
        }
        let known = value.bounds().is_some() || value.month_day().is_some();
        match value.precision() {
            Precision::Day | Precision::Time => {
                self.running.day = Some(told.clone());
                self.running.month = Some(told.clone());
                self.running.last = Some(told);
            }
            // The quarter of a year ago is what is compared with, not what the text is about.
            Precision::Quarter if read.is_direct() => self.running.quarter = Some(told),
            Precision::Month | Precision::Season | Precision::Year if known => {
                if value.precision() == Precision::Month {
                    self.running.month = Some(told.clone());
                }
                self.running.last = Some(told);
            }
            _ => {}
        }
    }
}

/// The unit in which the first step counts, or in which it looks for something.
fn counted_unit(steps: &[Step]) -> Option<Unit> {
    match steps.first()? {
        Step::Offset { unit, .. } | Step::Shift(unit, _) => Some(*unit),
        Step::Pick(What::Weekday(_), _) => Some(Unit::Day),
        Step::Pick(What::Day(_), _) => Some(Unit::Month),
        _ => None,
    }
}

/// The steps with a tense for what has none yet.
fn with_tense(steps: &[Step], tense: Tense) -> Vec<Step> {
    steps
        .iter()
        .map(|it| match it {
            Step::Pick(what, Tense::Nearest) => Step::Pick(*what, tense),
            other => other.clone(),
        })
        .collect()
}

/// The outer end of a value.
fn outer(value: &Edtf, last: bool) -> End {
    match value {
        Edtf::Date(date) => End::Date(date.clone()),
        Edtf::Interval(from, to) => if last { to } else { from }.clone(),
        Edtf::Set { .. } => End::Unknown,
    }
}
