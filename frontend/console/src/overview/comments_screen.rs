//! Every comment of a period, with search; more come page by page.

use super::comments::{item, services};
use super::{Asked, filters};
use crate::address::{use_set, use_value};
use crate::period_picker::PeriodPicker;
use contract::Unit;
use contract::results::{Comment, CommentPage};
use leptos::prelude::*;
use leptos::task::spawn_local;
use texts::overview::OverviewText;
use texts::ui::UiText;
use ui::{
    Button, Empty, Field, FieldKind, Glyph, Loaded, Notice, PageHead, Skeleton, Tone, api, tr, tr_with, use_remote,
};

/// Rows a page.
const ROWS: &str = "30";
/// The shortest search the API takes.
const SHORTEST: usize = 2;

#[component]
pub(crate) fn Comments() -> impl IntoView {
    let asked = Asked::use_address();
    let unit = use_remote::<Unit>(move || Some(format!("/units/{}", asked.unit.get())));
    let words = use_value("q");
    let typed = RwSignal::new(words.get_untracked().unwrap_or_default());
    let set = StoredValue::new(use_set());
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = typed.get_untracked().trim().to_owned();
        set.with_value(|set| set(&[("q", (words.chars().count() >= SHORTEST).then_some(words.as_str()))]));
    };
    let path = move |cursor: Option<&str>| {
        let (period, words) = (asked.period.get(), words.get());
        let pairs =
            [("period", Some(period.as_str())), ("q", words.as_deref()), ("limit", Some(ROWS)), ("cursor", cursor)];
        asked.path("comments", &pairs)
    };
    let first = use_remote::<CommentPage>(move || Some(path(None)));
    let lead = move || unit.value().map(|unit| unit.name.clone());
    view! {
        <PageHead title=tr(OverviewText::Comments) lead=Signal::derive(lead) above=filters::above(asked)>
            <PeriodPicker/>
            <form class="search-form" role="search" on:submit=search>
                <Field label=tr(OverviewText::CommentsSearch) value=typed kind=FieldKind::Search bare=true/>
                <Button submit=true>{tr(UiText::Search)}</Button>
            </form>
        </PageHead>
        <div class="card">
            <p class="note">{tr(OverviewText::CommentsLead)}</p>
            <Loaded remote=first skeleton=|| view! { <Skeleton lines=9/> } let:page>
                {list(asked, (*page).clone(), words.get_untracked(), StoredValue::new(Box::new(move |cursor: &str| untrack(|| path(Some(cursor))))))}
            </Loaded>
        </div>
    }
}

type NextPath = StoredValue<Box<dyn Fn(&str) -> String + Send + Sync>>;

fn list(asked: Asked, page: CommentPage, words: Option<String>, path: NextPath) -> AnyView {
    if page.items.is_empty() {
        let title = words.map_or_else(
            || tr(OverviewText::CommentsEmpty).to_owned(),
            |words| tr_with(OverviewText::CommentsNotFound, &[("words", &words)]),
        );
        return view! { <Empty title=title text="" glyph=Glyph::Comments/> }.into_any();
    }
    let services = services(asked);
    let (comments, next) = (RwSignal::new(page.items), RwSignal::new(page.next));
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let more = move || {
        let Some(cursor) = next.get_untracked() else { return };
        busy.set(true);
        let address = path.with_value(|path| path(&cursor));
        spawn_local(async move {
            match api::get::<CommentPage>(&address).await {
                Ok(page) => {
                    comments.try_update(|comments: &mut Vec<Comment>| comments.extend(page.items));
                    next.try_set(page.next);
                    failed.try_set(None);
                }
                Err(failure) => {
                    failed.try_set(Some(failure.sentence()));
                }
            }
            busy.try_set(false);
        });
    };
    view! {
        <ul class="comments long">
            {move || comments.get().into_iter().map(|comment| item(comment, services)).collect_view()}
        </ul>
        {move || failed.get().map(|sentence| view! { <Notice tone=Tone::Bad>{sentence}</Notice> })}
        <Show when=move || next.get().is_some()>
            <div class="acts centre">
                <Button busy=busy on_press=more>{tr(UiText::More)}</Button>
            </div>
        </Show>
    }
    .into_any()
}
