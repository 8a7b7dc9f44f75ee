//! One user in the list.

use super::Doing;
use contract::{Role, User};
use leptos::prelude::*;
use texts::access::AccountText;
use texts::shell::ShellText;
use ui::api::session;
use ui::{Button, ButtonKind, Row, Tag, Tone, tr};

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
    let state = if user.active {
        view! { <Tag tone=Tone::Good>{tr(AccountText::Active)}</Tag> }
    } else {
        view! { <Tag tone=Tone::Soft>{tr(AccountText::Inactive)}</Tag> }
    };
    // Nobody locks themselves out.
    let own = session::user().is_some_and(|me| me.username == user.username);
    let label = |text| format!("{}: {}", tr(text), user.name);
    let switch_text = if user.active { AccountText::Deactivate } else { AccountText::Activate };
    let (username, switched) = (user.username.clone(), user.clone());
    let reset = (!own && user.active).then(|| {
        view! {
            <Button
                kind=ButtonKind::Plain
                label=label(AccountText::Reset)
                on_press=move || doing.ask_reset(&username)
            >
                {tr(AccountText::Reset)}
            </Button>
        }
    });
    let switch = (!own).then(|| {
        view! {
            <Button kind=ButtonKind::Plain label=label(switch_text) on_press=move || doing.switch(&switched)>
                {tr(switch_text)}
            </Button>
        }
    });
    vec![
        user.name.clone().into_any(),
        view! { <code>{user.username.clone()}</code> }.into_any(),
        tr(role).into_any(),
        unit_name(user, units).into_any(),
        state.into_any(),
        view! { <span class="row-acts">{reset} {switch}</span> }.into_any(),
    ]
}
