//! Tables as comma-separated values (RFC 4180).
//!
//! In: a header and rows of cells. Out: one text with CRLF line ends. A cell that a spreadsheet would take for a formula
//! gets an apostrophe in front, which spreadsheets do not show.

/// The media type, with the header said to be there.
pub const MEDIA_TYPE: &str = "text/csv;charset=utf-8;header=present";

/// Characters that begin a formula in some spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table. A byte order mark tells spreadsheets that it is UTF-8.
pub fn table<const N: usize>(header: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut text = self::header(header);
    for row in rows {
        push_row(&mut text, &mut row.iter().map(String::as_str));
    }
    text
}

/// The first line of a table that is written bit by bit, with its byte order mark.
#[must_use]
pub fn header<const N: usize>(cells: [&str; N]) -> String {
    let mut text = String::from('\u{feff}');
    push_row(&mut text, &mut cells.into_iter());
    text
}

/// A line of such a table.
#[must_use]
pub fn row<const N: usize>(cells: [&str; N]) -> String {
    let mut text = String::new();
    push_row(&mut text, &mut cells.into_iter());
    text
}

/// One copy of it for tables of any width.
fn push_row(text: &mut String, cells: &mut dyn Iterator<Item = &str>) {
    for (idx, cell) in cells.enumerate() {
        if idx > 0 {
            text.push(',');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

fn push_cell(text: &mut String, cell: &str) {
    let guard = if cell.starts_with(FORMULA) { "'" } else { "" };
    if guard.is_empty() && !cell.contains(['"', ',', '\n', '\r']) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    text.push_str(guard);
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cells_are_quoted_when_they_must_be() {
        for (cell, expected, why) in [
            ("plain", "plain", "nothing to quote"),
            ("", "", "empty"),
            ("a,b", "\"a,b\"", "a comma"),
            ("say \"no\"", "\"say \"\"no\"\"\"", "quotation marks"),
            ("two\nlines", "\"two\nlines\"", "a line end"),
            ("=1+1", "\"'=1+1\"", "a formula"),
            ("-44-03-15", "\"'-44-03-15\"", "a minus sign"),
            ("@SUM(A1)", "\"'@SUM(A1)\"", "an old formula"),
            ("1-2", "1-2", "no formula"),
            ("שלום, 👋", "\"שלום, 👋\"", "other scripts"),
        ] {
            let text = table(["h"], [[cell.to_owned()]].into_iter());
            assert_eq!(text, format!("\u{feff}h\r\n{expected}\r\n"), "{why}");
        }
    }

    /// The cells of one line, read as RFC 4180 says.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut chars = text.chars().peekable();
        let mut is_quoted = false;
        while let Some(it) = chars.next() {
            match (it, is_quoted) {
                ('"', true) if chars.peek() == Some(&'"') => cell.extend(chars.next()),
                ('"', _) => is_quoted = !is_quoted,
                (',', false) => row.push(std::mem::take(&mut cell)),
                ('\r', false) if chars.peek() == Some(&'\n') => {
                    chars.next();
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                (it, _) => cell.push(it),
            }
        }
        rows
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(cells in prop::collection::vec("\\PC{0,9}|[=+@,\"\r\n-]{0,4}", 4)) {
            let row: [String; 4] = cells.try_into().unwrap();
            let text = table(["a", "b", "c", "d"], [row.clone()].into_iter());
            let rows = read(text.trim_start_matches('\u{feff}'));
            prop_assert_eq!(rows.len(), 2);
            for (cell, expected) in rows[1].iter().zip(&row) {
                let guarded = expected.starts_with(FORMULA);
                prop_assert_eq!(cell, &(if guarded { format!("'{expected}") } else { expected.clone() }));
            }
        }
    }
}
