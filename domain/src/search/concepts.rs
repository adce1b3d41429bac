//! Names of the same thing in both languages, acronyms among them, and the false friends between the languages.
//!
//! Terms are folded ([`fold`](crate::fold::fold)); the index compares them in every grammatical form. A term of several words
//! stands in this order, without others between.

use crate::Language;

/// A thing that has several names.
#[derive(Debug, PartialEq, Eq)]
pub struct Concept {
    /// What the code calls it.
    pub key: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Its name in Spanish.
    pub es: &'static str,
    /// Its English terms.
    pub english: &'static [&'static str],
    /// Its Spanish terms.
    pub spanish: &'static [&'static str],
    /// What it is taken for, where one of these terms is typed.
    pub mistaken: Option<Mistake>,
}

/// A false friend: a term that is often taken for another thing.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The terms that lead there, folded.
    pub terms: &'static [&'static str],
    /// The key of the other concept.
    pub other: &'static str,
}

impl Concept {
    /// Its name.
    pub const fn name(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Es => self.es,
        }
    }

    /// Its terms with the language that each is in.
    pub fn terms(&self) -> impl Iterator<Item = (Language, &'static str)> {
        let english = self.english.iter().map(|term| (Language::En, *term));
        english.chain(self.spanish.iter().map(|term| (Language::Es, *term)))
    }

    /// The concept with this key.
    pub fn of_key(key: &str) -> Option<&'static Self> {
        CONCEPTS.iter().find(|concept| concept.key == key)
    }
}

/// Every concept.
pub const CONCEPTS: &[Concept] = &[
    Concept {
        key: "trafficking",
        en: "Human trafficking",
        es: "Trata de personas",
        english: &["human trafficking", "trafficking in persons", "trafficking", "tip"],
        spanish: &["trata de personas", "trata"],
        mistaken: Some(Mistake {
            terms: &["trafico de personas", "trafico de seres humanos", "trafficking", "trata", "trata de personas"],
            other: "smuggling",
        }),
    },
    Concept {
        key: "smuggling",
        en: "Migrant smuggling",
        es: "Tráfico ilícito de migrantes",
        english: &["migrant smuggling", "smuggling of migrants", "people smuggling", "human smuggling", "smuggling"],
        spanish: &["trafico ilicito de migrantes", "trafico ilicito", "trafico de migrantes", "trafico"],
        mistaken: Some(Mistake {
            terms: &["trafico", "trafico ilicito", "trafico de migrantes", "trafico ilicito de migrantes", "smuggling"],
            other: "trafficking",
        }),
    },
    Concept {
        key: "civil-society",
        en: "Civil society",
        es: "Sociedad civil",
        english: &["civil society", "ngo", "nongovernmental organization", "non governmental organization", "cso"],
        spanish: &["sociedad civil", "ong", "organizacion no gubernamental", "osc"],
        mistaken: None,
    },
    Concept {
        key: "labour-migration",
        en: "Labour migration",
        es: "Migración laboral",
        english: &["labour migration", "labor migration", "migrant workers", "labour", "labor"],
        spanish: &["migracion laboral", "trabajadores migrantes", "personas trabajadoras migrantes", "laboral"],
        mistaken: None,
    },
    Concept {
        key: "environmental-migration",
        en: "Environmental migration",
        es: "Migración ambiental",
        english: &["environmental migration", "climate migration", "climate mobility", "climate change", "mecc"],
        spanish: &["migracion ambiental", "migracion climatica", "movilidad climatica", "cambio climatico"],
        mistaken: None,
    },
    Concept {
        key: "emergency",
        en: "Emergency preparedness",
        es: "Preparación para emergencias",
        english: &["emergency preparedness", "disaster preparedness", "disasters", "emergencies"],
        spanish: &["preparacion para emergencias", "preparacion ante desastres", "desastres", "emergencias"],
        mistaken: None,
    },
    Concept {
        key: "hurricane",
        en: "Hurricane",
        es: "Huracán",
        english: &["hurricane", "tropical storm"],
        spanish: &["huracan", "tormenta tropical"],
        mistaken: None,
    },
    Concept {
        key: "border",
        en: "Border management",
        es: "Gestión de fronteras",
        english: &["border management", "border control", "borders", "frontier"],
        spanish: &["gestion de fronteras", "gestion fronteriza", "control fronterizo", "fronteras"],
        mistaken: None,
    },
    Concept {
        key: "diaspora",
        en: "Diaspora",
        es: "Diáspora",
        english: &["diaspora", "nationals abroad"],
        spanish: &["diaspora", "nacionales en el exterior"],
        mistaken: None,
    },
    Concept {
        key: "remittances",
        en: "Remittances",
        es: "Remesas",
        english: &["remittances"],
        spanish: &["remesas"],
        mistaken: None,
    },
    Concept {
        key: "refugee",
        en: "Refugees",
        es: "Personas refugiadas",
        english: &["refugee", "refugee protection"],
        spanish: &["refugiados", "personas refugiadas", "refugio", "proteccion de refugiados"],
        mistaken: None,
    },
    Concept {
        key: "asylum",
        en: "Asylum",
        es: "Asilo",
        english: &["asylum", "asylum seekers"],
        spanish: &["asilo", "solicitantes de asilo"],
        mistaken: None,
    },
    Concept {
        key: "stateless",
        en: "Statelessness",
        es: "Apatridia",
        english: &["statelessness", "stateless"],
        spanish: &["apatridia", "apatrida"],
        mistaken: None,
    },
    Concept {
        key: "displacement",
        en: "Displacement",
        es: "Desplazamiento",
        english: &["displacement", "displaced persons", "idps"],
        spanish: &["desplazamiento", "personas desplazadas", "desplazados"],
        mistaken: None,
    },
    Concept {
        key: "free-movement",
        en: "Free movement",
        es: "Libre circulación",
        english: &["free movement", "free movement of persons"],
        spanish: &["libre circulacion", "libre movilidad", "libre circulacion de personas"],
        mistaken: None,
    },
    Concept { key: "health", en: "Health", es: "Salud", english: &["health"], spanish: &["salud"], mistaken: None },
    Concept {
        key: "health-workers",
        en: "Health workers",
        es: "Personal de salud",
        english: &["health workers", "health personnel"],
        spanish: &["personal de salud", "trabajadores de la salud"],
        mistaken: None,
    },
    Concept {
        key: "nurses",
        en: "Nurses",
        es: "Personal de enfermería",
        english: &["nurses", "nursing"],
        spanish: &["enfermeras", "enfermeria"],
        mistaken: None,
    },
    Concept {
        key: "domestic-workers",
        en: "Domestic workers",
        es: "Personas trabajadoras del hogar",
        english: &["domestic workers"],
        spanish: &["trabajadoras domesticas", "trabajadoras del hogar", "trabajo domestico"],
        mistaken: None,
    },
    Concept {
        key: "brain-drain",
        en: "Brain drain",
        es: "Fuga de cerebros",
        english: &["brain drain"],
        spanish: &["fuga de cerebros"],
        mistaken: None,
    },
    Concept {
        key: "return",
        en: "Return and reintegration",
        es: "Retorno y reintegración",
        english: &["return", "returnees", "reintegration", "deportation"],
        spanish: &["retorno", "personas retornadas", "reintegracion", "deportacion"],
        mistaken: None,
    },
    Concept {
        key: "data",
        en: "Data",
        es: "Datos",
        english: &["data", "statistics"],
        spanish: &["datos", "estadisticas"],
        mistaken: None,
    },
    Concept {
        key: "development",
        en: "Development",
        es: "Desarrollo",
        english: &["development"],
        spanish: &["desarrollo"],
        mistaken: None,
    },
    Concept {
        key: "law",
        en: "Law",
        es: "Ley",
        english: &["law", "legislation", "act"],
        spanish: &["ley", "legislacion"],
        mistaken: None,
    },
    Concept {
        key: "course",
        en: "Course",
        es: "Curso",
        english: &["course", "training"],
        spanish: &["curso", "capacitacion", "formacion"],
        mistaken: None,
    },
    Concept {
        key: "workshop",
        en: "Workshop",
        es: "Taller",
        english: &["workshop"],
        spanish: &["taller"],
        mistaken: None,
    },
    Concept {
        key: "meeting",
        en: "Meeting",
        es: "Reunión",
        english: &["meeting"],
        spanish: &["reunion"],
        mistaken: None,
    },
    Concept {
        key: "children",
        en: "Unaccompanied children",
        es: "Niñez no acompañada",
        english: &["unaccompanied children", "uasc", "children"],
        spanish: &["ninez no acompanada", "ninos no acompanados", "nna", "ninez"],
        mistaken: None,
    },
    Concept {
        key: "gender",
        en: "Gender",
        es: "Género",
        english: &["gender", "women"],
        spanish: &["genero", "mujeres"],
        mistaken: None,
    },
    Concept {
        key: "cmc",
        en: "Caribbean Migration Consultations",
        es: "Consultas sobre Migración en el Caribe",
        english: &["cmc", "caribbean migration consultations"],
        spanish: &["consultas sobre migracion en el caribe"],
        mistaken: None,
    },
    Concept {
        key: "rcp",
        en: "Regional consultative process",
        es: "Proceso consultivo regional",
        english: &["regional consultative process", "rcp"],
        spanish: &["proceso consultivo regional", "pcr"],
        mistaken: None,
    },
    Concept {
        key: "gcm",
        en: "Global Compact for Migration",
        es: "Pacto Mundial para la Migración",
        english: &["global compact for migration", "gcm"],
        spanish: &["pacto mundial para la migracion", "pacto mundial"],
        mistaken: None,
    },
    Concept {
        key: "sdg",
        en: "Sustainable Development Goals",
        es: "Objetivos de Desarrollo Sostenible",
        english: &["sustainable development goals", "sdgs", "sdg"],
        spanish: &["objetivos de desarrollo sostenible", "ods"],
        mistaken: None,
    },
    Concept {
        key: "curacao",
        en: "Curaçao",
        es: "Curazao",
        english: &["curacao"],
        spanish: &["curazao"],
        mistaken: None,
    },
    Concept {
        key: "iom",
        en: "International Organization for Migration",
        es: "Organización Internacional para las Migraciones",
        english: &["international organization for migration", "iom"],
        spanish: &["organizacion internacional para las migraciones", "oim"],
        mistaken: None,
    },
    Concept {
        key: "unhcr",
        en: "UNHCR",
        es: "ACNUR",
        english: &["unhcr", "un refugee agency"],
        spanish: &["acnur", "agencia de la onu para los refugiados"],
        mistaken: None,
    },
    Concept {
        key: "ilo",
        en: "International Labour Organization",
        es: "Organización Internacional del Trabajo",
        english: &["international labour organization", "ilo"],
        spanish: &["organizacion internacional del trabajo", "oit"],
        mistaken: None,
    },
    Concept {
        key: "paho",
        en: "Pan American Health Organization",
        es: "Organización Panamericana de la Salud",
        english: &["pan american health organization", "paho"],
        spanish: &["organizacion panamericana de la salud", "ops"],
        mistaken: None,
    },
    Concept {
        key: "unodc",
        en: "United Nations Office on Drugs and Crime",
        es: "Oficina de las Naciones Unidas contra la Droga y el Delito",
        english: &["united nations office on drugs and crime", "unodc"],
        spanish: &["oficina de las naciones unidas contra la droga y el delito"],
        mistaken: None,
    },
    Concept {
        key: "idb",
        en: "Inter-American Development Bank",
        es: "Banco Interamericano de Desarrollo",
        english: &["inter american development bank", "idb"],
        spanish: &["banco interamericano de desarrollo", "bid"],
        mistaken: None,
    },
    Concept {
        key: "oas",
        en: "Organization of American States",
        es: "Organización de los Estados Americanos",
        english: &["organization of american states", "oas"],
        spanish: &["organizacion de los estados americanos", "oea"],
        mistaken: None,
    },
    Concept {
        key: "caricom",
        en: "Caribbean Community",
        es: "Comunidad del Caribe",
        english: &["caribbean community", "caricom"],
        spanish: &["comunidad del caribe"],
        mistaken: None,
    },
    Concept {
        key: "oecs",
        en: "Organisation of Eastern Caribbean States",
        es: "Organización de Estados del Caribe Oriental",
        english: &["organisation of eastern caribbean states", "oecs"],
        spanish: &["organizacion de estados del caribe oriental", "oeco"],
        mistaken: None,
    },
    Concept {
        key: "un",
        en: "United Nations",
        es: "Naciones Unidas",
        english: &["united nations", "un"],
        spanish: &["naciones unidas", "onu"],
        mistaken: None,
    },
    Concept {
        key: "undesa",
        en: "UN DESA",
        es: "DAES",
        english: &["un desa", "undesa"],
        spanish: &["daes"],
        mistaken: None,
    },
    Concept {
        key: "eu",
        en: "European Union",
        es: "Unión Europea",
        english: &["european union", "eu"],
        spanish: &["union europea", "ue"],
        mistaken: None,
    },
];
