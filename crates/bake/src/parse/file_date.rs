//! A document's date from its file name: `2024-07-03-minutes.md`, `1998-07 Harbour.txt`.

use dossier_time::Edtf;

/// The date that the file's name begins with, as EDTF: year, month and maybe day, parted by `-` or `_`.
pub(super) fn read(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut parts = Vec::new();
    let mut rest = name;
    for n_digits in [4, 2, 2] {
        let n = rest.bytes().take_while(u8::is_ascii_digit).count();
        if n != n_digits {
            break;
        }
        let (part, behind) = rest.split_at_checked(n)?;
        parts.push(part);
        rest = behind;
        match rest.strip_prefix(['-', '_']) {
            Some(behind) if parts.len() < 3 => rest = behind,
            _ => break,
        }
    }
    // "1998-2004" and "2024-123" are something else.
    if parts.len() < 2 || rest.starts_with(|it: char| it.is_alphanumeric()) && parts.len() == 3 {
        return None;
    }
    if parts.len() == 2 && rest.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let date = parts.join("-");
    let value = Edtf::parse(&date).ok()?;
    value.bounds().is_some().then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_begin_with_a_date() {
        let rows = [
            ("letters/2024-07-03-minutes.md", Some("2024-07-03")),
            ("2024_07_03.txt", Some("2024-07-03")),
            ("1998-07 Harbour.txt", Some("1998-07")),
            ("1998-07-harbour.txt", Some("1998-07")),
            ("1998-13-01.txt", None),
            ("1998-02-30.txt", None),
            ("1998-2004 letters.txt", None),
            ("1998-123.txt", None),
            ("1998.txt", None),
            ("000_6878f1a5fa494d65.txt", None),
            ("2024-07-031.txt", None),
            ("notes 2024-07-03.txt", None),
            ("2024-07-03/notes.txt", None),
        ];
        for (path, expected) in rows {
            assert_eq!(read(path).as_deref(), expected, "{path}");
        }
    }
}
