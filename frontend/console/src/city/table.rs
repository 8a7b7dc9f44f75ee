//! The table of all units. A row is made once and kept while the search narrows the list, so that typing stays instant.

use super::chosen::{Chosen, List};
use super::entry::{Entry, Index};
use super::sorting::By;
use dom::prelude::*;
use texts::city::CityText;
use texts::format::NONE;
use texts::ui::UiText;
use ui::{Button, Glyph, Tone, empty_with, grade_badge, icon, tag, tr, tr_with};

/// The heads: what they say, by what they sort, whether numbers stand below.
fn heads() -> [(&'static str, Option<By>, bool); 7] {
    [
        (tr(CityText::Unit), Some(By::Name), false),
        (tr(CityText::Answers), Some(By::Answers), true),
        ("IKM", Some(By::Ikm), true),
        (tr(CityText::Grade), None, false),
        (tr(CityText::Margin), Some(By::Margin), true),
        ("IPKP", Some(By::Ipkp), true),
        ("IPAK", Some(By::Ipak), true),
    ]
}

pub(super) fn table(list: &List, period: &str) -> Node {
    let (chosen, shown, title) = (list.chosen, list.shown, tr(CityText::TableTitle));
    let heads = heads().map(|(words, by, number)| match by {
        Some(by) => sorting_head(chosen, words, by, number),
        None => el("th", "").attr("scope", "col").child(el("span", "sr").text(words)),
    });
    let rows = list.entries.iter().map(|unit| row(unit, period)).collect();
    let table = el("table", "")
        .child(el("caption", "sr").text(title))
        .child(el("thead", "").child(el("tr", "").all(heads)))
        .child(body(rows, shown));
    let place = el("div", "table").attr("role", "region").attr("tabindex", "0").attr("aria-label", title);
    let none = move || {
        let clear = Button::new(tr(CityText::ClearFilters)).on_press(move || chosen.clear());
        empty_with(tr(CityText::NothingFound), tr(CityText::NothingFoundText), Some(Glyph::Search), clear)
    };
    el("section", "card units")
        .child(el("h2", "sr").text(title))
        .child(place.child(table))
        .child(show(move || shown.read().is_empty(), none))
}

/// The rows that are shown, in their order: those that leave are taken out, and only those that come, or change places,
/// are put in.
fn body(rows: Vec<Node>, shown: Memo<Vec<usize>>) -> Node {
    el("tbody", "").live(move |body| {
        let shown = shown.read();
        let mut leaves = vec![true; rows.len()];
        for at in &*shown {
            leaves[*at] = false;
        }
        for (row, leaves) in rows.iter().zip(leaves) {
            if leaves {
                row.element().remove();
            }
        }
        let mut next = body.first_child();
        for row in shown.iter().map(|at| rows[*at].as_node()) {
            if next.as_ref().is_some_and(|next| next.is_same_node(Some(row))) {
                next = row.next_sibling();
            } else {
                let _ = body.insert_before(row, next.as_ref());
            }
        }
    })
}

fn sorting_head(chosen: Chosen, words: &'static str, by: By, number: bool) -> Node {
    let state = move || {
        let sorting = chosen.sorting();
        if sorting.by != by {
            "none"
        } else if sorting.down {
            "descending"
        } else {
            "ascending"
        }
    };
    let glyph = move || {
        let sorting = chosen.sorting();
        (sorting.by == by).then(|| icon(if sorting.down { Glyph::Down } else { Glyph::Up }))
    };
    let label = tr_with(UiText::SortBy, &[("column", words)]);
    let button = el("button", "sort").attr("type", "button").attr("title", &label);
    let button = button.on("click", move |_| chosen.press(by)).text(words).child(live(glyph));
    el("th", if number { "r" } else { "" }).attr("scope", "col").bind("aria-sort", state).child(button)
}

fn row(unit: &Entry, period: &str) -> Node {
    let note = if unit.has_none() {
        Some((Tone::Warn, CityText::NoAnswer))
    } else if unit.is_small() {
        Some((Tone::Soft, CityText::Few))
    } else {
        None
    };
    let name = el("th", "")
        .attr("scope", "row")
        .child(el("a", "").attr("href", &unit.address(period)).text(&unit.name))
        .text(" ")
        .all(note.map(|(tone, words)| tag(tone, tr(words))));
    let (n, required) = unit.answers();
    let answers = el("span", "").text(&n).child(el("span", "of").text(" / ").text(&required));
    let ikm = unit.ikm.as_ref();
    el("tr", "")
        .child(name)
        .child(cell("r", tr(CityText::Answers)).child(answers))
        .child(cell("r", "IKM").child(el("b", "").text(value(ikm))))
        .child(cell("", tr(CityText::Grade)).all(ikm.map(|ikm| grade_badge(&ikm.grade, None))))
        .child(cell("r", tr(CityText::Margin)).text(ikm.map_or(NONE, |ikm| &ikm.margin_shown)))
        .child(cell("r", "IPKP").text(value(unit.ipkp.as_ref())))
        .child(cell("r", "IPAK").text(value(unit.ipak.as_ref())))
}

fn cell(class: &str, label: &str) -> Node {
    el("td", class).attr("data-label", label)
}

fn value(index: Option<&Index>) -> &str {
    index.map_or(NONE, |index| &index.shown)
}
