//! Cover, contents, signature and the way to the published page.

use super::body::{Body, captioned, contents, runs_of};
use super::pictures;
use super::xml::{paragraph, run, styled};
use crate::story::{Node, Printer, paragraphs};
use crate::{Assets, DocumentError, Edition, frame, qr};
use domain::report::{Facts, ReportDocument};
use texts::report::label;

/// Everything before the first chapter, in two sections: the cover without a number, then roman pages.
pub(super) struct Front {
    pub(super) cover: String,
    pub(super) contents: String,
}

pub(super) fn front(
    body: &mut Body,
    document: &ReportDocument,
    edition: &Edition,
    assets: &Assets,
) -> Result<Front, DocumentError> {
    let mut cover = String::new();
    if *edition == Edition::Draft {
        let look = "<w:b/><w:color w:val=\"B00020\"/><w:sz w:val=\"72\"/><w:szCs w:val=\"72\"/>";
        cover.push_str(&paragraph("Center", "<w:spacing w:after=\"240\"/>", &styled(look, label::DRAFT)));
    }
    if let Some(picture) = document.profile.logo.as_ref().and_then(|logo| assets.get(logo)) {
        let (logo, _) = pictures::logo(body, picture, label::LOGO);
        cover.push_str(&paragraph("Picture", "", &logo));
    }
    let line =
        |size: u32, text: &str| styled(&format!("<w:b/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"), text);
    let center = |runs: &str| paragraph("Center", "", runs);
    cover.push_str(&center(&line(26, &frame::government(document).to_uppercase())));
    cover.push_str(&paragraph("Title", "", &run(&frame::title(document).to_uppercase())));
    cover.push_str(&center(&line(32, &frame::subject(document))));
    cover.push_str(&center(&line(28, &Printer::period(&document.figures.period))));
    for (told, size) in frame::revision(document).iter().zip([26, 20]) {
        cover.push_str(&center(&line(size, told)));
    }
    cover.push_str(&center(""));
    for index in document.told_indices() {
        let summary = &index.summary;
        let told = format!(
            "{} {} – {} ({})",
            summary.index.code().to_uppercase(),
            Printer::decimal(&summary.converted),
            summary.grade,
            summary.performance
        );
        let look = format!(
            "<w:b/><w:color w:val=\"{}\"/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
            body.brand().main.to_uppercase()
        );
        cover.push_str(&center(&styled(&look, &told)));
    }
    // Low on the page, which further indices fill.
    let before = 3_200_usize.saturating_sub(500 * document.told_indices().len());
    cover.push_str(&paragraph(
        "Center",
        &format!("<w:spacing w:before=\"{before}\"/>"),
        &line(28, &document.identity.unit_name.to_uppercase()),
    ));
    cover.push_str(&center(&line(28, &document.identity.city_name.to_uppercase())));
    cover.push_str(&center(&line(28, document.figures.to.get(..4).unwrap_or_default())));

    let mut front = letterhead(document);
    // Below the letterhead the first title begins no page of its own.
    let mut place = "<w:pageBreakBefore w:val=\"0\"/>";
    let mut title = |text: &str| paragraph("TOCHeading", std::mem::take(&mut place), &run(text));
    let facts = Facts::of(document);
    if document.outline.approval_sheet {
        front.push_str(&title(label::APPROVAL));
        front.push_str(&center(&run(&frame::title(document))));
        front.push_str(&center(&run(&frame::subject(document))));
        front.push_str(&center(&run(&Printer::period(&document.figures.period))));
        front.push_str(&signature_block(document));
    }
    if !document.outline.preface.is_empty() {
        front.push_str(&title(label::PREFACE));
        let preface: Vec<_> = document.outline.preface.iter().map(|text| facts.paragraph(text)).collect();
        for node in paragraphs(&preface) {
            if let Node::Paragraph { runs } = node {
                front.push_str(&paragraph("BodyText", "", &runs_of(&runs)));
            }
        }
        front.push_str(&signature_block(document));
    }
    front.push_str(&title(label::CONTENTS));
    front.push_str(&contents(&body.contents, &body.pages));
    let [tables, figures] = &body.captions;
    if !tables.is_empty() {
        front.push_str(&title(label::TABLES));
        front.push_str(&captioned(label::TABLE, tables, &body.pages));
    }
    if !figures.is_empty() {
        // Below the tables: seldom enough for a page of their own.
        let below = "<w:pageBreakBefore w:val=\"0\"/><w:spacing w:before=\"600\" w:after=\"240\"/>";
        let below_tables = || paragraph("TOCHeading", below, &run(label::FIGURES));
        front.push_str(&if tables.is_empty() { title(label::FIGURES) } else { below_tables() });
        front.push_str(&captioned(label::FIGURE, figures, &body.pages));
    }
    Ok(Front { cover, contents: front })
}

/// The office as its letters name it, above a double line.
fn letterhead(document: &ReportDocument) -> String {
    let size = |size: u32| format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    let bold = |half_points: u32| format!("<w:b/>{}", size(half_points));
    let edge = "<w:pBdr><w:bottom w:val=\"double\" w:sz=\"6\" w:space=\"4\" w:color=\"auto\"/></w:pBdr><w:spacing w:after=\"360\"/>";
    let (government, unit) = (frame::government(document), document.identity.unit_name.to_uppercase());
    let government = government.to_uppercase();
    // "Pemerintah Kota X" needs no second line "Kota X".
    let names = if government.ends_with(&unit) {
        paragraph("Center", "", &styled(&bold(30), &government))
    } else {
        paragraph("Center", "", &styled(&size(26), &government)) + &paragraph("Center", "", &styled(&bold(30), &unit))
    };
    [names, paragraph("Center", edge, &styled(&size(18), &document.profile.address))].concat()
}

pub(super) fn signature(body: &mut Body, document: &ReportDocument) {
    body.xml.push_str(&signature_block(document));
}

fn signature_block(document: &ReportDocument) -> String {
    let line = |before: u32, runs: &str| {
        let properties =
            format!("<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\"/><w:ind w:left=\"4200\"/>");
        paragraph("Center", &properties, runs)
    };
    let mut block = line(700, &run(&frame::place_and_date(&document.profile, &document.identity.dated)));
    match &document.profile.signatory {
        Some(signatory) => {
            block.push_str(&line(0, &run(&signatory.titled_position())));
            block.push_str(&line(1300, &styled("<w:b/><w:u w:val=\"single\"/>", &signatory.name)));
            for below in frame::below_name(signatory) {
                block.push_str(&line(0, &run(&below)));
            }
        }
        None => block.push_str(&line(1300, &run("……………………………………"))),
    }
    block
}

/// The QR code and address of a published report.
pub(super) fn verification(body: &mut Body, edition: &Edition) -> Result<(), DocumentError> {
    let Some(address) = edition.address() else { return Ok(()) };
    if let Some(code) = qr::svg(address, label::QR) {
        // The code itself has one unit a module: drawn larger, its edges stay sharp.
        let code = code.replacen("<svg ", "<svg width=\"240\" height=\"240\" ", 1);
        let (drawn, _) = pictures::drawing(body, &code, label::QR, 30)?;
        body.xml.push_str(&paragraph("Note", "<w:keepNext/><w:spacing w:before=\"600\"/>", &drawn));
    }
    body.xml.push_str(&paragraph(
        "Note",
        "",
        &format!("{}{}", run(&format!("{} ", label::VERIFY)), styled("<w:b/>", address)),
    ));
    Ok(())
}
