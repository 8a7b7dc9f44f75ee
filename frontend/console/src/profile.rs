//! The profile of a unit: what its reports print in letterhead and signature.

mod head;
mod logo;

use crate::menu::CITY;
use crate::preparation::saving::Saving;
use crate::preparation::{Tab, changed, head as screen_head, name};
use crate::units::use_unit;
use dom::prelude::*;
use json::Value;
use std::rc::Rc;
use texts::preparation::ProfileText;
use ui::api::Versioned;
use ui::{Card, Field, loaded, skeleton, tr, tr_with, use_once};

/// The lines of the letterhead in the API's body.
const FIELDS: [&str; 5] = ["address", "phone", "email", "website", "place"];

/// The screen of a unit's profile.
pub(crate) fn profile(unit: &str) -> Node {
    let office = use_once::<Value>(format!("/units/{unit}/profile"));
    let lead = if unit == CITY { ProfileText::LeadCity } else { ProfileText::Lead };
    let lead = move |name: &str| tr_with(lead, &[("unit", name)]);
    let code: Rc<str> = unit.into();
    let content = move |office: std::sync::Arc<Versioned<Value>>, reread: Rc<dyn Fn()>| form(&code, &office, reread);
    let reread: Rc<dyn Fn()> = Rc::new(move || office.reload());
    let content = move |read| content(read, Rc::clone(&reread));
    screen_head(unit, Tab::Profile, lead, fragment()).child(loaded(
        office,
        || el("div", "card").child(skeleton(14)),
        content,
    ))
}

fn form(unit: &Rc<str>, office: &Versioned<Value>, reread: Rc<dyn Fn()>) -> Node {
    let (read, profile) = (&office.value, office.value.get("profile"));
    let saving = Saving::new(&office.etag);
    let lines = FIELDS.map(|name| RwSignal::new(profile.text(name).to_owned()));
    let [address, phone, email, website, place] = lines;
    let signs = head::Signing::new(profile.get("head"));
    let path = format!("/units/{unit}/profile");
    let save = move || {
        let mut profile = Value::object(&[("head", signs.typed())]);
        for (name, line) in FIELDS.iter().zip(lines) {
            profile.set(name, line.get_untracked());
        }
        saving.put(&path, &profile);
    };
    let field = |label: ProfileText, value, pointer| {
        Field::new(tr(label), value).optional().error(saving.action.field(pointer))
    };
    let office = el("div", "form")
        .child(field(ProfileText::Address, address, "/address").help(tr(ProfileText::AddressHelp)))
        .child(field(ProfileText::Phone, phone, "/phone"))
        .child(field(ProfileText::Email, email, "/email"))
        .child(field(ProfileText::Website, website, "/website"))
        .child(field(ProfileText::Place, place, "/place").help(tr(ProfileText::PlaceHelp)));
    let letterhead = Card::new(tr(ProfileText::Office), office);
    let signature = Card::new(tr(ProfileText::Head), signs.fields(saving.action)).note(tr(ProfileText::HeadNote));
    let parts = fragment().child(letterhead).child(signature);
    let name = name(use_unit(unit), unit);
    let beside = el("div", "g")
        .child(logo::logo(unit, *read.get("logo") != Value::Null, name))
        .child(Card::new(tr(ProfileText::Printed), live(move || signs.printed(&place.get()))));
    let form = saving.form(parts, save, move || reread());
    let form = el("div", "").child(form).all(changed(read));
    el("div", "g two").child(form).child(beside)
}
