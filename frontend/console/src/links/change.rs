//! Changing a link: its label and end, and whether it takes answers. What was read is what is changed, or nothing.

use super::{Shared, time_error};
use crate::action::Action;
use crate::confirm::{Question, confirm};
use dom::prelude::*;
use dom::stop;
use json::Value;
use texts::ui::UiText;
use texts::units::LinkText;
use ui::api::{self, Method, Versioned};
use ui::{Button, ButtonKind, Field, FieldKind, browser, dialog, tr, tr_with};

/// The link that is being changed, and how.
#[derive(Clone, Copy)]
pub(super) struct Changing {
    shared: Shared,
    link: RwSignal<Option<Versioned<Value>>>,
    editing: RwSignal<bool>,
    closing: RwSignal<bool>,
    action: Action,
}

impl Changing {
    pub(super) fn new(shared: Shared) -> Self {
        let [editing, closing] = [(); 2].map(|()| RwSignal::new(false));
        Self { shared, link: RwSignal::new(None), editing, closing, action: Action::new() }
    }

    fn fetch(self, link: &Value, then: impl FnOnce() + 'static) {
        let path = format!("/links/{}", link.text("code"));
        self.action.run(api::get_versioned::<Value>(&path), move |link| {
            self.link.set(Some(link));
            then();
        });
    }

    /// Opens the form.
    pub(super) fn edit(self, link: &Value) {
        self.fetch(link, move || self.editing.set(true));
    }

    /// Asks before closing; opens again at once.
    pub(super) fn close_or_open(self, link: &Value) {
        if link.text("closed_at").is_empty() {
            self.fetch(link, move || self.closing.set(true));
        } else {
            self.fetch(link, move || self.send(&Value::object(&[("closed", false.into())])));
        }
    }

    fn send(self, request: &Value) {
        let Some(before) = self.link.get_untracked() else { return };
        let path = format!("/links/{}", before.value.text("code"));
        let send = api::change_versioned::<Value>(Method::PATCH, &path, request, &before.etag);
        self.action.run(send, move |_| {
            self.editing.set(false);
            self.closing.set(false);
            self.shared.made.set(None);
            self.shared.links.reload();
        });
    }

    /// The form and the question.
    pub(super) fn dialogs(self) -> Node {
        let titled = move |text| {
            Words::from(move || {
                let code = self
                    .link
                    .with(|link| link.as_ref().map(|link| link.value.text("code").to_owned()))
                    .unwrap_or_default();
                tr_with(text, &[("code", &code)])
            })
        };
        let close = move || self.send(&Value::object(&[("closed", true.into())]));
        let question = Question {
            title: titled(LinkText::CloseTitle),
            text: tr(LinkText::CloseText).into(),
            button: tr(LinkText::Close),
        };
        let outside = move || !self.editing.get() && !self.closing.get();
        fragment()
            .child(show(outside, move || self.action.notice()))
            .child(dialog(self.editing, titled(LinkText::EditTitle), move || self.form()))
            .child(confirm(self.closing, question, self.action, close))
    }

    fn form(self) -> Node {
        let link = self.link.get_untracked().map_or(Value::Null, |link| link.value);
        let label = RwSignal::new(link.text("label").to_owned());
        let before = browser::local(link.text("expires_at"));
        let expires = RwSignal::new(before.clone());
        let wrong_time = RwSignal::new(false);
        let submit = move || {
            let typed = expires.get_untracked();
            let time = browser::utc(&typed);
            wrong_time.set(!typed.is_empty() && time.is_none());
            if wrong_time.get_untracked() {
                return;
            }
            let mut request = Value::object(&[("label", label.get_untracked().trim().into())]);
            if typed != before {
                request.set("expires_at", time);
            }
            self.send(&request);
        };
        let label = Field::new(tr(LinkText::Label), label).help(tr(LinkText::LabelHelp));
        let expires = Field::new(tr(LinkText::Expires), expires).kind(FieldKind::DateTime);
        let expires = expires.help(tr(LinkText::ExpiresHelp)).error(time_error(wrong_time, self.action));
        let cancel = Button::new(tr(UiText::Cancel)).on_press(move || self.editing.set(false));
        let save = Button::new(tr(UiText::Save)).kind(ButtonKind::Primary).submit().busy(self.action.busy());
        el("form", "form")
            .on("submit", stop(submit))
            .child(self.action.notice())
            .child(label.error(self.action.field("/label")).optional())
            .child(expires.optional())
            .child(el("div", "acts").child(cancel).child(save))
    }
}
