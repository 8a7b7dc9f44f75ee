//! A new operator; the password is made by the server and shown once.

use super::Doing;
use crate::action::Action;
use contract::{CreateUserRequest, CreatedUser, Role};
use leptos::prelude::*;
use texts::access::AccountText;
use texts::ui::UiText;
use ui::api::{self, Method};
use ui::{Button, ButtonKind, Field, Select, tr};

#[component]
pub(super) fn AccountForm(open: RwSignal<bool>, units: Memo<Vec<(String, String)>>, doing: Doing) -> impl IntoView {
    let (name, username) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen = RwSignal::new(None::<String>);
    let action = Action::new();
    // The first is the city itself, which has administrators and no operators of its own.
    let options = Memo::new(move |_| units.read().iter().skip(1).cloned().collect::<Vec<_>>());
    let unit = Signal::derive(move || {
        let first = || options.read().first().map(|(code, _)| code.clone()).unwrap_or_default();
        chosen.get().unwrap_or_else(first)
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = CreateUserRequest {
            username: username.get_untracked().trim().to_lowercase(),
            name: name.get_untracked().trim().to_owned(),
            role: Role::Operator,
            unit: Some(unit.get_untracked()),
            password: None,
        };
        let send = async move { api::change::<CreatedUser>(Method::POST, "/users", &request).await };
        action.run(send, move |created| {
            open.set(false);
            doing.hand_over(&created.user.name, created.password);
            doing.users.reload();
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {action.notice()}
            <Field label=tr(AccountText::Name) value=name error=action.field("/name")/>
            <Field
                label=tr(AccountText::Username)
                value=username
                help=tr(AccountText::UsernameHelp)
                error=action.field("/username")
            />
            <Select
                label=tr(AccountText::Unit)
                options=options
                value=unit
                on_choose=move |code: String| chosen.set(Some(code))
                error=action.field("/unit")
            />
            <div class="acts">
                <Button on_press=move || open.set(false)>{tr(UiText::Cancel)}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=action.busy()>{tr(AccountText::Make)}</Button>
            </div>
        </form>
    }
}
