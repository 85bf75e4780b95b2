//! Names of months and weekdays in other languages, with their inflections and short forms.
//!
//! Twelve months and seven weekdays (from Monday) a row, forms parted by `|`; a form that ends in `.` is a
//! short form. The full forms are those of CLDR, with the cases in which they stand in running text.

use dossier_time::expr::Unit;

use super::Class;

/// ISO 639-1 codes of the languages, in the order they are asked.
pub(super) const CODES: [&str; 10] = ["ru", "uk", "de", "fr", "es", "it", "pt", "nl", "pl", "tr"];

struct Names {
    months: &'static str,
    weekdays: &'static str,
    /// Words for "year" that may follow a number.
    years: &'static str,
}

/// All words of a language with their class.
pub(super) fn words(code: &str) -> impl Iterator<Item = (&'static str, Class)> + use<> {
    let names = names(code);
    let months = names
        .months
        .split_whitespace()
        .zip(1..)
        .flat_map(|(forms, month)| {
            forms
                .split('|')
                .map(move |form| match form.strip_suffix('.') {
                    Some(short) => (short, Class::ShortMonth(month)),
                    None => (form, Class::Month(month)),
                })
        });
    let weekdays = names
        .weekdays
        .split_whitespace()
        .zip(1..)
        .flat_map(|(forms, day)| {
            forms
                .split('|')
                .map(move |form| (form, Class::Weekday(day)))
        });
    let years = names
        .years
        .split_whitespace()
        .map(|it| (it, Class::Unit(Unit::Year)));
    months.chain(weekdays).chain(years)
}

const fn names(code: &str) -> Names {
    match code.as_bytes() {
        b"ru" => Names {
            months: "январь|января|январе|янв. февраль|февраля|феврале|фев.|февр. март|марта|марте|мар. \
                апрель|апреля|апреле|апр. май|мая|мае июнь|июня|июне|июн. июль|июля|июле|июл. \
                август|августа|августе|авг. сентябрь|сентября|сентябре|сен.|сент. \
                октябрь|октября|октябре|окт. ноябрь|ноября|ноябре|ноя.|нояб. декабрь|декабря|декабре|дек.",
            weekdays: "понедельник|понедельника вторник|вторника среда|среду|среды четверг|четверга \
                пятница|пятницу|пятницы суббота|субботу|субботы воскресенье|воскресенья",
            years: "год года году годах годы г гг",
        },
        b"uk" => Names {
            months: "січень|січня|січні|січ. лютий|лютого|лютому|лют. березень|березня|березні|бер. \
                квітень|квітня|квітні|квіт. травень|травня|травні|трав. червень|червня|червні|черв. \
                липень|липня|липні|лип. серпень|серпня|серпні|серп. вересень|вересня|вересні|вер. \
                жовтень|жовтня|жовтні|жовт. листопад|листопада|листопаді|лист. грудень|грудня|грудні|груд.",
            weekdays: "понеділок|понеділка вівторок|вівторка середа|середу|середи четвер|четверга \
                п'ятниця|п'ятницю субота|суботу|суботи неділя|неділю|неділі",
            years: "рік року році роки роках р рр",
        },
        b"de" => Names {
            months: "januar|jänner|januars|jan. februar|feber|februars|feb. märz|märzes|mär. april|aprils|apr. mai|mais juni|junis|jun. \
                juli|julis|jul. august|augusts|aug. september|septembers|sep.|sept. oktober|oktobers|okt. \
                november|novembers|nov. dezember|dezembers|dez.",
            weekdays: "montag|montags dienstag|dienstags mittwoch|mittwochs donnerstag|donnerstags freitag|freitags \
                samstag|sonnabend|samstags sonntag|sonntags",
            years: "",
        },
        b"fr" => Names {
            months: "janvier|janv. février|fevrier|févr.|fév. mars avril|avr. mai juin juillet|juil. août|aout \
                septembre|sept. octobre|oct. novembre|nov. décembre|decembre|déc.",
            weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche",
            years: "",
        },
        b"es" => Names {
            months: "enero|ene. febrero|feb. marzo|mar. abril|abr. mayo|may. junio|jun. julio|jul. agosto|ago. \
                septiembre|setiembre|sept.|sep. octubre|oct. noviembre|nov. diciembre|dic.",
            weekdays: "lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo",
            years: "",
        },
        b"it" => Names {
            months: "gennaio|gen. febbraio|feb. marzo|mar. aprile|apr. maggio|mag. giugno|giu. luglio|lug. agosto|ago. \
                settembre|set.|sett. ottobre|ott. novembre|nov. dicembre|dic.",
            weekdays: "lunedì|lunedi martedì|martedi mercoledì|mercoledi giovedì|giovedi venerdì|venerdi sabato domenica",
            years: "",
        },
        b"pt" => Names {
            months: "janeiro|jan. fevereiro|fev. março|marco|mar. abril|abr. maio|mai. junho|jun. julho|jul. agosto|ago. \
                setembro|set. outubro|out. novembro|nov. dezembro|dez.",
            weekdays: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado|sabado domingo",
            years: "",
        },
        b"nl" => Names {
            months: "januari|jan. februari|feb. maart|mrt. april|apr. mei juni|jun. juli|jul. augustus|aug. \
                september|sep.|sept. oktober|okt. november|nov. december|dec.",
            weekdays: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
            years: "",
        },
        b"pl" => Names {
            months: "styczeń|stycznia|styczniu|sty. luty|lutego|lutym|lut. marzec|marca|marcu|mar. \
                kwiecień|kwietnia|kwietniu|kwi. maj|maja|maju czerwiec|czerwca|czerwcu|cze. \
                lipiec|lipca|lipcu|lip. sierpień|sierpnia|sierpniu|sie. wrzesień|września|wrześniu|wrz. \
                październik|października|październiku|paź. listopad|listopada|listopadzie|lis. \
                grudzień|grudnia|grudniu|gru.",
            weekdays: "poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę",
            years: "rok roku r",
        },
        _ => Names {
            months: "ocak|ocak'ta|oca. şubat|şub. mart nisan|nis. mayıs|may. haziran|haz. temmuz|tem. ağustos|ağu. \
                eylül|eyl. ekim|eki. kasım|kas. aralık|ara.",
            weekdays: "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
            years: "",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::lexicon::Lexicon;

    #[test]
    fn every_language_names_twelve_months_and_seven_weekdays() {
        for code in CODES {
            let names = names(code);
            assert_eq!(names.months.split_whitespace().count(), 12, "{code}");
            assert_eq!(names.weekdays.split_whitespace().count(), 7, "{code}");
        }
        let rows = [
            ("ru", "июля", 7),
            ("uk", "липня", 7),
            ("de", "märz", 3),
            ("pl", "października", 10),
            ("tr", "ağustos", 8),
        ];
        for (code, word, month) in rows {
            assert_eq!(
                Lexicon::of(code, "").entry(word).class,
                Class::Month(month),
                "{word}"
            );
        }
    }
}
