//! Word: the same story as the PDF, editable. Our own writer over `zip`: parts as strings in the order of the schema.

mod body;
mod cover;
mod package;
mod pages;
mod pictures;
mod styles;
mod tables;
mod xml;

use crate::story::{Part, Story};
use crate::{Assets, DocumentError, Edition};
use body::Body;
use domain::report::ReportDocument;
use texts::report::label;

/// The report as a Word document.
///
/// # Errors
/// Only for a fault of the program.
pub fn report_docx(document: &ReportDocument, edition: &Edition, assets: &Assets) -> Result<Vec<u8>, DocumentError> {
    let story = Story::of(document);
    let mut body = Body::default();
    let mut at = pages::Pages::default();
    for (part, number) in story.chapters.iter().zip(1_usize..) {
        chapter(&mut body, &mut at, part, (label::CHAPTER, &xml::roman(number), number), assets)?;
    }
    cover::signature(&mut body, document);
    cover::verification(&mut body, edition)?;
    for (part, number) in story.annexes.iter().zip(1_usize..) {
        chapter(&mut body, &mut at, part, (label::ANNEX, &number.to_string(), 0), assets)?;
    }
    let front = cover::front(&mut body, document, assets)?;
    package::write(document, edition, &front, body)
}

/// A chapter or annex with its sections; annexes have no numbered ones.
fn chapter(
    body: &mut Body,
    at: &mut pages::Pages,
    part: &Part,
    (word, number, chapter): (&str, &str, usize),
    assets: &Assets,
) -> Result<(), DocumentError> {
    at.new_page();
    body.heading(1, &format!("{word} {number}"), &part.title, at.now());
    body.nodes(at, &part.nodes, assets)?;
    for (section, number) in part.sections.iter().zip(1_usize..) {
        at.heading();
        body.heading(2, &format!("{chapter}.{number}"), &section.title, at.now());
        body.nodes(at, &section.nodes, assets)?;
    }
    Ok(())
}
