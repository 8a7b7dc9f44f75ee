//! The full report.

use super::pages::Pages;
use super::world::{Job, picture_path};
use crate::story::{Node, Story};
use crate::{Assets, DocumentError, Edition, frame, qr};
use domain::report::ReportDocument;
use serde_json::{Value, json};
use texts::report::label;

const TEMPLATE: &str = concat!(include_str!("common.typ"), include_str!("report.typ"));

/// The full report as a tagged, archival PDF (PDF/UA-1 and PDF/A-2a).
///
/// # Errors
/// Only for a fault of the program; whatever a person wrote is printed.
pub fn report_pdf(document: &ReportDocument, edition: &Edition, assets: &Assets) -> Result<Vec<u8>, DocumentError> {
    let id = format!("{}-{}", document.identity.report_id, document.identity.revision);
    job(document, edition, assets)?.pdf(&id)
}

/// The pages of the same PDF, each as a drawing.
///
/// # Errors
/// As [`report_pdf`].
pub fn report_pages(document: &ReportDocument, edition: &Edition, assets: &Assets) -> Result<Pages, DocumentError> {
    job(document, edition, assets)?.pages()
}

fn job(document: &ReportDocument, edition: &Edition, assets: &Assets) -> Result<Job, DocumentError> {
    let mut story = Story::of(document);
    let mut pictures = Vec::new();
    let mut logo = Value::Null;
    if let Some(picture) = document.profile.logo.as_ref().and_then(|logo| assets.get(logo)) {
        logo = json!({ "path": picture_path(pictures.len()), "format": picture.format });
        pictures.push(picture.bytes.to_vec());
    }
    for node in story.nodes_mut() {
        if let Node::Photo { sha256, path, .. } = node
            && let Some(picture) = assets.get(sha256)
        {
            *path = Some(picture_path(pictures.len()));
            pictures.push(picture.bytes.to_vec());
        }
    }
    let has = |of: fn(&Node) -> bool, story: &mut Story| story.nodes_mut().any(|node| of(node));
    let has_tables = has(|node| matches!(node, Node::Table(_)), &mut story);
    let has_figures = has(|node| matches!(node, Node::Chart(_) | Node::Photo { .. }), &mut story);
    let mut data = frame::of(document);
    if let Value::Object(fields) = &mut data {
        fields.insert("story".to_owned(), serde_json::to_value(&story)?);
        fields.insert("has_tables".to_owned(), json!(has_tables));
        fields.insert("has_figures".to_owned(), json!(has_figures));
        fields.insert("logo".to_owned(), logo);
        fields.insert("draft".to_owned(), json!(*edition == Edition::Draft));
        let address = edition.address();
        let code = address.and_then(|address| qr::svg(address, label::QR));
        fields.insert("address".to_owned(), json!(address));
        fields.insert("qr".to_owned(), json!(code));
    }
    Ok(Job::new("/report.typ", TEMPLATE, data, pictures)?.alone(document.is_long()))
}
