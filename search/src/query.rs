//! What was asked, in the terms of the index.

use domain::Language;
use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::asked::{Asked, Closeness, Leniency, Part, Test, Way};
use crate::index::Fields;

/// How much more a second way to have the same words counts.
const TIE: f32 = 0.1;

/// How much a hit in another language counts: where the reader's own has the words, that decides.
const FOREIGN: f32 = 0.05;

/// The query for all of the parts, or for one of them.
pub(crate) fn query(asked: &Asked, fields: &Fields, language: Language, any: bool, leniency: Leniency) -> BooleanQuery {
    let occur = if any { Occur::Should } else { Occur::Must };
    BooleanQuery::new(asked.parts.iter().map(|part| (occur, of_part(part, fields, language, leniency))).collect())
}

fn of_part(part: &Part, fields: &Fields, language: Language, leniency: Leniency) -> Box<dyn Query> {
    let mut disjuncts: Vec<Box<dyn Query>> = Vec::new();
    for way in part.ways(leniency) {
        for (field, weight) in fields.weighed(|its| if its == language { 1.0 } else { FOREIGN }) {
            disjuncts.push(Box::new(BoostQuery::new(of_way(&way, field), weight * closeness_weight(way.closeness))));
        }
    }
    Box::new(DisjunctionMaxQuery::with_tie_breaker(disjuncts, TIE))
}

const fn closeness_weight(closeness: Closeness) -> f32 {
    match closeness {
        Closeness::Literal => 1.0,
        Closeness::Form => 0.8,
        Closeness::Beginning => 0.5,
        Closeness::Concept => 0.6,
        Closeness::Spelling => 0.3,
    }
}

fn of_way(way: &Way, field: Field) -> Box<dyn Query> {
    match way.tests.as_slice() {
        [test] => of_test(test, field),
        tests => {
            let terms = tests.iter().map(|test| match test {
                Test::Word(word) | Test::Stem(word) | Test::Beginning(word) | Test::Almost(word) => {
                    Term::from_field_text(field, word)
                }
            });
            Box::new(PhraseQuery::new(terms.collect()))
        }
    }
}

fn of_test(test: &Test, field: Field) -> Box<dyn Query> {
    match test {
        Test::Word(word) | Test::Stem(word) => {
            Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
        }
        Test::Beginning(word) => Box::new(FuzzyTermQuery::new_prefix(Term::from_field_text(field, word), 0, true)),
        Test::Almost(word) => Box::new(FuzzyTermQuery::new(Term::from_field_text(field, word), 1, true)),
    }
}
