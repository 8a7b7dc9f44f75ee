//! Word: the same story as the PDF, editable. Our own writer over `zip`: parts as strings in the order of the schema.

mod body;
mod cover;
mod package;
mod pages;
mod pictures;
mod styles;
mod tables;
mod xml;

use crate::brand::Brand;
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
    let mut body = Body::new(Brand::of(document.brand_color.as_deref()));
    let mut at = pages::Pages::default();
    let last = story.chapters.len();
    for (part, number) in story.chapters.iter().zip(1_usize..) {
        let head = Head { word: label::CHAPTER, number: &xml::roman(number), chapter: number, signed: number == last };
        chapter(&mut body, &mut at, part, head, assets)?;
    }
    cover::signature(&mut body, document);
    at.signature();
    cover::verification(&mut body, edition)?;
    if let Some(address) = edition.address() {
        at.verification(&format!("{} {address}", label::VERIFY));
    }
    for (part, number) in story.annexes.iter().zip(1_usize..) {
        let head = Head { word: label::ANNEX, number: &number.to_string(), chapter: 0, signed: false };
        chapter(&mut body, &mut at, part, head, assets)?;
    }
    body.pages = at.numbers();
    let front = cover::front(&mut body, document, edition, assets)?;
    package::write(document, edition, &front, body)
}

/// What stands over a chapter or annex.
struct Head<'a> {
    word: &'a str,
    number: &'a str,
    /// Before the numbers of its sections.
    chapter: usize,
    /// The signature follows: it never stands on a page alone.
    signed: bool,
}

/// A chapter or annex with its sections; annexes have no numbered ones.
fn chapter(
    body: &mut Body,
    at: &mut pages::Pages,
    part: &Part,
    Head { word, number, chapter, signed }: Head<'_>,
    assets: &Assets,
) -> Result<(), DocumentError> {
    body.heading(1, &format!("{word} {number}"), &part.title, at.next());
    at.title(&part.title);
    let last = part.sections.len();
    let nodes = |body: &mut Body, at: &mut pages::Pages, nodes, place: usize| {
        if signed && place == last { body.last_nodes(at, nodes, assets) } else { body.nodes(at, nodes, assets) }
    };
    nodes(body, at, &part.nodes, 0)?;
    for (section, number) in part.sections.iter().zip(1_usize..) {
        body.heading(2, &format!("{chapter}.{number}"), &section.title, at.next());
        at.section(&section.title);
        nodes(body, at, &section.nodes, number)?;
    }
    Ok(())
}
