//! Taking answers out of the figures, and back in.

pub mod exclude_responses;
pub mod list_exclusions;
pub mod undo_exclusion;

use crate::clock::rfc3339;
use contract::results::Exclusion as Body;
use store::exclusions::Exclusion;

fn body(exclusion: &Exclusion) -> Body {
    Body {
        id: exclusion.id,
        responses: exclusion.responses,
        selector: exclusion.selector.clone(),
        reason: exclusion.reason.code().to_owned(),
        note: exclusion.note.clone(),
        excluded_by: exclusion.excluded_by.clone(),
        excluded_at: rfc3339(exclusion.excluded_at),
        undone_by: exclusion.undone_by.clone(),
        undone_at: exclusion.undone_at.map(rfc3339),
    }
}
