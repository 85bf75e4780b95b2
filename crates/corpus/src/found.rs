//! What analysis found, as the opened corpus tells it: names, dates, statements, hedges, facets.

use std::ops::Range;

use crate::beginnings::Beginnings;
use crate::corpus::Corpus;
use crate::encode;
use crate::format::{HedgeRow, NONE};
use crate::ids::{EntityId, HedgeId, MomentId, PassageId, StatementId};
use crate::info::{EntityInfo, FacetValueInfo, MomentInfo, StatementInfo};
use crate::mention::EntityKind;
use crate::postings::{Runs, read_runs};
use crate::span::Span;
use crate::statement::{Hedge, HedgeUse, StatementKind};

impl<'a> Corpus<'a> {
    /// The names in a passage, by position.
    pub fn mentions(&self, passage: PassageId) -> impl Iterator<Item = (Span, EntityId)> + '_ {
        let rows = self
            .passages
            .children(passage.get(), self.mentions.len(), |it| it.first_mention);
        self.mentions
            .range(rows)
            .map(|(_, row)| (Span::new(row.start, row.end), EntityId::new(row.entity)))
    }

    /// The facts of an entity.
    #[must_use]
    pub fn entity(&self, entity: EntityId) -> Option<EntityInfo<'a>> {
        let row = self.entities.get(entity.get())?;
        Some(EntityInfo {
            kind: *EntityKind::ALL.get(row.kind as usize)?,
            name: self.string(row.name),
            description: self.string(row.description),
            checked: row.checked != 0,
        })
    }

    /// The other names of an entity.
    pub fn aliases(&self, entity: EntityId) -> impl Iterator<Item = &'a str> + '_ {
        let rows = self
            .entities
            .children(entity.get(), self.aliases.len(), |it| it.first_alias);
        self.aliases
            .range(rows)
            .map(|(_, row)| self.string(row.name))
    }

    /// The moments of a passage.
    #[must_use]
    pub fn moments(&self, passage: PassageId) -> Range<u32> {
        self.passages
            .children(passage.get(), self.moments.len(), |it| it.first_moment)
    }

    /// The facts of a moment.
    #[must_use]
    pub fn moment(&self, moment: MomentId) -> Option<MomentInfo<'a>> {
        let row = self.moments.get(moment.get())?;
        Some(MomentInfo {
            passage: PassageId::new(row.passage),
            span: Span::new(row.start, row.end),
            edtf: self.string(row.edtf),
            unresolved: self.string(row.unresolved),
            rule: self.string(row.rule),
            anchor: self.string(row.anchor),
        })
    }

    /// The passage of a moment, and a number for its EDTF text: equal texts have equal numbers. For going through all
    /// moments; [`Self::moment`] tells the rest.
    #[must_use]
    pub fn moment_value(&self, moment: MomentId) -> Option<(PassageId, u32)> {
        let row = self.moments.get(moment.get())?;
        Some((PassageId::new(row.passage), row.edtf))
    }

    /// The statements of a passage.
    #[must_use]
    pub fn statements(&self, passage: PassageId) -> Range<u32> {
        self.passages
            .children(passage.get(), self.statements.len(), |it| {
                it.first_statement
            })
    }

    /// The facts of a statement.
    #[must_use]
    pub fn statement(&self, statement: StatementId) -> Option<StatementInfo> {
        let row = self.statements.get(statement.get())?;
        let some_span = |start: u32, end: u32| (start != NONE).then(|| Span::new(start, end));
        let contents = self
            .statements
            .children(statement.get(), self.contents.len(), |it| it.first_content);
        let hedges = self
            .statements
            .children(statement.get(), self.statement_hedges.len(), |it| {
                it.first_hedge
            });
        Some(StatementInfo {
            passage: PassageId::new(row.passage),
            kind: match row.kind {
                0 => StatementKind::Quoted,
                1 => StatementKind::Attributed,
                _ => StatementKind::QuotedAndAttributed,
            },
            speaker: some_span(row.speaker_start, row.speaker_end),
            entity: (row.speaker != NONE).then(|| EntityId::new(row.speaker)),
            cue: some_span(row.cue_start, row.cue_end),
            content: self
                .contents
                .range(contents)
                .map(|(_, it)| Span::new(it.start, it.end))
                .collect(),
            hedges: self
                .statement_hedges
                .range(hedges)
                .map(|(_, it)| HedgeId::new(it.hedge))
                .collect(),
            checked: row.checked != 0,
        })
    }

    /// The hedges of a passage, by position.
    pub fn hedges(&self, passage: PassageId) -> impl Iterator<Item = (HedgeId, Hedge)> + '_ {
        let rows = self
            .passages
            .children(passage.get(), self.hedges.len(), |it| it.first_hedge);
        self.hedges
            .range(rows)
            .filter_map(|(number, row)| Some((HedgeId::new(number), hedge(&row)?)))
    }

    /// A hedge.
    #[must_use]
    pub fn hedge(&self, number: HedgeId) -> Option<Hedge> {
        hedge(&self.hedges.get(number.get())?)
    }

    /// What the publisher writes beside a passage, by position.
    pub fn notes(&self, passage: PassageId) -> impl Iterator<Item = (Span, &'a str)> + '_ {
        let rows = self
            .passages
            .children(passage.get(), self.notes.len(), |it| it.first_note);
        self.notes
            .range(rows)
            .map(|(_, row)| (Span::new(row.start, row.end), self.string(row.text)))
    }

    /// The facets' names, in the order they are shown; a facet's number is its position.
    pub fn facets(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.facets.iter().map(|(_, row)| self.string(row.name))
    }

    /// The values of a facet, given by its number: by falling count, then by name.
    pub fn facet_values(&self, facet: u32) -> impl Iterator<Item = FacetValueInfo<'a>> + '_ {
        let numbers = self.facet_value_numbers(facet);
        numbers.filter_map(|number| self.facet_value(number))
    }

    /// Number of values of all facets.
    #[must_use]
    pub fn n_facet_values(&self) -> u32 {
        self.facet_values.len()
    }

    /// The numbers of [`Self::facet_values`] among the values of all facets.
    #[must_use]
    pub fn facet_value_numbers(&self, facet: u32) -> Range<u32> {
        self.facets
            .children(facet, self.facet_values.len(), |it| it.first_value)
    }

    /// For each value of a facet the number of passages that have it and its place by name; their names are not read.
    pub fn facet_totals(&self, facet: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let rows = self.facet_values.range(self.facet_value_numbers(facet));
        rows.map(|(_, row)| (row.count, row.place_by_name))
    }

    /// The facts of a facet value, given by its number among the values of all facets.
    #[must_use]
    pub fn facet_value(&self, number: u32) -> Option<FacetValueInfo<'a>> {
        let row = self.facet_values.get(number)?;
        Some(FacetValueInfo {
            number,
            name: self.string(row.name),
            entity: (row.entity != NONE).then(|| EntityId::new(row.entity)),
            count: row.count,
            place_by_name: row.place_by_name,
        })
    }

    /// The passages that have a facet value, given by its number among the values of all facets.
    #[must_use]
    pub fn facet_postings(&self, value: u32) -> Runs<'a> {
        let n_bytes = encode::to_u32(self.facet_postings.len());
        let bytes = self
            .facet_values
            .children(value, n_bytes, |it| it.first_posting);
        read_runs(
            self.facet_postings
                .get(bytes.start as usize..bytes.end as usize)
                .unwrap_or_default(),
        )
    }

    /// The dictionary of the search index: an `fst::Map` from term to an offset in the term postings.
    #[must_use]
    pub fn terms(&self) -> &'a [u8] {
        self.terms
    }

    /// The lists of the search index.
    #[must_use]
    pub fn term_postings(&self) -> &'a [u8] {
        self.term_postings
    }

    /// The prepared beginnings of words.
    #[must_use]
    pub fn beginnings(&self) -> Beginnings<'a> {
        Beginnings::open(self.beginnings)
    }
}

fn hedge(row: &HedgeRow) -> Option<Hedge> {
    Some(Hedge {
        span: Span::new(row.start, row.end),
        usage: *HedgeUse::ALL.get(row.usage as usize)?,
    })
}
