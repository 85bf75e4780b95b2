//! Bytes as printable ASCII without `<`: four as five characters, which takes a quarter more where base64 takes a third.

/// The first of the 85 characters; `<` is none of them.
const FIRST: u8 = b'#';
const BASE: u32 = 85;

/// Bytes as characters; fewer than four at the end take one more than they are.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for four in bytes.chunks(4) {
        let mut number = four
            .iter()
            .fold(0, |number, byte| number << 8 | u32::from(*byte));
        number <<= 8 * (4 - four.len());
        for place in (0..5).rev().take(four.len() + 1) {
            let power = BASE.pow(place);
            let code = FIRST + u8::try_from(number / power).unwrap_or(0);
            text.push(char::from(if code < b'<' { code } else { code + 1 }));
            number %= power;
        }
    }
    text
}

/// The bytes of such characters; none where others stand between them.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 5 * 4 + 4);
    for five in text.as_bytes().chunks(5) {
        let mut number = 0_u32;
        for idx in 0..5 {
            // What is left out at the end counts as the highest, so that the bytes before it stand.
            let digit = match five.get(idx) {
                Some(code) => digit(*code)?,
                None => BASE - 1,
            };
            number = number.checked_mul(BASE)?.checked_add(digit)?;
        }
        bytes.extend(number.to_be_bytes().iter().take(five.len() - 1));
    }
    Some(bytes)
}

fn digit(code: u8) -> Option<u32> {
    let code = match code {
        b'<' => return None,
        code if code > b'<' => code - 1,
        code => code,
    };
    let digit = u32::from(code.checked_sub(FIRST)?);
    (digit < BASE).then_some(digit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bytes_become_printable() {
        for (bytes, expected, why) in [
            (&[][..], "", "nothing"),
            (&[0, 0, 0, 0], "#####", "the first character"),
            (&[255, 255, 255, 255], "v:Z/#", "the largest number"),
            (&[1], "#?", "one byte takes two characters"),
        ] {
            assert_eq!(encode(bytes), expected, "{why}");
        }
    }

    #[test]
    fn other_characters_are_no_bytes() {
        for (text, why) in [
            ("##<##", "the end of an element"),
            ("## ##", "white space"),
            ("##ä##", "no ASCII"),
            ("yyyyy", "a larger number than four bytes"),
        ] {
            assert_eq!(decode(text), None, "{why}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes: Vec<u8>) {
            let text = encode(&bytes);
            prop_assert!(text.bytes().all(|it| it.is_ascii_graphic() && it != b'<'));
            prop_assert_eq!(decode(&text), Some(bytes));
        }
    }
}
