//! The index itself: words to entries, in memory.

use domain::search::Document;
use domain::{Error, Language};
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::Query;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::PreTokenizedString;
use tantivy::{DocId, Index, IndexReader, IndexWriter, ReloadPolicy, Score, SegmentReader, TantivyDocument, Term};

use crate::terms::tokens;

/// What the writer may hold before it makes a segment, in bytes; the least that it takes.
const WRITER_BYTES: usize = 15_000_000;

/// How much a word in a title, in a summary, in a body and in a document counts.
const WEIGHTS: [f32; 4] = [8.0, 4.0, 2.0, 1.0];

/// The fields of a language.
struct Texts {
    title: Field,
    summary: Field,
    body: Field,
}

/// The fields of the index.
pub(crate) struct Fields {
    id: Field,
    english: Texts,
    spanish: Texts,
    pages: Field,
}

impl Fields {
    fn of(&self, language: Language) -> &Texts {
        match language {
            Language::En => &self.english,
            Language::Es => &self.spanish,
        }
    }

    /// Every field with words, and how much one there counts, by how much its language does.
    pub(crate) fn weighed(&self, by_language: impl Fn(Language) -> f32) -> Vec<(Field, f32)> {
        let [title, summary, body, pages] = WEIGHTS;
        let mut fields = vec![(self.pages, pages)];
        for language in Language::ALL {
            let (texts, weight) = (self.of(language), by_language(language));
            fields.extend([
                (texts.title, title * weight),
                (texts.summary, summary * weight),
                (texts.body, body * weight),
            ]);
        }
        fields
    }
}

/// Words to entries.
pub(crate) struct Words {
    pub(crate) fields: Fields,
    reader: IndexReader,
    writer: IndexWriter,
}

/// What the index says when it fails; that is a fault of the program, or no memory.
pub(crate) fn broken(cause: impl std::fmt::Display) -> Error {
    tracing::error!(%cause, "the index of the search failed");
    Error::Unavailable
}

impl Words {
    /// An index with nothing in it.
    pub(crate) fn new() -> Result<Self, Error> {
        let mut schema = Schema::builder();
        // Texts come as words already, so no tokenizer is named.
        let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = TextOptions::default().set_indexing_options(indexing);
        let mut field = |name: &str| schema.add_text_field(name, text.clone());
        let mut texts = |code: &str| Texts {
            title: field(&format!("title_{code}")),
            summary: field(&format!("summary_{code}")),
            body: field(&format!("body_{code}")),
        };
        let (english, spanish) = (texts("en"), texts("es"));
        let pages = field("pages");
        let id = schema.add_i64_field("id", INDEXED | FAST);
        let index = Index::create_in_ram(schema.build());
        let writer = index.writer_with_num_threads(1, WRITER_BYTES).map_err(broken)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(broken)?;
        Ok(Self { fields: Fields { id, english, spanish, pages }, reader, writer })
    }

    /// Forgets an entry, and takes it as it is now.
    pub(crate) fn put(&mut self, id: i64, document: Option<&Document>) -> Result<(), Error> {
        self.writer.delete_term(Term::from_field_i64(self.fields.id, id));
        let Some(document) = document else { return Ok(()) };
        let mut doc = TantivyDocument::default();
        doc.add_i64(self.fields.id, id);
        let put = |doc: &mut TantivyDocument, field, text: &str, languages: &[Language]| {
            let tokens = tokens(text, languages);
            doc.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
        };
        for (language, text) in document.texts.iter() {
            let fields = self.fields.of(language);
            put(&mut doc, fields.title, &text.title, &[language]);
            put(&mut doc, fields.summary, &text.summary, &[language]);
            put(&mut doc, fields.body, &text.body, &[language]);
        }
        for page in &document.pages {
            let languages = page.language.map_or(Language::ALL.to_vec(), |language| vec![language]);
            put(&mut doc, self.fields.pages, &page.text, &languages);
        }
        self.writer.add_document(doc).map(drop).map_err(broken)
    }

    /// Lets readers see what was put.
    pub(crate) fn commit(&mut self) -> Result<(), Error> {
        self.writer.commit().map_err(broken)?;
        self.reader.reload().map_err(broken)
    }

    /// Every entry that a query finds, with how well it fits.
    pub(crate) fn find(&self, query: &dyn Query) -> Result<Vec<(i64, Score)>, Error> {
        self.reader.searcher().search(query, &Every).map_err(broken)
    }
}

/// Collects every hit.
struct Every;

struct EveryOfSegment {
    ids: Column<i64>,
    found: Vec<(i64, Score)>,
}

impl Collector for Every {
    type Fruit = Vec<(i64, Score)>;
    type Child = EveryOfSegment;

    fn for_segment(&self, _segment: u32, reader: &SegmentReader) -> tantivy::Result<EveryOfSegment> {
        Ok(EveryOfSegment { ids: reader.fast_fields().i64("id")?, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Vec<(i64, Score)>>) -> tantivy::Result<Vec<(i64, Score)>> {
        Ok(fruits.into_iter().flatten().collect())
    }
}

impl SegmentCollector for EveryOfSegment {
    type Fruit = Vec<(i64, Score)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.found.extend(self.ids.first(doc).map(|id| (id, score)));
    }

    fn harvest(self) -> Vec<(i64, Score)> {
        self.found
    }
}
