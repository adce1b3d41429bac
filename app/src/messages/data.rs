//! The words of sets of figures: their charts, tables and files. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::figure::Unit;

/// The words of sets of figures in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct DataWords {
    language: Language,
    pub chart: &'static str,
    pub files: &'static str,
    pub indicator: &'static str,
    pub no_value: &'static str,
    pub note: &'static str,
    pub nothing: &'static str,
    pub on_map: &'static str,
    pub on_map_note: &'static str,
    pub table: &'static str,
    pub unit: &'static str,
    pub value: &'static str,
}

static ENGLISH: DataWords = DataWords {
    language: En,
    chart: "Chart",
    files: "The rows above as a file",
    indicator: "What is counted",
    no_value: "No figure",
    note: "Note",
    nothing: "No figure is left. Choose another country or year.",
    on_map: "The same values on a map",
    on_map_note: "Each mark bears its value in percent; the stronger the colour, the higher the value.",
    table: "The figures as a table",
    unit: "Unit",
    value: "Value",
};

static SPANISH: DataWords = DataWords {
    language: Es,
    chart: "Gráfico",
    files: "Las filas anteriores como archivo",
    indicator: "Qué se cuenta",
    no_value: "Sin cifra",
    note: "Nota",
    nothing: "No queda ninguna cifra. Elija otro país u otro año.",
    on_map: "Los mismos valores en un mapa",
    on_map_note: "Cada marca lleva su valor en porcentaje; cuanto más intenso el color, más alto el valor.",
    table: "Las cifras en una tabla",
    unit: "Unidad",
    value: "Valor",
};

impl DataWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }

    /// A unit as a column names it.
    pub const fn unit_name(&self, unit: Unit) -> &'static str {
        match (self.language, unit) {
            (En, Unit::Count) => "number",
            (Es, Unit::Count) => "número",
            (En, Unit::Percent) => "percent",
            (Es, Unit::Percent) => "porcentaje",
            (En, Unit::Usd) => "US dollars",
            (Es, Unit::Usd) => "dólares de los EE. UU.",
        }
    }

    /// What bars show, in a sentence: the highest and the lowest, each with its value.
    pub fn from_to(&self, highest: (&str, &str), lowest: (&str, &str), count: usize) -> String {
        match (self.language, count) {
            (_, 1) => format!("{}: {}.", highest.0, highest.1),
            (En, _) => {
                format!("{count} bars, from {} ({}) down to {} ({}).", highest.0, highest.1, lowest.0, lowest.1)
            }
            (Es, _) => format!("{count} barras, de {} ({}) a {} ({}).", highest.0, highest.1, lowest.0, lowest.1),
        }
    }

    /// How far a shade of the map goes.
    pub fn up_to(&self, value: &str) -> String {
        match self.language {
            En => format!("up to {value}"),
            Es => format!("hasta {value}"),
        }
    }

    /// What a line is of.
    pub fn over_years(&self, name: &str) -> String {
        match self.language {
            En => format!("{name}, by year"),
            Es => format!("{name}, por año"),
        }
    }

    /// A thing is counted in a year with different results: by two bodies, by one of them twice, or in two readings of one report.
    pub fn differ(&self, name: &str, year: &str, each: &str) -> String {
        match self.language {
            En => format!("Figures differ: {name}, {year}: {each}. All are shown."),
            Es => format!("Las cifras difieren: {name}, {year}: {each}. Se muestran todas."),
        }
    }

    /// How to cite the page of a set.
    pub fn cite(&self, keeper: &str, title: &str, address: &str) -> String {
        match self.language {
            En => format!("To cite a figure, name its own source. To cite this table: {keeper}, “{title}”, {address}"),
            Es => {
                format!(
                    "Para citar una cifra, nombre su propia fuente. Para citar esta tabla: {keeper}, «{title}», {address}"
                )
            }
        }
    }
}
