//! The city's recap.

use super::world::Job;
use crate::DocumentError;
use serde_json::Value;

const TEMPLATE: &str = concat!(include_str!("common.typ"), include_str!("recap.typ"));

pub(crate) fn recap_pdf(data: Value, pictures: Vec<Vec<u8>>, id: &str) -> Result<Vec<u8>, DocumentError> {
    Job::new("/recap.typ", TEMPLATE, data, pictures)?.pdf(id)
}
