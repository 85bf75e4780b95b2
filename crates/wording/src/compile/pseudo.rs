//! The made-up language: English with accented letters, a third longer, written from right to left. Whatever stands on
//! the page in plain letters is in no catalogue.

use super::pattern::{Message, Piece};
use crate::table::OWN;

/// A message of English in the made-up language.
pub(super) fn message(id: &str, english: &Message) -> Message {
    if id == OWN[0] {
        return Message {
            pieces: vec![Piece::Text("rtl".into())],
        };
    }
    longer(english)
}

/// Longer by a third of its letters, as other languages are.
fn longer(english: &Message) -> Message {
    let pieces = english.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => Piece::Text(text.chars().map(accent).collect()),
        Piece::Value { .. } => piece.clone(),
        Piece::Forms { name, forms } => {
            let forms = forms
                .iter()
                .map(|(name, form)| (name.clone(), longer(form)));
            Piece::Forms {
                name: name.clone(),
                forms: forms.collect(),
            }
        }
    });
    let mut pieces: Vec<Piece> = pieces.collect();
    let n_letters = english
        .plain()
        .chars()
        .filter(|it| it.is_alphabetic())
        .count();
    if n_letters > 2 {
        pieces.push(Piece::Text("~".repeat(n_letters.div_ceil(3))));
    }
    Message { pieces }
}

/// The letter with a mark on it.
fn accent(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MARKED: &str = "áƀçďéƒğĥíĵķľḿñóṕɋŕšťúṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶĽḾÑÓṔɊŔŠŤÚṼŴẊÝŽ";
    let at = PLAIN.chars().position(|it| it == letter);
    at.and_then(|it| MARKED.chars().nth(it)).unwrap_or(letter)
}
