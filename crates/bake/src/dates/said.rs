//! What a moment says of its anchor: "before the document’s date 1998-08-07".

use dossier_time::expr::What;
use dossier_time::{Day, Edtf};

/// "before the document’s date 1998-08-07".
pub(super) fn anchor_words(value: &Edtf, anchor: &Edtf, origin: &str) -> String {
    let place = |it: &Edtf| it.bounds().and_then(|it| Some((it.earliest?, it.latest?)));
    let word = match (place(value), place(anchor)) {
        (Some(value), Some(anchor)) if value.1 < anchor.0 => "before",
        (Some(value), Some(anchor)) if value.0 > anchor.1 => "after",
        _ => "from",
    };
    format!("{word} {origin} {anchor}")
}

/// For a weekday with a day and no year, the years in which the day falls on it.
pub(super) fn years_of_weekday(what: Option<What>) -> String {
    const FIRST: i32 = 1950;
    const LAST: i32 = 2049;
    let Some(What::MonthDay {
        month,
        day,
        weekday: Some(weekday),
    }) = what
    else {
        return String::new();
    };
    let years: Vec<String> = (FIRST..=LAST)
        .filter(|year| Day::from_ymd(*year, month, day).is_some_and(|it| it.weekday() == weekday))
        .map(|year| year.to_string())
        .collect();
    format!("no year is stated; on that weekday in {}", years.join(", "))
}
