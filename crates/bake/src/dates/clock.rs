//! Times of day and zones: "14:30 UTC", "9 a.m. EST", "11.30 pm".

use dossier_time::edtf::Clock;

use super::token::Tokens;

/// A time that says by its form that it is one: with seconds, a zone, or a.m. and p.m.
///
/// Gives the time and the position behind it.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<(Clock, usize)> {
    if let Some(time) = named(tokens, at).or_else(|| military(tokens, at)) {
        return Some(time);
    }
    let (hour, n_digits) = tokens.number(at)?;
    if n_digits > 2 || hour > 24 {
        return None;
    }
    let mut hour = u8::try_from(hour).ok()?;
    let mut end = at + 1;
    let (mut minute, mut second) = (None, None);
    if matches!(tokens.sign(end), Some(':' | '.'))
        && tokens.is_glued(end)
        && tokens.is_glued(end + 1)
    {
        match tokens.number(end + 1) {
            Some((number @ 0..=59, 2)) => minute = u8::try_from(number).ok(),
            _ => return None,
        }
        end += 2;
        if tokens.is_sign(end, ':')
            && tokens.is_glued(end)
            && let Some((number @ 0..=59, 2)) = tokens.number(end + 1)
        {
            (second, end) = (u8::try_from(number).ok(), end + 2);
        }
    }
    let half = half_of_day(tokens, end);
    if let Some((is_afternoon, behind)) = half {
        if hour > 12 {
            return None;
        }
        hour = hour % 12 + if is_afternoon { 12 } else { 0 };
        end = behind;
    }
    let zone = zone(tokens, end);
    if let Some((_, behind)) = zone {
        end = behind;
    }
    let has_minutes = minute.is_some();
    let is_time = half.is_some() || (zone.is_some() && has_minutes);
    let clock = Clock {
        hour,
        minute: Some(minute.unwrap_or(0)),
        second,
        zone: zone.and_then(|it| it.0),
    };
    is_time.then_some((clock, end))
}

/// "noon", "midday".
fn named(tokens: &Tokens<'_>, at: usize) -> Option<(Clock, usize)> {
    let is_said = matches!(tokens.word(at), "noon" | "midday")
        && matches!(tokens.word_before(at), "at" | "by" | "before" | "around");
    is_said.then_some((sharp(12, 0), at + 1))
}

/// "0930 hours".
fn military(tokens: &Tokens<'_>, at: usize) -> Option<(Clock, usize)> {
    let (time, 4) = tokens.number(at)? else {
        return None;
    };
    let hour = u8::try_from(time / 100).ok().filter(|it| *it < 24)?;
    let minute = u8::try_from(time % 100).ok().filter(|it| *it < 60)?;
    let is_time = matches!(tokens.word(at + 1), "hours" | "hrs")
        && matches!(
            tokens.word_before(at),
            "at" | "by" | "until" | "from" | "around"
        );
    is_time.then(|| (sharp(hour, minute), at + 2))
}

const fn sharp(hour: u8, minute: u8) -> Clock {
    Clock {
        hour,
        minute: Some(minute),
        second: None,
        zone: None,
    }
}

/// A time in digits with a colon: "14:30", "14:30:05Z", "14:30+02:00".
pub(super) fn digits(tokens: &Tokens<'_>, at: usize) -> Option<(Clock, usize)> {
    let two = |at: usize| {
        let (number, n_digits) = tokens.number(at)?;
        u8::try_from(number).ok().filter(|_| n_digits == 2)
    };
    let glued_two = |at: usize, sign: char| {
        (tokens.is_sign(at, sign) && tokens.is_glued(at) && tokens.is_glued(at + 1))
            .then(|| two(at + 1))
            .flatten()
    };
    let hour = two(at).filter(|it| *it <= 24)?;
    let minute = glued_two(at + 1, ':').filter(|it| *it < 60)?;
    let mut end = at + 3;
    let second = glued_two(end, ':').filter(|it| *it < 60);
    if second.is_some() {
        end += 2;
        if tokens.is_sign(end, '.') && tokens.is_glued(end + 1) && tokens.number(end + 1).is_some()
        {
            end += 2;
        }
    }
    let mut zone = None;
    if tokens.is_glued(end) && tokens.is(end, "z") {
        (zone, end) = (Some(0), end + 1);
    } else if let Some(sign) = ['+', '-']
        .into_iter()
        .find(|it| glued_two(end, *it).is_some())
    {
        let hours = i16::from(glued_two(end, sign)?);
        let minutes = i16::from(glued_two(end + 2, ':').unwrap_or(0));
        end += if glued_two(end + 2, ':').is_some() {
            4
        } else {
            2
        };
        let total = hours * 60 + minutes;
        zone = Some(if sign == '-' { -total } else { total });
    } else if let Some((found, behind)) = self::zone(tokens, end) {
        (zone, end) = (found, behind);
    }
    let clock = Clock {
        hour,
        minute: Some(minute),
        second,
        zone,
    };
    Some((clock, end))
}

/// "a.m.", "pm": whether it is the afternoon, and the position behind.
fn half_of_day(tokens: &Tokens<'_>, at: usize) -> Option<(bool, usize)> {
    match tokens.word(at) {
        "am" => return Some((false, at + 1)),
        "pm" => return Some((true, at + 1)),
        _ => {}
    }
    let is_afternoon = match tokens.word(at) {
        "a" => false,
        "p" => true,
        _ => return None,
    };
    let is_half = tokens.is_sign(at + 1, '.') && tokens.is(at + 2, "m") && tokens.is_glued(at + 2);
    let end = at + 3 + usize::from(tokens.is_sign(at + 3, '.'));
    is_half.then_some((is_afternoon, end))
}

/// A zone's name: minutes east of Greenwich where the name says them, and the position behind.
fn zone(tokens: &Tokens<'_>, at: usize) -> Option<(Option<i16>, usize)> {
    let hours = match tokens.written(at, at + 1) {
        "UTC" | "GMT" => 0,
        "EST" | "CDT" => -5,
        "EDT" => -4,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "CET" | "BST" => 1,
        "CEST" | "EET" => 2,
        "MSK" | "EEST" => 3,
        "JST" | "KST" => 9,
        _ => return None,
    };
    Some((Some(hours * 60), at + 1))
}
