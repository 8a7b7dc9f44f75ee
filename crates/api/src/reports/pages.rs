//! Pages of documents as pictures, remembered, so that leafing through them costs nothing.

use super::files::{assets, edition, not_made};
use super::opened;
use crate::access::AppState;
use crate::access::Guard;
use crate::access::permission::Permission;
use crate::error::ApiError;
use crate::heavy::Turns;
use contract::report::{PageHeading, PagePicture, PagePictures};
use documents::{Edition, Pages};
use domain::report::ReportDocument;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, PoisonError};
use store::reports::Report;
use uuid::Uuid;

/// What all remembered drawings may weigh; the newest document is kept whatever it weighs.
const MOST_BYTES: usize = 48 * 1024 * 1024;

/// Pages that were drawn, with the name of what they were drawn from.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Another text when anything on the pages is another.
    pub of: String,
    /// The pages.
    pub pages: Arc<Pages>,
}

impl Drawn {
    /// The list of the pages.
    pub fn list(&self) -> PagePictures {
        let page = |(page, number): (&documents::Page, usize)| PagePicture {
            number,
            label: page.label.clone(),
            width: page.width,
            height: page.height,
        };
        let heading = |heading: &documents::Heading| PageHeading {
            level: heading.level,
            title: heading.title.clone(),
            page: heading.page,
        };
        PagePictures {
            of: self.of.clone(),
            count: self.pages.pages.len(),
            pages: self.pages.pages.iter().zip(1..).map(page).collect(),
            headings: self.pages.headings.iter().map(heading).collect(),
        }
    }

    /// The drawing of a page by its place, from 1.
    ///
    /// # Errors
    /// 404 when there is no such page.
    pub fn page(&self, number: &str) -> Result<Vec<u8>, ApiError> {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let page = place.and_then(|place| self.pages.pages.get(place));
        page.map(|page| page.svg.clone().into_bytes()).ok_or_else(|| ApiError::not_found("page"))
    }
}

/// What was drawn lately, by what it belongs to and what it was drawn from.
#[derive(Debug, Default)]
pub struct DrawnPages {
    /// The one used last stands last.
    kept: Mutex<Vec<(Uuid, Drawn)>>,
}

impl DrawnPages {
    /// The pages of a subject, when they are remembered.
    pub fn find(&self, subject: Uuid, of: &str) -> Option<Drawn> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, drawn)| *known == subject && drawn.of == of)?;
        let found = kept.remove(at);
        kept.push(found.clone());
        Some(found.1)
    }

    fn keep(&self, subject: Uuid, drawn: Drawn) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, earlier)| *known != subject || earlier.of != drawn.of);
        kept.push((subject, drawn));
        let mut bytes = 0;
        let within = |(_, drawn): &&(Uuid, Drawn)| {
            bytes += drawn.pages.pages.iter().map(|page| page.svg.len()).sum::<usize>();
            bytes <= MOST_BYTES
        };
        let count = kept.iter().rev().take_while(within).count().max(1);
        let surplus = kept.len() - count;
        kept.drain(..surplus);
    }
}

/// The pages of a report as it is now.
///
/// # Errors
/// When the database fails, or 503 when too much is drawn already.
pub async fn draw_report<P: Permission>(guard: &Guard<P>, report: Report) -> Result<Drawn, ApiError> {
    let (versions, now) = (Arc::clone(guard.db().versions()), guard.now());
    let edition = edition(&report, &guard.state().config.public_url);
    let id = report.id;
    let document = guard.db().read(move |conn| opened(conn, &versions, &report, now)).await?;
    draw(guard, id, document, edition).await
}

/// The pages of a document, drawn now unless they are remembered.
///
/// # Errors
/// As [`draw_report`].
pub async fn draw<P: Permission>(
    guard: &Guard<P>,
    subject: Uuid,
    document: ReportDocument,
    edition: Edition,
) -> Result<Drawn, ApiError> {
    let of = name_of(&document, &edition)?;
    let state: &AppState = guard.state();
    if let Some(drawn) = state.drawn_pages.find(subject, &of) {
        return Ok(drawn);
    }
    let (assets, document) = guard.db().read(move |conn| Ok((assets(conn, &document)?, document))).await?;
    let turns = Turns::of_pages(&document);
    let pages = state.heavy.take(turns, move || documents::report_pages(&document, &edition, &assets)).await?;
    let drawn = Drawn { of, pages: Arc::new(pages.map_err(|error| not_made(&error))?) };
    state.drawn_pages.keep(subject, drawn.clone());
    Ok(drawn)
}

/// SHA-256 of everything that the pages follow from; pictures are named in the document by their own.
fn name_of(document: &ReportDocument, edition: &Edition) -> Result<String, ApiError> {
    let json = serde_json::to_vec(document).map_err(|error| not_made(&documents::DocumentError::from(error)))?;
    let edition = format!("{edition:?}");
    Ok(hex::encode(Sha256::new().chain_update(edition).chain_update(json).finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(of: &str, bytes: usize) -> Drawn {
        let page = documents::Page { label: String::new(), width: 1, height: 1, svg: "x".repeat(bytes) };
        Drawn { of: of.to_owned(), pages: Arc::new(Pages { pages: vec![page], headings: Vec::new() }) }
    }

    #[test]
    fn what_was_used_longest_ago_is_forgotten_first_and_the_newest_never() {
        let (pages, subject) = (DrawnPages::default(), Uuid::nil());
        for of in ["a", "b", "c"] {
            pages.keep(subject, drawn(of, MOST_BYTES / 3));
        }
        assert!(pages.find(subject, "a").is_some(), "used, so it is young again");
        pages.keep(subject, drawn("d", MOST_BYTES / 3));
        let known = |of: &str| pages.find(subject, of).is_some();
        assert_eq!((known("a"), known("b"), known("c"), known("d")), (true, false, true, true));
        assert!(pages.find(Uuid::max(), "a").is_none(), "of another subject");
        pages.keep(subject, drawn("large", 2 * MOST_BYTES));
        assert!(pages.find(subject, "large").is_some() && pages.find(subject, "a").is_none());
    }
}
