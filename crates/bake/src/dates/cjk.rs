//! Chinese, Japanese and Korean dates: 2024年7月3日, 二〇二四年七月三日, 2024년 7월 3일, 令和6年, 20世纪90年代.

use dossier_time::edtf::{Date, Edtf, Year};
use dossier_time::expr::What;

use super::piece::{Found, Meaning, Piece};
use super::token::Tokens;

/// The signs for year, month and day of one writing.
const SIGNS: [[&str; 3]; 2] = [["年", "月", "日"], ["년", "월", "일"]];

/// First years of the Japanese eras and of the Republic of China.
const ERAS: [(&str, &str, i64); 7] = [
    ("明", "治", 1868),
    ("大", "正", 1912),
    ("昭", "和", 1926),
    ("平", "成", 1989),
    ("令", "和", 2019),
    ("民", "國", 1912),
    ("民", "国", 1912),
];

/// What joins the two ends of a range, in one or two tokens, and what may close it.
const JOINTS: [&str; 9] = ["至", "到", "から", "부터", "〜", "～", "~", "–", "-"];
const CLOSINGS: [&str; 3] = ["まで", "까지", "止"];

const RULE: &str = "east asian";

/// Whether such a date can begin with a word.
pub(super) fn can_begin(word: &str) -> bool {
    word.len() == 3 && (ERAS.iter().any(|it| it.0 == word) || numeral(word).is_some())
}

/// Reads such a date that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if let Some(piece) = century_or_decade(tokens, at) {
        return Some(Found {
            first: at,
            end: piece.end,
            rule: RULE,
            meaning: Meaning::At(piece),
        });
    }
    let first = Written::read(tokens, at, None)?;
    let (from, end) = (first.meaning(at)?, first.end);
    if let Meaning::At(from) = &from
        && let Some(joint) = any_of(tokens, end, &JOINTS)
        && let Some(second) = Written::read(tokens, joint, Some(&first))
        && let Some(Meaning::At(to)) = second.meaning(joint)
    {
        return Some(Found {
            first: at,
            end: any_of(tokens, second.end, &CLOSINGS).unwrap_or(second.end),
            rule: "range",
            meaning: Meaning::Between(Some(from.clone()), Some(to)),
        });
    }
    Some(Found {
        first: at,
        end,
        meaning: from,
        rule: RULE,
    })
}

/// The position behind one of these words, of which each letter may be a token.
fn any_of(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> Option<usize> {
    (1..=2).find_map(|n| {
        words
            .contains(&tokens.written(at, at + n))
            .then_some(at + n)
    })
}

/// Year, month and day as far as they are written.
struct Written {
    year: Option<i64>,
    month: Option<u8>,
    day: Option<u8>,
    end: usize,
}

impl Written {
    /// Reads a date; of the second one of a range, what it leaves out is taken from the first.
    fn read(tokens: &Tokens<'_>, at: usize, first: Option<&Self>) -> Option<Self> {
        let (era, start) = ERAS
            .iter()
            .find(|(first, second, _)| tokens.is(at, first) && tokens.is(at + 1, second))
            .map_or((None, at), |it| (Some(it.2), at + 2));
        let is_first = era.is_some() && tokens.is(start, "元");
        let (value, n_digits, sign_at) = if is_first {
            (1, 1, start + 1)
        } else {
            number(tokens, start)?
        };
        let [year_sign, month_sign, day_sign] = SIGNS
            .into_iter()
            .find(|signs| signs.iter().any(|it| tokens.is(sign_at, it)))?;
        let mut at_number = start;
        let mut year = None;
        if tokens.is(sign_at, year_sign) {
            year = match era {
                Some(first) => Some(first + i64::from(value) - 1),
                None if n_digits == 4 || value >= 1000 => Some(i64::from(value)),
                None => return None,
            };
            at_number = sign_at + 1;
        } else if era.is_some() {
            return None;
        }
        let part = |at: usize, sign: &str| {
            let (value, 1..=2, end) = number(tokens, at)? else {
                return None;
            };
            let value = u8::try_from(value).ok()?;
            tokens.is(end, sign).then_some((value, end + 1))
        };
        let month = part(at_number, month_sign);
        let can_have_day = month.is_some() || first.is_some_and(|it| it.day.is_some());
        let at_day = month.map_or(at_number, |it| it.1);
        let day = part(at_day, day_sign).filter(|_| can_have_day);
        if year.is_none() && month.is_none() && day.is_none() {
            return None;
        }
        Some(Self {
            year: year.or(first.and_then(|it| it.year)),
            month: month
                .map(|it| it.0)
                .or(first.filter(|_| year.is_none()).and_then(|it| it.month)),
            day: day.map(|it| it.0),
            end: day.or(month).map_or(at_number, |it| it.1),
        })
    }

    fn meaning(&self, at: usize) -> Option<Meaning> {
        let known = Year::Known(self.year.unwrap_or(2000));
        let date = Date::new(known, self.month, self.day);
        if Edtf::parse(&Edtf::Date(date.clone()).to_string()).is_err() {
            return Some(Meaning::Impossible);
        }
        let piece = match (self.year, self.month, self.day) {
            (Some(_), ..) => Piece::date(at, self.end, date, RULE),
            (None, Some(month), Some(day)) => {
                let what = What::MonthDay {
                    month,
                    day,
                    weekday: None,
                };
                Piece::free(at, self.end, what, RULE)
            }
            (None, Some(month), None) => Piece::free(at, self.end, What::Month(month), RULE),
            _ => return None,
        };
        Some(Meaning::At(piece))
    }
}

/// "1990年代", "20世纪90年代", "19世紀".
fn century_or_decade(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (value, n_digits, behind) = number(tokens, at)?;
    let sign = |at: usize, n: usize, words: &[&str]| {
        words
            .contains(&tokens.written(at, at + n))
            .then_some(at + n)
    };
    let decade = |value: i64, at| sign(at, 2, &["年代", "년대"]).map(|end| (value, end));
    if n_digits == 4 || value >= 1000 {
        let (value, end) = decade(i64::from(value), behind).filter(|it| it.0 % 10 == 0)?;
        return Some(Piece::date(at, end, Date::decade(value / 10), RULE));
    }
    let end = sign(behind, 2, &["世纪", "世紀", "세기"]).filter(|_| (1..=21).contains(&value))?;
    let century = i64::from(value) - 1;
    if let Some((tens, _, behind)) = number(tokens, end)
        && let Some((tens, end)) = decade(i64::from(tens), behind)
        && tens < 100
    {
        return Some(Piece::date(
            at,
            end,
            Date::decade(century * 10 + tens / 10),
            RULE,
        ));
    }
    Some(Piece::date(at, end, Date::century(century), RULE))
}

/// A number in digits or in Chinese numerals: value, how many digits it would have, and the position behind it.
fn number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, u8, usize)> {
    /// Numerals that are read at most.
    const MOST: usize = 8;
    if let Some((value, n_digits)) = tokens.number(at) {
        return Some((value, n_digits, at + 1));
    }
    let numerals: Vec<u32> = (at..at + MOST)
        .map_while(|at| numeral(tokens.word(at)))
        .collect();
    let end = at + numerals.len();
    if numerals.is_empty() {
        return None;
    }
    if numerals.iter().all(|it| *it < 10) {
        let value = numerals
            .iter()
            .fold(0_u32, |sum, it| sum.saturating_mul(10).saturating_add(*it));
        return Some((value, u8::try_from(numerals.len()).ok()?, end));
    }
    let (mut sum, mut digit) = (0_u32, None);
    for it in numerals {
        if it < 10 {
            digit = Some(it);
        } else {
            sum = sum.saturating_add(it * digit.take().unwrap_or(1));
        }
    }
    let value = sum.saturating_add(digit.unwrap_or(0));
    Some((value, if value < 100 { 2 } else { 4 }, end))
}

/// The value of a Chinese numeral.
fn numeral(word: &str) -> Option<u32> {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match word {
        "零" => return Some(0),
        "十" => return Some(10),
        "百" => return Some(100),
        "千" => return Some(1000),
        _ => {}
    }
    let digit = DIGITS.iter().position(|it| *it == word)?;
    u32::try_from(digit).ok()
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
