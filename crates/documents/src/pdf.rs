//! PDF by typst: the templates are ours and fixed, everything a person wrote is a value, never source.

mod drawing;
mod fonts;
mod pages;
mod recap;
mod report;
mod world;

pub(crate) use drawing::drawing_pdf;
pub(crate) use fonts::FACES;
pub use pages::{Heading, Page, Pages};
pub(crate) use recap::recap_pdf;
pub use report::{report_pages, report_pdf};
pub(crate) use world::picture_path;
