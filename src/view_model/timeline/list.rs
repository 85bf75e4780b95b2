//! The dates one a row, each drawn on one axis: for small selections, and for what found no place in the picture.

use super::Timeline;
use yew::AttrValue;

use super::calendar::Unit;
use super::items::Shape;
use super::rows::MarkRow;
use super::view::View;

/// A date as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its words.
    pub row: MarkRow,
    /// How it is drawn; none when it has no place on the axis, or when there is no axis.
    pub drawn: Option<Drawn>,
}

/// How a date is drawn: percent of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Its form.
    pub shape: Shape,
}

/// Place in percent and words of the ticks of an axis, about `n` of them.
#[must_use]
pub fn ticks(axis: View, n: f64) -> Vec<(f64, AttrValue)> {
    let unit = Unit::for_ticks(axis.span() / n);
    let starts = unit.starts(axis).into_iter();
    starts
        .map(|day| {
            let at = (f64::from(day) - axis.first) / axis.span() * 100.0;
            (at, unit.tick(day).into())
        })
        .filter(|(at, _)| (0.0..=100.0).contains(at))
        .collect()
}

/// The rows of these dates; drawn over `axis` when there is one.
#[must_use]
pub fn listed(
    timeline: &Timeline,
    numbers: impl Iterator<Item = usize>,
    axis: Option<View>,
) -> Vec<Listed> {
    numbers
        .filter_map(|idx| {
            let drawn = timeline.items.get(idx).zip(axis).map(|(item, view)| {
                let place = |day: i32| {
                    ((f64::from(day) - view.first) / view.span() * 100.0).clamp(0.0, 100.0)
                };
                Drawn {
                    left: place(item.start),
                    right: place(item.end),
                    shape: item.shape,
                }
            });
            Some(Listed {
                row: timeline.rows.row(idx)?,
                drawn,
            })
        })
        .collect()
}
