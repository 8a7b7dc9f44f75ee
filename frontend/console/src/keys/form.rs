//! A new key.

use super::scope_text;
use crate::action::Action;
use contract::{ApiKeyPage, ApiKeyScope, CreateApiKeyRequest, CreatedApiKey};
use dom::prelude::*;
use dom::{checked, stop};
use signals::untrack;
use texts::access::KeyText;
use texts::ui::UiText;
use ui::api::{self, Method};
use ui::{Button, ButtonKind, Field, Remote, Select, tr};

const SCOPES: [ApiKeyScope; 2] = [ApiKeyScope::SubmitAnswers, ApiKeyScope::ReadResults];

/// The form in its dialog.
pub(super) fn form(
    open: RwSignal<bool>,
    units: Memo<Vec<(String, String)>>,
    secret: RwSignal<Option<String>>,
    keys: Remote<ApiKeyPage>,
) -> Node {
    let (name, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let scopes = RwSignal::new(Vec::<ApiKeyScope>::new());
    let missing = RwSignal::new(false);
    let action = Action::new();
    let unit = move || {
        let first = || units.with(|units| units.first().map(|(code, _)| code.clone())).unwrap_or_default();
        chosen.get().unwrap_or_else(first)
    };
    let submit = move || {
        let scopes = scopes.get_untracked();
        missing.set(scopes.is_empty());
        if scopes.is_empty() {
            return;
        }
        let request = CreateApiKeyRequest { name: name.get_untracked().trim().to_owned(), scopes, unit: untrack(unit) };
        let send = api::change::<CreatedApiKey>(Method::POST, "/api-keys", &request);
        action.run(send, move |created| {
            open.set(false);
            secret.set(Some(created.secret));
            keys.reload();
        });
    };
    let checks = el("fieldset", "checks")
        .child(el("legend", "").text(tr(KeyText::Scopes)))
        .all(SCOPES.map(|scope| check(scope, scopes)))
        .child(show(missing, || el("p", "error").attr("role", "alert").text(tr(KeyText::ScopeMissing))));
    let unit = Select::new(tr(KeyText::Unit), move || units.get(), unit, move |code| chosen.set(Some(code)));
    let make = Button::new(tr(KeyText::Make)).kind(ButtonKind::Primary).submit().busy(action.busy());
    el("form", "form")
        .on("submit", stop(submit))
        .child(action.notice())
        .child(Field::new(tr(KeyText::Name), name).help(tr(KeyText::NameHelp)).error(action.field("/name")))
        .child(checks)
        .child(unit.error(action.field("/unit")))
        .child(el("div", "acts").child(Button::new(tr(UiText::Cancel)).on_press(move || open.set(false))).child(make))
}

fn check(scope: ApiKeyScope, scopes: RwSignal<Vec<ApiKeyScope>>) -> Node {
    let tick = el("input", "")
        .attr("type", "checkbox")
        .prop("checked", move || scopes.with(|scopes| scopes.contains(&scope)))
        .on("change", move |event| {
            let on = checked(&event);
            scopes.update(|scopes| {
                scopes.retain(|known| *known != scope);
                if on {
                    scopes.push(scope);
                }
            });
        });
    el("label", "check").child(tick).text(tr(scope_text(scope)))
}
