//! Dates that begin with the year, as archivists write them: "1892 Jan 3", "1914 Aug".

use dossier_time::expr::What;

use super::piece::{Piece, in_year};
use super::token::Tokens;
use super::traps;
use super::written::{is_day, month};
use super::years;

/// "1892 Jan 3", "1892, January 3", "1914 Aug": as archivists write it.
pub(super) fn year_first(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (value, 4) = tokens.number(at)? else {
        return None;
    };
    let comma = usize::from(tokens.is_sign(at + 1, ','));
    let month_at = at + 1 + comma;
    let fits = (1000..2200).contains(&value)
        && tokens.is_capital(month_at)
        && !traps::is_glued_to_word(tokens, at)
        && !tokens.is_glued(month_at);
    let (month, behind) = month(tokens, month_at, tokens.class(month_at)).filter(|_| fits)?;
    let day = tokens.number(behind).filter(|it| it.1 <= 2);
    let day = match day {
        Some((day, _)) if is_day(tokens, behind, behind + 1) => u8::try_from(day).ok(),
        Some(_) => return None,
        None => None,
    };
    let end = behind + usize::from(day.is_some());
    let goes_on = years::behind_month(tokens, end).0.is_some() || tokens.is_dash(end);
    let is_alone =
        day.is_some() || comma == 0 && (tokens.get(end).is_none() || tokens.sign(end).is_some());
    if goes_on || !is_alone {
        return None;
    }
    let what = day.map_or(What::Month(month), |day| What::MonthDay {
        month,
        day,
        weekday: None,
    });
    let rule = if day.is_some() { "day" } else { "month" };
    Some(Piece::date(at, end, in_year(what, i64::from(value))?, rule))
}
