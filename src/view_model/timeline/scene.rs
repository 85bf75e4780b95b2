//! One picture of the axis: ticks, and bars or labelled marks, for a view and a width.
//!
//! Zoomed out it is a histogram, zoomed in labelled marks; which, the number of dates in view decides. More than is in
//! view is laid out on either side, so that a small pan needs no new layout.

use dossier_time::Day;
use yew::AttrValue;

use super::bars::{Bar, bars, n_through};
use super::calendar::Unit;
use super::fold::Fold;
use super::gaps::{Gap, gaps};
use super::items::Items;
use super::pack::{More, Placed, Window, pack};
use super::view::{View, stretch_words};

/// More dates in view than this are drawn as bars.
const MAX_IN_VIEW: usize = 240;

/// More dates than this that cover all of the view are not drawn among the others.
const MAX_THROUGH: usize = 4;

/// More marks than this are never drawn.
const MAX_MARKS: usize = 72;

/// A bar is at least so wide.
const BAR_WIDTH: f64 = 9.0;

/// Ticks stand at least so far apart.
const TICK_WIDTH: f64 = 88.0;

/// A view of some days is never a histogram: no closer look could tell its dates apart.
const SHORT: f64 = 3.5;

/// Room for a tick's label.
const TICK_LABEL: f64 = 44.0;

/// Share of the view's length that is laid out beside it, on either side.
const BESIDE: f64 = 0.3;

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneTick {
    /// Its first day, which tells it from the others.
    pub day: i32,
    /// Pixels from the window's left edge.
    pub x: f64,
    /// What it says.
    pub label: AttrValue,
}

/// What is drawn on the axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A histogram.
    Bars {
        /// What each bar covers.
        unit: Unit,
        /// From left to right.
        bars: Vec<Bar>,
        /// How many dates cover all bars: too vague for this view, they are said and not drawn.
        n_through: u32,
        /// The greatest count without those, at least 1.
        highest: u32,
    },
    /// Labelled marks.
    Marks {
        /// Those that found a place, in order of time.
        placed: Vec<Placed>,
        /// The others.
        more: Vec<More>,
    },
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What it covers, and its scale.
    pub window: Window,
    /// Ticks from left to right.
    pub ticks: Vec<SceneTick>,
    /// What is drawn.
    pub content: Content,
    /// Folded stretches and other long gaps in view, in days of the calendar.
    pub gaps: Vec<Gap>,
    /// Dates that cover all of the view, when there are too many to be drawn among the others: they say little about it.
    pub through: Option<More>,
}

/// The key of what covers all of the view, in [`Scene::more_at`].
pub const THROUGH: i32 = i32::MIN;

/// What a mark or bar is found by: it stays the same when the picture changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The bar that begins on that day.
    Bar(i32),
    /// The date of that number.
    Mark(usize),
    /// What found no place from that day on.
    More(i32),
}

impl Key {
    /// An id for the page.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Bar(day) => format!("bar{day}"),
            Self::Mark(idx) => format!("mark{idx}"),
            Self::More(day) => format!("more{day}"),
        }
    }

    /// What an id of the page stands for.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        if let Some(day) = id.strip_prefix("bar") {
            return day.parse().ok().map(Self::Bar);
        }
        if let Some(idx) = id.strip_prefix("mark") {
            return idx.parse().ok().map(Self::Mark);
        }
        let day = id.strip_prefix("more")?;
        day.parse().ok().map(Self::More)
    }
}

impl Scene {
    /// Lays out a view of `pixels` width. `label_widths` gives the widths of the forms of a date's label, the longest first;
    /// `before` is the picture that this one follows, whose rows are kept.
    pub fn new<const N: usize>(
        items: &Items,
        fold: &Fold,
        shown: View,
        pixels: f64,
        n_rows: usize,
        before: Option<&Self>,
        label_widths: impl FnMut(usize) -> [f64; N],
    ) -> Self {
        let pixels = pixels.max(1.0);
        let window = Window {
            view: View {
                first: shown.first - shown.span() * BESIDE,
                last: shown.last + shown.span() * BESIDE,
            },
            shown,
            scale: pixels / shown.span(),
            n_rows,
            max_marks: MAX_MARKS,
            fold: fold.clone(),
        };
        let (first, end) = shown.counted();
        let through = through(items, first, end);
        let skipped = through.as_ref().map_or(&[][..], |it| &it.hidden);
        let n_in_view = items.n_touching(first, end) - skipped.len();
        let content = if n_in_view > MAX_IN_VIEW && shown.span() > SHORT {
            let unit = Unit::for_bars(BAR_WIDTH / window.scale);
            let bars = bars(items, fold, unit, window.view);
            let n_through = n_through(items, &bars);
            let highest = bars.iter().map(|it| it.count).max().unwrap_or(1);
            let highest = highest.saturating_sub(n_through).max(1);
            Content::Bars {
                unit,
                bars,
                n_through,
                highest,
            }
        } else {
            let kept: Vec<(usize, usize)> = match before.map(|it| &it.content) {
                Some(Content::Marks { placed, .. }) => {
                    placed.iter().map(|it| (it.idx, it.row)).collect()
                }
                _ => Vec::new(),
            };
            let (first, end) = window.view.counted();
            let numbers = items.touching(first, end);
            let numbers = numbers.filter(|it| skipped.binary_search(it).is_err());
            let (placed, more) = pack(items, numbers, &window, &kept, label_widths);
            Content::Marks { placed, more }
        };
        let wide = match &content {
            Content::Marks { .. } => gaps(items, shown),
            Content::Bars { .. } => Vec::new(),
        };
        let mut gaps: Vec<Gap> = fold.folds(shown).map(|it| it.1).collect();
        for gap in wide {
            let gap = Gap {
                before: fold.calendar(gap.before),
                after: fold.calendar(gap.after),
                ..gap
            };
            let at = gaps.partition_point(|it| it.before < gap.before);
            if gaps.get(at) != Some(&gap) {
                gaps.insert(at, gap);
            }
        }
        Self {
            ticks: ticks(&window),
            content,
            gaps,
            window,
            through,
        }
    }

    /// Pixels from the window's left edge to each fold.
    pub fn folds(&self) -> impl Iterator<Item = (f64, Gap)> + '_ {
        let window = &self.window;
        window
            .fold
            .folds(window.view)
            .map(|it| (window.x(it.0), it.1))
    }

    /// A stretch of the axis in words; it ends before day `end`.
    #[must_use]
    pub fn stretch(&self, first: i32, end: i32) -> String {
        let day = |it: i32| Day(self.window.fold.calendar(it));
        stretch_words(day(first), day(end.saturating_sub(1).max(first)))
    }

    /// Whether a view of the same scale can be shown by moving this picture.
    #[must_use]
    pub fn covers(&self, view: View) -> bool {
        let same = (view.span() - self.window.shown.span()).abs() < 1e-6 * view.span();
        same && self.window.view.holds(view)
    }

    /// The dates that found no place from that day on.
    #[must_use]
    pub fn more_at(&self, day: i32) -> Option<&More> {
        if day == THROUGH {
            return self.through.as_ref();
        }
        match &self.content {
            Content::Marks { more, .. } => more.iter().find(|it| it.first == day),
            Content::Bars { .. } => None,
        }
    }

    /// What the bar that begins on that day covers.
    #[must_use]
    pub fn bar_at(&self, day: i32) -> Option<View> {
        match &self.content {
            Content::Bars { bars, .. } => {
                let bar = bars.iter().find(|it| it.first == day)?;
                Some(View::days(Day(bar.first), Day(bar.end.saturating_sub(1))))
            }
            Content::Marks { .. } => None,
        }
    }

    /// What the Tab key goes to: `current` where it is drawn, else the first in view, else the first.
    #[must_use]
    pub fn tab_stop(&self, current: Option<Key>) -> Option<Key> {
        let stops = self.stops();
        if let Some(key) = current.filter(|key| stops.iter().any(|it| it.0 == *key)) {
            return Some(key);
        }
        let shown = self.window.shown;
        let in_view = stops
            .iter()
            .find(|it| shown.first <= it.1 && it.1 <= shown.last);
        in_view.or_else(|| stops.first()).map(|it| it.0)
    }

    /// All that can have the focus, from left to right, each with the days it stands at.
    #[must_use]
    pub fn stops(&self) -> Vec<(Key, f64)> {
        match &self.content {
            Content::Bars { bars, .. } => bars
                .iter()
                .filter(|it| it.count > 0)
                .map(|it| {
                    let middle = f64::midpoint(f64::from(it.first), f64::from(it.end));
                    (Key::Bar(it.first), middle)
                })
                .collect(),
            Content::Marks { placed, more } => {
                let day = |x: f64| self.window.view.first + x / self.window.scale;
                let mut stops: Vec<(Key, f64)> = placed
                    .iter()
                    .map(|it| {
                        let middle = f64::midpoint(it.left, it.right);
                        (Key::Mark(it.idx), day(middle))
                    })
                    .collect();
                // In order of time: a count stands behind the dates it begins with.
                for it in more {
                    let middle = f64::midpoint(f64::from(it.first), f64::from(it.end));
                    let number = it.hidden.last().copied().unwrap_or_default();
                    let at = stops.partition_point(|stop| match stop.0 {
                        Key::Mark(idx) => idx < number,
                        Key::More(day) => day < it.first,
                        Key::Bar(_) => true,
                    });
                    stops.insert(at, (Key::More(it.first), middle));
                }
                stops
            }
        }
    }
}

/// The dates that cover all of a stretch, when there are many.
fn through(items: &Items, first: i32, end: i32) -> Option<More> {
    let covers = |it: &usize| {
        let item = items.get(*it);
        item.is_some_and(|it| it.start <= first && it.end >= end)
    };
    let hidden: Vec<usize> = items
        .touching(first, first.saturating_add(1))
        .filter(covers)
        .collect();
    (hidden.len() > MAX_THROUGH).then_some(More { first, end, hidden })
}

fn ticks(window: &Window) -> Vec<SceneTick> {
    let unit = Unit::for_ticks(TICK_WIDTH / window.scale);
    let fold = &window.fold;
    let mut starts = fold.starts(unit, window.view);
    starts.pop();
    // What begins inside of a fold has no place.
    let folds: Vec<f64> = fold.folds(window.view).map(|it| window.x(it.0)).collect();
    starts.retain(|it| !folds.contains(&window.x(*it)));
    let (left, right) = window.shown_edges();
    starts
        .into_iter()
        .map(|day| {
            let x = window.x(day);
            // No label is cut off by an edge of what is in view.
            let is_cut = |edge: f64| x < edge && edge < x + TICK_LABEL;
            let label = if is_cut(left) || is_cut(right) || folds.iter().any(|it| is_cut(*it)) {
                AttrValue::default()
            } else {
                unit.tick(fold.calendar(day)).into()
            };
            SceneTick { day, x, label }
        })
        .collect()
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::items::tests::items;
    use super::super::items::{Item, Shape};
    use super::*;

    fn points(n: i32, apart: i32) -> Items {
        let point = |it: i32| Item {
            start: it * apart,
            end: it * apart + 1,
            shape: Shape::Point,
        };
        Items::new((0..n).map(point).collect())
    }

    #[test]
    fn many_dates_are_bars_and_few_are_marks() {
        for (n, apart, is_bars, why) in [
            (10, 30, false, "few"),
            (240, 3, false, "as many as can be drawn"),
            (241, 3, true, "one more"),
            (50_000, 0, false, "all on one day: no zoom tells them apart"),
        ] {
            let items = points(n, apart);
            let (first, last) = items.extent().unwrap();
            let scene = Scene::new(
                &items,
                &Fold::default(),
                View::around(first, last),
                900.0,
                12,
                None,
                |_| [90.0, 40.0],
            );
            assert_eq!(
                matches!(scene.content, Content::Bars { .. }),
                is_bars,
                "{why}"
            );
        }
    }

    #[test]
    fn a_key_comes_back_from_its_id() {
        for key in [Key::Bar(-5), Key::Mark(7), Key::More(i32::MIN)] {
            assert_eq!(Key::of_id(&key.id()), Some(key));
        }
        assert_eq!(Key::of_id("more-heading"), None);
    }

    #[test]
    fn what_covers_all_of_the_view_is_set_apart() {
        let century = Item {
            start: -40_000,
            end: 40_000,
            shape: Shape::Span,
        };
        let near = points(20, 10);
        let near = (0..near.len()).filter_map(|it| near.get(it));
        let view = View::days(Day(0), Day(200));
        for (n, is_apart) in [(3, false), (5, true), (5_000, true)] {
            let items = Items::new(vec![century; n].into_iter().chain(near.clone()).collect());
            let scene = Scene::new(&items, &Fold::default(), view, 900.0, 12, None, |_| {
                [90.0, 40.0]
            });
            let apart = scene.through.as_ref().map_or(0, |it| it.hidden.len());
            assert_eq!(apart, if is_apart { n } else { 0 });
            let Content::Marks { placed, more } = &scene.content else {
                panic!("bars for {n}")
            };
            let hidden: usize = more.iter().map(|it| it.hidden.len()).sum();
            assert_eq!(placed.len() + hidden + apart, n + 20);
        }
    }

    #[test]
    fn a_range_of_ten_thousand_years_is_drawn() {
        let items = points(500, 7_300);
        let (first, last) = items.extent().unwrap();
        let scene = Scene::new(
            &items,
            &Fold::default(),
            View::around(first, last),
            900.0,
            12,
            None,
            |_| [90.0, 40.0],
        );
        assert!((2..=20).contains(&scene.ticks.len()), "{:?}", scene.ticks);
        let Content::Bars { bars, .. } = &scene.content else {
            panic!("no bars")
        };
        assert!((10..=200).contains(&bars.len()), "{}", bars.len());
    }

    proptest! {
        #[test]
        fn a_picture_is_bounded_and_covers_its_view(items in items(), factor in 0.001..1.0f64, pan in -1.0..1.0f64, pixels in 0.0..3000.0f64) {
            let Some((first, last)) = items.extent() else { return Ok(()) };
            let whole = View::around(first, last);
            let view = whole.zoomed(factor, 0.5).panned(pan).within(whole);
            let scene = Scene::new(&items, &Fold::default(), view, pixels, 12, None, |_| [90.0, 40.0]);
            prop_assert!(scene.covers(view));
            prop_assert!(scene.covers(view.panned(BESIDE * 0.9)));
            prop_assert!(!scene.covers(view.panned(BESIDE * 1.1)));
            prop_assert!(!scene.covers(view.zoomed(1.1, 0.5)));
            let n = match &scene.content {
                Content::Bars { bars, .. } => bars.len(),
                Content::Marks { placed, .. } => 4 * placed.len(),
            };
            prop_assert!(n + 2 * scene.ticks.len() <= 700, "{} elements", n);
            let stops = scene.stops();
            let mut keys: Vec<Key> = stops.iter().map(|it| it.0).collect();
            keys.sort_unstable();
            keys.dedup();
            prop_assert_eq!(keys.len(), stops.len(), "each stop once");
        }

        #[test]
        fn no_number_of_days_stops_it(first in any::<i32>(), last in any::<i32>(), at in 0.0..1.0f64) {
            let item = |start: i32, end: i32| Item { start, end: end.max(start.saturating_add(1)), shape: Shape::Span };
            let items = Items::new(vec![item(first.min(last), first.max(last))]);
            let view = View::around(Day(first.min(last)), Day(first.max(last))).zoomed(0.1, at);
            Scene::new(&items, &Fold::default(), view, 900.0, 12, None, |_| [90.0, 40.0]);
        }
    }
}
