//! The services of a unit: make, rename, close.

use crate::action::Action;
use contract::{CreateServiceRequest, Service, ServicePage, UpdateServiceRequest};
use domain::Code;
use domain::questionnaire::ServiceMode;
use leptos::prelude::*;
use texts::ui::UiText;
use texts::units::UnitText;
use ui::api::{self, Method, Versioned};
use ui::{
    Button, ButtonKind, Card, Column, Dialog, Field, Glyph, Loaded, Remote, Row, Select, Skeleton, Table, Tag, Tone, tr,
};

/// Every unit has it; it cannot be closed.
const GENERAL: &str = "umum";

/// The service that is being changed; `None` while a new one is made.
type Editing = RwSignal<Option<Versioned<Service>>>;

#[component]
pub(crate) fn Services(
    /// The unit's code.
    unit: Memo<String>,
    /// Its services.
    services: Remote<ServicePage>,
    /// Whether this user may change them.
    #[prop(into)]
    editable: Signal<bool>,
) -> impl IntoView {
    let (open, editing): (_, Editing) = (RwSignal::new(false), RwSignal::new(None));
    let fetching = Action::new();
    let add = move || {
        editing.set(None);
        open.set(true);
    };
    let edit = Callback::new(move |code: String| {
        let path = format!("/units/{}/services/{code}", unit.get_untracked());
        fetching.run(async move { api::get_versioned::<Service>(&path).await }, move |service| {
            editing.set(Some(service));
            open.set(true);
        });
    });
    let actions = move || {
        editable.get().then(|| {
            view! { <Button kind=ButtonKind::Plain glyph=Glyph::Plus on_press=add>{tr(UnitText::AddService)}</Button> }
        })
    };
    view! {
        <Card title=tr(UnitText::Services) actions=actions>
            {fetching.notice()}
            <Loaded remote=services skeleton=|| view! { <Skeleton lines=4/> } let:page>
                {table(page.items.clone(), editable, edit)}
            </Loaded>
            <Dialog open title=Signal::derive(move || {
                tr(if editing.read().is_some() { UnitText::EditService } else { UnitText::AddService }).to_owned()
            })>
                <ServiceForm unit open editing services/>
            </Dialog>
        </Card>
    }
}

fn table(services: Vec<Service>, editable: Signal<bool>, edit: Callback<String>) -> AnyView {
    let columns = vec![
        Column::words(tr(UnitText::Service)),
        Column::words(tr(UnitText::Mode)),
        Column::words(tr(UnitText::Fee)),
        Column::words(tr(UnitText::State)),
        Column::words(""),
    ];
    let row = move |service: &Service| -> Row {
        let code = service.code.clone();
        let label = format!("{}: {}", tr(UnitText::Edit), service.name);
        let button = editable.get().then(|| {
            view! {
                <Button kind=ButtonKind::Plain label=label on_press=move || edit.run(code.clone())>{tr(UnitText::Edit)}</Button>
            }
        });
        let state = if service.active {
            view! { <Tag tone=Tone::Good>{tr(UnitText::Open)}</Tag> }
        } else {
            view! { <Tag tone=Tone::Soft>{tr(UnitText::Closed)}</Tag> }
        };
        vec![
            service.name.clone().into_any(),
            tr(mode_text(service.mode)).into_any(),
            tr(if service.free { UnitText::Free } else { UnitText::WithFee }).into_any(),
            state.into_any(),
            button.into_any(),
        ]
    };
    let rows = move || services.iter().map(row).collect::<Vec<_>>();
    view! { <Table caption=tr(UnitText::Services) columns rows/> }.into_any()
}

const fn mode_text(mode: ServiceMode) -> UnitText {
    match mode {
        ServiceMode::Counter => UnitText::ModeCounter,
        ServiceMode::Online => UnitText::ModeOnline,
        ServiceMode::Hybrid => UnitText::ModeHybrid,
    }
}

#[component]
fn ServiceForm(
    unit: Memo<String>,
    open: RwSignal<bool>,
    editing: Editing,
    services: Remote<ServicePage>,
) -> impl IntoView {
    let before = editing.get_untracked();
    let service = before.as_ref().map(|before| before.value.clone());
    let known = service.clone().unwrap_or(Service {
        unit: String::new(),
        code: String::new(),
        name: String::new(),
        mode: ServiceMode::Counter,
        free: true,
        active: true,
    });
    let (code, name) = (RwSignal::new(known.code.clone()), RwSignal::new(known.name.clone()));
    let (mode, free) = (RwSignal::new(known.mode), RwSignal::new(known.free));
    let action = Action::new();
    let code_error = RwSignal::new(false);
    let done = move || {
        open.set(false);
        services.reload();
    };
    let change = {
        let before = before.clone();
        move |change: UpdateServiceRequest| {
            let Some(before) = before.clone() else { return };
            let path = format!("/units/{}/services/{}", unit.get_untracked(), before.value.code);
            let send =
                async move { api::change_versioned::<Service>(Method::PATCH, &path, &change, &before.etag).await };
            action.run(send, move |_| done());
        }
    };
    let change = StoredValue::new(change);
    let is_new = before.is_none();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (name, mode, free) = (name.get_untracked(), mode.get_untracked(), free.get_untracked());
        if !is_new {
            let request =
                UpdateServiceRequest { name: Some(name), mode: Some(mode), free: Some(free), ..Default::default() };
            return change.with_value(|change| change(request));
        }
        let parsed = Code::parse(code.get_untracked().trim());
        code_error.set(parsed.is_err());
        let Ok(code) = parsed else { return };
        let request = CreateServiceRequest { code, name, mode, free };
        let path = format!("/units/{}/services", unit.get_untracked());
        action.run(async move { api::change::<Service>(Method::POST, &path, &request).await }, move |_| done());
    };
    let modes = ServiceMode::ALL.map(|mode| (format!("{mode:?}"), tr(mode_text(mode)).to_owned())).to_vec();
    let choose_mode = move |words: String| {
        if let Some(chosen) = ServiceMode::ALL.into_iter().find(|mode| format!("{mode:?}") == words) {
            mode.set(chosen);
        }
    };
    let wrong_code = Signal::derive(move || {
        let own = code_error.get().then(|| tr(UnitText::CodeHelp).to_owned());
        own.or_else(|| action.field("/code").get())
    });
    let closing = (!is_new && known.code != GENERAL).then(|| {
        let words = if known.active { UnitText::CloseService } else { UnitText::ReopenService };
        let active = !known.active;
        let press = move || {
            change.with_value(|change| change(UpdateServiceRequest { active: Some(active), ..Default::default() }))
        };
        view! {
            <div class="ending">
                {known.active.then(|| view! { <p class="mut">{tr(UnitText::CloseServiceText)}</p> })}
                <Button
                    kind=if known.active { ButtonKind::Danger } else { ButtonKind::Secondary }
                    busy=action.busy()
                    on_press=press
                >
                    {tr(words)}
                </Button>
            </div>
        }
    });
    view! {
        <form class="form" on:submit=submit>
            {action.notice()}
            {is_new.then(|| view! { <Field label=tr(UnitText::Code) value=code help=tr(UnitText::CodeHelp) error=wrong_code/> })}
            <Field label=tr(UnitText::Name) value=name error=action.field("/name")/>
            <Select
                label=tr(UnitText::Mode)
                options=modes
                value=Signal::derive(move || format!("{:?}", mode.get()))
                on_choose=choose_mode
            />
            <label class="check">
                <input type="checkbox" prop:checked=move || free.get() on:change=move |event| free.set(event_target_checked(&event))/>
                {tr(UnitText::FreeCheck)}
            </label>
            <div class="acts">
                <Button on_press=move || open.set(false)>{tr(UiText::Cancel)}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=action.busy()>{tr(UiText::Save)}</Button>
            </div>
            {closing}
        </form>
    }
}
