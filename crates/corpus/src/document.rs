//! What a document is after reading and analysis: plain, owned data.
//!
//! Every [`Span`] here is a byte range of [`Document::text`], the whole decoded seed. What people see of it
//! (markup left out) is given by the passages' runs.

use crate::mention::{Entity, Mention, Moment};
use crate::span::Span;
use crate::statement::{Hedge, Statement};

/// A seed after parsing and analysis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The seed's path below `seeds/` without its ending, with `/` between folders.
    pub id: String,
    /// The seed's path below `seeds/`.
    pub path: String,
    /// The title and where it comes from.
    pub title: Title,
    /// BCP 47 language tag, `und` when unknown.
    pub lang: String,
    /// Whether the publisher gave the language; otherwise it was guessed from the text.
    pub lang_given: bool,
    /// When it was published, if the publisher or the text itself says so.
    pub published: Option<DocumentDate>,
    /// EDTF of the latest date that it tells of as past, when nothing says when it was published: it was not written
    /// before. No date to count from.
    pub not_before: Option<String>,
    /// When it was added to the collection, if the publisher says so.
    pub added: Option<DocumentDate>,
    /// Further metadata as the publisher gave it: field and value, in the order given; lists repeat the field.
    pub meta: Vec<(String, String)>,
    /// SHA-256 of the seed's bytes.
    pub sha256: [u8; 32],
    /// Length of the seed in bytes.
    pub n_bytes: u32,
    /// Name of the encoding it was decoded from (WHATWG label), `UTF-8` for most.
    pub encoding: String,
    /// The whole decoded seed, CRLF turned into LF.
    pub text: String,
    /// Byte offset in the seed at which `text` stands unchanged; `None` where decoding changed it.
    pub text_in_seed: Option<u32>,
    /// Whether the seed may be offered for download; not when something was redacted.
    pub offers_original: bool,
    /// What it consists of, in reading order.
    pub passages: Vec<Passage>,
    /// The entities named in it; mentions point here.
    pub entities: Vec<Entity>,
    /// Names in the text, sorted by span, not overlapping.
    pub mentions: Vec<Mention>,
    /// Dates in the text, sorted by span, not overlapping.
    pub moments: Vec<Moment>,
    /// Who says what, sorted by the first content span.
    pub statements: Vec<Statement>,
    /// Words that lower a claim, sorted by span.
    pub hedges: Vec<Hedge>,
    /// What the publisher writes beside the text, sorted by span.
    pub notes: Vec<Note>,
}

/// A remark of the publisher's beside a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The words of the text that it belongs to.
    pub span: Span,
    /// What it says.
    pub text: String,
}

/// A title and its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The words.
    pub text: String,
    /// Where they come from.
    pub origin: TitleOrigin,
}

/// Where a title comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleOrigin {
    /// The publisher's metadata.
    Given,
    /// The first heading.
    Heading,
    /// The first sentence, cut at a word.
    FirstSentence,
    /// There is no text; the file's name stands in.
    FileName,
}

/// A document's own date, as certain as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentDate {
    /// EDTF value.
    pub edtf: String,
    /// Where it comes from.
    pub origin: DateOrigin,
}

/// Where a document's date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrigin {
    /// The publisher's metadata.
    Given,
    /// The file's name (`2024-07-03-name.md`).
    FileName,
    /// A dateline at the head of the text.
    Dateline,
}

/// A paragraph, heading, list item or table row: the unit that filters select and hits show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// From its first to its last visible byte.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// How many block quotes it stands in.
    pub quote_depth: u8,
    /// The visible pieces, in order, inside `span`; empty when all of `span` is visible.
    pub runs: Vec<Run>,
    /// Inline styles inside `span`, sorted by start, outer before inner.
    pub styles: Vec<Style>,
    /// Its sentences, in order, covering all visible text but white space.
    pub sentences: Vec<Span>,
}

/// A visible piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The source bytes.
    pub span: Span,
    /// What is shown for them when it is not the bytes themselves (`&amp;` shows `&`).
    pub shown: Option<String>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Paragraph,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A list item, or a further paragraph of one.
    Item {
        /// Nesting, from 1.
        depth: u8,
        /// What stands before it.
        marker: Marker,
    },
    /// A table row; its cells are styles of kind [`StyleKind::Cell`].
    Row {
        /// Whether it is the head of its table.
        head: bool,
    },
    /// Preformatted text.
    Code,
}

/// What stands before a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// A number.
    Number(u32),
    /// Nothing: a further paragraph of the item above.
    None,
}

/// An inline style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// The source bytes it covers.
    pub span: Span,
    /// What it is.
    pub kind: StyleKind,
}

/// The kinds of inline style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StyleKind {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck out.
    Strike,
    /// Code.
    Code,
    /// A link to an allowed address (`http`, `https`, `mailto`, or relative).
    Link(String),
    /// The description of an image that is not loaded.
    Image,
    /// A table cell.
    Cell,
}
