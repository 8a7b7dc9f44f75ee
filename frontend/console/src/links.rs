//! The links of a unit with their QR codes, its services, and how many people it serves.

mod change;
mod form;
mod item;
pub(crate) mod poster;
mod qr;

use crate::unit_list::use_units;
use crate::units::served::Served;
use crate::units::services::Services;
use crate::units::{is_open, use_unit};
use contract::{Link, LinkPage, QuestionnairePage, QuestionnaireSummary, Role, ServicePage};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;
use texts::units::{LinkText, UnitText};
use ui::api::session;
use ui::language::count;
use ui::{
    Button, ButtonKind, Dialog, Empty, Glyph, Icon, LinkButton, Loaded, Notice, PageHead, Remote, Skeleton, Tone, api,
    tr, tr_with, use_remote, use_whole,
};

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(crate) struct Shared {
    unit: Memo<String>,
    links: Remote<LinkPage>,
    services: Remote<ServicePage>,
    questionnaires: Remote<QuestionnairePage>,
    /// The code of a link made just now.
    made: RwSignal<Option<String>>,
}

impl Shared {
    fn service_name(self, code: &str) -> String {
        let name = self.services.value().and_then(|page| {
            page.items.iter().find(|service| service.code == code).map(|service| service.name.clone())
        });
        name.unwrap_or_else(|| code.to_owned())
    }

    fn questionnaire_title(self, code: &str) -> String {
        let title = self
            .questionnaires
            .value()
            .and_then(|page| page.items.iter().find(|known| known.code == code).map(form::title));
        title.unwrap_or_else(|| code.to_owned())
    }

    /// The newest version of each questionnaire.
    fn newest(self) -> Vec<QuestionnaireSummary> {
        let mut newest: Vec<QuestionnaireSummary> = Vec::new();
        for known in self.questionnaires.value().map(|page| page.items.clone()).unwrap_or_default() {
            match newest.iter_mut().find(|other| other.code == known.code) {
                Some(other) if other.version < known.version => *other = known,
                Some(_) => {}
                None => newest.push(known),
            }
        }
        newest
    }
}

#[component]
pub(crate) fn Links() -> impl IntoView {
    let params = use_params_map();
    let unit = Memo::new(move |_| params.read().get("unit").unwrap_or_default());
    let known = use_unit(move || unit.get());
    let shared = Shared {
        unit,
        links: use_whole(move || Some(api::query("/links", &[("unit", Some(&unit.get()))]))),
        services: use_whole(move || Some(format!("/units/{}/services", unit.get()))),
        questionnaires: use_remote(|| Some("/questionnaires?limit=200".to_owned())),
        made: RwSignal::new(None),
    };
    let open = RwSignal::new(false);
    let administrator = Signal::derive(|| session::user().is_some_and(|user| user.role == Role::Administrator));
    let title = move || known.value().map_or_else(|| unit.get(), |unit| unit.name.clone());
    let lead = move || known.value().map(|unit| format!("{} · {}", unit.kind.name(), unit.code));
    let above = move || {
        administrator.get().then(|| {
            view! {
                <A href="/console/units">
                    <Icon glyph=Glyph::Left/>
                    {tr(UnitText::Title)}
                </A>
            }
        })
    };
    view! {
        <PageHead title=Signal::derive(title) lead=Signal::derive(lead) above=above>
            <LinkButton href=Signal::derive(move || crate::menu::unit_address(&unit.get()))>{tr(UnitText::Figures)}</LinkButton>
            <Button kind=ButtonKind::Primary glyph=Glyph::Plus on_press=move || open.set(true)>{tr(LinkText::Make)}</Button>
        </PageHead>
        {move || shared.made.get().map(|code| {
            view! { <Notice tone=Tone::Good>{tr_with(LinkText::Made, &[("code", &code)])}</Notice> }
        })}
        <Loaded remote=shared.links skeleton=|| view! { <div class="card"><Skeleton lines=8/></div> } let:page>
            {list(shared, &page, open)}
        </Loaded>
        <div class="g two lower">
            <Services unit services=shared.services editable=administrator/>
            <Served unit services=shared.services/>
        </div>
        <Dialog open title=tr(LinkText::Make)>
            <form::LinkForm shared open/>
        </Dialog>
    }
}

fn list(shared: Shared, page: &Arc<LinkPage>, making: RwSignal<bool>) -> AnyView {
    if page.items.is_empty() {
        return view! {
            <div class="card">
                <Empty title=tr(LinkText::EmptyTitle) text=tr(LinkText::EmptyText) glyph=Glyph::QrCode>
                    <Button glyph=Glyph::Plus on_press=move || making.set(true)>{tr(LinkText::Make)}</Button>
                </Empty>
            </div>
        }
        .into_any();
    }
    let (open, closed): (Vec<Link>, Vec<Link>) = page.items.iter().cloned().partition(is_open);
    let number = i64::try_from(closed.len()).unwrap_or(i64::MAX);
    let show = RwSignal::new(open.is_empty());
    let more = (!closed.is_empty() && !open.is_empty()).then(|| {
        let words = tr_with(LinkText::ShowClosed, &[("count", &count(number))]);
        view! {
            <label class="check closed-too">
                <input type="checkbox" prop:checked=move || show.get() on:change=move |event| show.set(event_target_checked(&event))/>
                {words}
            </label>
        }
    });
    let changing = change::Changing::new(shared);
    view! {
        <ul class="links">{open.into_iter().map(|link| item::item(shared, link, changing)).collect_view()}</ul>
        {more}
        <Show when=move || show.get()>
            <ul class="links closed">
                {closed.clone().into_iter().map(|link| item::item(shared, link, changing)).collect_view()}
            </ul>
        </Show>
        {changing.dialogs()}
    }
    .into_any()
}

/// The units for a choice elsewhere.
pub(crate) fn unit_choices() -> Memo<Vec<(String, String)>> {
    let units = use_units();
    Memo::new(move |_| units.value().map(|page| crate::unit_list::choices(&page.items)).unwrap_or_default())
}
