//! People who sign in.

pub mod create_user;
pub mod get_user;
pub mod list_users;
pub mod reset_user_password;
pub mod update_user;

use crate::clock::rfc3339;
use crate::error::field_problem;
use contract::FieldProblem;
use domain::legible;
use store::users::Role;

/// The body of a user.
pub fn body(user: &store::users::User) -> contract::User {
    contract::User {
        username: user.username.clone(),
        name: user.name.clone(),
        role: match user.role {
            Role::Administrator => contract::Role::Administrator,
            Role::Operator => contract::Role::Operator,
        },
        unit: user.unit.as_ref().map(|(_, code)| code.clone()),
        active: user.active,
        created_at: rfc3339(user.created_at),
    }
}

fn role_of(role: contract::Role) -> Role {
    match role {
        contract::Role::Administrator => Role::Administrator,
        contract::Role::Operator => Role::Operator,
    }
}

/// The name of a person, or of a system that has a key.
pub(super) fn name_defect(name: &str) -> Option<FieldProblem> {
    let good = (1..=120).contains(&legible(name)) && name.chars().count() <= 120 && !name.chars().any(char::is_control);
    (!good).then(|| field_problem("/name", "invalid_name", format!("{name:?}"), "1 to 120 characters on one line"))
}

/// An operator works for a unit, an administrator for the city.
fn unit_defect(role: Role, unit: Option<&str>) -> Option<FieldProblem> {
    match (role, unit) {
        (Role::Operator, None) => {
            Some(field_problem("/unit", "missing_field", "nothing", "the code of the unit an operator works for"))
        }
        (Role::Administrator, Some(unit)) => Some(field_problem(
            "/unit",
            "not_allowed",
            format!("{unit:?}"),
            "nothing: an administrator works for the city",
        )),
        _ => None,
    }
}

fn username_defect(username: &str) -> Option<FieldProblem> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let good = (2..=64).contains(&username.len())
        && username.bytes().all(|b| plain(b) || b"._@-".contains(&b))
        && username.bytes().next().is_some_and(plain);
    let accepted = "2 to 64 characters a-z, 0-9, dot, _, @ and -, beginning with a letter or digit";
    (!good).then(|| field_problem("/username", "invalid_username", format!("{username:?}"), accepted))
}
