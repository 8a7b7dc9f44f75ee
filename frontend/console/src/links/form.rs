//! A new link.

use super::Shared;
use super::item::channel_text;
use crate::action::Action;
use contract::{CreateLinkRequest, Link, LinkChannel, QuestionnaireSummary};
use domain::Code;
use leptos::prelude::*;
use texts::Language;
use texts::ui::UiText;
use texts::units::LinkText;
use ui::api::{self, Method};
use ui::language::{count, language};
use ui::{Button, ButtonKind, Field, FieldKind, Select, browser, tr, tr_with};

/// What a questionnaire is called.
pub(super) fn title(questionnaire: &QuestionnaireSummary) -> String {
    match language() {
        Language::Indonesian => questionnaire.title.id.clone(),
        Language::English => questionnaire.title.en.clone(),
    }
}

const CHANNELS: [LinkChannel; 2] = [LinkChannel::SelfFilled, LinkChannel::Kiosk];

#[component]
pub(super) fn LinkForm(shared: Shared, open: RwSignal<bool>) -> impl IntoView {
    let (service, label, expires) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen = RwSignal::new(None::<String>);
    let channel = RwSignal::new(LinkChannel::SelfFilled);
    let action = Action::new();
    // What the unit's newest link asks is what the next one most likely asks.
    let usual = move || {
        let newest = shared.newest();
        let before = shared.links.value().and_then(|page| page.items.first().map(|link| link.questionnaire.clone()));
        before
            .filter(|code| newest.iter().any(|known| known.code == *code))
            .or_else(|| newest.first().map(|known| known.code.clone()))
    };
    let questionnaire = Signal::derive(move || chosen.get().or_else(usual).unwrap_or_default());
    let wrong_time = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = expires.get_untracked();
        let expires_at = browser::utc(&typed);
        wrong_time.set(!typed.is_empty() && expires_at.is_none());
        let codes = (Code::parse(&shared.unit.get_untracked()), Code::parse(&questionnaire.get_untracked()));
        let (Ok(unit), Ok(questionnaire)) = codes else { return };
        if wrong_time.get_untracked() {
            return;
        }
        let request = CreateLinkRequest {
            unit,
            service: Code::parse(&service.get_untracked()).ok(),
            questionnaire,
            version: None,
            channel: channel.get_untracked(),
            label: label.get_untracked().trim().to_owned(),
            expires_at,
        };
        action.run(async move { api::change::<Link>(Method::POST, "/links", &request).await }, move |link| {
            open.set(false);
            shared.made.set(Some(link.code));
            shared.links.reload();
        });
    };
    let services = move || {
        let services = shared.services.value().map(|page| page.items.clone()).unwrap_or_default();
        let offered = services.into_iter().filter(|service| service.active);
        let all = (String::new(), tr(LinkText::ForAll).to_owned());
        std::iter::once(all).chain(offered.map(|service| (service.code, service.name))).collect::<Vec<_>>()
    };
    let questionnaires = move || {
        let words = |known: QuestionnaireSummary| {
            let places = [("title", title(&known)), ("count", count(known.item_count.into()))];
            let words =
                tr_with(LinkText::QuestionnaireOf, &places.each_ref().map(|(name, value)| (*name, value.as_str())));
            (known.code, words)
        };
        shared.newest().into_iter().map(words).collect::<Vec<_>>()
    };
    let channels = CHANNELS.map(|channel| (format!("{channel:?}"), tr(channel_text(channel)).to_owned())).to_vec();
    let choose_channel = move |words: String| {
        if let Some(chosen) = CHANNELS.into_iter().find(|channel| format!("{channel:?}") == words) {
            channel.set(chosen);
        }
    };
    let time_error = Signal::derive(move || {
        let own = wrong_time.get().then(|| tr(texts::problem::ProblemText::FieldTime).to_owned());
        own.or_else(|| action.field("/expires_at").get())
    });
    view! {
        <form class="form" on:submit=submit>
            {action.notice()}
            <Select
                label=tr(LinkText::ForService)
                options=Signal::derive(services)
                value=service
                on_choose=move |code: String| service.set(code)
                error=action.field("/service")
            />
            <Select
                label=tr(LinkText::Questionnaire)
                options=Signal::derive(questionnaires)
                value=questionnaire
                on_choose=move |code: String| chosen.set(Some(code))
                error=action.field("/questionnaire")
            />
            <Select
                label=tr(LinkText::Channel)
                options=channels
                value=Signal::derive(move || format!("{:?}", channel.get()))
                on_choose=choose_channel
            />
            <Field label=tr(LinkText::Label) value=label help=tr(LinkText::LabelHelp) error=action.field("/label") optional=true/>
            <Field
                label=tr(LinkText::Expires)
                value=expires
                kind=FieldKind::DateTime
                help=tr(LinkText::ExpiresHelp)
                error=time_error
                optional=true
            />
            <div class="acts">
                <Button on_press=move || open.set(false)>{tr(UiText::Cancel)}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=action.busy()>{tr(LinkText::Make)}</Button>
            </div>
        </form>
    }
}
