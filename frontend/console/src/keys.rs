//! Keys for other systems: made once, shown once, revoked with one question.

mod form;

use crate::action::Action;
use crate::confirm::Confirm;
use crate::secret::Secret;
use contract::{ApiKey, ApiKeyPage, ApiKeyScope};
use leptos::prelude::*;
use texts::access::KeyText;
use ui::api::{self, Method};
use ui::language::{day, day_and_time};
use ui::{
    Button, ButtonKind, Column, Dialog, Empty, Glyph, Loaded, PageHead, Row, Skeleton, Table, Tag, Tone, tr, tr_with,
    use_whole,
};

pub(crate) const fn scope_text(scope: ApiKeyScope) -> KeyText {
    match scope {
        ApiKeyScope::SubmitAnswers => KeyText::ScopeSubmit,
        ApiKeyScope::ReadResults => KeyText::ScopeRead,
    }
}

#[component]
pub(crate) fn Keys() -> impl IntoView {
    let keys = use_whole::<ApiKeyPage>(|| Some("/api-keys".to_owned()));
    let units = crate::links::unit_choices();
    let making = RwSignal::new(false);
    let secret = RwSignal::new(None::<String>);
    let (asking, revoked) = (RwSignal::new(false), RwSignal::new(None::<ApiKey>));
    let action = Action::new();
    let ask = Callback::new(move |key: ApiKey| {
        action.clear();
        revoked.set(Some(key));
        asking.set(true);
    });
    let revoke = move || {
        let Some(key) = revoked.get_untracked() else { return };
        let path = format!("/api-keys/{}", key.prefix);
        action.run(async move { api::change::<()>(Method::DELETE, &path, &()).await }, move |()| {
            asking.set(false);
            keys.reload();
        });
    };
    let revoke_title = move || {
        let name = revoked.read().as_ref().map(|key| key.name.clone()).unwrap_or_default();
        tr_with(KeyText::RevokeTitle, &[("name", &name)])
    };
    let unit_name = Callback::new(move |code: String| {
        let name = units.read().iter().find(|(known, _)| *known == code).map(|(_, name)| name.trim().to_owned());
        name.unwrap_or(code)
    });
    view! {
        <PageHead title=tr(KeyText::Title) lead=tr(KeyText::Lead)>
            <a class="btn two" href="/docs" target="_blank" rel="noopener">{tr(KeyText::Docs)}</a>
            <Button kind=ButtonKind::Primary glyph=Glyph::Plus on_press=move || making.set(true)>{tr(KeyText::Make)}</Button>
        </PageHead>
        <div class="card">
            <Loaded remote=keys skeleton=|| view! { <Skeleton lines=6/> } let:page>
                {if page.items.is_empty() {
                    view! { <Empty title=tr(KeyText::EmptyTitle) text=tr(KeyText::EmptyText) glyph=Glyph::Key/> }.into_any()
                } else {
                    table(page.items.clone(), unit_name, ask)
                }}
            </Loaded>
        </div>
        <Dialog open=making title=tr(KeyText::Make)>
            <form::KeyForm open=making units secret keys/>
        </Dialog>
        <Secret secret title=tr(KeyText::MadeTitle).to_owned() text=tr(KeyText::MadeText) done=tr(KeyText::Done)/>
        <Confirm
            open=asking
            title=Signal::derive(revoke_title)
            text=tr(KeyText::RevokeText).to_owned()
            button=tr(KeyText::Revoke)
            action
            on_confirm=revoke
        />
    }
}

fn table(mut keys: Vec<ApiKey>, unit_name: Callback<String, String>, ask: Callback<ApiKey>) -> AnyView {
    // What works first, the newest before older ones.
    keys.sort_by(|a, b| (a.revoked_at.is_some(), &b.created_at).cmp(&(b.revoked_at.is_some(), &a.created_at)));
    let columns = vec![
        Column::words(tr(KeyText::Name)),
        Column::words(tr(KeyText::Prefix)),
        Column::words(tr(KeyText::Scopes)),
        Column::words(tr(texts::units::UnitText::Unit)),
        Column::words(tr(KeyText::LastUsed)),
        Column::words(tr(KeyText::State)),
        Column::words(""),
    ];
    let row = move |key: &ApiKey| -> Row {
        let scopes = key.scopes.iter().map(|scope| tr(scope_text(*scope))).collect::<Vec<_>>().join(", ");
        let used = key.last_used_at.as_deref().map_or_else(|| tr(KeyText::Never).to_owned(), day_and_time);
        let (tone, words) = match &key.revoked_at {
            None => (Tone::Good, tr(KeyText::Working).to_owned()),
            Some(time) => (Tone::Soft, tr_with(KeyText::Revoked, &[("day", &day(time))])),
        };
        let state = view! { <Tag tone>{words}</Tag> };
        let (asked, unit) = (key.clone(), key.unit.clone());
        let label = format!("{}: {}", tr(KeyText::Revoke), key.name);
        let button = key.revoked_at.is_none().then(|| {
            view! {
                <Button kind=ButtonKind::Plain label=label on_press=move || ask.run(asked.clone())>{tr(KeyText::Revoke)}</Button>
            }
        });
        vec![
            key.name.clone().into_any(),
            view! { <code>{key.prefix.clone()}</code> }.into_any(),
            scopes.into_any(),
            (move || unit_name.run(unit.clone())).into_any(),
            used.into_any(),
            state.into_any(),
            button.into_any(),
        ]
    };
    let rows = move || keys.iter().map(row).collect::<Vec<_>>();
    view! { <Table caption=tr(KeyText::Title) columns rows/> }.into_any()
}
