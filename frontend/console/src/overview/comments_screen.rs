//! Every comment of a period, with search; more come page by page.

use super::comments::{items, services};
use super::{Asked, filters};
use crate::action::Action;
use crate::address::{set, use_period, use_value};
use crate::period_picker::period_picker;
use crate::unit_list::use_units;
use contract::Unit;
use contract::results::CommentPage;
use dom::prelude::*;
use signals::untrack;
use std::rc::Rc;
use std::sync::Arc;
use texts::overview::OverviewText;
use texts::ui::UiText;
use ui::{Button, Field, FieldKind, Glyph, PageHead, api, empty, loaded, skeleton, tr, tr_with, use_remote};

/// Rows a page.
const ROWS: &str = "30";
/// The shortest search the API takes.
const SHORTEST: usize = 2;

/// The comments on a unit.
pub(crate) fn comments(unit: &str) -> Node {
    let (asked, words) = (Asked::use_address(unit), use_value("q"));
    let of_unit = asked.of_unit("");
    let unit = use_remote::<Unit>(move || Some(of_unit.clone()));
    let head = PageHead::new(tr(OverviewText::Comments))
        .lead(move || unit.value().map(|unit| unit.name.clone()))
        .above(filters::above(&asked, use_units()))
        .filters([period_picker(use_period()), search(words)]);
    let of = asked.clone();
    let path: Rc<NextPath> = Rc::new(move |cursor| {
        let (period, words) = (of.period.get(), words.get());
        let pairs =
            [("period", Some(period.as_str())), ("q", words.as_deref()), ("limit", Some(ROWS)), ("cursor", cursor)];
        of.path("/comments", &pairs)
    });
    let first = Rc::clone(&path);
    let first = use_remote::<CommentPage>(move || Some(first(None)));
    let list = loaded(first, || skeleton(9), move |page| list(&asked, &page, words, &path));
    let lead = el("p", "note").text(tr(OverviewText::CommentsLead));
    fragment().child(head).child(el("div", "card").child(lead).child(list))
}

/// The address of the page that begins at a cursor.
type NextPath = dyn Fn(Option<&str>) -> String;

fn search(words: Memo<Option<String>>) -> Node {
    let typed = RwSignal::new(words.get_untracked().unwrap_or_default());
    let search = move || {
        let typed = typed.get_untracked();
        let words = typed.trim();
        set(&[("q", (words.chars().count() >= SHORTEST).then_some(words))]);
    };
    el("form", "search-form")
        .attr("role", "search")
        .on("submit", dom::stop(search))
        .child(Field::new(tr(OverviewText::CommentsSearch), typed).kind(FieldKind::Search).bare())
        .child(Button::new(tr(UiText::Search)).submit())
}

fn list(asked: &Asked, first: &Arc<CommentPage>, words: Memo<Option<String>>, path: &Rc<NextPath>) -> Node {
    if first.items.is_empty() {
        let title = words.get_untracked().map_or_else(
            || tr(OverviewText::CommentsEmpty).to_owned(),
            |words| tr_with(OverviewText::CommentsNotFound, &[("words", &words)]),
        );
        return empty(title, "", Some(Glyph::Comments));
    }
    let (services, action, path) = (services(asked), Action::new(), Rc::clone(path));
    let read = RwSignal::new(CommentPage::clone(first));
    let more = move || {
        let Some(cursor) = read.with_untracked(|read| read.next.clone()) else { return };
        let address = untrack(|| path(Some(&cursor)));
        action.run(api::get::<CommentPage>(&address), move |page| {
            read.try_update(|read| {
                read.items.extend(page.items);
                read.next = page.next;
            });
        });
    };
    let more = Button::new(tr(UiText::More)).busy(action.busy()).on_press(more);
    let more = el("div", "acts centre").child(more);
    fragment()
        .child(el("ul", "comments long").child(live(move || items(&read.read().items, services))))
        .child(action.notice())
        .child(show(move || read.read().next.is_some(), move || more.clone()))
}
