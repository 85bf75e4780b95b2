//! Chinese, Japanese and Korean dates: 2024年7月3日, 2024년 7월 3일, 令和6年.

use dossier_time::edtf::{Date, Year};
use dossier_time::expr::What;

use super::piece::{Found, Meaning, Piece};
use super::token::Tokens;

/// The signs for year, month and day of one writing.
const SIGNS: [[&str; 3]; 2] = [["年", "月", "日"], ["년", "월", "일"]];

/// First years of the Japanese eras.
const ERAS: [(&str, &str, i64); 5] = [
    ("明", "治", 1868),
    ("大", "正", 1912),
    ("昭", "和", 1926),
    ("平", "成", 1989),
    ("令", "和", 2019),
];

/// Reads such a date that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (era, start) = ERAS
        .iter()
        .find(|(first, second, _)| tokens.is(at, first) && tokens.is(at + 1, second))
        .map_or((None, at), |it| (Some(it.2), at + 2));
    let is_first = era.is_some() && tokens.is(start, "元");
    let (value, n_digits) = if is_first {
        (1, 1)
    } else {
        tokens.number(start)?
    };
    let [year_sign, month_sign, day_sign] = SIGNS
        .into_iter()
        .find(|signs| signs.iter().any(|it| tokens.is(start + 1, it)))?;
    let mut at_number = start;
    let mut year = None;
    if tokens.is(start + 1, year_sign) {
        year = match era {
            Some(first) => Some(first + i64::from(value) - 1),
            None if n_digits == 4 => Some(i64::from(value)),
            None => return None,
        };
        at_number = start + 2;
    } else if era.is_some() {
        return None;
    }
    let part = |at: usize, sign: &str| {
        let (value, 1..=2) = tokens.number(at)? else {
            return None;
        };
        tokens
            .is(at + 1, sign)
            .then(|| u8::try_from(value).ok())
            .flatten()
    };
    let month = part(at_number, month_sign);
    let day = month.and_then(|_| part(at_number + 2, day_sign));
    let end = at_number + 2 * (usize::from(month.is_some()) + usize::from(day.is_some()));
    let known = Year::Known(year.unwrap_or(2000));
    let date = Date::new(known, month, day);
    let is_possible =
        dossier_time::Edtf::parse(&dossier_time::Edtf::Date(date.clone()).to_string()).is_ok();
    let meaning = match (year, month, day) {
        _ if !is_possible => Meaning::Impossible,
        (Some(_), ..) => Meaning::At(Piece::date(at, end, date, "east asian")),
        (None, Some(month), Some(day)) => {
            let what = What::MonthDay {
                month,
                day,
                weekday: None,
            };
            Meaning::At(Piece::free(at, end, what, "east asian"))
        }
        (None, Some(month), None) => {
            Meaning::At(Piece::free(at, end, What::Month(month), "east asian"))
        }
        _ => return None,
    };
    Some(Found {
        first: at,
        end,
        meaning,
        rule: "east asian",
    })
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn east_asian_dates_are_read() {
        check(&[
            (
                "2024年7月3日に会った。",
                "",
                "2024年7月3日=2024-07-03",
                "Chinese and Japanese",
            ),
            (
                "회의는 2022년 10월 9일 열렸다.",
                "",
                "2022년 10월 9일=2022-10-09",
                "Korean",
            ),
            (
                "令和6年5月1日と昭和20年。",
                "",
                "令和6年5月1日=2024-05-01; 昭和20年=1945",
                "Japanese eras",
            ),
            ("7月3日", "", "7月3日=XXXX-07-03", "no year"),
            ("2023年2月30日", "", "!2023年2月30日", "no such day"),
        ]);
    }
}
