//! References for citation programs: an item of CSL-JSON 1.0.2.
//!
//! A date is written as far as it is known: `circa` when it is about or perhaps so, in words when the format has no
//! numbers for it. The exact value stands beside it as EDTF, under `custom`.

use dossier_time::{Day, Edtf};

use super::json::Object;
use super::quotation::Quotation;

/// A list of one item.
#[must_use]
pub fn item(quotation: &Quotation) -> String {
    let source = &quotation.source;
    let id = format!("{}#p{}", source.id, quotation.passage);
    let authors = source
        .authors
        .iter()
        .map(|it| Object::default().text("literal", it).end());
    let mut item = Object::default()
        .text("id", &id)
        .text("type", "document")
        .text("title", &source.title);
    if !source.authors.is_empty() {
        item = item.list("author", authors);
    }
    item = item
        .text("publisher", &source.source)
        .text("language", &source.lang)
        .text("URL", &quotation.link);
    if let Some(accessed) = Edtf::parse(&quotation.made).ok().and_then(|it| parts(&it)) {
        let accessed = Object::default().list("date-parts", [accessed]);
        item = item.json("accessed", &accessed.end());
    }
    let mut custom = Object::default();
    if let Some(date) = &source.date {
        item = item.json("issued", &issued(&date.edtf, &date.words));
        custom = custom
            .text("edtf", &date.edtf)
            .text("date-origin", date.origin.name());
    }
    custom = custom
        .text("passage", &quotation.passage.to_string())
        .text("found-at", &source.url);
    let item = item
        .text("note", &format!("Date: {}", source.date_words()))
        .text("abstract", &quotation.text)
        .json("custom", &custom.end());
    format!("[{}]\n", item.end())
}

fn issued(edtf: &str, words: &str) -> String {
    let certain = edtf.trim_end_matches(['?', '~', '%']);
    let ends: Option<Vec<String>> = certain
        .split('/')
        .map(|it| Edtf::parse(it).ok().and_then(|it| parts(&it)))
        .collect();
    let issued = Object::default();
    match ends {
        Some(ends) if ends.len() <= 2 => {
            let issued = issued.list("date-parts", ends);
            if certain.len() < edtf.len() {
                issued.json("circa", "true").end()
            } else {
                issued.end()
            }
        }
        _ => issued.text("literal", words).end(),
    }
}

/// `[1921,5,3]`, as many numbers as are known; none for what is no day, month or year.
fn parts(date: &Edtf) -> Option<String> {
    let text = date.to_string();
    let bounds = date.bounds()?;
    let (first, last): (Day, Day) = (bounds.earliest?, bounds.latest?);
    let (year, month, day) = first.ymd();
    let n_parts = text.trim_start_matches('-').split('-').count();
    let numbers = match n_parts {
        3 if first == last => format!("[{year},{month},{day}]"),
        2 if last.ymd().1 == month && day == 1 => format!("[{year},{month}]"),
        1 if last.ymd().0 == year && !text.contains('X') => format!("[{year}]"),
        _ => return None,
    };
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        for (edtf, expected) in [
            ("1921-05-03", r#"{"date-parts":[[1921,5,3]]}"#),
            ("1921-05", r#"{"date-parts":[[1921,5]]}"#),
            ("1921", r#"{"date-parts":[[1921]]}"#),
            ("1921-05~", r#"{"date-parts":[[1921,5]],"circa":true}"#),
            ("1921?", r#"{"date-parts":[[1921]],"circa":true}"#),
            ("1921/1922-03", r#"{"date-parts":[[1921],[1922,3]]}"#),
            ("192X", r#"{"literal":"words"}"#),
            ("1921-22", r#"{"literal":"words"}"#),
            ("1921/..", r#"{"literal":"words"}"#),
            ("XXXX-07", r#"{"literal":"words"}"#),
        ] {
            assert_eq!(issued(edtf, "words"), expected, "{edtf}");
        }
    }
}
