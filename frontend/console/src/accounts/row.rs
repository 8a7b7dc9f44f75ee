//! One user in the list.

use super::Doing;
use contract::{Role, User};
use dom::prelude::*;
use texts::access::AccountText;
use texts::shell::ShellText;
use ui::api::session;
use ui::{Button, ButtonKind, Row, Tone, tag, tr};

/// What a user works for.
pub(super) fn unit_name(user: &User, units: &[(String, String)]) -> String {
    let Some(code) = &user.unit else { return tr(AccountText::WholeCity).to_owned() };
    units.iter().find(|(known, _)| known == code).map_or_else(|| code.clone(), |(_, name)| name.trim().to_owned())
}

pub(super) fn row(user: &User, units: &[(String, String)], doing: Doing) -> Row {
    let role = match user.role {
        Role::Administrator => ShellText::RoleAdministrator,
        Role::Operator => ShellText::RoleOperator,
    };
    let state = match user.active {
        true => tag(Tone::Good, tr(AccountText::Active)),
        false => tag(Tone::Soft, tr(AccountText::Inactive)),
    };
    // Nobody locks themselves out.
    let own = session::user().is_some_and(|me| me.username == user.username);
    let button = |text| Button::new(tr(text)).kind(ButtonKind::Plain).label(format!("{}: {}", tr(text), user.name));
    let (username, switched) = (user.username.clone(), user.clone());
    let reset =
        (!own && user.active).then(|| button(AccountText::Reset).on_press(move || doing.ask_reset(&username)).node());
    let switch = if user.active { AccountText::Deactivate } else { AccountText::Activate };
    let switch = (!own).then(|| button(switch).on_press(move || doing.switch(&switched)).node());
    vec![
        user.name.as_str().into(),
        el("code", "").text(&user.username),
        tr(role).into(),
        unit_name(user, units).into(),
        state,
        el("span", "row-acts").all(reset).text(" ").all(switch),
    ]
}
