//! Reads EDTF values: levels 0 to 2 but for significant digits (`1950S2`).
//!
//! Linear in the length of the text. A day that the calendar does not have is an error, not a value.

use std::fmt;

use super::{Clock, Date, Doubt, Edtf, End, Member, Part, Year};
use crate::day::month_length;

/// The text is not an EDTF value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError;

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date in EDTF; expected for example 2024-07, 1850~ or 1914/1918")
    }
}

impl std::error::Error for ParseError {}

impl Edtf {
    /// Reads a value. White space is not allowed anywhere.
    ///
    /// # Errors
    /// When the text does not follow the grammar, or names a day that does not exist (`1900-02-29`).
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        edtf(text).ok_or(ParseError)
    }
}

impl std::str::FromStr for Edtf {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

fn edtf(text: &str) -> Option<Edtf> {
    let set = |all, open, close| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        let members = inner.split(',').map(member).collect::<Option<_>>()?;
        Some(Edtf::Set { all, members })
    };
    if text.starts_with('[') {
        return set(false, '[', ']');
    }
    if text.starts_with('{') {
        return set(true, '{', '}');
    }
    let Some((from, to)) = text.split_once('/') else {
        return date(text).map(Edtf::Date);
    };
    let (from, to) = (end(from)?, end(to)?);
    (from.date().is_some() || to.date().is_some()).then_some(Edtf::Interval(from, to))
}

fn end(text: &str) -> Option<End> {
    match text {
        "" => Some(End::Unknown),
        ".." => Some(End::Open),
        _ => date(text).map(End::Date),
    }
}

fn member(text: &str) -> Option<Member> {
    let Some((from, to)) = text.split_once("..") else {
        return date(text).map(Member::One);
    };
    let given = |text: &str| (!text.is_empty()).then(|| date(text));
    let (from, to) = match (given(from), given(to)) {
        (None, None) => return None,
        (from, to) => (
            from.map_or(Some(None), |it| it.map(Some))?,
            to.map_or(Some(None), |it| it.map(Some))?,
        ),
    };
    Some(Member::Span(from, to))
}

fn date(text: &str) -> Option<Date> {
    let (text, clock) = match text.split_once('T') {
        Some((text, clock)) => (text, Some(self::clock(clock)?)),
        None => (text, None),
    };
    let mut rest = text;
    let mut doubts = [Doubt::default(); 3];
    let mut behind = [Doubt::default(); 3];

    let year = {
        doubts[0] = take_doubt(&mut rest);
        let year = take_year(&mut rest)?;
        behind[0] = take_doubt(&mut rest);
        year
    };
    let mut parts = [None; 2];
    for ((slot, doubt), behind) in parts
        .iter_mut()
        .zip(doubts.iter_mut().skip(1))
        .zip(behind.iter_mut().skip(1))
    {
        if rest.is_empty() {
            break;
        }
        rest = rest.strip_prefix('-')?;
        *doubt = take_doubt(&mut rest);
        *slot = Some(take_part(&mut rest)?);
        *behind = take_doubt(&mut rest);
    }
    if !rest.is_empty() {
        return None;
    }
    let mut group = Doubt::default();
    for (doubt, behind) in doubts.iter_mut().zip(behind).rev() {
        group = group.and(behind);
        *doubt = doubt.and(group);
    }
    let [month, day] = parts;
    let date = Date {
        year,
        month,
        day,
        clock,
        doubts,
    };
    // A date without month or day carries its doubt on the parts it has.
    let n_parts = date.n_parts();
    let mut date = date;
    for doubt in date.doubts.iter_mut().skip(n_parts) {
        *doubt = Doubt::default();
    }
    is_possible(&date).then_some(date)
}

/// Whether the calendar has such a date.
fn is_possible(date: &Date) -> bool {
    let month_fits = match date.month {
        None => date.day.is_none(),
        Some(Part::Known(month)) => {
            (1..=12).contains(&month) || ((21..=41).contains(&month) && date.day.is_none())
        }
        Some(Part::Masked([tens, ones])) => {
            matches!(tens, b'0' | b'1' | b'X')
                && (tens != b'1' || matches!(ones, b'0'..=b'2' | b'X'))
        }
    };
    let longest = match (date.month.and_then(Part::known), date.year.known()) {
        (Some(month), Some(year)) => month_length(year, month),
        (Some(month), None) => month_length(2000, month),
        (None, _) => 31,
    };
    let day_fits = match date.day {
        None => date.clock.is_none(),
        Some(Part::Known(day)) => (1..=longest).contains(&day),
        Some(Part::Masked([tens, _])) => matches!(tens, b'0'..=b'3' | b'X'),
    };
    month_fits && day_fits
}

fn take_doubt(rest: &mut &str) -> Doubt {
    let (approximate, uncertain) = match rest.bytes().next() {
        Some(b'~') => (true, false),
        Some(b'?') => (false, true),
        Some(b'%') => (true, true),
        _ => return Doubt::default(),
    };
    *rest = rest.get(1..).unwrap_or("");
    Doubt {
        approximate,
        uncertain,
    }
}

fn take_year(rest: &mut &str) -> Option<Year> {
    if let Some(long) = rest.strip_prefix('Y') {
        let (negative, digits) = match long.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, long),
        };
        let n_digits = digits.bytes().take_while(u8::is_ascii_digit).count();
        let number: i64 = digits.get(..n_digits)?.parse().ok()?;
        let mut tail = digits.get(n_digits..)?;
        let mut year = number;
        if let Some(exponent) = tail.strip_prefix('E') {
            let n_digits = exponent.bytes().take_while(u8::is_ascii_digit).count();
            let power: u32 = exponent.get(..n_digits)?.parse().ok()?;
            year = number.checked_mul(10_i64.checked_pow(power)?)?;
            tail = exponent.get(n_digits..)?;
        }
        *rest = tail;
        return Some(Year::Known(if negative { -year } else { year }));
    }
    let (negative, digits) = match rest.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, *rest),
    };
    let four: [u8; 4] = digits.as_bytes().get(..4)?.try_into().ok()?;
    if !four.iter().all(|it| it.is_ascii_digit() || *it == b'X') {
        return None;
    }
    let tail = digits.get(4..)?;
    if tail.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    *rest = tail;
    let number = four.iter().try_fold(0, |sum, &digit| {
        digit
            .is_ascii_digit()
            .then(|| 10 * sum + i64::from(digit - b'0'))
    });
    match number {
        Some(0) if negative => None,
        Some(number) => Some(Year::Known(if negative { -number } else { number })),
        None => Some(Year::Masked {
            negative,
            digits: four,
        }),
    }
}

fn take_part(rest: &mut &str) -> Option<Part> {
    let two: [u8; 2] = rest.as_bytes().get(..2)?.try_into().ok()?;
    let part = match two {
        [b'0'..=b'9', b'0'..=b'9'] => {
            let [tens, ones] = two;
            Part::Known((tens - b'0') * 10 + (ones - b'0'))
        }
        [b'0'..=b'9' | b'X', b'0'..=b'9' | b'X'] => Part::Masked(two),
        _ => return None,
    };
    *rest = rest.get(2..)?;
    Some(part)
}

fn clock(text: &str) -> Option<Clock> {
    let zone_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (time, zone) = text.split_at_checked(zone_at)?;
    let mut numbers = time.split(':').map(two_digits);
    let hour = numbers.next()??;
    let minute = numbers.next().map_or(Some(None), |it| it.map(Some))?;
    let second = numbers.next().map_or(Some(None), |it| it.map(Some))?;
    if numbers.next().is_some() || hour > 24 || minute > Some(59) || second > Some(60) {
        return None;
    }
    let zone = match zone.as_bytes() {
        [] => None,
        [b'Z'] => Some(0),
        [sign, ..] => {
            let (hours, minutes) = match zone.get(1..)?.split_once(':') {
                Some((hours, minutes)) => (two_digits(hours)?, two_digits(minutes)?),
                None => (two_digits(zone.get(1..)?)?, 0),
            };
            let zone = i16::from(hours) * 60 + i16::from(minutes);
            Some(if *sign == b'-' { -zone } else { zone }).filter(|_| hours < 24 && minutes < 60)
        }
    };
    Some(Clock {
        hour,
        minute,
        second,
        zone,
    })
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|it| it.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn canonical_forms_come_back_as_they_were() {
        let rows = [
            "1985",
            "1985-04",
            "1985-04-12",
            "0000",
            "-0145",
            "-0145-03-15",
            "Y170000002",
            "Y-17000",
            "XXXX-07",
            "XXXX-07-14",
            "XXXX-XX-XX",
            "XXXX",
            "198X",
            "19XX",
            "1XXX",
            "-01XX",
            "2004-XX",
            "2004-06-XX",
            "2004-1X-01",
            "1850~",
            "1912?",
            "1984%",
            "2004-06~",
            "2004-06-11%",
            "2004~-06-11",
            "2004-06~-11",
            "~2004-?06-11",
            "2004-~06-11",
            "2001-21",
            "2001-33",
            "2001-41",
            "1914/1918",
            "../1945-05",
            "2019/..",
            "/2019",
            "2019/",
            "1984~/2004-06",
            "[2024-04-05,2024-05-04]",
            "[1667,1760-12..]",
            "{1960,1961-12}",
            "[..1983]",
            "[1990..1993]",
            "1985-04-12T23:20:30",
            "1985-04-12T23:20:30Z",
            "1985-04-12T23:20+04:30",
            "2024-07-03T14",
            "1998-08-07/1998-08-09",
        ];
        for text in rows {
            let value = Edtf::parse(text);
            assert_eq!(value.map(|it| it.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let rows = [
            ("", "nothing"),
            ("1900-02-29", "no leap year"),
            ("2024-02-31", "no such day"),
            ("2024-13", "no such month"),
            ("2024-00", "months begin with 1"),
            ("2024-21-03", "a season has no days"),
            ("99999", "long years begin with Y"),
            ("-0000", "the year 0 has no sign"),
            ("2024-1", "two digits"),
            ("2024-01-01T25", "no such hour"),
            ("2024T12", "a time needs a day"),
            ("../..", "an interval needs an end"),
            ("2024-07-", "something is missing"),
            ("١٩٨٥", "other digits"),
            ("Y99999999999999999999", "beyond counting"),
        ];
        for (text, why) in rows {
            assert_eq!(Edtf::parse(text), Err(ParseError), "{why}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_and_print_is_stable(text in "[0-9XYTEZ~?%./,:+\\[\\]{}-]{0,24}") {
            if let Ok(value) = Edtf::parse(&text) {
                let printed = value.to_string();
                prop_assert_eq!(Edtf::parse(&printed), Ok(value));
            }
        }

        #[test]
        fn arbitrary_text_is_no_panic(text in ".{0,40}") {
            let _ = Edtf::parse(&text);
        }
    }
}
