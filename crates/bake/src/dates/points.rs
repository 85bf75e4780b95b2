//! How the story sees what was read.

use dossier_time::edtf::{Date, Precision};
use dossier_time::expr::What;

use super::piece::{Meaning, Piece};
use super::read::Read;
use super::story::{self, Point};

/// A date as the story sees it.
pub(super) fn point(read: &Read) -> Point {
    let of_piece = |piece: &Piece| {
        if let Some(what) = piece.what() {
            return match what {
                What::Weekday(_) | What::Day(_) => Point::Other,
                _ => Point::Free(what),
            };
        }
        let days = piece
            .known()
            .filter(|it| it.precision() <= Precision::Year)
            .and_then(Date::bounds);
        let aside = if read.leads {
            story::ASIDE.0
        } else {
            story::ASIDE.1
        };
        days.map_or(Point::Other, |(first, last)| Point::Known {
            days: (first.0, last.0),
            aside,
        })
    };
    match &read.meaning {
        Meaning::At(piece)
        | Meaning::Between(Some(piece), _)
        | Meaning::Between(None, Some(piece)) => of_piece(piece),
        _ => Point::Other,
    }
}
