//! What people wrote lately, and how comments stand on a screen.

use super::Asked;
use contract::results::{Comment, CommentPage};
use dom::prelude::*;
use json::Value;
use texts::overview::OverviewText;
use ui::language::period as period_name;
use ui::{Card, Remote, api, loaded, skeleton, tr, use_remote};

/// How many stand on the overview.
const SHOWN: &str = "3";

pub(super) fn latest(asked: &Asked) -> Node {
    let (path, of, service) = (asked.clone(), asked.clone(), asked.service);
    let page = use_remote::<CommentPage>(move || {
        Some(path.path("/comments", &[("period", Some(&path.period.get())), ("limit", Some(SHOWN))]))
    });
    let services = services(asked);
    let all = move || {
        let period = of.period.get();
        let period = (period != "current").then_some(period.as_str());
        let subtree = of.subtree().then_some("true");
        api::query(&format!("/console{}", of.of_unit("/comments")), &[("period", period), ("subtree", subtree)])
    };
    let content = loaded(
        page,
        || skeleton(4),
        move |page| {
            if page.items.is_empty() {
                return el("p", "mut").text(tr(OverviewText::CommentsEmpty));
            }
            el("ul", "comments").child(live(move || items(&page.items, services)))
        },
    );
    Card::new(tr(OverviewText::Comments), content)
        .note(move || service.read().is_some().then(|| tr(OverviewText::CommentsOfUnit)))
        .actions(el("a", "more").bind("href", all).text(tr(OverviewText::CommentsAll)))
        .node()
}

/// The names of the unit's services.
pub(super) fn services(asked: &Asked) -> Remote<Value> {
    let path = asked.of_unit("/services?limit=200");
    use_remote(move || Some(path.clone()))
}

/// Comments, each with its month, and its service where that tells nobody who wrote.
pub(super) fn items(comments: &[Comment], services: Remote<Value>) -> Vec<Node> {
    let services = services.value();
    let name = |code: &String| services.as_ref()?.list("items").iter().find(|service| service.text("code") == code);
    let item = |comment: &Comment| {
        let below = el("p", "mut").text(&period_name(&comment.month));
        let below = match comment.service.as_ref().and_then(name) {
            Some(service) => below.text(" · ").text(service.text("name")),
            None => below,
        };
        el("li", "").child(el("p", "").text("“").text(&comment.text).text("”")).child(below)
    };
    comments.iter().map(item).collect()
}
