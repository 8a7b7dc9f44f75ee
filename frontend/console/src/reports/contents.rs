//! The contents of a report: its chapters and sections, with what is done in each.

use super::checks;
use super::shape::{Report, block};
use super::sheet::Sheet;
use crate::address;
use dom::prelude::*;
use dom::{document, soon};
use json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use texts::reports::ReportText;
use ui::tr;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A chapter, section or annex.
pub(super) struct Entry {
    /// Its anchor: `s4`, `s4-2`, `a1`.
    pub(super) id: String,
    /// "IV Analisis Hasil SKM", "4.2 Rencana Tindak Lanjut".
    pub(super) label: String,
    /// Without its number.
    pub(super) title: String,
    /// What stands in it: `slot:saran`, `table:plan`.
    pub(super) blocks: Vec<String>,
    pub(super) sections: Vec<Entry>,
}

const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// The parts of an outline in order.
pub(super) fn entries(outline: &Value) -> Vec<Entry> {
    let chapters = outline.list("chapters").iter().zip(1_usize..).map(|(chapter, at)| {
        let sections = chapter.list("sections").iter().zip(1_usize..).map(|(section, inner)| Entry {
            id: format!("s{at}-{inner}"),
            label: format!("{at}.{inner} {}", section.text("title")),
            title: section.text("title").to_owned(),
            blocks: blocks(section),
            sections: Vec::new(),
        });
        Entry {
            id: format!("s{at}"),
            label: format!("{} {}", ROMAN.get(at - 1).copied().unwrap_or_default(), chapter.text("title")),
            title: chapter.text("title").to_owned(),
            blocks: blocks(chapter),
            sections: sections.collect(),
        }
    });
    let annexes = outline.list("annexes").iter().zip(1_usize..).map(|(annex, at)| Entry {
        id: format!("a{at}"),
        label: format!("{} {at} {}", tr(ReportText::Annex), annex.text("title")),
        title: annex.text("title").to_owned(),
        blocks: blocks(annex),
        sections: Vec::new(),
    });
    chapters.chain(annexes).collect()
}

fn blocks(part: &Value) -> Vec<String> {
    part.list("blocks").iter().map(key).collect()
}

/// A block by its kind and name.
fn key(value: &Value) -> String {
    match block(value) {
        ("fixed" | "automatic", slot) => format!("slot:{slot}"),
        (kind, what) => format!("{kind}:{what}"),
    }
}

/// The anchor of the section with a block.
pub(super) fn section_of(outline: &Value, block: &str) -> Option<String> {
    let has = |entry: &Entry| entry.blocks.iter().any(|known| known == block);
    entries(outline).into_iter().find_map(|entry| match entry.sections.into_iter().find(has) {
        Some(section) => Some(section.id),
        None => entry.blocks.iter().any(|known| known == block).then_some(entry.id),
    })
}

/// A link to a part of the text; from the printed pages it leads back to the text.
pub(super) fn jump(id: &str, words: &str) -> Node {
    let part = id.to_owned();
    link(id, words, move || open(&part))
}

/// The same with something else in mind.
pub(super) fn link(id: &str, words: &str, act: impl Fn() + 'static) -> Node {
    el("a", "").attr("href", &format!("#{id}")).text(words).on("click", move |event| {
        event.prevent_default();
        act();
    })
}

/// Goes to a part of the text.
pub(super) fn open(id: &str) {
    address::replace(&[("view", None)]);
    let id = id.to_owned();
    // Once the text is shown.
    soon(move || show(&id));
}

/// Brings a part of the page into view and the focus to it; an open dialog is done with.
pub(super) fn show(id: &str) {
    let dialogs = document().query_selector("dialog[open]").ok().flatten();
    if let Some(dialog) = dialogs.and_then(|dialog| dialog.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        dialog.close();
    }
    if let Some(part) = document().get_element_by_id(id) {
        part.scroll_into_view();
        let _focused = part.unchecked_into::<HtmlElement>().focus();
    }
}

/// Which blocks have something to look at, and which slots are edited.
fn marks(report: Report<'_>) -> Value {
    let open: Vec<String> = report.checks().iter().map(checks::block).collect();
    let edited = report.document().list("texts").iter().filter(|text| text.is("edited"));
    let edited = edited.map(|text| format!("slot:{}", text.text("slot")));
    vec![Value::from(open), edited.collect::<Vec<_>>().into()].into()
}

/// The contents; `lead` makes the link of a part, `current` is the anchor of the part in view.
pub(super) fn contents(
    sheet: Sheet,
    outline: &Value,
    current: RwSignal<String>,
    lead: &dyn Fn(&Entry) -> Node,
) -> Node {
    let marks = sheet.part(marks);
    let entry = |entry: &Entry| {
        let id = entry.id.clone();
        let inner = entry.sections.iter().map(|section| item(sheet, section, marks, current, lead, &section.blocks));
        let inner: Vec<Node> = inner.collect();
        let inner = (!inner.is_empty()).then(|| el("ol", "").all(inner));
        let all = entry.sections.iter().flat_map(|section| &section.blocks).chain(&entry.blocks).cloned();
        let all: Vec<String> = all.collect();
        let within = format!("{id}-");
        item(sheet, entry, marks, current, lead, &all)
            .class("on", move || current.with(|now| *now == id || now.starts_with(&within)))
            .child(Node::from(inner))
    };
    el("ol", "toc").all(entries(outline).iter().map(entry))
}

fn item(
    sheet: Sheet,
    entry: &Entry,
    marks: Memo<Value>,
    current: RwSignal<String>,
    lead: &dyn Fn(&Entry) -> Node,
    blocks: &[String],
) -> Node {
    let blocks = blocks.to_vec();
    let has = move |which: usize| {
        marks.with(|marks| {
            marks.items()[which].items().iter().any(|key| blocks.iter().any(|own| key.as_text() == Some(own)))
        })
    };
    let has: Rc<dyn Fn(usize) -> bool> = Rc::new(has);
    let [open, edited] = [0, 1].map(|which| {
        let has = Rc::clone(&has);
        memo(move || has(which))
    });
    let mark = live(move || {
        let (class, sign, words) = match (sheet.is_open(), open.get()) {
            (true, true) => ("mark t-warn", "!", ReportText::OpenMark),
            (true, false) => ("mark t-good", "✓", ReportText::DoneMark),
            (false, _) => return fragment(),
        };
        let said = el("span", "sr").text(tr(words));
        el("i", class).child(el("span", "").attr("aria-hidden", "true").text(sign)).child(said)
    });
    let edited = dom::show(edited, || el("span", "note").text(tr(ReportText::EditedMark)));
    let id = entry.id.clone();
    let link = lead(entry).bind("aria-current", move || current.with(|now| *now == id).then_some("location"));
    el("li", "").class("open", open).child(el("div", "toc-line").child(mark).child(link).child(edited))
}

/// The part of the text that is in view: that of the last of these headings above a line in the upper third of the window.
pub(super) fn follow(headings: Vec<Element>, current: RwSignal<String>) {
    let passed = RefCell::new(vec![false; headings.len()]);
    let all = headings.clone();
    crate::seen::watch(&headings, "1000000px 0px -65% 0px", move |heading, seen| {
        let mut passed = passed.borrow_mut();
        for (known, passed) in all.iter().zip(passed.iter_mut()) {
            if known == heading {
                *passed = seen;
            }
        }
        if let Some(heading) = passed.iter().rposition(|passed| *passed).and_then(|last| all.get(last)) {
            current.try_set(heading.id());
        }
    });
}
