//! A set of figures, ready to draw.

use domain::figure::Figure;

use crate::countries::PlaceView;
use crate::entries::FigureView;
use crate::entries::content::Contents;

/// A set of figures, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetView {
    /// What every entry has: summary, body, networks, documents.
    pub contents: Contents,
    /// Its title.
    pub title: String,
    /// Who keeps the portal, for the citation.
    pub keeper: String,
    /// Its address on the web.
    pub address: String,
    /// The country chosen, as typed.
    pub country: String,
    /// The year chosen, as typed.
    pub year: String,
    /// The fields that could not be understood.
    pub broken: Vec<String>,
    /// The countries that one can choose from: slug and name.
    pub countries: Vec<(String, String)>,
    /// The years that one can choose from.
    pub years: Vec<String>,
    /// Whether no figure is left of what was chosen.
    pub is_empty: bool,
    /// What it says as bars or lines: a chart for each unit.
    pub charts: Vec<Chart>,
    /// What it says as a map.
    pub places: Vec<PlaceView>,
    /// The values up to which each shade of the map goes, the lightest first.
    pub shades: Vec<String>,
    /// Where two sources disagree: what of, and what each says.
    pub disagreements: Vec<String>,
    /// The rows of the table.
    pub rows: Vec<TableRow>,
    /// The files of the rows: CSV and JSON.
    pub files: [String; 2],
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The country's name and page.
    pub country: Option<(String, String)>,
    /// The value as machines read it.
    pub machine: String,
    /// The rest.
    pub figure: FigureView,
}

/// A chart, whose values have one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The unit, in words; none where the label says what is counted.
    pub unit: Option<&'static str>,
    /// What is drawn.
    pub drawing: Drawing,
}

/// What a chart draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawing {
    /// One bar for each figure, the longest first.
    Bars(Vec<Bar>),
    /// One small chart for each subject.
    Lines(Vec<Line>),
}

/// A bar, with the figure that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Whose it is.
    pub name: String,
    /// The figure.
    pub figure: Figure,
    /// Its value with its unit.
    pub value: String,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whose it is.
    pub name: String,
    /// Its figures by year, each with its value and unit.
    pub points: Vec<(Figure, String)>,
}
