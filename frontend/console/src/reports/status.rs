//! Where a report stands, who did what when, and the day it bears.

use super::address;
use super::shape::{Report, State};
use super::sheet::{Sheet, Writing};
use super::steps::delete;
use crate::secret::copy_button;
use dom::prelude::*;
use dom::{value, window};
use json::Value;
use texts::reports::ReportText;
use texts::units::LinkText;
use ui::language::{count, language};
use ui::{Glyph, Notice, Tone, icon, link, tr, tr_with};

/// The card.
pub(super) fn status(sheet: Sheet) -> Node {
    let stands = sheet.part(|report| {
        let steps =
            ["created", "submitted", "published"].map(|step| report.step(step).map(|(time, who)| vec![time, who]));
        Value::object(&[
            ("steps", steps.to_vec().into()),
            ("ahead", report.minutes_ahead().into()),
            ("late", report.late().into()),
            ("state", report.state().code().into()),
            ("code", report.code().into()),
        ])
    });
    let shown = move || stands.with(|stands| [steps(stands), late(stands), public(stands)]);
    let draft = show(move || sheet.is_open(), move || [dated(sheet), el("div", "acts").child(delete(sheet))]);
    fragment().child(live(move || Node::from(shown()))).child(draft)
}

fn steps(stands: &Value) -> Node {
    let names = [
        (ReportText::StepMade, ReportText::StepMade),
        (ReportText::StepSubmitted, ReportText::StepNotSubmitted),
        (ReportText::StepPublished, ReportText::StepNotPublished),
    ];
    let steps = stands.list("steps");
    let next = steps.iter().position(|step| *step == Value::Null);
    let line = |(at, (step, (done, not_yet)))| {
        let step: &Value = step;
        let (class, words) = match step {
            Value::List(_) => ("done", done),
            _ if next == Some(at) => ("next", not_yet),
            _ => ("", not_yet),
        };
        let told = step.items().first().and_then(Value::as_text).map(|time| {
            // Those of the city: a signed document names them too.
            let time = texts::format::day_and_time(time, stands.number("ahead"), language());
            let who = step.items()[1].as_text().unwrap_or_default();
            el("span", "note").text(&tr_with(ReportText::StepWho, &[("time", &time), ("who", who)]))
        });
        el("li", class).child(el("span", "").text(tr(words))).child(Node::from(told))
    };
    el("ol", "steps-list").all(steps.iter().zip(names).enumerate().map(line))
}

fn late(stands: &Value) -> Node {
    let late = stands.number("late");
    let words = || tr_with(ReportText::Late, &[("count", &count(late))]);
    (late > 0).then(|| el("p", "late").child(icon(Glyph::Info)).child(el("span", "").text(&words()))).into()
}

/// The short address behind the QR code.
fn public(stands: &Value) -> Node {
    if stands.text("state") != State::Published.code() {
        return fragment();
    }
    let origin = window().location().origin().unwrap_or_default();
    let address = format!("{origin}/l/{}", stands.text("code"));
    let shown = address.split_once("://").map_or("", |(_, rest)| rest);
    let open = el("a", "btn three").attr("href", &address).attr("target", "_blank").attr("rel", "noopener");
    let open = open.child(icon(Glyph::External)).text(tr(ReportText::PublicOpen));
    let acts = el("div", "acts").child(open).child(copy_button(address.clone(), tr(LinkText::CopyAddress)));
    el("div", "public")
        .child(el("p", "note").text(tr(ReportText::PublicPage)))
        .child(el("p", "address").text(shown))
        .child(acts)
}

/// The day the report bears.
fn dated(sheet: Sheet) -> Node {
    let writing = Writing::new(sheet);
    let day = sheet.part(|report| report.edits().get("dated").clone());
    let shown = move || day.with(|day| day.as_text().unwrap_or_default().to_owned());
    let input = el("input", "").attr("type", "date").attr("id", "dated").attr("aria-describedby", "dated-help");
    let input = input.prop("value", shown).on("change", move |event| {
        let typed = value(&event);
        let day = if typed.is_empty() { Value::Null } else { typed.into() };
        sheet.edit(writing, move |edits| edits.set("dated", day), || ());
    });
    el("div", "field")
        .child(el("label", "").attr("for", "dated").text(tr(ReportText::Dated)))
        .child(el("p", "help").attr("id", "dated-help").text(tr(ReportText::DatedHelp)))
        .child(el("div", "input").child(input))
        .child(writing.notice_of_step())
}

/// What took its place, above the page.
pub(super) fn superseded(sheet: Sheet) -> Node {
    let by = sheet.part(|report: Report<'_>| report.superseded_by().into());
    live(move || {
        let id = by.with(|id| id.as_text().unwrap_or_default().to_owned());
        (!id.is_empty()).then(|| {
            let open = link(address(&id), tr(ReportText::SupersededOpen));
            Notice::new(Tone::Warn, [tr(ReportText::SupersededText).into(), open])
                .title(tr(ReportText::SupersededTitle))
                .node()
        })
    })
}
