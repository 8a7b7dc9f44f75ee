//! The fixed parts of the city's reports, edited beside a preview of the pages.

mod editor;
mod outline;
mod preview;

use crate::menu::CITY;
use crate::preparation::rows::{Rows, Wrong};
use crate::preparation::{Tab, changed, profile_address, tabs_of_city};
use dom::prelude::*;
use editor::Editor;
use json::Value;
use std::rc::Rc;
use std::sync::Arc;
use texts::preparation::TemplateText;
use ui::api::Versioned;
use ui::{ButtonKind, Card, FieldKind, PageHead, link_button, loaded, skeleton, skeleton_block, tr, tr_with, use_once};

/// The screen of the template.
pub(crate) fn template() -> Node {
    let version = use_once::<Value>("/report-template".to_owned());
    let city = link_button(profile_address(CITY), ButtonKind::Secondary, None, tr(TemplateText::CityProfile));
    let head = PageHead::new(tr(TemplateText::Title)).lead(tr(TemplateText::Lead)).actions(city);
    let waiting = || {
        let grey = [skeleton(16), skeleton_block(600)].map(|grey| el("div", "card").child(grey));
        el("div", "g template").all(grey)
    };
    let content = move |read: Arc<Versioned<Value>>| sheet(&read, move || version.reload());
    fragment().child(head).child(tabs_of_city(Tab::Template)).child(loaded(version, waiting, content))
}

fn sheet(read: &Versioned<Value>, reread: impl Fn() + Clone + 'static) -> Node {
    let editor = Editor::new(&read.etag, read.value.get("template").clone());
    let preview = preview::preview(&editor);
    let laws = laws(&editor);
    let place = editor.field("/place", tr(TemplateText::Place), FieldKind::Text).help(tr(TemplateText::PlaceHelp));
    let head = el("div", "form")
        .child(editor.field("/government", tr(TemplateText::Government), FieldKind::Text))
        .child(place);
    let parts = fragment()
        .child(Card::new(tr(TemplateText::Head), head))
        .child(Card::new(tr(TemplateText::Laws), laws.1))
        .child(outline::outline(&editor));
    let own = editor.clone();
    let save = move || {
        laws.0.lines();
        own.put_laws(&laws.0);
        own.saving.put("/report-template", &own.whole());
    };
    let number = tr_with(TemplateText::Version, &[("number", &read.value.number("version").to_string())]);
    let last = changed(&read.value).map(|last| last.text(" · ").text(&number));
    let form = el("div", "").child(editor.saving.form(parts, save, reread)).all(last);
    el("div", "g template").child(form).child(preview)
}

/// The laws and rules, line by line.
fn laws(editor: &Editor) -> (Rows, Node) {
    let rows = Rows::new(editor.laws());
    let own = editor.clone();
    let wrong: Wrong = Rc::new(move |at, _| own.wrong(&format!("/legal_basis/{at}")));
    let columns = vec![(tr(TemplateText::Law), FieldKind::Lines)];
    let list = rows.node(tr(TemplateText::Laws), columns, tr(TemplateText::AddLaw), wrong);
    let (own, typed) = (editor.clone(), rows.clone());
    (rows, el("div", "").child(list).on("input", move |_| own.put_laws(&typed)))
}
