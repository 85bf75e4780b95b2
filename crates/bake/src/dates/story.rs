//! Follows the time of a narrative: which year a month without a year belongs to, and which dates are asides.
//!
//! A narrative mostly moves forward in small steps; a far jump that is taken back at once ("a study of 2004 …") is
//! an aside. Among all ways to place the dates of a text, the one with the smallest sum of steps is looked for, so
//! that dates behind count as well as dates before ("the spring and early summer of 1943"). The search keeps a
//! bounded number of ways, hence is linear in the number of dates.

use dossier_time::expr::What;

use super::piece::in_year;

/// A date as the story sees it.
#[derive(Clone, Debug)]
pub(super) enum Point {
    /// Its days are known.
    Known {
        /// First and last day.
        days: (i32, i32),
        /// How much it costs to take it for an aside.
        aside: u32,
    },
    /// The year is to be found.
    Free(What),
    /// It does not matter.
    Other,
}

/// What the search says of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The story goes on there.
    Story,
    /// It is a look aside.
    Aside,
    /// It lies in that year.
    Year(i64),
    /// Nothing is known.
    Unknown,
}

/// Ways that are kept.
const WIDTH: usize = 12;

/// Points after which the best way so far is settled.
const STRETCH: usize = 2048;

/// Points that are looked at ahead.
const AHEAD: usize = 32;

/// Cost of a year forward; a step of no length costs nothing.
const FORWARD: u32 = 800;

/// Cost of any step backward, beside its length.
const BACKWARD: u32 = 200;

/// Cost of a date that begins before the one told last, and ends within it.
const OVERLAP: u32 = 60;

/// The most a step from year to year can cost: a life is told in long steps.
const FARTHEST_YEAR: u32 = 1200;

/// The most a step backward can cost.
const FARTHEST: u32 = 2500;

/// How much it costs to take a date for an aside: one that leads its clause, and one that does not.
pub(super) const ASIDE: (u32, u32) = (1300, 400);

#[derive(Clone, Copy, Debug)]
struct Way {
    cost: u32,
    days: Option<(i32, i32)>,
}

#[derive(Clone, Copy, Debug)]
struct Turn {
    before: usize,
    place: Place,
}

/// The place of each point.
pub(super) fn places(points: &[Point]) -> Vec<Place> {
    let mut places = Vec::with_capacity(points.len());
    let mut days = None;
    for start in (0..points.len()).step_by(STRETCH) {
        let end = points.len().min(start + STRETCH);
        let (stretch, ahead) = (
            points.get(start..end).unwrap_or(&[]),
            points.get(end..).unwrap_or(&[]),
        );
        let (found, last) = stretch_of(stretch, ahead, days);
        places.extend(found);
        days = last;
    }
    places
}

fn stretch_of(
    points: &[Point],
    ahead: &[Point],
    days: Option<(i32, i32)>,
) -> (Vec<Place>, Option<(i32, i32)>) {
    let mut ways = vec![Way { cost: 0, days }];
    let mut turns: Vec<Vec<Turn>> = Vec::with_capacity(points.len());
    for (idx, point) in points.iter().enumerate() {
        let mut next: Vec<(Way, Turn)> = Vec::new();
        let coming = match point {
            Point::Free(_) => coming_years(points.get(idx + 1..).unwrap_or(&[]), ahead),
            _ => Vec::new(),
        };
        for (before, way) in ways.iter().enumerate() {
            let mut turn = |cost: u32, days, place| {
                let cost = way.cost.saturating_add(cost);
                next.push((Way { cost, days }, Turn { before, place }));
            };
            match point {
                Point::Other => turn(0, way.days, Place::Unknown),
                Point::Known { days, aside } => {
                    let within = way.days.filter(|it| days.0 <= it.0 && it.1 <= days.1);
                    turn(
                        step(way.days, *days),
                        Some(within.unwrap_or(*days)),
                        Place::Story,
                    );
                    turn(*aside, way.days, Place::Aside);
                }
                Point::Free(what) => {
                    let mut years: Vec<i64> = coming.clone();
                    if let Some(days) = way.days {
                        let year = i64::from(dossier_time::Day(days.0).ymd().0);
                        years.extend([year - 1, year, year + 1]);
                    }
                    years.sort_unstable();
                    years.dedup();
                    for year in &years {
                        if let Some(days) = days_in(*what, *year) {
                            turn(step(way.days, days), Some(days), Place::Year(*year));
                        }
                    }
                    if years.is_empty() {
                        turn(0, None, Place::Unknown);
                    }
                }
            }
        }
        // The cheapest ways, and of those that end alike only one; the order is the same on every machine.
        next.sort_by_key(|(way, turn)| (way.cost, way.days, turn.before));
        let mut kept: Vec<(Way, Turn)> = Vec::with_capacity(WIDTH);
        for it in next {
            if kept.len() < WIDTH && kept.iter().all(|other| other.0.days != it.0.days) {
                kept.push(it);
            }
        }
        if kept.is_empty() {
            kept.extend(ways.iter().enumerate().map(|(before, way)| {
                (
                    *way,
                    Turn {
                        before,
                        place: Place::Unknown,
                    },
                )
            }));
        }
        ways = kept.iter().map(|it| it.0).collect();
        turns.push(kept.into_iter().map(|it| it.1).collect());
    }
    let last = ways.first().and_then(|it| it.days);
    let mut at = 0;
    let mut places: Vec<Place> = turns
        .iter()
        .rev()
        .map(|row| {
            let turn = row.get(at).copied().unwrap_or(Turn {
                before: 0,
                place: Place::Unknown,
            });
            at = turn.before;
            turn.place
        })
        .collect();
    places.reverse();
    (places, last)
}

/// Years of the next few known dates, and the years before them.
fn coming_years(points: &[Point], ahead: &[Point]) -> Vec<i64> {
    points
        .iter()
        .chain(ahead)
        .take(AHEAD)
        .filter_map(|it| match it {
            Point::Known { days, .. } => Some(i64::from(dossier_time::Day(days.0).ymd().0)),
            _ => None,
        })
        .take(2)
        .flat_map(|it| [it, it - 1])
        .collect()
}

/// What it costs to go on from one date to another.
fn step(from: Option<(i32, i32)>, to: (i32, i32)) -> u32 {
    let Some(from) = from else {
        return 0;
    };
    let length = |days: i64| u32::try_from(days * i64::from(FORWARD) / 365).unwrap_or(FARTHEST);
    let cost = if to.0 > from.1 {
        let is_year = |days: (i32, i32)| days.1 - days.0 > 300;
        let farthest = if is_year(from) && is_year(to) {
            FARTHEST_YEAR
        } else {
            FARTHEST
        };
        length(i64::from(to.0) - i64::from(from.1)).min(farthest)
    } else if to.1 < from.0 {
        BACKWARD.saturating_add(length(i64::from(from.0) - i64::from(to.1)))
    } else if to.0 < from.0 && to.1 < from.1 {
        OVERLAP
    } else {
        0
    };
    cost.min(FARTHEST)
}

fn days_in(what: What, year: i64) -> Option<(i32, i32)> {
    let date = in_year(what, year)?;
    let (first, last) = date.bounds()?;
    Some((first.0, last.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: i32, aside: u32) -> Point {
        let day = |month, day| dossier_time::Day::from_ymd(year, month, day).unwrap().0;
        Point::Known {
            days: (day(1, 1), day(12, 31)),
            aside,
        }
    }

    #[test]
    fn months_lie_where_the_story_goes() {
        let month = |month| Point::Free(What::Month(month));
        let rows = [
            (
                vec![year(1805, 1300), month(10)],
                vec![Place::Story, Place::Year(1805)],
                "the running year",
            ),
            (
                vec![year(1805, 1300), month(11), month(2)],
                vec![Place::Story, Place::Year(1805), Place::Year(1806)],
                "over the new year",
            ),
            (
                vec![year(1805, 1300), month(6), year(2004, 400), month(7)],
                vec![
                    Place::Story,
                    Place::Year(1805),
                    Place::Aside,
                    Place::Year(1805),
                ],
                "a study of 2004",
            ),
            (
                vec![month(4), year(1943, 1300)],
                vec![Place::Year(1943), Place::Story],
                "the year comes behind",
            ),
            (vec![month(4)], vec![Place::Unknown], "no year at all"),
            (
                vec![year(1856, 1300), year(1875, 1300), month(3)],
                vec![Place::Story, Place::Story, Place::Year(1875)],
                "a life is told in long steps",
            ),
        ];
        for (points, expected, why) in rows {
            assert_eq!(places(&points), expected, "{why}");
        }
    }
}
