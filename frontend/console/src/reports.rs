//! The official reports: those of a unit or of all, and the page on which one is written, submitted and published.

mod block;
mod checks;
mod comments;
mod contents;
mod editor;
mod facts;
mod figures;
mod files;
mod last_plan;
mod list;
mod make;
mod page;
mod panel;
mod plan;
mod preview;
mod rows;
mod shape;
mod sheet;
mod status;
mod steps;
mod words;

pub(crate) use list::list;
pub(crate) use page::report;

/// The address of a report.
fn address(id: &str) -> String {
    format!("/console/reports/{id}")
}

/// The address of a unit's reports.
fn unit_address(unit: &str) -> String {
    format!("{}/reports", crate::menu::unit_address(unit))
}
