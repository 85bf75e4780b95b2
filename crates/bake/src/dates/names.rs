//! Days with a name: "Christmas Day", "New Year’s Eve", "Good Friday", "the Fourth of July".

use dossier_time::expr::{Holiday, Step, Tense, What};

use super::lexicon::Class;
use super::piece::{Anchor, Piece, in_year};
use super::token::Tokens;
use super::traps;
use super::written::{YearOf, year_steps};
use super::years;

/// Names of several words, in small letters, without apostrophes; each with its holiday.
const PHRASES: &[(&str, Holiday)] = &[
    ("new years eve", Holiday::NewYearsEve),
    ("new years day", Holiday::NewYear),
    ("new year s eve", Holiday::NewYearsEve),
    ("new year s day", Holiday::NewYear),
    ("twelfth night", Holiday::Epiphany),
    ("valentine s day", Holiday::Valentine),
    ("valentines day", Holiday::Valentine),
    ("st patrick s day", Holiday::StPatrick),
    ("april fools day", Holiday::AprilFools),
    ("april fool s day", Holiday::AprilFools),
    ("may day", Holiday::MayDay),
    ("cinco de mayo", Holiday::CincoDeMayo),
    ("independence day", Holiday::Independence),
    ("fourth of july", Holiday::Independence),
    ("bastille day", Holiday::Bastille),
    ("all saints day", Holiday::AllSaints),
    ("armistice day", Holiday::Armistice),
    ("veterans day", Holiday::Armistice),
    ("remembrance day", Holiday::Armistice),
    ("christmas eve", Holiday::ChristmasEve),
    ("christmas day", Holiday::Christmas),
    ("boxing day", Holiday::BoxingDay),
    ("martin luther king day", Holiday::MartinLutherKing),
    ("memorial day", Holiday::Memorial),
    ("labor day", Holiday::Labor),
    ("columbus day", Holiday::Columbus),
    ("thanksgiving day", Holiday::Thanksgiving),
    ("shrove tuesday", Holiday::ShroveTuesday),
    ("ash wednesday", Holiday::AshWednesday),
    ("palm sunday", Holiday::PalmSunday),
    ("maundy thursday", Holiday::MaundyThursday),
    ("ascension day", Holiday::Ascension),
    ("good friday", Holiday::GoodFriday),
    ("easter sunday", Holiday::Easter),
    ("easter monday", Holiday::EasterMonday),
    ("easter day", Holiday::Easter),
    ("whit monday", Holiday::WhitMonday),
    ("whit sunday", Holiday::Pentecost),
    ("pentecost monday", Holiday::WhitMonday),
    ("holy saturday", Holiday::HolySaturday),
    ("holy thursday", Holiday::MaundyThursday),
    ("corpus christi", Holiday::CorpusChristi),
    ("mardi gras", Holiday::ShroveTuesday),
    ("epiphany", Holiday::Epiphany),
    ("candlemas", Holiday::Candlemas),
    ("st valentine s day", Holiday::Valentine),
    ("st patricks day", Holiday::StPatrick),
    ("st stephen s day", Holiday::BoxingDay),
    ("anzac day", Holiday::Anzac),
    ("ve day", Holiday::VictoryInEurope),
    ("v e day", Holiday::VictoryInEurope),
    ("midsummer day", Holiday::Midsummer),
    ("midsummer s day", Holiday::Midsummer),
    ("assumption day", Holiday::Assumption),
    ("michaelmas", Holiday::Michaelmas),
    ("all saints", Holiday::AllSaints),
    ("all souls day", Holiday::AllSouls),
    ("guy fawkes night", Holiday::GuyFawkes),
    ("guy fawkes day", Holiday::GuyFawkes),
    ("bonfire night", Holiday::GuyFawkes),
    ("mother s day", Holiday::Mothers),
    ("mothers day", Holiday::Mothers),
    ("father s day", Holiday::Fathers),
    ("fathers day", Holiday::Fathers),
    ("presidents day", Holiday::Presidents),
    ("labour day", Holiday::MayDay),
];

/// A holiday's name at a position, and the position behind it.
pub(super) fn holiday(tokens: &Tokens<'_>, at: usize) -> Option<(Holiday, usize)> {
    if !tokens.is_capital(at) {
        return None;
    }
    let word = tokens.word(at);
    let phrase = PHRASES
        .iter()
        .filter(|it| it.0.starts_with(word))
        .find_map(|(words, holiday)| Some((*holiday, phrase(tokens, at, words)?)));
    if let Some((_, end)) = phrase
        && tokens.is_capital(end.saturating_sub(1))
    {
        return phrase;
    }
    match tokens.class(at) {
        Class::Holiday(holiday) => Some((holiday, at + 1 + usize::from(tokens.is(at + 1, "day")))),
        _ => None,
    }
}

/// The words from a position on, apostrophes left out; the position behind.
fn phrase(tokens: &Tokens<'_>, at: usize, words: &str) -> Option<usize> {
    let mut at = at;
    for word in words.split(' ') {
        at += usize::from(matches!(tokens.sign(at), Some('\'' | '’' | '.')));
        if !tokens.is(at, word) {
            return None;
        }
        at += 1;
        if matches!(tokens.sign(at), Some('\'' | '’'))
            && tokens.class(at + 1) == Class::None
            && !tokens.is(at + 1, "s")
            && tokens.is(at + 1, "day")
        {
            at += 1;
        }
    }
    Some(at)
}

/// Reads a holiday that begins at a position, with its year if it has one.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (holiday, end) = holiday(tokens, at)?;
    let is_single = end == at + 1;
    let (year, behind) = years::behind_month(tokens, end);
    let rule = "holiday";
    match year {
        Some(YearOf::Known(year)) => {
            return Some(Piece::date(
                at,
                behind,
                in_year(What::Holiday(holiday), year)?,
                rule,
            ));
        }
        Some(year) => {
            let (mut steps, anchor) = year_steps(year);
            steps.push(Step::Pick(What::Holiday(holiday), Tense::Same));
            return Some(Piece {
                first: at,
                end: behind,
                steps,
                anchor,
                rule,
            });
        }
        None => {}
    }
    // "Christmas Island", "Easter eggs", "the Thanksgiving turkey" name no day.
    let stands_alone = tokens.word(end).is_empty()
        || tokens.sign(end).is_some()
        || !tokens.is_capital(end)
            && !matches!(
                tokens.word(end),
                "tree"
                    | "trees"
                    | "cards"
                    | "card"
                    | "gifts"
                    | "gift"
                    | "carol"
                    | "carols"
                    | "eggs"
                    | "egg"
                    | "island"
                    | "season"
                    | "holiday"
                    | "holidays"
                    | "dinner"
                    | "party"
                    | "lights"
                    | "market"
                    | "markets"
                    | "shopping"
                    | "story"
                    | "present"
                    | "presents"
            );
    let led_in = traps::has_preposition(tokens, at);
    let is_part_of_name = tokens.is_capital(end)
        && tokens.class(end) == Class::None
        && (!led_in || tokens.is(at.wrapping_sub(1), "the"));
    if is_part_of_name {
        // "the Good Friday Agreement"
        return None;
    }

    (!is_single || (led_in && stands_alone)).then(|| Piece {
        anchor: Anchor::Free,
        ..Piece::free(at, end, What::Holiday(holiday), rule)
    })
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn days_with_a_name_are_read() {
        check(&[
            (
                "On Christmas Eve 1914 the guns fell silent.",
                "",
                "Christmas Eve 1914=1914-12-24",
                "with a year",
            ),
            (
                "He resigned on Good Friday.",
                "2024-05-15",
                "Good Friday=2024-03-29",
                "computed",
            ),
            (
                "On New Year’s Day it snowed.",
                "2024-05-15",
                "New Year’s Day=2024-01-01",
                "an apostrophe",
            ),
            (
                "On Thanksgiving 1997 they met.",
                "",
                "Thanksgiving 1997=1997-11-27",
                "a weekday of a month",
            ),
            (
                "At Christmas they rest.",
                "",
                "Christmas=XXXX-12-25",
                "no year",
            ),
            (
                "Christmas Island and the Good Friday Agreement.",
                "",
                "",
                "names of other things",
            ),
        ]);
    }
}
