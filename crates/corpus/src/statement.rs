//! Who says what, and how sure.

use crate::span::Span;

/// Something that somebody says, quoted or reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What is said, without the quotation marks; more than one part when the text breaks it
    /// (`“We go,” he said, “tomorrow.”`). Sorted, never empty.
    pub content: Vec<Span>,
    /// Whether it is a quotation, an attribution or both.
    pub kind: StatementKind,
    /// Who says it; `None` when the text names nobody.
    pub speaker: Option<Speaker>,
    /// The word that marks it: `said`, `according to`.
    pub cue: Option<Span>,
    /// The hedges that lower it: positions in the document's list of hedges, sorted.
    pub hedges: Vec<u32>,
    /// Whether the publisher put it right; otherwise software read it.
    pub checked: bool,
}

/// How a statement is marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatementKind {
    /// Inside quotation marks, and nobody utters it.
    Quoted,
    /// Reported with a cue word.
    Attributed,
    /// Inside quotation marks, with a cue word or a speaker.
    QuotedAndAttributed,
}

impl StatementKind {
    /// Whether quotation marks stand around it.
    #[must_use]
    pub const fn is_quoted(self) -> bool {
        matches!(self, Self::Quoted | Self::QuotedAndAttributed)
    }

    /// Whether a cue or a speaker stands beside it.
    #[must_use]
    pub const fn is_attributed(self) -> bool {
        matches!(self, Self::Attributed | Self::QuotedAndAttributed)
    }
}

/// Who makes a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker beside the statement ("Chebanenko", "the sculptor", "Western analysts").
    pub span: Span,
    /// Position in the document's list of entities, when it is known who that is.
    pub entity: Option<u32>,
}

/// A word or short phrase that lowers a claim, or would if it were not denied or only spoken about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hedge {
    /// The words.
    pub span: Span,
    /// What it does here.
    pub usage: HedgeUse,
}

/// What a hedge does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HedgeUse {
    /// It lowers the claim.
    Lowers,
    /// A negation takes it back: "not alleged".
    Negated,
    /// It stands in quotation marks of its own, as somebody else's word: “‘alleged’ heroes”.
    Quoted,
}

impl HedgeUse {
    /// All uses, in the order of their codes.
    pub const ALL: [Self; 3] = [Self::Lowers, Self::Negated, Self::Quoted];

    /// The name used in dumps and corrections.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lowers => "lowers",
            Self::Negated => "negated",
            Self::Quoted => "quoted",
        }
    }
}
