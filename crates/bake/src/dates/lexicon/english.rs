//! The English words.

use dossier_time::expr::{Holiday, Unit};

use super::{Class, Mark};

/// All words with their class.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Class)> {
    let months = MONTHS
        .split_whitespace()
        .zip(1..)
        .map(|(word, month)| (word, Class::Month(month)));
    let short_months = SHORT_MONTHS
        .iter()
        .map(|(word, month)| (*word, Class::ShortMonth(*month)));
    let weekdays = WEEKDAYS
        .split_whitespace()
        .zip(1..)
        .map(|(word, day)| (word, Class::Weekday(day)));
    let short_weekdays = SHORT_WEEKDAYS
        .iter()
        .map(|(word, day)| (*word, Class::ShortWeekday(*day)));
    let counts = COUNTS
        .split_whitespace()
        .zip(1..)
        .map(|(word, count)| (word, Class::Count(count)));
    let tens = TENS
        .split_whitespace()
        .zip(2..)
        .map(|(word, tens)| (word, Class::Count(tens * 10)));
    let ordinals = ORDINALS
        .split_whitespace()
        .zip(1..)
        .map(|(word, ordinal)| (word, Class::Ordinal(ordinal)));
    months
        .chain(short_months)
        .chain(weekdays)
        .chain(short_weekdays)
        .chain(counts)
        .chain(tens)
        .chain(ordinals)
        .chain(OTHERS.iter().copied())
}

const MONTHS: &str =
    "january february march april may june july august september october november december";

const SHORT_MONTHS: [(&str, u8); 13] = [
    ("jan", 1),
    ("feb", 2),
    ("febr", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

const SHORT_WEEKDAYS: [(&str, u8); 11] = [
    ("mon", 1),
    ("tue", 2),
    ("tues", 2),
    ("wed", 3),
    ("weds", 3),
    ("thu", 4),
    ("thur", 4),
    ("thurs", 4),
    ("fri", 5),
    ("sat", 6),
    ("sun", 7),
];

const COUNTS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
    fifteen sixteen seventeen eighteen nineteen";

const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

const OTHERS: &[(&str, Class)] = &[
    ("thirtieth", Class::Ordinal(30)),
    ("day", Class::Unit(Unit::Day)),
    ("days", Class::Units(Unit::Day)),
    ("week", Class::Unit(Unit::Week)),
    ("weeks", Class::Units(Unit::Week)),
    ("fortnight", Class::Unit(Unit::Week)),
    ("weekend", Class::Unit(Unit::Weekend)),
    ("weekends", Class::Units(Unit::Weekend)),
    ("month", Class::Unit(Unit::Month)),
    ("months", Class::Units(Unit::Month)),
    ("quarter", Class::Unit(Unit::Quarter)),
    ("quarters", Class::Units(Unit::Quarter)),
    ("year", Class::Unit(Unit::Year)),
    ("years", Class::Units(Unit::Year)),
    ("decade", Class::Unit(Unit::Decade)),
    ("decades", Class::Units(Unit::Decade)),
    ("century", Class::Unit(Unit::Century)),
    ("centuries", Class::Units(Unit::Century)),
    ("hour", Class::ClockUnit),
    ("hours", Class::ClockUnit),
    ("minute", Class::ClockUnit),
    ("minutes", Class::ClockUnit),
    ("seconds", Class::ClockUnit),
    ("spring", Class::Season(21)),
    ("summer", Class::Season(22)),
    ("autumn", Class::Season(23)),
    ("fall", Class::Season(23)),
    ("winter", Class::Season(24)),
    ("springtime", Class::Season(21)),
    ("summertime", Class::Season(22)),
    ("wintertime", Class::Season(24)),
    ("midsummer", Class::Season(22)),
    ("midwinter", Class::Season(24)),
    ("today", Class::NamedDay),
    ("tonight", Class::NamedDay),
    ("yesterday", Class::NamedDay),
    ("tomorrow", Class::NamedDay),
    ("twenties", Class::Tens(2)),
    ("thirties", Class::Tens(3)),
    ("forties", Class::Tens(4)),
    ("fifties", Class::Tens(5)),
    ("sixties", Class::Tens(6)),
    ("seventies", Class::Tens(7)),
    ("eighties", Class::Tens(8)),
    ("nineties", Class::Tens(9)),
    ("daily", Class::Every(Unit::Day)),
    ("weekly", Class::Every(Unit::Week)),
    ("monthly", Class::Every(Unit::Month)),
    ("quarterly", Class::Every(Unit::Quarter)),
    ("yearly", Class::Every(Unit::Year)),
    ("annual", Class::Every(Unit::Year)),
    ("annually", Class::Every(Unit::Year)),
    ("now", Class::Now),
    ("currently", Class::Now),
    ("morning", Class::DayPart),
    ("afternoon", Class::DayPart),
    ("evening", Class::DayPart),
    ("night", Class::DayPart),
    ("midday", Class::DayPart),
    ("noon", Class::DayPart),
    ("midnight", Class::DayPart),
    ("dawn", Class::DayPart),
    ("dusk", Class::DayPart),
    ("lunchtime", Class::DayPart),
    ("christmas", Class::Holiday(Holiday::Christmas)),
    ("easter", Class::Holiday(Holiday::Easter)),
    ("thanksgiving", Class::Holiday(Holiday::Thanksgiving)),
    ("halloween", Class::Holiday(Holiday::Halloween)),
    ("pentecost", Class::Holiday(Holiday::Pentecost)),
    ("whitsun", Class::Holiday(Holiday::Pentecost)),
    ("epiphany", Class::Holiday(Holiday::Epiphany)),
    ("juneteenth", Class::Holiday(Holiday::Juneteenth)),
];

/// All words that are marked, with their mark.
pub(super) fn marks() -> impl Iterator<Item = (&'static str, Mark)> {
    [
        (LEADS, Mark::Leads),
        (BEFORE_TIME, Mark::BeforeTime),
        (NUMBERED, Mark::Numbered),
        (COUNTED, Mark::Counted),
    ]
    .into_iter()
    .flat_map(|(words, mark)| words.split_whitespace().map(move |it| (it, mark)))
}

/// Words that a date may begin with and that are nothing of themselves.
const LEADS: &str = "several few many recent no not the a an this that last next past coming  early earlier late \
    later mid about around circa c ca nearly almost approximately roughly some just only exactly \
    between from since until till before after fiscal financial fy q h end beginning start ad year each every \
    per new good palm ash all mother mothers father fathers guy bonfire anzac ve corpus mardi candlemas michaelmas midsummer assumption holy whit pentecost boxing labor memorial independence st cinco all bastille armistice \
    veterans remembrance martin presidents columbus shrove maundy ascension valentine \
    valentines fourth twelfth middle following previous prior up in";

/// Prepositions and the like behind which a month, a season or a year stands by itself.
const BEFORE_TIME: &str = "either in of since until till by before after from to through throughout during around about circa \
    early late mid last next this between and or for as toward towards that at over beginning \
    starting on ending previous following each every into";

/// Words after which a four-digit number is a name or a count.
const NUMBERED: &str = "flight room highway route bus building model version number no nr page pages p pp section \
    paragraph article chapter line lines unit suite gate platform channel box volume vol port apollo boeing airbus \
    bmw psalm verse hymn ship hull train interstate street avenue apartment apt resolution act law \
    rule code zip isbn issn phone tel fax call dial ext extension windows office mac some only \
    about nearly almost over than approximately roughly least most exactly serial lot item case \
    file order bill reg regulation directive iso din rfc psi";

/// Nouns that are counted, and whose plural does not tell.
const COUNTED: &str = "people men women children troops soldiers percent dollars euros pounds yen rubles roubles steps \
    units miles metres meters kilometers kilometres km m kg tons tonnes feet inches yards acres \
    hectares copies votes workers jobs words pages lines hours minutes seconds points rounds \
    calories degrees bugs shares others years days weeks months members students families homes \
    houses cars vehicles aircraft ships pieces prisoners refugees civilians protesters residents \
    employees guests visitors passengers participants species rpm hz mhz volts watts";
