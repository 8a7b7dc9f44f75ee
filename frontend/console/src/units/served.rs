//! How many people a unit serves in a period; the required sample follows from it.

use crate::action::Action;
use crate::address::present_month;
use contract::{PeopleServed, PeopleServedPage, PeopleServedSource, PutPeopleServedRequest, ServicePage};
use domain::Period;
use leptos::prelude::*;
use texts::ui::UiText;
use texts::units::ServedText;
use ui::api::{self, Method};
use ui::language::{count, period as period_name};
use ui::{
    Button, ButtonKind, Card, Column, Dialog, Field, FieldKind, Glyph, Loaded, Remote, Row, Select, Skeleton, Table,
    tr, tr_with, use_whole,
};

/// How many quarters the choice offers.
const QUARTERS: usize = 6;

const SOURCES: [PeopleServedSource; 3] =
    [PeopleServedSource::Register, PeopleServedSource::Antrean, PeopleServedSource::Perkiraan];

const fn source_text(source: PeopleServedSource) -> ServedText {
    match source {
        PeopleServedSource::Register => ServedText::SourceRegister,
        PeopleServedSource::Antrean => ServedText::SourceQueue,
        PeopleServedSource::Perkiraan => ServedText::SourceEstimate,
    }
}

#[component]
pub(crate) fn Served(
    /// The unit's code.
    unit: Memo<String>,
    /// Its services, for their names.
    services: Remote<ServicePage>,
) -> impl IntoView {
    let served = use_whole::<PeopleServedPage>(move || Some(format!("/units/{}/people-served", unit.get())));
    let open = RwSignal::new(false);
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Plain glyph=Glyph::Plus on_press=move || open.set(true)>{tr(ServedText::Enter)}</Button>
        }
    };
    view! {
        <Card title=tr(ServedText::Title) actions=actions>
            <p class="mut">{tr(ServedText::Lead)}</p>
            <Loaded remote=served skeleton=|| view! { <Skeleton lines=4/> } let:page>
                {if page.items.is_empty() {
                    view! { <p>{tr(ServedText::Empty)}</p> }.into_any()
                } else {
                    table(page.items.clone(), services)
                }}
            </Loaded>
            <Dialog open title=tr(ServedText::EnterTitle)>
                <ServedForm unit open served/>
            </Dialog>
        </Card>
    }
}

fn table(mut entries: Vec<PeopleServed>, services: Remote<ServicePage>) -> AnyView {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.period.first()));
    let columns = vec![
        Column::words(tr(ServedText::Period)),
        Column::numbers(tr(ServedText::People)),
        Column::numbers(tr(ServedText::Required)),
        Column::words(tr(ServedText::Source)),
    ];
    let row = move |entry: &PeopleServed| -> Row {
        let service = entry.service.as_ref().map(|code| {
            let name = services.value().and_then(|page| {
                page.items.iter().find(|service| service.code == *code).map(|service| service.name.clone())
            });
            format!(" · {}", name.unwrap_or_else(|| code.clone()))
        });
        let before = entry.earlier.first().map(|earlier| {
            let reason = entry.reason.clone().unwrap_or_default();
            let words = tr_with(ServedText::Before, &[("people", &count(earlier.people)), ("reason", &reason)]);
            view! { <span class="note">{words}</span> }
        });
        let period = format!("{}{}", period_name(&entry.period.to_string()), service.unwrap_or_default());
        vec![
            view! { <span>{period}</span> {before} }.into_any(),
            count(entry.people).into_any(),
            count(entry.required_sample).into_any(),
            tr(source_text(entry.source)).into_any(),
        ]
    };
    let rows = move || entries.iter().map(row).collect::<Vec<_>>();
    view! { <Table caption=tr(ServedText::Title) columns rows/> }.into_any()
}

/// Quarters around the present one, the newest first.
fn quarters() -> Vec<Period> {
    let Some(now) = present_month().map(Period::quarter_of) else { return Vec::new() };
    std::iter::successors(Some(now.next()), |period| Some(period.previous())).take(QUARTERS).collect()
}

#[component]
fn ServedForm(unit: Memo<String>, open: RwSignal<bool>, served: Remote<PeopleServedPage>) -> impl IntoView {
    let periods = quarters();
    let period = RwSignal::new(periods.get(1).copied());
    let (people, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (source, wrong) = (RwSignal::new(PeopleServedSource::Register), RwSignal::new(false));
    let action = Action::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let number = people.get_untracked().replace(['.', ' '], "").parse::<i64>().ok().filter(|number| *number >= 0);
        wrong.set(number.is_none());
        let (Some(people), Some(period)) = (number, period.get_untracked()) else { return };
        let reason = Some(reason.get_untracked().trim().to_owned()).filter(|reason| !reason.is_empty());
        let request = PutPeopleServedRequest { service: None, period, people, source: source.get_untracked(), reason };
        let path = format!("/units/{}/people-served", unit.get_untracked());
        let send = async move { api::change::<PeopleServed>(Method::PUT, &path, &request).await };
        action.run(send, move |_| {
            open.set(false);
            served.reload();
        });
    };
    let options: Vec<(String, String)> =
        periods.iter().map(|period| (period.to_string(), period_name(&period.to_string()))).collect();
    let sources = SOURCES.map(|source| (format!("{source:?}"), tr(source_text(source)).to_owned())).to_vec();
    let choose_source = move |words: String| {
        if let Some(chosen) = SOURCES.into_iter().find(|source| format!("{source:?}") == words) {
            source.set(chosen);
        }
    };
    let wrong_number = Signal::derive(move || {
        wrong.get().then(|| tr(ServedText::NotANumber).to_owned()).or_else(|| action.field("/people").get())
    });
    let wrong_reason =
        Signal::derive(move || action.field("/reason").get().map(|_| tr(ServedText::ReasonNeeded).to_owned()));
    view! {
        <form class="form" on:submit=submit>
            {action.notice()}
            <Select
                label=tr(ServedText::Period)
                options=options
                value=Signal::derive(move || period.get().map(|period| period.to_string()).unwrap_or_default())
                on_choose=move |code: String| period.set(code.parse().ok())
            />
            <Field label=tr(ServedText::People) value=people kind=FieldKind::Number error=wrong_number/>
            <Select
                label=tr(ServedText::Source)
                options=sources
                value=Signal::derive(move || format!("{:?}", source.get()))
                on_choose=choose_source
            />
            <Field label=tr(ServedText::Reason) value=reason help=tr(ServedText::ReasonHelp) error=wrong_reason optional=true/>
            <div class="acts">
                <Button on_press=move || open.set(false)>{tr(UiText::Cancel)}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=action.busy()>{tr(UiText::Save)}</Button>
            </div>
        </form>
    }
}
