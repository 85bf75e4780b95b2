//! Places and sizes as attributes: numbers with up to two decimals.
//!
//! The standard library writes every digit of any number there is, which weighs 20 kB in the page; a drawing needs two.

use std::fmt;

/// A number to be written with up to two decimals, rounded; what is no number is 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decimal(pub f64);

impl fmt::Display for Decimal {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "the cast saturates, which is what is wanted"
    )]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        let (whole, rest) = (
            hundredths.unsigned_abs() / 100,
            hundredths.unsigned_abs() % 100,
        );
        let sign = if hundredths < 0 { "-" } else { "" };
        match (rest / 10, rest % 10) {
            (0, 0) => write!(f, "{sign}{whole}"),
            (tenths, 0) => write!(f, "{sign}{whole}.{tenths}"),
            (tenths, hundredths) => write!(f, "{sign}{whole}.{tenths}{hundredths}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_and_written_shortly() {
        for (number, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (28.0, "28"),
            (0.5, "0.5"),
            (-3.25, "-3.25"),
            (-0.05, "-0.05"),
            (1.999, "2"),
            (12.345_6, "12.35"),
            (f64::NAN, "0"),
            (f64::INFINITY, "92233720368547758.07"),
        ] {
            assert_eq!(Decimal(number).to_string(), expected);
        }
    }
}
