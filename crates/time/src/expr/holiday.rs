//! Days that have a name: holidays with a fixed or a computed day.

use crate::day::Day;

macro_rules! holidays {
    ($($name:ident $text:literal $doc:literal,)+) => {
        /// A holiday.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Holiday {
            $(#[doc = $doc] $name,)+
        }

        impl Holiday {
            /// All holidays.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The name used in the text form of expressions.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

holidays! {
    NewYear "new-year" "1 January.",
    Epiphany "epiphany" "6 January.",
    Candlemas "candlemas" "2 February.",
    Valentine "valentine" "14 February.",
    StPatrick "st-patrick" "17 March.",
    AprilFools "april-fools" "1 April.",
    Anzac "anzac" "25 April (Australia, New Zealand).",
    MayDay "may-day" "1 May.",
    CincoDeMayo "cinco-de-mayo" "5 May.",
    VictoryInEurope "victory-in-europe" "8 May.",
    Juneteenth "juneteenth" "19 June.",
    Midsummer "midsummer" "24 June.",
    Independence "independence" "4 July (United States).",
    Bastille "bastille" "14 July (France).",
    Assumption "assumption" "15 August.",
    Michaelmas "michaelmas" "29 September.",
    Halloween "halloween" "31 October.",
    AllSaints "all-saints" "1 November.",
    AllSouls "all-souls" "2 November.",
    GuyFawkes "guy-fawkes" "5 November.",
    Armistice "armistice" "11 November.",
    ChristmasEve "christmas-eve" "24 December.",
    Christmas "christmas" "25 December.",
    BoxingDay "boxing-day" "26 December.",
    NewYearsEve "new-years-eve" "31 December.",
    MartinLutherKing "martin-luther-king" "Third Monday of January (United States).",
    Presidents "presidents" "Third Monday of February (United States).",
    Mothers "mothers" "Second Sunday of May.",
    Fathers "fathers" "Third Sunday of June.",
    Memorial "memorial" "Last Monday of May (United States).",
    Labor "labor" "First Monday of September (United States).",
    Columbus "columbus" "Second Monday of October (United States).",
    Thanksgiving "thanksgiving" "Fourth Thursday of November (United States).",
    Election "election" "Tuesday after the first Monday of November (United States).",
    ShroveTuesday "shrove-tuesday" "47 days before Easter.",
    AshWednesday "ash-wednesday" "46 days before Easter.",
    PalmSunday "palm-sunday" "7 days before Easter.",
    MaundyThursday "maundy-thursday" "3 days before Easter.",
    GoodFriday "good-friday" "2 days before Easter.",
    Easter "easter" "Easter Sunday of the Gregorian calendar.",
    EasterMonday "easter-monday" "The day after Easter.",
    Ascension "ascension" "39 days after Easter.",
    HolySaturday "holy-saturday" "The day before Easter.",
    Pentecost "pentecost" "49 days after Easter.",
    WhitMonday "whit-monday" "50 days after Easter.",
    CorpusChristi "corpus-christi" "60 days after Easter.",
}

impl Holiday {
    /// The holiday with that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == name)
    }

    /// Month and day, when they are the same in every year.
    #[must_use]
    pub const fn fixed(self) -> Option<(u8, u8)> {
        Some(match self {
            Self::NewYear => (1, 1),
            Self::Epiphany => (1, 6),
            Self::Candlemas => (2, 2),
            Self::Valentine => (2, 14),
            Self::StPatrick => (3, 17),
            Self::AprilFools => (4, 1),
            Self::Anzac => (4, 25),
            Self::MayDay => (5, 1),
            Self::CincoDeMayo => (5, 5),
            Self::VictoryInEurope => (5, 8),
            Self::Juneteenth => (6, 19),
            Self::Midsummer => (6, 24),
            Self::Independence => (7, 4),
            Self::Bastille => (7, 14),
            Self::Assumption => (8, 15),
            Self::Michaelmas => (9, 29),
            Self::Halloween => (10, 31),
            Self::AllSaints => (11, 1),
            Self::AllSouls => (11, 2),
            Self::GuyFawkes => (11, 5),
            Self::Armistice => (11, 11),
            Self::ChristmasEve => (12, 24),
            Self::Christmas => (12, 25),
            Self::BoxingDay => (12, 26),
            Self::NewYearsEve => (12, 31),
            _ => return None,
        })
    }

    /// Its day in a year.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<Day> {
        if let Some((month, day)) = self.fixed() {
            return Day::from_ymd(year, month, day);
        }
        let easter = |offset| easter(year).map(|it: Day| it.plus(offset));
        match self {
            Self::MartinLutherKing => nth(year, 1, 1, 3),
            Self::Presidents => nth(year, 2, 1, 3),
            Self::Mothers => nth(year, 5, 7, 2),
            Self::Fathers => nth(year, 6, 7, 3),
            Self::Memorial => {
                Day::from_ymd(year, 5, 31).map(|it| it.plus(1 - i32::from(it.weekday())))
            }
            Self::Labor => nth(year, 9, 1, 1),
            Self::Columbus => nth(year, 10, 1, 2),
            Self::Thanksgiving => nth(year, 11, 4, 4),
            Self::Election => nth(year, 11, 1, 1).map(|it| it.plus(1)),
            Self::ShroveTuesday => easter(-47),
            Self::AshWednesday => easter(-46),
            Self::PalmSunday => easter(-7),
            Self::MaundyThursday => easter(-3),
            Self::GoodFriday => easter(-2),
            Self::HolySaturday => easter(-1),
            Self::EasterMonday => easter(1),
            Self::Ascension => easter(39),
            Self::Pentecost => easter(49),
            Self::WhitMonday => easter(50),
            Self::CorpusChristi => easter(60),
            _ => easter(0),
        }
    }
}

/// The `n`th weekday (1 Monday to 7) of a month.
fn nth(year: i32, month: u8, weekday: u8, n: u8) -> Option<Day> {
    let first = Day::from_ymd(year, month, 1)?;
    let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
    Some(first.plus(ahead + 7 * (i32::from(n) - 1)))
}

/// Easter Sunday by the Gregorian rule, projected backwards (the anonymous algorithm of 1876).
fn easter(year: i32) -> Option<Day> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * shift + 114;
    Day::from_ymd(
        year,
        u8::try_from(sum / 31).ok()?,
        u8::try_from(sum % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::Holiday;

    #[test]
    fn holidays_fall_on_their_days() {
        let rows = [
            (Holiday::Easter, 2024, "2024-03-31"),
            (Holiday::Easter, 1961, "1961-04-02"),
            (Holiday::Easter, 2038, "2038-04-25"),
            (Holiday::GoodFriday, 2024, "2024-03-29"),
            (Holiday::Pentecost, 2025, "2025-06-08"),
            (Holiday::Thanksgiving, 1997, "1997-11-27"),
            (Holiday::Labor, 2024, "2024-09-02"),
            (Holiday::Memorial, 2021, "2021-05-31"),
            (Holiday::Election, 2016, "2016-11-08"),
            (Holiday::Christmas, -45, "-0045-12-25"),
        ];
        for (holiday, year, expected) in rows {
            let day = holiday.in_year(year).unwrap();
            assert_eq!(day.to_string(), expected, "{}", holiday.name());
        }
    }
}
