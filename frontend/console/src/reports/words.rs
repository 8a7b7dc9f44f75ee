//! The text of a slot: paragraphs whose figures are chips, where it comes from, and how it is changed or restored.

use super::editor::editor;
use super::facts;
use super::shape::{Check, Piece, Report, pieces};
use super::sheet::{Sheet, Writing};
use super::steps::{Ask, ask};
use dom::prelude::*;
use json::Value;
use texts::reports::ReportText;
use ui::{Button, ButtonKind, Tone, tag, tr, tr_with};

/// The text of a slot: its name, the section around it, and where its own words come from.
pub(super) fn slot(sheet: Sheet, slot: &str, section: &str, own: ReportText) -> Node {
    let name = slot.to_owned();
    let text = sheet.part(move |report| vec![report.text_of(&name).clone(), foreign(report, &name).into()].into());
    let (name, section) = (slot.to_owned(), section.to_owned());
    let editing = RwSignal::new(false);
    // While it is edited, nothing that arrives may touch what is typed.
    live(move || {
        if editing.get() {
            let paragraphs = text.with_untracked(|text| text.items()[0].get("paragraphs").clone());
            return editor(sheet, &name, &section, &paragraphs, editing);
        }
        let (name, section) = (name.clone(), section.clone());
        let shown = live(move || text.with(|text| paragraphs(sheet, &text.items()[0], &text.items()[1])));
        let foot = live(move || {
            let edited = text.with(|text| text.items()[0].is("edited"));
            let label = if edited { tag(Tone::Info, tr(ReportText::Edited)) } else { el("span", "").text(tr(own)) };
            let acts = sheet.is_open().then(|| acts(sheet, &name, &section, edited, editing));
            el("div", "words-foot").child(label).child(Node::from(acts))
        });
        el("div", "words").child(shown).child(foot)
    })
}

/// The numbers in a slot that are no figures of the report.
fn foreign(report: Report<'_>, slot: &str) -> Vec<String> {
    let of_slot = |check: Check| {
        let (of, number) = check.foreign()?;
        (of == slot).then(|| number.to_owned())
    };
    report.checks().into_iter().filter_map(of_slot).collect()
}

fn acts(sheet: Sheet, slot: &str, section: &str, edited: bool, editing: RwSignal<bool>) -> Node {
    let label = tr_with(ReportText::EditOf, &[("section", section)]);
    let edit = Button::new(tr(ReportText::Edit)).kind(ButtonKind::Plain).label(label);
    let edit = edit.on_press(move || editing.set(true)).node();
    let restore = edited.then(|| restore(sheet, slot));
    fragment().child(edit).child(Node::from(restore))
}

fn restore(sheet: Sheet, slot: &str) -> Node {
    let (open, writing) = (RwSignal::new(false), Writing::new(sheet));
    let slot = slot.to_owned();
    let question = Ask {
        title: ReportText::RestoreTitle,
        text: ReportText::RestoreText,
        button: ReportText::Restore,
        kind: ButtonKind::Danger,
    };
    let act = move || {
        let slot = slot.clone();
        let done = move || {
            open.try_set(false);
        };
        sheet.edit(writing, move |edits| set_text(edits, &slot, None), done);
    };
    let button = Button::new(tr(ReportText::Restore)).kind(ButtonKind::Plain).on_press(move || open.set(true));
    fragment().child(button).child(ask(open, question, writing, || (), act))
}

/// Puts paragraphs in place of what a slot says by itself, or takes them out.
pub(super) fn set_text(edits: &mut Value, slot: &str, paragraphs: Option<Value>) {
    let mut texts: Vec<Value> = edits.list("texts").iter().filter(|text| text.text("slot") != slot).cloned().collect();
    texts.extend(paragraphs.map(|paragraphs| Value::object(&[("slot", slot.into()), ("paragraphs", paragraphs)])));
    edits.set("texts", texts);
}

fn paragraphs(sheet: Sheet, text: &Value, foreign: &Value) -> Node {
    let foreign: Vec<&str> = foreign.items().iter().filter_map(Value::as_text).collect();
    let paragraph = |paragraph: &Value| {
        let made = el("p", "");
        pieces(paragraph).fold(made, |made, piece| match piece {
            Piece::Words(words) => marked(made, words, &foreign),
            Piece::Figure { key, shown } => made.child(chip(sheet, key, shown)),
        })
    };
    let all: Vec<Node> = text.list("paragraphs").iter().map(paragraph).collect();
    if all.is_empty() {
        return el("p", "note").text(tr(ReportText::NoText));
    }
    el("div", "prose").attr("lang", "id").all(all)
}

/// A figure in a text.
pub(super) fn chip(sheet: Sheet, key: &str, shown: &str) -> Node {
    let name = sheet.now(|report| facts::name(report, key));
    el("span", "fig").attr("data-figure", key).attr("title", &name).text(shown)
}

/// Adds words; the numbers in them that are no figures of the report are marked.
fn marked(mut made: Node, mut words: &str, foreign: &[&str]) -> Node {
    while let Some((at, number)) = foreign.iter().filter_map(|number| Some((number_at(words, number)?, *number))).min()
    {
        let (before, rest) = words.split_at(at);
        let mark = el("mark", "foreign").attr("title", tr(ReportText::Foreign)).text(number);
        made = made.text(before).child(mark.child(el("span", "sr").text(" (").text(tr(ReportText::Foreign)).text(")")));
        words = rest.get(number.len()..).unwrap_or_default();
    }
    made.text(words)
}

/// Where a number stands that is no part of a longer one.
fn number_at(words: &str, number: &str) -> Option<usize> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    words.match_indices(number).map(|(at, _)| at).find(|at| {
        let (before, rest) = words.split_at(*at);
        !digit(before.chars().next_back()) && !digit(rest.get(number.len()..).and_then(|rest| rest.chars().next()))
    })
}
