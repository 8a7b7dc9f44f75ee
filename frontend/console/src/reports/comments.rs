//! Comments that are released for the report, ticked in the list of the unit's comments.

use super::shape::Report;
use super::sheet::{Sheet, Writing};
use crate::action::Action;
use crate::menu::CITY;
use dom::checked;
use dom::prelude::*;
use domain::words::masked;
use json::Value;
use signals::untrack;
use std::rc::Rc;
use texts::reports::ReportPlanText as T;
use texts::ui::UiText;
use ui::language::period;
use ui::{Button, ButtonKind, Glyph, Tone, api, dialog, empty, loaded, skeleton, tag, tr, use_remote};

/// Comments a page.
const ROWS: &str = "100";

/// The released comments, and the choice of them while the report is open.
pub(super) fn comments(sheet: Sheet) -> Node {
    let released = sheet.part(|report| report.comments().clone());
    let list = live(move || {
        let items: Vec<Node> = released.with(|released| {
            released.items().iter().map(|comment| el("li", "").text("“").text(comment.text("text")).text("”")).collect()
        });
        match items.is_empty() {
            true => el("p", "note").text(tr(T::CommentsNone)),
            false => el("ul", "printed").attr("lang", "id").all(items),
        }
    });
    let (open, writing) = (RwSignal::new(false), Writing::new(sheet));
    let choose = show(
        move || sheet.is_open(),
        move || {
            let button = Button::new(tr(T::CommentsChoose)).kind(ButtonKind::Plain).glyph(Glyph::Comments);
            el("div", "acts").child(button.on_press(move || open.set(true))).child(writing.said())
        },
    );
    let title = tr(T::CommentsTitle);
    fragment().child(list).child(choose).child(dialog(open, title, move || choice(sheet, writing)))
}

/// The address of the page that begins at a cursor.
type NextPath = dyn Fn(Option<&str>) -> String;

fn choice(sheet: Sheet, writing: Writing) -> Node {
    let path: Rc<NextPath> = Rc::new(move |cursor| {
        sheet.now(|report| {
            let service = Some(report.service()).filter(|service| !service.is_empty());
            let subtree = (report.unit() == CITY).then_some("true");
            let pairs = [
                ("period", Some(report.period())),
                ("service", service),
                ("subtree", subtree),
                ("limit", Some(ROWS)),
                ("cursor", cursor),
            ];
            api::query(&format!("/units/{}/comments", report.unit()), &pairs)
        })
    });
    let first = path(None);
    let given = use_remote::<Value>(move || Some(first.clone()));
    let list = loaded(
        given,
        || skeleton(6),
        move |page| match page.list("items") {
            [] => empty(tr(T::CommentsEmpty), "", Some(Glyph::Comments)),
            _ => pages(sheet, writing, &page, Rc::clone(&path)),
        },
    );
    [writing.notice_of_step(), el("p", "mut").text(tr(T::CommentsLead)), list].into()
}

/// The first page, and those that are asked for.
fn pages(sheet: Sheet, writing: Writing, first: &Value, path: Rc<NextPath>) -> Node {
    let read = RwSignal::new(vec![first.clone()]);
    let action = Action::new();
    let cursor = move || read.with(|read| read.last().map(|page| page.text("next").to_owned()).unwrap_or_default());
    let more = move || {
        let address = path(Some(&untrack(cursor)));
        action.run(api::get::<Value>(&address), move |page| {
            read.try_update(|read| read.push(page));
        });
    };
    let more = Button::new(tr(UiText::More)).busy(action.busy()).on_press(more);
    let more = el("div", "acts centre").child(more);
    let lines = live(move || {
        let lines = |page: &Value| page.list("items").iter().map(|comment| line(sheet, writing, comment)).collect();
        read.with(|read| Node::from(read.iter().flat_map::<Vec<Node>, _>(lines).collect::<Vec<Node>>()))
    });
    fragment()
        .child(el("ul", "choice").attr("lang", "id").child(lines))
        .child(action.notice())
        .child(show(move || !cursor().is_empty(), move || more.clone()))
}

/// A comment as it would be printed.
fn line(sheet: Sheet, writing: Writing, comment: &Value) -> Node {
    let (month, text) = (comment.text("month").to_owned(), comment.text("text").to_owned());
    let printed = masked(&text);
    let is_masked = printed != text;
    let of_month = period(&month);
    let same = {
        let (month, printed) = (month.clone(), printed.clone());
        move |comment: &Value| comment.text("month") == month && comment.text("text") == printed
    };
    let released = same.clone();
    let released = move || sheet.with(|report: Report<'_>| report.comments().items().iter().any(&released));
    let tick = el("input", "").attr("type", "checkbox").prop("checked", released).on("change", move |event| {
        let (on, same) = (checked(&event), same.clone());
        let comment = Value::object(&[("month", month.clone().into()), ("text", text.clone().into())]);
        let change = move |edits: &mut Value| {
            let mut all = edits.list("comments").to_vec();
            all.retain(|known| !same(known));
            if on {
                all.push(comment);
            }
            edits.set("comments", all);
        };
        sheet.edit(writing, change, || ());
    });
    let words = el("span", "").text(&printed).text(" ");
    let note = el("span", "note").text(&of_month);
    let mask = is_masked.then(|| tag(Tone::Soft, tr(T::CommentMasked)));
    el("li", "").child(el("label", "check").child(tick).child(words.child(note).child(Node::from(mask))))
}
