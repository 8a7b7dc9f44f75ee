//! One drawing of A4 size as a page.

use super::world::Job;
use crate::DocumentError;
use serde_json::json;

/// A drawing as a PDF of one page, told in words for who cannot see it.
pub(crate) fn drawing_pdf(
    svg: &str,
    title: &str,
    told: &str,
    date: [u32; 3],
    id: &str,
) -> Result<Vec<u8>, DocumentError> {
    let data = json!({ "svg": svg, "title": title, "told": told, "date": date });
    Job::new("/drawing.typ", include_str!("drawing.typ"), data, Vec::new())?.pdf(id)
}
