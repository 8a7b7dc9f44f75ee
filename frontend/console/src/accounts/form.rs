//! A new operator; the password is made by the server and shown once.

use super::{Doing, Units};
use crate::action::Action;
use contract::{CreateUserRequest, CreatedUser, Role};
use dom::prelude::*;
use dom::stop;
use signals::untrack;
use texts::access::AccountText;
use texts::ui::UiText;
use ui::api::{self, Method};
use ui::{Button, ButtonKind, Field, Select, tr};

/// The form in its dialog.
pub(super) fn form(open: RwSignal<bool>, units: Units, doing: Doing) -> Node {
    let (name, username) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen = RwSignal::new(None::<String>);
    let action = Action::new();
    // The first is the city itself, which has administrators and no operators of its own.
    let options = move || {
        let mut all = vec![(String::new(), tr(AccountText::ChooseUnit).to_owned())];
        units.with(|units| all.extend(units.iter().skip(1).cloned()));
        all
    };
    let unit = move || chosen.get().unwrap_or_default();
    let submit = move || {
        let request = CreateUserRequest {
            username: ui::browser::lower(username.get_untracked().trim()),
            name: name.get_untracked().trim().to_owned(),
            role: Role::Operator,
            unit: Some(untrack(unit)).filter(|unit| !unit.is_empty()),
            password: None,
        };
        let send = api::change::<CreatedUser>(Method::POST, "/users", &request);
        action.run(send, move |created| {
            open.set(false);
            doing.hand_over(&created.user.name, created.password);
            doing.users.reload();
        });
    };
    let unit = Select::new(tr(AccountText::Unit), options, unit, move |code| chosen.set(Some(code)));
    let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
    let make = Button::new(tr(AccountText::Make)).kind(ButtonKind::Primary).submit().busy(action.busy());
    let username = Field::new(tr(AccountText::Username), username).help(tr(AccountText::UsernameHelp));
    el("form", "form")
        .on("submit", stop(submit))
        .child(action.notice())
        .child(Field::new(tr(AccountText::Name), name).error(action.field("/name")))
        .child(username.error(action.field("/username")))
        .child(unit.error(action.field("/unit")))
        .child(el("div", "acts").child(cancel).child(make))
}
