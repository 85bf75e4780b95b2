//! Cuts running text into sentences.
//!
//! Stage: *analysis*. In: the text of one passage. Out: byte spans of its sentences. Linear in the text.
//!
//! A sentence ends at a mark that ends sentences, with the closing quotation marks and brackets behind it,
//! unless the mark belongs to an abbreviation or the text goes on in lower case. Which words are abbreviations
//! is told by `abbreviations`, which marks close by `quotes`.

mod abbreviations;
mod quotes;
mod sentences;

pub use sentences::sentences;
