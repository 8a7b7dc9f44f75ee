//! What people wrote lately, and how a comment stands on a screen.

use super::Asked;
use contract::ServicePage;
use contract::results::{Comment, CommentPage};
use leptos::prelude::*;
use leptos_router::components::A;
use texts::overview::OverviewText;
use ui::language::period as period_name;
use ui::{Card, Loaded, Skeleton, api, tr, use_remote};

/// How many stand on the overview.
const SHOWN: &str = "3";

pub(super) fn latest(asked: Asked) -> impl IntoView {
    let page = use_remote::<CommentPage>(move || {
        Some(asked.path("comments", &[("period", Some(&asked.period.get())), ("limit", Some(SHOWN))]))
    });
    let services = services(asked);
    let all = move || {
        let subtree = asked.subtree.get().then_some("true");
        let period = asked.period.get();
        let period = (period != "current").then_some(period.as_str());
        api::query(
            &format!("/console/units/{}/comments", asked.unit.get()),
            &[("period", period), ("subtree", subtree)],
        )
    };
    let note = move || asked.service.get().map(|_| tr(OverviewText::CommentsOfUnit).to_owned());
    let link = move || view! { <A href=all attr:class="more">{tr(OverviewText::CommentsAll)}</A> };
    view! {
        <Card title=tr(OverviewText::Comments) note=Signal::derive(note) actions=link>
            <Loaded remote=page skeleton=|| view! { <Skeleton lines=4/> } let:page>
                {if page.items.is_empty() {
                    view! { <p class="mut">{tr(OverviewText::CommentsEmpty)}</p> }.into_any()
                } else {
                    let comments = page.items.clone();
                    view! {
                        <ul class="comments">
                            {comments.into_iter().map(|comment| item(comment, services)).collect_view()}
                        </ul>
                    }
                    .into_any()
                }}
            </Loaded>
        </Card>
    }
}

/// The names of the unit's services.
pub(super) fn services(asked: Asked) -> ui::Remote<ServicePage> {
    use_remote(move || Some(format!("/units/{}/services?limit=200", asked.unit.get())))
}

/// A comment with its month, and its service where that tells nobody who wrote.
pub(super) fn item(comment: Comment, services: ui::Remote<ServicePage>) -> impl IntoView {
    let month = period_name(&comment.month);
    let service = move || {
        let code = comment.service.clone()?;
        let services = services.value();
        let name =
            services.and_then(|page| page.items.iter().find(|service| service.code == code).map(|s| s.name.clone()));
        Some(format!(" · {}", name?))
    };
    view! {
        <li>
            <p>"“" {comment.text} "”"</p>
            <p class="mut">{month} {service}</p>
        </li>
    }
}
