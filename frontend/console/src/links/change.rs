//! Changing a link: its label and end, and whether it takes answers. What was read is what is changed, or nothing.

use super::Shared;
use crate::action::Action;
use crate::confirm::Confirm;
use contract::{Link, UpdateLinkRequest};
use leptos::prelude::*;
use texts::problem::ProblemText;
use texts::ui::UiText;
use texts::units::LinkText;
use ui::api::{self, Method, Versioned};
use ui::{Button, ButtonKind, Dialog, Field, FieldKind, browser, tr, tr_with};

/// The link that is being changed, and how.
#[derive(Clone, Copy)]
pub(super) struct Changing {
    shared: Shared,
    link: RwSignal<Option<Versioned<Link>>>,
    editing: RwSignal<bool>,
    closing: RwSignal<bool>,
    action: Action,
}

impl Changing {
    pub(super) fn new(shared: Shared) -> Self {
        let [editing, closing] = [(); 2].map(|()| RwSignal::new(false));
        Self { shared, link: RwSignal::new(None), editing, closing, action: Action::new() }
    }

    fn fetch(self, link: &Link, then: impl FnOnce() + 'static) {
        let path = format!("/links/{}", link.code);
        self.action.run(async move { api::get_versioned::<Link>(&path).await }, move |link| {
            self.link.set(Some(link));
            then();
        });
    }

    /// Opens the form.
    pub(super) fn edit(self, link: &Link) {
        self.fetch(link, move || self.editing.set(true));
    }

    /// Asks before closing; opens again at once.
    pub(super) fn close_or_open(self, link: &Link) {
        if link.closed_at.is_some() {
            self.fetch(link, move || self.send(UpdateLinkRequest { closed: Some(false), ..Default::default() }));
        } else {
            self.fetch(link, move || self.closing.set(true));
        }
    }

    fn send(self, request: UpdateLinkRequest) {
        let Some(before) = self.link.get_untracked() else { return };
        let path = format!("/links/{}", before.value.code);
        let send = async move { api::change_versioned::<Link>(Method::PATCH, &path, &request, &before.etag).await };
        self.action.run(send, move |_| {
            self.editing.set(false);
            self.closing.set(false);
            self.shared.made.set(None);
            self.shared.links.reload();
        });
    }

    /// The form and the question.
    pub(super) fn dialogs(self) -> impl IntoView {
        let titled = move |text| {
            Signal::derive(move || {
                let code = self.link.read().as_ref().map(|link| link.value.code.clone()).unwrap_or_default();
                tr_with(text, &[("code", &code)])
            })
        };
        let close = move || self.send(UpdateLinkRequest { closed: Some(true), ..Default::default() });
        let outside = move || (!self.editing.get() && !self.closing.get()).then(|| self.action.notice()());
        view! {
            {outside}
            <Dialog open=self.editing title=titled(LinkText::EditTitle)>
                {self.form()}
            </Dialog>
            <Confirm
                open=self.closing
                title=titled(LinkText::CloseTitle)
                text=tr(LinkText::CloseText).to_owned()
                button=tr(LinkText::Close)
                action=self.action
                on_confirm=close
            />
        }
    }

    fn form(self) -> impl IntoView {
        let link = self.link.get_untracked().map(|link| link.value);
        let label = RwSignal::new(link.as_ref().map(|link| link.label.clone()).unwrap_or_default());
        let before = link.and_then(|link| link.expires_at).map(|time| browser::local(&time)).unwrap_or_default();
        let expires = RwSignal::new(before.clone());
        let wrong_time = RwSignal::new(false);
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let typed = expires.get_untracked();
            let time = browser::utc(&typed);
            wrong_time.set(!typed.is_empty() && time.is_none());
            if wrong_time.get_untracked() {
                return;
            }
            let expires_at = (typed != before).then_some(time);
            let label = Some(label.get_untracked().trim().to_owned());
            self.send(UpdateLinkRequest { label, expires_at, closed: None });
        };
        let time_error = Signal::derive(move || {
            let own = wrong_time.get().then(|| tr(ProblemText::FieldTime).to_owned());
            own.or_else(|| self.action.field("/expires_at").get())
        });
        view! {
            <form class="form" on:submit=submit>
                {self.action.notice()}
                <Field
                    label=tr(LinkText::Label)
                    value=label
                    help=tr(LinkText::LabelHelp)
                    error=self.action.field("/label")
                    optional=true
                />
                <Field
                    label=tr(LinkText::Expires)
                    value=expires
                    kind=FieldKind::DateTime
                    help=tr(LinkText::ExpiresHelp)
                    error=time_error
                    optional=true
                />
                <div class="acts">
                    <Button on_press=move || self.editing.set(false)>{tr(UiText::Cancel)}</Button>
                    <Button kind=ButtonKind::Primary submit=true busy=self.action.busy()>{tr(UiText::Save)}</Button>
                </div>
            </form>
        }
    }
}
