//! The layout of a baked corpus.
//!
//! ```text
//! header    8 bytes signature, version, number of sections, then (offset, length) of each section
//! sections  one behind the other, in the order of `Section`
//! ```
//!
//! All numbers are little-endian `u32`. The rows of each table are declared here once; `encode` writes them and
//! [`corpus`](crate::corpus) reads them.

use crate::record::record;

/// The first bytes of a baked corpus.
pub const SIGNATURE: &[u8; 8] = b"dossier\n";

/// Changes with every change of the layout.
pub const VERSION: u32 = 4;

/// Stands for "none" where a number may be absent.
pub const NONE: u32 = u32::MAX;

macro_rules! sections {
    ($($(#[$meta:meta])* $name:ident = $label:literal),+ $(,)?) => {
        /// A part of the bytes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Section {
            $($(#[$meta])* $name),+
        }

        impl Section {
            /// All sections, in the order they are written.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name used in error messages and size tables.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $label),+ }
            }
        }
    };
}

sections! {
    /// Rows of [`SiteRow`]; one.
    Site = "site",
    /// Rows of [`StringRow`].
    Strings = "strings",
    /// UTF-8; the strings that `Strings` points into, each once.
    StringBytes = "string bytes",
    /// UTF-8; the texts that do not stand in their seeds as they are.
    Texts = "texts",
    /// Rows of [`SeedRow`], by path.
    Seeds = "seeds",
    /// Rows of [`FindingRow`], by seed.
    Findings = "findings",
    /// Rows of [`DocumentRow`], by id.
    Documents = "documents",
    /// Rows of [`MetaRow`], by document.
    Meta = "metadata",
    /// Rows of [`PassageRow`], in reading order.
    Passages = "passages",
    /// Rows of [`RunRow`], by passage.
    Runs = "runs",
    /// Rows of [`StyleRow`], by passage.
    Styles = "styles",
    /// Rows of [`SpanRow`], by passage.
    Sentences = "sentences",
    /// Rows of [`EntityRow`].
    Entities = "entities",
    /// Rows of [`NameRow`], by entity.
    Aliases = "aliases",
    /// Rows of [`MentionRow`], by passage.
    Mentions = "mentions",
    /// Rows of [`MomentRow`], by passage.
    Moments = "moments",
    /// Rows of [`StatementRow`], by passage.
    Statements = "statements",
    /// Rows of [`SpanRow`], by statement.
    Contents = "contents",
    /// Rows of [`StatementHedgeRow`], by statement.
    StatementHedges = "statement hedges",
    /// Rows of [`HedgeRow`], by passage.
    Hedges = "hedges",
    /// Rows of [`NoteRow`], by passage.
    Notes = "notes",
    /// Rows of [`FacetRow`]; the built-in facets first, in the order of [`Facet::ALL`](crate::Facet::ALL).
    Facets = "facets",
    /// Rows of [`FacetValueRow`], by facet, then by falling count, then by name.
    FacetValues = "facet values",
    /// Lists of passages, see [`postings`](crate::postings).
    FacetPostings = "facet postings",
    /// An `fst::Map` from term to the offset of its list in `TermPostings`.
    Terms = "terms",
    /// What the search index keeps for each term.
    TermPostings = "term postings",
    /// Sets of passages for the shortest beginnings of words, see [`beginnings`](crate::beginnings).
    Beginnings = "beginnings",
}

record! {
    /// What holds for the whole corpus.
    SiteRow {
        /// String: the site's title.
        title,
        /// String: one sentence about the site; empty when none is given.
        description,
        /// String: language tag of the site.
        lang,
        /// String: accent colour as `#rrggbb`; empty when none is given.
        accent,
        /// String: SHA-256 over all seeds, in hexadecimal.
        hash,
        /// String: when it was baked, as a day; empty when not told.
        baked,
        /// Total number of visible words.
        n_words,
    }
}
record! {
    /// A string.
    StringRow {
        /// Offset behind its last byte in the string bytes; it begins where the one before ends.
        end,
    }
}
record! {
    /// A file of the seeds folder.
    SeedRow {
        /// String: path below `seeds/`.
        path,
        /// The document it became, or [`NONE`].
        document,
        /// String: why it is no document; empty when it is one.
        left_out,
        /// First of its findings.
        first_finding,
    }
}
record! {
    /// A finding about a seed.
    FindingRow {
        /// Line from 1, or 0 when none can be told.
        line,
        /// String: the sentence.
        message,
    }
}
record! {
    /// A document.
    DocumentRow {
        /// String: id.
        id,
        /// String: path below `seeds/`.
        path,
        /// String: title.
        title,
        /// Code of the title's origin.
        title_origin,
        /// String: language tag.
        lang,
        /// 1 when the publisher gave the language.
        lang_given,
        /// String: EDTF of the day of publication, or [`NONE`].
        published,
        /// Code of that date's origin.
        published_origin,
        /// String: EDTF of the date that it was not written before, or [`NONE`].
        not_before,
        /// String: EDTF of the day it was added, or [`NONE`].
        added,
        /// String: SHA-256 of the seed, in hexadecimal.
        sha256,
        /// Bytes of the seed.
        n_bytes,
        /// String: encoding.
        encoding,
        /// Offset of the text in the seed or, when `in_seed` is 0, in the texts.
        text_start,
        /// Length of the text in bytes.
        text_len,
        /// 1 when the text stands in the seed.
        in_seed,
        /// 1 when the seed may be offered for download.
        offers_original,
        /// Visible words.
        n_words,
        /// First row of its metadata.
        first_meta,
        /// First of its passages.
        first_passage,
    }
}
record! {
    /// A line of metadata.
    MetaRow {
        /// String: field.
        field,
        /// String: value.
        value,
    }
}
record! {
    /// A passage.
    PassageRow {
        /// The document it stands in.
        document,
        /// Byte offset of its start.
        start,
        /// Byte offset of its end.
        end,
        /// Code of its role: see `codes`.
        role,
        /// Level, depth, number or flag that belongs to the role.
        role_detail,
        /// How many block quotes it stands in.
        quote_depth,
        /// First of its runs.
        first_run,
        /// First of its styles.
        first_style,
        /// First of its sentences.
        first_sentence,
        /// First of its mentions.
        first_mention,
        /// First of its moments.
        first_moment,
        /// First of its statements.
        first_statement,
        /// First of its hedges.
        first_hedge,
        /// First of its notes.
        first_note,
    }
}
record! {
    /// A visible piece of a passage.
    RunRow {
        /// Byte offset of its start.
        start,
        /// Byte offset of its end.
        end,
        /// String shown instead, or [`NONE`].
        shown,
    }
}
record! {
    /// An inline style.
    StyleRow {
        /// Byte offset of its start.
        start,
        /// Byte offset of its end.
        end,
        /// Code of its kind: see `codes`.
        kind,
        /// String: the link's address, or [`NONE`].
        href,
    }
}
record! {
    /// A plain span.
    SpanRow {
        /// Byte offset of its start.
        start,
        /// Byte offset of its end.
        end,
    }
}
record! {
    /// An entity.
    EntityRow {
        /// Position in [`EntityKind::ALL`](crate::mention::EntityKind::ALL).
        kind,
        /// String: canonical name.
        name,
        /// String: description, may be empty.
        description,
        /// 1 when the publisher put it right.
        checked,
        /// First of its aliases.
        first_alias,
    }
}
record! {
    /// A name.
    NameRow {
        /// String.
        name,
    }
}
record! {
    /// A place that names an entity.
    MentionRow {
        /// Byte offset of its start.
        start,
        /// Byte offset of its end.
        end,
        /// The entity.
        entity,
    }
}
record! {
    /// A date in the text.
    MomentRow {
        /// The passage it stands in.
        passage,
        /// Byte offset of its start.
        start,
        /// Byte offset of its end.
        end,
        /// String: EDTF.
        edtf,
        /// String: the expression before an anchor was chosen, may be empty.
        unresolved,
        /// String: the rule's name.
        rule,
        /// String: the anchor in words, may be empty.
        anchor,
    }
}
record! {
    /// A statement.
    StatementRow {
        /// The passage its first content span stands in.
        passage,
        /// 0 quoted, 1 attributed, 2 both.
        kind,
        /// Byte offset of the speaker's words, or [`NONE`].
        speaker_start,
        /// Byte offset of their end, or [`NONE`].
        speaker_end,
        /// The speaker's entity, or [`NONE`].
        speaker,
        /// Byte offset of the cue, or [`NONE`].
        cue_start,
        /// Byte offset of its end, or [`NONE`].
        cue_end,
        /// First of its content spans.
        first_content,
        /// First of its hedges.
        first_hedge,
        /// 1 when the publisher put it right.
        checked,
    }
}
record! {
    /// A hedge.
    HedgeRow {
        /// Byte offset of its start.
        start,
        /// Byte offset of its end.
        end,
        /// Position in [`HedgeUse::ALL`](crate::statement::HedgeUse::ALL).
        usage,
    }
}
record! {
    /// A note of the publisher's.
    NoteRow {
        /// Byte offset of the words it belongs to.
        start,
        /// Byte offset of their end.
        end,
        /// String: what it says.
        text,
    }
}
record! {
    /// A hedge of a statement.
    StatementHedgeRow {
        /// The hedge.
        hedge,
    }
}
record! {
    /// A facet.
    FacetRow {
        /// String: name in addresses.
        name,
        /// First of its values.
        first_value,
    }
}
record! {
    /// A value of a facet.
    FacetValueRow {
        /// String: the value as it is shown and stands in addresses.
        name,
        /// The entity it stands for, or [`NONE`].
        entity,
        /// Number of passages that have it.
        count,
        /// Offset of its list in the facet postings; it ends where the next one begins.
        first_posting,
        /// Its place among the values of its facet by name, from 0.
        place_by_name,
    }
}
