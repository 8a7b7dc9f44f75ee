//! A new link.

use super::item::KIOSK;
use super::{Shared, time_error};
use crate::action::Action;
use dom::prelude::*;
use dom::stop;
use json::Value;
use signals::untrack;
use texts::ui::UiText;
use texts::units::LinkText;
use ui::api::{self, Method};
use ui::language::{count, language};
use ui::{Button, ButtonKind, Choices, Field, FieldKind, Select, browser, tr, tr_with};

/// What a questionnaire is called.
pub(super) fn title(questionnaire: &Value) -> &str {
    questionnaire.get("title").text(language().tag())
}

/// The form in its dialog.
pub(super) fn form(shared: Shared, open: RwSignal<bool>) -> Node {
    let [service, label, expires] = [(); 3].map(|()| RwSignal::new(String::new()));
    let chosen = RwSignal::new(None::<String>);
    let kiosk = RwSignal::new(false);
    let action = Action::new();
    let questionnaire = move || chosen.get().or_else(|| usual(shared)).unwrap_or_default();
    let wrong_time = RwSignal::new(false);
    let submit = move || {
        let typed = expires.get_untracked();
        let expires_at = browser::utc(&typed);
        wrong_time.set(!typed.is_empty() && expires_at.is_none());
        let questionnaire = untrack(questionnaire);
        if questionnaire.is_empty() || wrong_time.get_untracked() {
            return;
        }
        let mut request = Value::object(&[
            ("unit", shared.unit.get_value().into()),
            ("questionnaire", questionnaire.into()),
            ("channel", if kiosk.get_untracked() { KIOSK } else { "self_filled" }.into()),
            ("label", label.get_untracked().trim().into()),
            ("expires_at", expires_at.into()),
        ]);
        let service = service.get_untracked();
        if !service.is_empty() {
            request.set("service", service);
        }
        action.run(api::change::<Value>(Method::POST, "/links", &request), move |link| {
            open.set(false);
            shared.made.set(Some(link.text("code").to_owned()));
            shared.links.reload();
        });
    };
    let services = move || service_choices(shared);
    let for_service =
        Select::new(tr(LinkText::ForService), services, move || service.get(), move |code| service.set(code));
    let asks = Select::new(
        tr(LinkText::Questionnaire),
        move || questionnaire_choices(shared),
        questionnaire,
        move |code| chosen.set(Some(code)),
    );
    let channel = move || kiosk.get().to_string();
    let channel = Select::new(tr(LinkText::Channel), channel_choices, channel, move |words| kiosk.set(words == "true"));
    let label = Field::new(tr(LinkText::Label), label).help(tr(LinkText::LabelHelp));
    let expires = Field::new(tr(LinkText::Expires), expires).kind(FieldKind::DateTime);
    let expires = expires.help(tr(LinkText::ExpiresHelp)).error(time_error(wrong_time, action));
    let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
    let make = Button::new(tr(LinkText::Make)).kind(ButtonKind::Primary).submit().busy(action.busy());
    el("form", "form")
        .on("submit", stop(submit))
        .child(action.notice())
        .child(for_service.error(action.field("/service")))
        .child(asks.error(action.field("/questionnaire")))
        .child(channel)
        .child(label.error(action.field("/label")).optional())
        .child(expires.optional())
        .child(el("div", "acts").child(cancel).child(make))
}

/// What the unit's newest link asks is what the next one most likely asks.
fn usual(shared: Shared) -> Option<String> {
    let (newest, links) = (shared.newest(), shared.links.value());
    let before = links.as_ref().and_then(|page| page.list("items").first()).map(|link| link.text("questionnaire"));
    let before = before.filter(|code| newest.iter().any(|known| known.text("code") == *code));
    before.or_else(|| newest.first().map(|known| known.text("code"))).map(str::to_owned)
}

fn service_choices(shared: Shared) -> Choices {
    let mut choices = vec![(String::new(), tr(LinkText::ForAll).to_owned())];
    let services = shared.services.value();
    let offered = services.iter().flat_map(|page| page.list("items")).filter(|service| service.is("active"));
    choices.extend(offered.map(|service| (service.text("code").to_owned(), service.text("name").to_owned())));
    choices
}

fn questionnaire_choices(shared: Shared) -> Choices {
    let choice = |known: &Value| {
        let number = count(known.number("item_count"));
        let words = tr_with(LinkText::QuestionnaireOf, &[("title", title(known)), ("count", &number)]);
        (known.text("code").to_owned(), words)
    };
    shared.newest().iter().map(choice).collect()
}

/// The value says whether it is a kiosk.
fn channel_choices() -> Choices {
    let choice = |(kiosk, words): (&str, LinkText)| (kiosk.to_owned(), tr(words).to_owned());
    [("false", LinkText::ChannelSelf), ("true", LinkText::ChannelKiosk)].map(choice).to_vec()
}
