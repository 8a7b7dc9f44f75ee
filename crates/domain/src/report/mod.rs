//! The official report: figures frozen in one document, the operator's words beside them, and the text that writes itself.
//!
//! PDF, Word, Excel and poster are renderings of a [`ReportDocument`] and of nothing else. As a draft it follows the
//! answers; submitted, its canonical JSON and SHA-256 never change again. A revision is another document.
//!
//! The report is an official Indonesian document: its sentences have no English twin.

mod canonical;
mod check;
mod city;
mod collection;
mod document;
mod facts;
mod numbers;
mod outline;
mod paragraph;
mod places;
mod plan;
mod priority;
mod profile;
mod public;
mod recap;
mod required;
mod sheet;
mod shipped;
mod trend;
mod write;

pub use canonical::{Canonical, NotCanonical};
pub use check::{adds_up, mean_of_printed_values};
pub use city::CityFigures;
pub use collection::{Activity, CollectionQuality, PeopleServedNote};
pub use document::{
    ChosenComment, ReplacedReport, ReportDocument, ReportIdentity, ReportPhoto, ReportScope, SCHEMA_VERSION, WordCount,
    revision_number,
};
pub use facts::{Facts, name_of};
pub use numbers::{ForeignNumber, KnownNumbers};
pub use outline::{Annex, Block, Chapter, ChartKind, ListKind, Outline, Section, TableKind};
pub use paragraph::{Paragraph, Piece, SectionText};
pub use places::{accepted_places, is_place, unknown_places};
pub use plan::{FollowUpState, LastPlan, LastPlanRow, PlanQuarter, PlanRow};
pub use profile::{ActingAs, EmployeeNumber, InvalidEmployeeNumber, Signatory, UnitProfile};
pub use public::{LEAST_PUBLIC_GROUP, PublicGroup, public_groups};
pub use recap::RecapDocument;
pub use sheet::{AskedItem, ElementOfIndex, MOST_PRINTED_ROWS, ProcessedSheet};
pub use shipped::{legal_basis, shipped_outlines};
pub use trend::{ElementAlpha, ReportTrend, ReportTrendPoint, ServiceElements};
pub use write::AUTOMATIC_SLOTS;
