//! The index itself: words to entries, in memory.

use domain::search::Document;
use domain::{Error, Language};
use tantivy::collector::{Collector, Count, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::merge_policy::{LogMergePolicy, NoMergePolicy};
use tantivy::query::Query;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocId, Index, IndexReader, IndexWriter, ReloadPolicy, Score, SegmentReader, TantivyDocument, Term};

use crate::terms::Stemming;

/// What the writer may hold before it makes a segment, in bytes; it takes them as it needs them.
const WRITER_BYTES: usize = 120_000_000;

/// The name of the stemming of texts that may be in either language.
const BOTH: &str = "both";

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
        let mut field = |name: &str, stemming: &str| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(stemming)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions);
            schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
        };
        let mut texts = |language: Language| {
            let code = language.code();
            let mut field = |name: &str| field(&format!("{name}_{code}"), code);
            Texts { title: field("title"), summary: field("summary"), body: field("body") }
        };
        let (english, spanish) = (texts(Language::En), texts(Language::Es));
        let pages = field("pages", BOTH);
        let id = schema.add_i64_field("id", INDEXED | FAST);
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register(Language::En.code(), Stemming(&[Language::En]));
        index.tokenizers().register(Language::Es.code(), Stemming(&[Language::Es]));
        index.tokenizers().register(BOTH, Stemming(&Language::ALL));
        let writer = index.writer_with_num_threads(1, WRITER_BYTES).map_err(broken)?;
        // Merged once when all is there: until then nobody asks.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(broken)?;
        Ok(Self { fields: Fields { id, english, spanish, pages }, reader, writer })
    }

    /// Forgets an entry, and takes it as it is now.
    pub(crate) fn put(&mut self, id: i64, document: Option<&Document>) -> Result<(), Error> {
        self.writer.delete_term(Term::from_field_i64(self.fields.id, id));
        let Some(document) = document else { return Ok(()) };
        let mut doc = TantivyDocument::default();
        doc.add_i64(self.fields.id, id);
        for (language, text) in document.texts.iter() {
            let fields = self.fields.of(language);
            doc.add_text(fields.title, &text.title);
            doc.add_text(fields.summary, &text.summary);
            doc.add_text(fields.body, &text.body);
        }
        for page in &document.pages {
            doc.add_text(self.fields.pages, &page.text);
        }
        self.writer.add_document(doc).map(drop).map_err(broken)
    }

    /// Lets readers see what was put into a new index, in one segment, for each search asks every segment.
    pub(crate) fn complete(&mut self) -> Result<(), Error> {
        self.writer.commit().map_err(broken)?;
        let segments = self.writer.index().searchable_segment_ids().map_err(broken)?;
        if segments.len() > 1 {
            self.writer.merge(&segments).wait().map_err(broken)?;
        }
        self.writer.set_merge_policy(Box::new(LogMergePolicy::default()));
        self.reader.reload().map_err(broken)
    }

    /// Lets readers see what was put.
    pub(crate) fn commit(&mut self) -> Result<(), Error> {
        self.writer.commit().map_err(broken)?;
        self.reader.reload().map_err(broken)
    }

    /// Whether a query finds anything.
    pub(crate) fn has(&self, query: &dyn Query) -> Result<bool, Error> {
        self.reader.searcher().search(query, &Count).map(|count| count > 0).map_err(broken)
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
