//! The links of a unit with their QR codes, its services, and how many people it serves.

mod change;
mod form;
mod item;
pub(crate) mod poster;
mod qr;

use crate::action::Action;
use crate::menu::unit_address;
use crate::preparation::profile_address;
use crate::units::served::served;
use crate::units::services::services;
use crate::units::{is_open, use_unit};
use change::Changing;
use contract::Role;
use dom::prelude::*;
use json::Value;
use signals::StoredValue;
use texts::preparation::PreparationText;
use texts::problem::ProblemText;
use texts::units::{LinkText, UnitText};
use ui::api::session;
use ui::language::count;
use ui::{
    Button, ButtonKind, Glyph, Notice, PageHead, Remote, Tone, api, dialog, empty_with, icon, link_button, loaded,
    skeleton, tick, tr, tr_with, use_remote, use_whole,
};

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(crate) struct Shared {
    /// The unit's code.
    unit: StoredValue<String>,
    links: Remote<Value>,
    services: Remote<Value>,
    questionnaires: Remote<Value>,
    /// The code of a link made just now.
    made: RwSignal<Option<String>>,
}

impl Shared {
    fn service_name(self, code: &str) -> String {
        let services = self.services.value();
        named(services.as_deref(), code).map_or(code, |service| service.text("name")).to_owned()
    }

    fn questionnaire_title(self, code: &str) -> String {
        let questionnaires = self.questionnaires.value();
        named(questionnaires.as_deref(), code).map_or(code, form::title).to_owned()
    }

    /// The newest version of each questionnaire.
    fn newest(self) -> Vec<Value> {
        let mut newest: Vec<Value> = Vec::new();
        let all = self.questionnaires.value();
        for known in all.iter().flat_map(|page| page.list("items")) {
            match newest.iter_mut().find(|other| other.text("code") == known.text("code")) {
                Some(other) if other.number("version") < known.number("version") => *other = known.clone(),
                Some(_) => {}
                None => newest.push(known.clone()),
            }
        }
        newest
    }
}

/// The entry of a page that has a code.
fn named<'a>(page: Option<&'a Value>, code: &str) -> Option<&'a Value> {
    page?.list("items").iter().find(|entry| entry.text("code") == code)
}

/// The screen of a unit's links.
pub(crate) fn links(unit: &str) -> Node {
    let unit = unit.to_owned();
    let known = use_unit(&unit);
    let paths = [api::query("/links", &[("unit", Some(&unit))]), format!("/units/{unit}/services")];
    let [links, offered] = paths.map(|path| move || Some(path.clone()));
    let shared = Shared {
        unit: StoredValue::new(unit.clone()),
        links: use_whole(links),
        services: use_whole(offered),
        questionnaires: use_remote(|| Some("/questionnaires?limit=200".to_owned())),
        made: RwSignal::new(None),
    };
    let open = RwSignal::new(false);
    let administrator = memo(|| session::user().is_some_and(|user| user.role == Role::Administrator));
    let (figures, material) = (unit_address(&unit), profile_address(&unit));
    let title = move || known.value().map_or_else(|| unit.clone(), |unit| unit.name.clone());
    let lead = move || known.value().map(|unit| format!("{} · {}", unit.kind.name(), unit.code));
    let above = || el("a", "").attr("href", "/console/units").child(icon(Glyph::Left)).text(tr(UnitText::Title));
    let make = Button::new(tr(LinkText::Make)).kind(ButtonKind::Primary).glyph(Glyph::Plus);
    let acts = [
        link_button(material, ButtonKind::Secondary, None, tr(PreparationText::Title)),
        link_button(figures, ButtonKind::Secondary, None, tr(UnitText::Figures)),
        make.on_press(move || open.set(true)).node(),
    ];
    let made = move || {
        let code = shared.made.get()?;
        Some(Notice::new(Tone::Good, tr_with(LinkText::Made, &[("code", &code)])).node())
    };
    // Not of the list: what is asked stays when a newer list comes.
    let changing = Changing::new(shared);
    let lower = el("div", "g two lower").child(services(shared.unit, shared.services, administrator));
    fragment()
        .child(PageHead::new(title).lead(lead).above(show(administrator, above)).actions(acts))
        .child(live(made))
        .child(loaded(
            shared.links,
            || el("div", "card").child(skeleton(8)),
            move |page| list(shared, &page, open, changing),
        ))
        .child(changing.dialogs())
        .child(lower.child(served(shared.unit, shared.services)))
        .child(dialog(open, tr(LinkText::Make), move || form::form(shared, open)))
}

fn list(shared: Shared, page: &Value, making: RwSignal<bool>, changing: Changing) -> Node {
    let links = page.list("items");
    if links.is_empty() {
        let make = Button::new(tr(LinkText::Make)).glyph(Glyph::Plus).on_press(move || making.set(true));
        let nothing = empty_with(tr(LinkText::EmptyTitle), tr(LinkText::EmptyText), Some(Glyph::QrCode), make);
        return el("div", "card").child(nothing);
    }
    let (open, closed): (Vec<Value>, Vec<Value>) = links.iter().cloned().partition(is_open);
    let shown = RwSignal::new(open.is_empty());
    let more = (!closed.is_empty() && !open.is_empty()).then(|| {
        let number = i64::try_from(closed.len()).unwrap_or(i64::MAX);
        let words = tr_with(LinkText::ShowClosed, &[("count", &count(number))]);
        tick(&words, shown).class("closed-too", true)
    });
    let items = move |links: &[Value]| links.iter().map(|link| item::item(shared, link, changing)).collect::<Vec<_>>();
    fragment()
        .child(el("ul", "links").all(items(&open)))
        .all(more)
        .child(show(shown, move || el("ul", "links closed").all(items(&closed))))
}

/// What is wrong with the end of a link: what the browser cannot read, or what the server says.
fn time_error(wrong: RwSignal<bool>, action: Action) -> impl Fn() -> Option<String> {
    move || if wrong.get() { Some(tr(ProblemText::FieldTime).to_owned()) } else { action.field("/expires_at")() }
}
