//! Keys for other systems: made once, shown once, revoked with one question.

mod form;

use crate::action::Action;
use crate::confirm::{Question, confirm};
use crate::secret::secret;
use crate::unit_list::unit_choices;
use contract::{ApiKey, ApiKeyPage, ApiKeyScope};
use dom::prelude::*;
use std::rc::Rc;
use texts::access::KeyText;
use texts::units::UnitText;
use ui::api::{self, Method};
use ui::language::{day, day_and_time};
use ui::{
    Button, ButtonKind, Column, Glyph, PageHead, Row, Table, Tone, dialog, empty, loaded, skeleton, tag, tr, tr_with,
    use_whole,
};

pub(crate) const fn scope_text(scope: ApiKeyScope) -> KeyText {
    match scope {
        ApiKeyScope::SubmitAnswers => KeyText::ScopeSubmit,
        ApiKeyScope::ReadResults => KeyText::ScopeRead,
    }
}

/// The screen.
pub(crate) fn keys() -> Node {
    let keys = use_whole::<ApiKeyPage>(|| Some("/api-keys".to_owned()));
    let units = unit_choices();
    let making = RwSignal::new(false);
    let made = RwSignal::new(None::<String>);
    let (asking, revoked) = (RwSignal::new(false), RwSignal::new(None::<ApiKey>));
    let action = Action::new();
    let ask: Ask = Rc::new(move |key| {
        action.clear();
        revoked.set(Some(key));
        asking.set(true);
    });
    let revoke = move || {
        let Some(key) = revoked.get_untracked() else { return };
        let path = format!("/api-keys/{}", key.prefix);
        action.run(api::change::<()>(Method::DELETE, &path, &()), move |()| {
            asking.set(false);
            keys.reload();
        });
    };
    let revoke_title = move || {
        let name = revoked.with(|key| key.as_ref().map(|key| key.name.clone())).unwrap_or_default();
        tr_with(KeyText::RevokeTitle, &[("name", &name)])
    };
    let docs = el("a", "btn two").attr("href", "/docs").attr("target", "_blank").attr("rel", "noopener");
    let make = Button::new(tr(KeyText::Make)).kind(ButtonKind::Primary).glyph(Glyph::Plus);
    let acts = [docs.text(tr(KeyText::Docs)), make.on_press(move || making.set(true)).node()];
    let list = loaded(
        keys,
        || skeleton(6),
        move |page| match page.items.is_empty() {
            true => empty(tr(KeyText::EmptyTitle), tr(KeyText::EmptyText), Some(Glyph::Key)),
            false => table(page.items.clone(), units, &ask),
        },
    );
    let question =
        Question { title: revoke_title.into(), text: tr(KeyText::RevokeText).into(), button: tr(KeyText::Revoke) };
    fragment()
        .child(PageHead::new(tr(KeyText::Title)).lead(tr(KeyText::Lead)).actions(acts))
        .child(el("div", "card").child(list))
        .child(dialog(making, tr(KeyText::Make), move || form::form(making, units, made, keys)))
        .child(secret(made, tr(KeyText::MadeTitle), tr(KeyText::MadeText), tr(KeyText::Done)))
        .child(confirm(asking, question, action, revoke))
}

type Ask = Rc<dyn Fn(ApiKey)>;
type Units = Memo<Vec<(String, String)>>;

fn table(mut keys: Vec<ApiKey>, units: Units, ask: &Ask) -> Node {
    // What works first, the newest before older ones.
    keys.sort_by(|a, b| (a.revoked_at.is_some(), &b.created_at).cmp(&(b.revoked_at.is_some(), &a.created_at)));
    let columns = vec![
        Column::words(tr(KeyText::Name)),
        Column::words(tr(KeyText::Prefix)),
        Column::words(tr(KeyText::Scopes)),
        Column::words(tr(UnitText::Unit)),
        Column::words(tr(KeyText::LastUsed)),
        Column::words(tr(KeyText::State)),
        Column::words(""),
    ];
    let ask = Rc::clone(ask);
    let rows = move || keys.iter().map(|key| row(key, units, &ask)).collect();
    Table::new(tr(KeyText::Title), columns, rows).node()
}

fn row(key: &ApiKey, units: Units, ask: &Ask) -> Row {
    let scopes = key.scopes.iter().map(|scope| tr(scope_text(*scope))).collect::<Vec<_>>().join(", ");
    let used = key.last_used_at.as_deref().map_or_else(|| tr(KeyText::Never).to_owned(), day_and_time);
    let state = match &key.revoked_at {
        None => tag(Tone::Good, tr(KeyText::Working)),
        Some(time) => tag(Tone::Soft, tr_with(KeyText::Revoked, &[("day", &day(time))])),
    };
    let unit = key.unit.clone();
    let unit_name = move || {
        let name = |(_, name): &(String, String)| name.trim().to_owned();
        units.with(|units| units.iter().find(|(known, _)| *known == unit).map_or_else(|| unit.clone(), name))
    };
    let button = key.revoked_at.is_none().then(|| {
        let (asked, ask) = (key.clone(), Rc::clone(ask));
        let button = Button::new(tr(KeyText::Revoke)).kind(ButtonKind::Plain);
        button.label(format!("{}: {}", tr(KeyText::Revoke), key.name)).on_press(move || ask(asked.clone())).node()
    });
    vec![
        key.name.as_str().into(),
        el("code", "").text(&key.prefix),
        scopes.into(),
        Words::from(unit_name).into(),
        used.into(),
        state,
        button.into(),
    ]
}
