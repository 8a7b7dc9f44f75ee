//! Taking answers out of the figures, and back in.

pub mod exclude_responses;
pub mod list_exclusions;
pub mod undo_exclusion;

use crate::access::actor::Scope;
use crate::clock::rfc3339;
use contract::results::Exclusion as Body;
use store::exclusions::Exclusion;
use store::services::list_services;
use store::units::unit_subtree;
use store::{Conn, StoreResult};

/// The services whose answers an actor may take out and see taken out; `None` for all.
fn services_in(conn: &mut Conn<'_>, scope: Scope) -> StoreResult<Option<Vec<i32>>> {
    let Scope::Subtree(root) = scope else { return Ok((scope != Scope::City).then(Vec::new)) };
    let units = unit_subtree(conn, root)?;
    Ok(Some(list_services(conn, &units)?.into_iter().map(|service| service.id).collect()))
}

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
