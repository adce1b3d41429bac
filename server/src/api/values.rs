//! Which values parameters take, as the description says it. They are read as text, so that what breaks a rule is refused by name
//! and in words; a parameter is described by `#[param(inline, value_type = values::PageNumber)]`.

use domain::Language;
use domain::entry::{Kind, PublicationForm};
use domain::event::Mode;
use domain::listing::When;
use domain::request::LAST_PAGE;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

use super::asked::{MOST, USUAL, YEARS};

macro_rules! described {
    ($($(#[doc = $doc:literal])+ $name:ident: $schema:expr;)+) => {$(
        $(#[doc = $doc])+
        pub enum $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                $schema.into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

described! {
    /// A kind of entries.
    KindCode: one_of(&Kind::ALL.map(Kind::code));
    /// A sort of works.
    FormCode: one_of(&PublicationForm::ALL.map(PublicationForm::code));
    /// A language of the portal.
    LanguageCode: one_of(&Language::ALL.map(Language::code));
    /// How one takes part in an event.
    ModeCode: one_of(&Mode::ALL.iter().map(|mode| mode.code()).collect::<Vec<_>>());
    /// A side of now.
    Side: one_of(&When::ALL.map(When::code));
    /// A year.
    Year: whole(*YEARS.start(), *YEARS.end());
    /// The number of a page.
    PageNumber: whole(1, LAST_PAGE).default(Some(1.into()));
    /// How many entries a page has.
    PageSize: whole(1, MOST).default(Some(USUAL.into()));
    /// A day.
    Day: ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)));
}

fn one_of(codes: &[&str]) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes.iter().copied()))
}

fn whole(least: impl Into<utoipa::Number>, most: impl Into<utoipa::Number>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(least)).maximum(Some(most))
}
