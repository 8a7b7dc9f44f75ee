//! Period, service, and whether the units below are counted.

use super::Asked;
use super::comments::services;
use crate::address::{set, use_period};
use crate::menu::{CITY, own_unit, unit_address};
use crate::period_picker::period_picker;
use contract::UnitPage;
use dom::prelude::*;
use std::rc::Rc;
use texts::overview::OverviewText;
use ui::api::session;
use ui::{Glyph, Remote, Select, icon, tr, tr_with};

pub(super) fn filters(asked: &Asked, units: Remote<UnitPage>) -> Node {
    fragment().child(period_picker(use_period())).child(service(asked)).child(subtree(asked, units))
}

/// Which service, where there are several and the units below are not counted.
fn service(asked: &Asked) -> Node {
    let (asked, chosen, services) = (asked.clone(), asked.service, services(asked));
    let options = memo(move || {
        if asked.subtree() {
            return Vec::new();
        }
        // Most units have several: until they are known the choice keeps its place, or everything below would move.
        let all = (String::new(), tr(OverviewText::AllServices).to_owned());
        let Some(services) = services.value() else { return vec![all] };
        let services = Some(services).filter(|services| services.list("items").len() > 1);
        services.map_or_else(Vec::new, |services| {
            let named = |service: &json::Value| (service.text("code").to_owned(), service.text("name").to_owned());
            let known = services.list("items").iter().map(named);
            [all].into_iter().chain(known).collect()
        })
    });
    show(
        move || !options.read().is_empty(),
        move || {
            let choose = |code: String| set(&[("service", Some(&code))]);
            let label = tr(OverviewText::Service);
            Select::new(label, move || options.get(), move || chosen.get().unwrap_or_default(), choose).bare()
        },
    )
}

fn subtree(asked: &Asked, units: Remote<UnitPage>) -> Node {
    let (asked, unit) = (asked.clone(), Rc::clone(&asked.unit));
    let is_below = move |units: &UnitPage| units.items.iter().any(|below| below.parent.as_deref() == Some(&*unit));
    let city = &*asked.unit == CITY;
    show(
        move || !city && units.value().is_some_and(|units| is_below(&units)),
        move || {
            let asked = asked.clone();
            let choose = |event| {
                let chosen = dom::checked(&event);
                set(&[("subtree", chosen.then_some("true")), ("service", None)]);
            };
            let check = el("input", "").attr("type", "checkbox").prop("checked", move || asked.subtree());
            el("label", "check").child(check.on("change", choose)).text(tr(OverviewText::Subtree))
        },
    )
}

/// The way back to the unit above, for whoever came down the tree.
pub(super) fn above(asked: &Asked, units: Remote<UnitPage>) -> Node {
    let unit = Rc::clone(&asked.unit);
    live(move || {
        session::user().filter(|user| *unit != *own_unit(user))?;
        // Keeps the line's place until the units are known.
        let Some(units) = units.value() else { return Some(el("span", "").text("\u{a0}")) };
        let find = |code: &str| units.items.iter().find(|known| known.code == code);
        let parent = find(find(&unit)?.parent.as_deref()?)?;
        let label = tr_with(OverviewText::BackTo, &[("name", &parent.name)]);
        let link = el("a", "").attr("href", &unit_address(&parent.code)).attr("aria-label", &label);
        Some(link.child(icon(Glyph::Left)).text(&parent.name))
    })
}
