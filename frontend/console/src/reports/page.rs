//! The page of one report: its contents at the left, its text or its printed pages in the middle, its state at the right.

use super::block::block;
use super::contents::{Entry, contents, entries, follow, link, open, show as show_part};
use super::panel::{is_wide, panel};
use super::preview::Pages;
use super::sheet::Sheet;
use super::{files, status, steps, unit_address};
use crate::address;
use dom::prelude::*;
use json::Value;
use texts::reports::{ReportListText, ReportText};
use ui::language::period;
use ui::{Chip, Glyph, PageHead, chips, icon, loaded, skeleton, skeleton_block, tr, tr_with, use_once};
use web_sys::Element;

const PAGES: &str = "pages";

/// The page of the report with this id.
pub(crate) fn report(id: &str) -> Node {
    let sheet = Sheet::new();
    let read = use_once::<Value>(format!("/reports/{id}"));
    let body = loaded(read, waiting, move |read| {
        sheet.take((*read).clone());
        body(sheet)
    });
    fragment().child(head(sheet)).child(status::superseded(sheet)).child(body)
}

fn waiting() -> Node {
    let card = |lines| el("div", "card").child(skeleton(lines));
    let page = el("div", "card").child(skeleton(4)).child(skeleton_block(240));
    el("div", "report")
        .child(card(7))
        .child(el("div", "report-page").child(page))
        .child(el("div", "report-side").child(card(6)))
}

fn head(sheet: Sheet) -> Node {
    let title = move || {
        sheet.with(|report| match report.period() {
            "" => tr(ReportListText::Title).to_owned(),
            code => tr_with(ReportText::Title, &[("period", &period(code))]),
        })
    };
    let lead = move || {
        let open = sheet.is_open();
        sheet.with(|report| {
            (!report.unit().is_empty()).then(|| {
                let unit = match report.service() {
                    "" => report.unit_name().to_owned(),
                    service => {
                        let service = report.document().at("identity/scope/name").as_text().unwrap_or(service);
                        tr_with(ReportText::OfService, &[("unit", report.unit_name()), ("service", service)])
                    }
                };
                let text = if open { ReportText::LeadOpen } else { ReportText::LeadFrozen };
                let lead = tr_with(text, &[("unit", &unit)]);
                match report.revision_number() {
                    None => lead,
                    Some(number) => {
                        format!("{lead} · {}", tr_with(ReportText::RevisionOf, &[("number", &number.to_string())]))
                    }
                }
            })
        })
    };
    let unit = sheet.part(|report| vec![report.unit(), report.unit_name()].into());
    let above = live(move || {
        let (code, name) = unit.with(|unit| {
            let text = |at: usize| unit.items()[at].as_text().unwrap_or_default().to_owned();
            (text(0), text(1))
        });
        (!code.is_empty()).then(|| {
            let link = el("a", "").attr("href", &unit_address(&code)).child(icon(Glyph::Left));
            link.text(&tr_with(ReportText::AllReports, &[("unit", &name)]))
        })
    });
    let there = move || unit.with(|unit| unit.items()[0].as_text() != Some(""));
    let acts = show(there, move || fragment().child(files::head(sheet)).child(steps::head(sheet)));
    PageHead::new(title).lead(lead).above(above).actions(acts).node()
}

fn body(sheet: Sheet) -> Node {
    let outline = sheet.part(|report| report.outline().clone());
    let view = address::use_value("view");
    let printed = memo(move || view.get().as_deref() == Some(PAGES));
    let pages = Pages::new(sheet, move || printed.get());
    let current = RwSignal::new(String::new());
    let left = live(move || outline.with(|outline| contents_card(sheet, outline, current, printed, pages)));
    // The text stays while its pages are looked at, with all that is typed in it.
    let text = live(move || outline.with(|outline| text(sheet, outline, current)));
    let middle = el("div", "report-page")
        .child(el("div", "report-view").child(views(printed)))
        .child(el("div", "report-text").bind_flag("hidden", printed).child(text))
        .child(show(printed, move || pages.node()));
    el("div", "report").child(left).child(middle).child(panel(sheet))
}

fn views(printed: Memo<bool>) -> Node {
    let choices = || {
        let chip = |value: &str, label| Chip { value: value.to_owned(), label: tr(label).to_owned(), count: None };
        vec![chip("", ReportText::ViewText), chip(PAGES, ReportText::ViewPages)]
    };
    let chosen = move || if printed.get() { PAGES.to_owned() } else { String::new() };
    chips(tr(ReportText::ViewLabel), choices, chosen, |view| address::replace(&[("view", Some(&view))]))
}

fn contents_card(sheet: Sheet, outline: &Value, current: RwSignal<String>, printed: Memo<bool>, pages: Pages) -> Node {
    let link = |entry: &Entry| {
        let (id, title) = (entry.id.clone(), entry.title.clone());
        // On the printed pages the contents lead to a page.
        link(&entry.id, &entry.label, move || match printed.get_untracked() {
            true => pages.anchor(&title).iter().for_each(|page| show_part(page)),
            false => open(&id),
        })
    };
    let list = contents(sheet, outline, current, &link);
    let summary = el("summary", "").child(el("h2", "").text(tr(ReportText::Contents)));
    let fold = el("details", "fold").flag("open", is_wide()).child(summary).child(list);
    el("nav", "card report-contents").attr("aria-label", tr(ReportText::Contents)).child(fold)
}

fn text(sheet: Sheet, outline: &Value, current: RwSignal<String>) -> Node {
    let mut headings: Vec<Element> = Vec::new();
    let mut heading = |tag: &str, entry: &Entry| {
        let made = el(tag, "").attr("id", &entry.id).attr("tabindex", "-1").attr("lang", "id").text(&entry.label);
        headings.push(made.element().clone());
        made
    };
    let parts = outline.list("chapters").iter().chain(outline.list("annexes"));
    let mut cards = Vec::new();
    for (part, entry) in parts.zip(entries(outline)) {
        let mut card = el("section", "card chapter").child(heading("h2", &entry)).all(blocks(sheet, part, &entry));
        for (section, entry) in part.list("sections").iter().zip(&entry.sections) {
            card = card.child(heading("h3", entry)).all(blocks(sheet, section, entry));
        }
        cards.push(card);
    }
    follow(headings, current);
    cards.into()
}

fn blocks(sheet: Sheet, part: &Value, entry: &Entry) -> Vec<Node> {
    part.list("blocks").iter().map(|one| block(sheet, one, &entry.label)).collect()
}
