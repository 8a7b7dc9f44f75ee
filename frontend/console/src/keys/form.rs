//! A new key.

use super::scope_text;
use crate::action::Action;
use contract::{ApiKeyPage, ApiKeyScope, CreateApiKeyRequest, CreatedApiKey};
use leptos::prelude::*;
use texts::access::KeyText;
use texts::ui::UiText;
use ui::api::{self, Method};
use ui::{Button, ButtonKind, Field, Remote, Select, tr};

const SCOPES: [ApiKeyScope; 2] = [ApiKeyScope::SubmitAnswers, ApiKeyScope::ReadResults];

#[component]
pub(super) fn KeyForm(
    open: RwSignal<bool>,
    units: Memo<Vec<(String, String)>>,
    secret: RwSignal<Option<String>>,
    keys: Remote<ApiKeyPage>,
) -> impl IntoView {
    let (name, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let scopes = RwSignal::new(Vec::<ApiKeyScope>::new());
    let missing = RwSignal::new(false);
    let action = Action::new();
    let unit = Signal::derive(move || {
        let first = || units.read().first().map(|(code, _)| code.clone()).unwrap_or_default();
        chosen.get().unwrap_or_else(first)
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let scopes = scopes.get_untracked();
        missing.set(scopes.is_empty());
        if scopes.is_empty() {
            return;
        }
        let request =
            CreateApiKeyRequest { name: name.get_untracked().trim().to_owned(), scopes, unit: unit.get_untracked() };
        let send = async move { api::change::<CreatedApiKey>(Method::POST, "/api-keys", &request).await };
        action.run(send, move |created| {
            open.set(false);
            secret.set(Some(created.secret));
            keys.reload();
        });
    };
    let check = move |scope: ApiKeyScope| {
        let toggle = move |event: leptos::ev::Event| {
            let on = event_target_checked(&event);
            scopes.update(|scopes| {
                scopes.retain(|known| *known != scope);
                if on {
                    scopes.push(scope);
                }
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || scopes.read().contains(&scope) on:change=toggle/>
                {tr(scope_text(scope))}
            </label>
        }
    };
    view! {
        <form class="form" on:submit=submit>
            {action.notice()}
            <Field label=tr(KeyText::Name) value=name help=tr(KeyText::NameHelp) error=action.field("/name")/>
            <fieldset class="checks">
                <legend>{tr(KeyText::Scopes)}</legend>
                {SCOPES.map(check).collect_view()}
                {move || missing.get().then(|| view! { <p class="error" role="alert">{tr(KeyText::ScopeMissing)}</p> })}
            </fieldset>
            <Select
                label=tr(KeyText::Unit)
                options=units
                value=unit
                on_choose=move |code: String| chosen.set(Some(code))
                error=action.field("/unit")
            />
            <div class="acts">
                <Button on_press=move || open.set(false)>{tr(UiText::Cancel)}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=action.busy()>{tr(KeyText::Make)}</Button>
            </div>
        </form>
    }
}
