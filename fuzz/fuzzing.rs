//! What the targets share: a small corpus, all that can be read of one, all that can be asked.

use dossier_bake::{Config, Seeds, bake};
use dossier_corpus::{Corpus, HedgeId, MomentId, PassageId, StatementId};
use dossier_query::{Clock, Filter, Query, Searcher, Sense};

/// Bakes a few texts that have something of everything: front matter, headings, lists, names, dates, statements,
/// hedges, several scripts.
///
/// # Panics
///
/// When they cannot be baked.
#[must_use]
pub fn small_corpus() -> Vec<u8> {
    let texts = [
        (
            "harbour.md",
            "---\ntitle: The harbour of Orlen\ndate: 1986-04\ntags: [flood, dam]\nsource: Gazette\n---\n\n# Spring\n\n\
             On 3 May 1986 Ilona Marek of the Harbour Board said that the gate had *reportedly* failed.\n\n\
             > “Nobody asked us,” she told the Orlen Gazette in July.\n\n- first\n- [second](https://example.org/)\n",
        ),
        (
            "letter.txt",
            "Dear Ilona,\nthe lock-keeper’s house stood in water from 1911 to 1913, allegedly.\n東京から手紙が来た。\n",
        ),
        ("empty.txt", ""),
    ];
    let texts = texts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let baked = bake(&Seeds::from_files(texts), &Config::default());
    baked.expect("a few texts are not too large").bytes
}

/// Reads all that can be read of a corpus; of each table the first rows.
pub fn read_everything(corpus: &Corpus<'_>) {
    const N: u32 = 40;
    let _ = (corpus.site(), corpus.seeds().take(40).count());
    for document in corpus.document_ids().take(40) {
        let _ = (corpus.document(document), corpus.original(document));
        let _ = (
            corpus.text(document).len(),
            corpus.meta(document).take(40).count(),
        );
    }
    for number in 0..corpus.n_passages().min(N) {
        let passage = PassageId::new(number);
        let visible = corpus.visible(passage);
        let whole = dossier_corpus::Span::from_range(0..visible.len());
        let _ = (
            corpus.passage(passage),
            corpus.source_map(passage).to_source(whole),
        );
        let _ = corpus.runs(passage).take(40).count() + corpus.styles(passage).take(40).count();
        let _ = corpus.sentences(passage).take(40).count();
        for (_, entity) in corpus.mentions(passage).take(40) {
            let _ = (
                corpus.entity(entity),
                corpus.aliases(entity).take(40).count(),
            );
        }
        let _ = corpus.hedges(passage).take(40).count();
    }
    for number in 0..N {
        let _ = corpus.moment(MomentId::new(number));
        let _ = corpus.statement(StatementId::new(number));
        let _ = corpus.hedge(HedgeId::new(number));
        let _ = corpus.facet_postings(number).take(40).count();
    }
}

/// Asks all that the page asks of a text.
pub fn ask_everything(searcher: &Searcher<'_>, text: &str) {
    for query in queries(text) {
        let answer = searcher.answer(&query);
        for hits in answer.documents.iter().take(4) {
            let _ = searcher.title(&answer, hits.document);
            for &passage in hits.passages.iter().take(4) {
                let _ = searcher.excerpt(&answer, passage);
                let _ = searcher.highlights(&answer, passage);
            }
        }
        let _ = searcher.best(&query, 3);
    }
    let _ = searcher.suggest(text, 8);
}

/// Checks what must hold of every answer of a corpus that is whole.
///
/// # Panics
///
/// When it does not.
pub fn check_answers(searcher: &Searcher<'_>, text: &str) {
    let corpus = searcher.corpus();
    for query in queries(text) {
        let answer = searcher.answer(&query);
        let n_hits: usize = answer.documents.iter().map(|it| it.passages.len()).sum();
        assert_eq!(answer.n_passages as usize, n_hits, "the hits are counted");
        for hits in answer.documents.iter().take(4) {
            let whole = corpus.text(hits.document);
            for &passage in hits.passages.iter().take(4) {
                let excerpt = searcher.excerpt(&answer, passage);
                for span in excerpt.highlights {
                    assert!(excerpt.span.contains(span), "a mark outside its excerpt");
                    assert!(whole.get(span.range()).is_some(), "a mark outside the text");
                }
            }
        }
        let best = searcher.best(&query, 3);
        let first = answer.documents.iter().map(|it| it.document).take(3);
        assert!(first.eq(best), "ranking alone ranks alike");
    }
}

/// A text with and without filters, ranges and an assumed date.
fn queries(text: &str) -> [Query; 4] {
    let plain = Query::of_text(text);
    let filter = |facet: &str, value: &str, sense| Filter {
        facet: facet.to_owned(),
        value: value.to_owned(),
        sense,
    };
    [
        Query {
            filters: vec![
                filter("person", "Ilona Marek", Sense::Include),
                filter("tag", "dam", Sense::Exclude),
            ],
            ..plain.clone()
        },
        Query {
            from: dossier_time::read("1900"),
            undated: true,
            as_of: dossier_time::read("1912-05"),
            ..plain.clone()
        },
        Query {
            to: dossier_time::read("1990"),
            clock: Clock::Published,
            ..plain.clone()
        },
        plain,
    ]
}
