//! Offices that serve the public.

pub mod create_unit;
pub mod get_unit;
pub mod list_units;
pub mod update_unit;

use crate::access::actor::Scope;
use crate::access::{Guard, ManageCity};
use crate::clock::rfc3339;
use crate::error::{ApiError, field_problem};
use contract::FieldProblem;
use domain::legible;
use std::collections::BTreeSet;
use store::{Conn, StoreResult};

fn body(unit: &store::units::Unit) -> contract::Unit {
    contract::Unit {
        code: unit.code.to_string(),
        name: unit.name.clone(),
        kind: unit.kind,
        parent: unit.parent.as_ref().map(|(_, code)| code.to_string()),
        obliged: unit.obliged,
        active: unit.active,
        created_at: rfc3339(unit.created_at),
    }
}

/// The keys of the units in a scope.
pub(super) fn units_in(conn: &mut Conn<'_>, scope: Scope) -> StoreResult<BTreeSet<i32>> {
    Ok(match scope {
        Scope::Nothing => BTreeSet::new(),
        Scope::Subtree(root) => store::units::unit_subtree(conn, root)?.into_iter().collect(),
        Scope::City => store::units::list_units(conn)?.into_iter().map(|unit| unit.id).collect(),
    })
}

/// The official name of a unit or service.
pub(super) fn name_defect(name: &str) -> Option<FieldProblem> {
    let good = (1..=200).contains(&legible(name)) && name.chars().count() <= 200 && !name.chars().any(char::is_control);
    (!good).then(|| field_problem("/name", "invalid_name", format!("{name:?}"), "1 to 200 characters on one line"))
}

async fn known_parent(guard: &Guard<ManageCity>, parent: &domain::Code) -> Result<(), ApiError> {
    let found = guard.unit(parent.as_str()).await;
    found.map(|_| ()).map_err(|_| ApiError::invalid("/parent", "unknown_unit", parent, "the code of a unit"))
}
