//! Finds who says what, and the words that lower a claim.
//!
//! Stage: *analysis*. In: a [`Reading`] and its names. Out: statements and hedges, sorted, with spans into the
//! reading's text.
//!
//! ```text
//! passage → tokens, quotations (passage, quotes) → cues and what they frame (attribution, cues) → speakers → statements
//! ```
//!
//! # Invariants
//!
//! - A content span lies inside one passage, without the outer quotation marks and the punctuation of the frame.
//! - A hedge belongs to every statement in whose content, or between whose speaker and cue, it stands.
//! - Time is linear in the text's length.

mod attribution;
mod cues;
mod hedges;
mod passage;
mod quotes;
mod speakers;

use dossier_corpus::span::Span;
use dossier_corpus::statement::{Hedge, HedgeUse, Statement, StatementKind};

use crate::entities::Names;
use crate::reading::Reading;
use attribution::{Carry, Draft};
use passage::Words;
use speakers::People;

/// What was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Who says what.
    pub statements: Vec<Statement>,
    /// Words that lower a claim.
    pub hedges: Vec<Hedge>,
}

/// Finds the statements and hedges of a document. Time linear in its length.
#[must_use]
pub fn find(reading: Reading<'_>, names: &Names) -> Claims {
    let mut people = People::new(names);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut hedges: Vec<Hedge> = Vec::new();
    let mut carry = Carry::default();
    for passage in reading.passages {
        let words = Words::new(reading, names, passage);
        for &(start, end) in &words.sentences {
            let tokens = words.tokens.get(start..end).unwrap_or(&[]);
            hedges.extend(hedges::hedges(words.cues, tokens));
        }
        people.learn(&words);
        carry = attribution::passage(&words, &mut people, &mut drafts, carry);
    }
    let mut statements: Vec<Statement> = drafts
        .into_iter()
        .filter_map(|it| statement(it, &hedges))
        .collect();
    statements.sort_by_key(|it| (it.content.first().copied(), it.cue));
    statements.dedup_by(|b, a| a.content == b.content && a.cue == b.cue);
    Claims { statements, hedges }
}

fn statement(draft: Draft, hedges: &[Hedge]) -> Option<Statement> {
    let mut content = draft.content;
    content.retain(|it| !it.is_empty());
    content.sort();
    let is_attributed = draft.cue.is_some() || draft.speaker.is_some();
    let mut statement = Statement {
        content,
        kind: match (draft.is_quoted, is_attributed) {
            (true, true) => StatementKind::QuotedAndAttributed,
            (true, false) => StatementKind::Quoted,
            (false, _) => StatementKind::Attributed,
        },
        speaker: draft.speaker,
        cue: draft.cue,
        hedges: Vec::new(),
        checked: false,
    };
    statement.hedges = lowering(&statement, hedges);
    (!statement.content.is_empty()).then_some(statement)
}

/// The positions of the hedges that lower a statement, sorted; `hedges` are the document's, by span.
///
/// Time `O(log n)` in their number and linear in those within the statement's reach.
pub(crate) fn lowering(statement: &Statement, hedges: &[Hedge]) -> Vec<u32> {
    let speaker = statement.speaker.as_ref().map(|it| it.span);
    // "he reportedly said": between speaker and cue, or the cue itself.
    let frame = match (statement.cue, speaker) {
        (Some(cue), Some(speaker)) => {
            let near = Span::new(speaker.start.min(cue.start), speaker.end.max(cue.end));
            (near.len() < 120).then_some(near)
        }
        (cue, _) => cue,
    };
    let parts = || statement.content.iter().chain(&frame);
    let Some(reach) = parts()
        .copied()
        .reduce(|all, it| Span::new(all.start.min(it.start), all.end.max(it.end)))
    else {
        return Vec::new();
    };
    let from = hedges.partition_point(|it| it.span.end <= reach.start);
    let rest = hedges.get(from..).unwrap_or_default();
    (from..)
        .zip(rest)
        .take_while(|(_, it)| it.span.start < reach.end)
        .filter(|(_, it)| it.usage == HedgeUse::Lowers)
        .filter(|(_, it)| parts().any(|part| part.overlaps(it.span)))
        .filter_map(|(number, _)| u32::try_from(number).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities;
    use crate::entities::testing::with_reading;
    use proptest::prelude::*;

    fn claims(text: &str) -> (Names, Claims) {
        with_reading(text, "en", |reading| {
            let names = entities::find(reading);
            let claims = find(reading, &names);
            (names, claims)
        })
    }

    /// Each statement as `speaker = entity | cue | content`, a missing one as `-`, parts joined by ` … `.
    #[track_caller]
    fn check(text: &str, expected: &[&str], why: &str) {
        let (names, claims) = claims(text);
        let got: Vec<_> = claims
            .statements
            .iter()
            .map(|it| {
                let speaker = it.speaker.as_ref().map_or("-", |it| it.span.of(text));
                let entity = it.speaker.as_ref().and_then(|it| it.entity);
                let entity = entity.map_or("-", |it| names.entities[it as usize].name.as_str());
                let content: Vec<_> = it.content.iter().map(|it| it.of(text)).collect();
                format!(
                    "{speaker} = {entity} | {} | {}",
                    it.cue.map_or("-", |it| it.of(text)),
                    content.join(" … ")
                )
            })
            .collect();
        assert_eq!(got, expected, "{why}: {text}");
    }

    #[test]
    fn quotations() {
        check(
            "‘The town’s wells are dry,’ the mayor, Petra Ilic, declared.",
            &["Petra Ilic = Petra Ilic | declared | The town’s wells are dry"],
            "the apostrophe is no mark",
        );
        check(
            "“We will rebuild,” Ms Okafor said, “but not here.”",
            &["Okafor = Okafor | said | We will rebuild … but not here"],
            "split",
        );
        check(
            "“We were not asked,” said its director, Liv Haug.",
            &["Liv Haug = Liv Haug | said | We were not asked"],
            "the verb first",
        );
        check(
            "“It is over,” Liv Haug said. “We lost the boat.”",
            &["Liv Haug = Liv Haug | said | It is over … We lost the boat"],
            "goes on in the next sentence",
        );
        check(
            "Liv Haug told reporters: “It is over.”",
            &["Liv Haug = Liv Haug | told | It is over"],
            "a colon",
        );
        check(
            "They saw a harbour that ‘serves all who sail’ and left.",
            &["- = - | - | serves all who sail"],
            "nobody utters it",
        );
        check(
            "“It is over,” Liv Haug said. “We lost\n“all our boats.”",
            &["Liv Haug = Liv Haug | said | It is over … We lost … all our boats"],
            "over two paragraphs",
        );
        check(
            "He called her “a brave woman”.",
            &["He = - | called | a brave woman"],
            "a quoted phrase",
        );
    }

    #[test]
    fn quotations_go_on_with_their_speaker() {
        for (text, content, why) in [
            (
                "“We go,” Liv Haug said at a meeting with her crew in the old harbour. “Nobody stays.”",
                "said | We go … Nobody stays",
                "the next sentence, however long the frame",
            ),
            (
                "“We go,” Liv Haug said.\n“Nobody stays.”",
                "said | We go … Nobody stays",
                "a paragraph that is one quotation",
            ),
            (
                "Liv Haug wrote:\n“Nobody stays here.”",
                "wrote | Nobody stays here",
                "a colon at the end of the paragraph before",
            ),
            (
                "Liv Haug: “Nobody stays here.”",
                "- | Nobody stays here",
                "a name and a colon",
            ),
        ] {
            check(text, &[&format!("Liv Haug = Liv Haug | {content}")], why);
        }
        check(
            "“We go,” Liv Haug said.\nThe crew left. “Nobody stayed.”",
            &[
                "Liv Haug = Liv Haug | said | We go",
                "- = - | - | Nobody stayed",
            ],
            "a paragraph with something else in it",
        );
    }

    #[test]
    fn quotations_that_are_part_of_a_clause() {
        check(
            "Liv Haug said that “a boat” had sunk in the storm.",
            &["Liv Haug = Liv Haug | said | “a boat” had sunk in the storm"],
            "the whole clause is said",
        );
        check(
            "But his “plan has been challenged,” Liv Haug said.",
            &["Liv Haug = Liv Haug | said | his “plan has been challenged"],
            "with what stands before the marks",
        );
        check(
            "Calling it “a dangerous plan,” Liv Haug left.",
            &["Liv Haug = Liv Haug | Calling | a dangerous plan"],
            "the subject behind",
        );
        check(
            "Paul Nord was asked, “Is it over?”",
            &["- = - | asked | Is it over?"],
            "who is asked does not speak",
        );
    }

    #[test]
    fn subjects() {
        for (text, why) in [
            ("“It is over now,” Liv Haug (R-Fla.) said.", "brackets"),
            (
                "Liv Haug rose from the table and said: “It is over now.”",
                "two verbs",
            ),
            ("Liv Haug on Monday said that it is over now.", "a weekday"),
            ("Liv Haug last week said that it is over now.", "a time"),
            (
                "Liv Haug, 58, who lives in Turku, said that it is over now.",
                "an age and a clause",
            ),
            (
                "In a long letter, Liv Haug thanked Paul Nord, adding that it is over now.",
                "a frame",
            ),
        ] {
            let (names, claims) = claims(text);
            let last = claims.statements.last().unwrap();
            let entity = last.speaker.as_ref().and_then(|it| it.entity).unwrap();
            assert_eq!(
                names.entities[entity as usize].name, "Liv Haug",
                "{why}: {text}"
            );
            assert_eq!(
                last.content[0]
                    .of(text)
                    .to_lowercase()
                    .trim_end_matches(','),
                "it is over now",
                "{why}"
            );
        }
        check("It was a false claim that the boat sank.", &[], "a noun");
        check("There is little doubt that the boat sank.", &[], "a noun");
    }

    #[test]
    fn reported_clauses() {
        check(
            "Liv Haug said that the boat had sunk.",
            &["Liv Haug = Liv Haug | said | the boat had sunk"],
            "that",
        );
        check(
            "Liv Haug said the boat had sunk.",
            &["Liv Haug = Liv Haug | said | the boat had sunk"],
            "without that",
        );
        check(
            "According to the daily Zvezdan, the boat sank.",
            &["Zvezdan = Zvezdan | According to | the boat sank"],
            "in front",
        );
        check(
            "The boat sank, according to people briefed on it.",
            &["people briefed on it = - | according to | The boat sank"],
            "behind",
        );
        check(
            "It was reported by the daily Zvezdan that the boat sank.",
            &["Zvezdan = Zvezdan | reported | the boat sank"],
            "passive",
        );
        check(
            "The boat had sunk, officials said on Monday.",
            &["officials = - | said | The boat had sunk"],
            "behind the clause",
        );
        check(
            "Some experts suggest that the boat was old.",
            &["Some experts = - | suggest | the boat was old"],
            "a speaker without a name",
        );
        check(
            "Paul Nord, who questioned the value of the boat, left.",
            &["Paul Nord = Paul Nord | questioned | the value of the boat, left"],
            "relative",
        );
        check(
            "This followed a note by Paul Nord, head of Chad’s Ministry of Defense, who outlined the losses.",
            &["Paul Nord = Paul Nord | outlined | the losses"],
            "over an apposition with a name",
        );
        check(
            "It was met with doubt by Western analysts, who questioned the losses.",
            &["Western analysts = - | questioned | the losses"],
            "the nearest phrase",
        );
        check("The report was long. He ate his demands.", &[], "nouns");
    }

    #[test]
    fn roles_and_pronouns_when_only_one_is_meant() {
        check(
            "The sculptor Ruslan Tkebuchava came. The sculptor said that he was late.",
            &["The sculptor = Ruslan Tkebuchava | said | he was late"],
            "the only sculptor",
        );
        check(
            "The sculptor Ruslan Tkebuchava met the sculptor Anna Brandt. The sculptor said that it rained.",
            &["The sculptor = - | said | it rained"],
            "two sculptors",
        );
        check(
            "Anna Brandt came. She said that it rained.",
            &["She = Anna Brandt | said | it rained"],
            "the only person",
        );
        check(
            "Anna Brandt met Eva Nord. She said that it rained.",
            &["She = - | said | it rained"],
            "two people",
        );
    }

    #[test]
    fn hedges_lower_their_statement() {
        let text = "Officials in Perm allegedly hid it, according to the daily Zvezdan. A dubious boat sank.";
        let (_, claims) = claims(text);
        let hedges: Vec<_> = claims.hedges.iter().map(|it| it.span.of(text)).collect();
        assert_eq!(hedges, ["allegedly", "dubious"]);
        assert_eq!(claims.statements.len(), 1);
        assert_eq!(
            claims.statements[0].hedges,
            [0],
            "the other one stands outside"
        );
        let (_, claims) = self::claims("Liv Haug said that the alleged thief was never suspected.");
        assert_eq!(
            (claims.hedges.len(), claims.statements[0].hedges.as_slice()),
            (2, &[0][..]),
            "a negated one lowers nothing"
        );
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        for text in [
            "“".repeat(20_000),
            "“a ‘b “c ‘d «e".repeat(5_000),
            "he said ".repeat(20_000),
            "said, ".repeat(20_000),
            "according to ".repeat(20_000),
            "\"a\" ".repeat(20_000),
        ] {
            claims(&text);
        }
    }

    proptest! {
        #[test]
        fn spans_are_on_boundaries(words in proptest::collection::vec(
            prop_oneof!["“", "”", "‘", "’", "\"", "he", "said", "that", ",", "\\.", "\n", "Anna", "é", "according to", "allegedly", "東"], 0..80)
        ) {
            let text = words.join(" ");
            let (names, claims) = claims(&text);
            for it in &claims.statements {
                prop_assert!(!it.content.is_empty());
                prop_assert!(it.content.windows(2).all(|it| it[0].end <= it[1].start));
                let speaker = it.speaker.as_ref().map(|it| it.span);
                for span in it.content.iter().copied().chain(it.cue).chain(speaker) {
                    prop_assert!(!span.is_empty() && text.get(span.range()).is_some());
                }
                prop_assert!(it.speaker.as_ref().and_then(|it| it.entity).is_none_or(|it| (it as usize) < names.entities.len()));
                prop_assert!(it.hedges.iter().all(|it| (*it as usize) < claims.hedges.len()));
            }
            prop_assert!(claims.hedges.windows(2).all(|it| it[0].span.end <= it[1].span.start));
        }
    }
}
