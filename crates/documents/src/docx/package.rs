//! The package: parts, their types and how they find each other.

use super::body::Body;
use super::cover::Front;
use super::pictures::relation;
use super::styles::{numbering, styles};
use super::xml::{DECLARATION, NAMESPACES, escape, field, paragraph, run, styled};
use crate::story::Printer;
use crate::{DocumentError, Edition, frame};
use domain::report::ReportDocument;
use std::io::{Cursor, Write};
use texts::report::label;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) fn write(
    document: &ReportDocument,
    edition: &Edition,
    front: &Front,
    body: Body,
) -> Result<Vec<u8>, DocumentError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of day: the same report gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), DocumentError> {
        zip.start_file(name, options)?;
        Ok(zip.write_all(bytes)?)
    };
    put("[Content_Types].xml", content_types().as_bytes())?;
    put("_rels/.rels", package_relations().as_bytes())?;
    put("word/document.xml", main(front, &body.xml).as_bytes())?;
    put("word/_rels/document.xml.rels", relations(&body).as_bytes())?;
    put("word/styles.xml", styles(body.brand()).as_bytes())?;
    put("word/numbering.xml", numbering(body.ordered_lists).as_bytes())?;
    put("word/settings.xml", settings().as_bytes())?;
    put("word/header1.xml", header(document, edition).as_bytes())?;
    put("word/footer1.xml", footer(document).as_bytes())?;
    put("docProps/core.xml", core(document).as_bytes())?;
    for picture in &body.media {
        put(&format!("word/media/{}", picture.name), &picture.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Cover, roman pages, then the report from page one.
fn main(front: &Front, body: &str) -> String {
    let last_of = |section: &str| format!("<w:p><w:pPr>{section}</w:pPr></w:p>");
    let with_foot = "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>";
    let cover = section("", "");
    let contents = section(with_foot, "<w:pgNumType w:fmt=\"lowerRoman\" w:start=\"1\"/>");
    let report = section(with_foot, "<w:pgNumType w:fmt=\"decimal\" w:start=\"1\"/>");
    format!(
        "{DECLARATION}<w:document {NAMESPACES}><w:body>{}{}{}{}{body}{report}</w:body></w:document>",
        front.cover,
        last_of(&cover),
        front.contents,
        last_of(&contents),
    )
}

fn section(references: &str, numbers: &str) -> String {
    format!(
        "<w:sectPr>{references}<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1530\" w:right=\"1417\" \
         w:bottom=\"1417\" w:left=\"1701\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>{numbers}</w:sectPr>"
    )
}

fn header(document: &ReportDocument, edition: &Edition) -> String {
    let draft = match edition {
        Edition::Draft => styled("<w:b/><w:color w:val=\"B00020\"/>", &format!("{} · ", label::DRAFT)),
        Edition::Submitted | Edition::Published { .. } => String::new(),
    };
    let runs = format!(
        "{draft}{}<w:r><w:tab/></w:r>{}",
        run(&frame::subject(document)),
        run(&Printer::period(&document.figures.period))
    );
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{}</w:hdr>", paragraph("Header", "", &runs))
}

fn footer(document: &ReportDocument) -> String {
    let page = format!("{}{}", run(&format!("{} ", label::PAGE)), field("PAGE", "1"));
    let runs = format!("{}<w:r><w:tab/></w:r>{page}", run(&frame::title(document)));
    format!("{DECLARATION}<w:ftr {NAMESPACES}>{}</w:ftr>", paragraph("Footer", "", &runs))
}

/// Word asks once whether to bring contents and page numbers up to date.
fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:updateFields w:val=\"true\"/><w:compat><w:compatSetting \
         w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

fn core(document: &ReportDocument) -> String {
    let [year, month, day] = frame::date_parts(&document.identity.dated);
    let date = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let title = format!("{} – {}", frame::title(document), frame::subject(document));
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created></cp:coreProperties>",
        escape(&title),
        escape(&document.identity.unit_name)
    )
}

fn content_types() -> String {
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header1", "header"),
        ("footer1", "footer"),
    ];
    let parts: String = parts
        .iter()
        .map(|(part, kind)| {
            format!(
                "<Override PartName=\"/word/{part}.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>"
            )
        })
        .collect();
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
         Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default \
         Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default \
         Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>{parts}\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    )
}

fn related(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

fn all_related(items: &str) -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{items}</Relationships>"
    )
}

fn package_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    all_related(&format!(
        "{}{}",
        related("rIdDocument", &format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        related("rIdCore", core, "docProps/core.xml")
    ))
}

fn relations(body: &Body) -> String {
    let parts = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdHeader", "header", "header1.xml"),
        ("rIdFooter", "footer", "footer1.xml"),
    ];
    let parts = parts.iter().map(|(id, kind, target)| related(id, &format!("{RELATIONS}/{kind}"), target));
    let pictures = body.media.iter().map(|picture| {
        related(&relation(&picture.name), &format!("{RELATIONS}/image"), &format!("media/{}", picture.name))
    });
    all_related(&parts.chain(pictures).collect::<String>())
}
