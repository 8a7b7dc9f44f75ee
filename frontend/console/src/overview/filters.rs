//! Period, service, and whether the units below are counted.

use super::Asked;
use crate::address::use_set;
use crate::menu::{CITY, own_unit, unit_address};
use crate::period_picker::PeriodPicker;
use contract::{ServicePage, UnitPage};
use leptos::prelude::*;
use leptos_router::components::A;
use texts::overview::OverviewText;
use ui::api::session;
use ui::{Glyph, Icon, Select, tr, tr_with, use_remote};

/// The units this user may see.
fn units() -> ui::Remote<UnitPage> {
    use_remote(|| Some("/units?limit=200".to_owned()))
}

#[component]
pub(super) fn Filters(asked: Asked) -> impl IntoView {
    let set = StoredValue::new(use_set());
    let services = use_remote::<ServicePage>(move || Some(format!("/units/{}/services?limit=200", asked.unit.get())));
    let units = units();
    let options = move || {
        let services = services.value().filter(|_| !asked.subtree.get())?;
        let known = services.items.iter().map(|service| (service.code.clone(), service.name.clone()));
        let all = (String::new(), tr(OverviewText::AllServices).to_owned());
        (services.items.len() > 1).then(|| [all].into_iter().chain(known).collect::<Vec<_>>())
    };
    let options = Memo::new(move |_| options());
    let has_units_below = Memo::new(move |_| {
        let unit = asked.unit.get();
        unit != CITY
            && units.value().is_some_and(|units| units.items.iter().any(|below| below.parent.as_deref() == Some(&unit)))
    });
    let choose_service = move |code: String| {
        set.with_value(|set| set(&[("service", (!code.is_empty()).then_some(code.as_str()))]));
    };
    let choose_subtree = move |event: leptos::ev::Event| {
        let chosen = event_target_checked(&event);
        set.with_value(|set| set(&[("subtree", chosen.then_some("true")), ("service", None)]));
    };
    view! {
        <PeriodPicker/>
        {move || options.get().map(|options| view! {
            <Select
                label=tr(OverviewText::Service)
                bare=true
                options=options
                value=Signal::derive(move || asked.service.get().unwrap_or_default())
                on_choose=choose_service
            />
        })}
        <Show when=move || has_units_below.get()>
            <label class="check">
                <input type="checkbox" prop:checked=move || asked.subtree.get() on:change=choose_subtree/>
                {tr(OverviewText::Subtree)}
            </label>
        </Show>
    }
}

/// The way back to the unit above, for whoever came down the tree.
pub(super) fn above(asked: Asked) -> ViewFn {
    let units = units();
    let link = Memo::new(move |_| {
        let unit = asked.unit.get();
        let own = session::user().map(|user| own_unit(&user))?;
        let units = units.value()?;
        let parent = units.items.iter().find(|known| known.code == unit).filter(|_| unit != own)?.parent.clone()?;
        let name = units.items.iter().find(|known| known.code == parent)?.name.clone();
        Some((unit_address(&parent), name))
    });
    ViewFn::from(move || {
        link.get().map(|(href, name)| {
            let label = tr_with(OverviewText::BackTo, &[("name", &name)]);
            view! {
                <A href=href attr:aria-label=label>
                    <Icon glyph=Glyph::Left/>
                    {name}
                </A>
            }
        })
    })
}
