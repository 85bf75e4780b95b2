//! Which form of a message a number takes, by the plural rules of Unicode CLDR for whole numbers.

/// The forms that languages tell apart. Each language uses some of them; all use the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// For none.
    Zero,
    /// For one, and what is said like it.
    One,
    /// For two.
    Two,
    /// For a few.
    Few,
    /// For many.
    Many,
    /// For all else.
    Other,
}

/// All of them, with their names and the letter that stands for them in a table.
pub const CATEGORIES: [(Category, &str, char); 6] = [
    (Category::Zero, "zero", 'z'),
    (Category::One, "one", 'o'),
    (Category::Two, "two", 't'),
    (Category::Few, "few", 'f'),
    (Category::Many, "many", 'm'),
    (Category::Other, "other", '*'),
];

impl Category {
    /// The letter that stands for it in a table.
    #[must_use]
    pub fn letter(self) -> char {
        let own = CATEGORIES.iter().find(|it| it.0 == self);
        own.map_or('*', |it| it.2)
    }
}

/// The form that `n` takes in the language of a tag (`de`, `pt-BR`). A language without a rule here is taken to tell
/// one from more, as English does.
#[must_use]
pub fn category(tag: &str, n: u32) -> Category {
    let (ones, tens) = (n % 10, n % 100);
    let teens = (11..=14).contains(&tens);
    match tag.split('-').next().unwrap_or_default() {
        // The made-up language, which is English with other letters.
        _ if tag == crate::table::PSEUDO => one(n == 1),
        "id" | "ja" | "ko" | "ms" | "th" | "vi" | "zh" => Category::Other,
        "fr" | "hy" | "fa" | "hi" => one(n <= 1),
        "pt" if tag != "pt-PT" => one(n <= 1),
        "be" | "ru" | "uk" => match ones {
            1 if !teens => Category::One,
            2..=4 if !teens => Category::Few,
            _ => Category::Many,
        },
        "pl" => match ones {
            _ if n == 1 => Category::One,
            2..=4 if !teens => Category::Few,
            _ => Category::Many,
        },
        "cs" | "sk" => match n {
            1 => Category::One,
            2..=4 => Category::Few,
            _ => Category::Other,
        },
        "ar" => match (n, tens) {
            (0, _) => Category::Zero,
            (1, _) => Category::One,
            (2, _) => Category::Two,
            (_, 3..=10) => Category::Few,
            (_, 11..) => Category::Many,
            _ => Category::Other,
        },
        "he" => match n {
            1 => Category::One,
            2 => Category::Two,
            _ => Category::Other,
        },
        _ => one(n == 1),
    }
}

fn one(is_one: bool) -> Category {
    if is_one {
        Category::One
    } else {
        Category::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_those_of_cldr() {
        // Language, then numbers with the letters of their forms.
        for (tag, rows) in [
            ("en", "0* 1o 2* 11* 21* 101*"),
            ("de", "0* 1o 2* 21* 100*"),
            ("de-AT", "1o 2*"),
            ("ar-XB", "0* 1o 2* 3*"),
            ("fr", "0o 1o 2*"),
            ("pt", "0o 1o 2*"),
            ("pt-PT", "0* 1o"),
            ("ja", "0* 1*"),
            (
                "ru",
                "1o 2f 4f 5m 11m 12m 14m 21o 22f 25m 101o 111m 112m 0m",
            ),
            ("pl", "1o 2f 5m 12m 21m 22f 0m 112m"),
            ("cs", "1o 2f 4f 5* 0* 22*"),
            ("ar", "0z 1o 2t 3f 10f 11m 99m 100* 102* 103f 111m"),
            ("he", "0* 1o 2t 3*"),
        ] {
            for row in rows.split(' ') {
                let (n, letter) = row.split_at(row.len() - 1);
                let n: u32 = n.parse().unwrap();
                assert_eq!(category(tag, n).letter().to_string(), letter, "{tag}: {n}");
            }
        }
    }
}
