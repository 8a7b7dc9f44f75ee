//! The tree of units: find one, see whether it has a survey link, go to its figures or its links, add and change it.

mod form;
pub(crate) mod served;
pub(crate) mod services;

use crate::action::Action;
use crate::address::{replace, use_value};
use crate::menu::unit_address;
use crate::unit_list::{depths, use_units};
use contract::{Unit, UnitPage};
use dom::prelude::*;
use form::Editing;
use json::Value;
use std::collections::BTreeMap;
use texts::ui::UiText;
use texts::units::UnitText;
use ui::language::count;
use ui::{
    Button, ButtonKind, Field, FieldKind, Glyph, PageHead, Remote, Tone, empty, empty_with, loaded, skeleton, tag, tr,
    tr_with, use_remote, use_whole,
};

/// The address of a unit's links.
pub(crate) fn links_address(unit: &str) -> String {
    format!("/console/units/{unit}/links")
}

/// Whether a link takes answers now.
pub(crate) fn is_open(link: &Value) -> bool {
    link.text("closed_at").is_empty() && !is_over(link)
}

/// Whether the end of a link lies behind us.
pub(crate) fn is_over(link: &Value) -> bool {
    let end = link.text("expires_at");
    !end.is_empty() && ui::browser::milliseconds(end) <= ui::browser::now()
}

/// What a unit is called, for the head of its screens.
pub(crate) fn use_unit(code: &str) -> Remote<Unit> {
    let path = format!("/units/{code}");
    use_remote(move || Some(path.clone()))
}

/// How many open links each unit has; `None` until it is known.
type OpenLinks = Memo<Option<BTreeMap<String, i64>>>;

/// The screen of all units.
pub(crate) fn units() -> Node {
    let units = use_units();
    let links = use_whole::<Value>(|| Some("/links".to_owned()));
    let open: OpenLinks = memo(move || {
        let mut open: BTreeMap<String, i64> = BTreeMap::new();
        for link in links.value()?.list("items").iter().filter(|link| is_open(link)) {
            *open.entry(link.text("unit").to_owned()).or_default() += 1;
        }
        Some(open)
    });
    let lead = move || {
        let (units, open) = (units.value()?, open.get()?);
        let all = i64::try_from(units.items.len()).unwrap_or(i64::MAX);
        Some(tr_with(UnitText::Lead, &[("count", &count(all)), ("links", &count(open.values().sum()))]))
    };
    let editing = Editing::new(units);
    let words = RwSignal::new(use_value("q").get_untracked().unwrap_or_default());
    let add = Button::new(tr(UnitText::Add)).kind(ButtonKind::Primary).glyph(Glyph::Plus);
    let tree = move |page: std::sync::Arc<UnitPage>| tree(&page, open, words, editing);
    fragment()
        .child(PageHead::new(tr(UnitText::Title)).lead(lead).actions(add.on_press(move || editing.add())))
        .child(editing.said())
        .child(loaded(units, || el("div", "card").child(skeleton(18)), tree))
        .child(editing.dialog())
}

/// A unit as a row of the tree.
struct Line {
    folded: String,
    depth: usize,
    head: Node,
    row: Node,
}

fn tree(page: &UnitPage, open: OpenLinks, words: RwSignal<String>, editing: Editing) -> Node {
    let depths = depths(&page.items);
    let line = |unit: &Unit| line(unit, depths.get(unit.code.as_str()).copied().unwrap_or(0), open, editing);
    let lines: Vec<Line> = page.items.iter().map(line).collect();
    let remember = move |_| {
        let words = words.get_untracked();
        replace(&[("q", (!words.trim().is_empty()).then_some(words.trim()))]);
    };
    let (body, found) = (el("tbody", ""), RwSignal::new(true));
    let rows = body.clone();
    effect(move || found.set(words.with(|words| search(&lines, words, &rows))));
    let heads = [UnitText::Unit, UnitText::Kind, UnitText::Code].map(|words| el("th", "").text(tr(words)));
    let actions = el("th", "").child(el("span", "sr").text(tr(UiText::Actions)));
    let heads = heads.into_iter().chain([el("th", "r").text(tr(UnitText::OpenLinks)), actions]);
    let head = el("thead", "").child(el("tr", "").all(heads.map(|head| head.attr("scope", "col"))));
    let table = el("table", "").child(el("caption", "sr").text(tr(UnitText::Title))).child(head).child(body);
    let search = Field::new(tr(UnitText::Search), words).kind(FieldKind::Search).bare();
    let nothing = || empty(tr(UnitText::NothingFound), tr(UnitText::NothingFoundText), Some(Glyph::Search));
    // The city itself is always there.
    let first = (page.items.len() < 2).then(|| {
        let add = Button::new(tr(UnitText::Add)).glyph(Glyph::Plus).on_press(move || editing.add());
        empty_with(tr(UnitText::EmptyTitle), tr(UnitText::EmptyText), Some(Glyph::Units), add)
    });
    let card = el("section", "card units tree")
        .child(el("div", "table").child(table))
        .child(show(move || !found.get(), nothing))
        .all(first);
    fragment().child(el("div", "city-search tree-search").on("focusout", remember).child(search)).child(card)
}

/// Puts the rows that fit into the table; answers whether there are any. The rows stay as they were made.
fn search(lines: &[Line], words: &str, rows: &Node) -> bool {
    let words = ui::browser::lower(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    rows.element().set_text_content(None);
    let mut found = false;
    for line in lines.iter().filter(|line| words.iter().all(|word| line.folded.contains(word))) {
        found = true;
        // A search lists what it finds side by side; the tree needs its branches.
        let depth = if words.is_empty() { line.depth.min(3) } else { 0 };
        line.head.element().set_class_name(&format!("depth-{depth}"));
        let _ = rows.as_node().append_child(line.row.as_node());
    }
    found
}

fn line(unit: &Unit, depth: usize, open: OpenLinks, editing: Editing) -> Line {
    let (code, obliged) = (unit.code.clone(), unit.obliged && unit.active);
    let number = move || {
        let number = open.with(|open| open.as_ref().map(|open| open.get(&code).copied().unwrap_or(0)))?;
        Some(if number == 0 && obliged { tag(Tone::Warn, tr(UnitText::NoLink)) } else { count(number).into() })
    };
    let head = el("th", "")
        .attr("scope", "row")
        .child(el("a", "").attr("href", &links_address(&unit.code)).text(&unit.name))
        .text(" ")
        .all((!unit.active).then(|| tag(Tone::Soft, tr(UnitText::Inactive))));
    let cell = |class, label| el("td", class).attr("data-label", tr(label));
    let figures = el("a", "")
        .attr("href", &unit_address(&unit.code))
        .attr("aria-label", &tr_with(UnitText::FiguresOf, &[("unit", &unit.name)]))
        .text(tr(UnitText::Figures));
    let code = unit.code.clone();
    let edit = Button::new(tr(UnitText::Edit)).kind(ButtonKind::Plain);
    let edit = edit.label(format!("{}: {}", tr(UnitText::Edit), unit.name)).on_press(move || editing.edit(&code));
    let row = el("tr", "")
        .child(head.clone())
        .child(cell("", UnitText::Kind).text(unit.kind.name()))
        .child(cell("mut", UnitText::Code).text(&unit.code))
        .child(cell("r", UnitText::OpenLinks).child(live(number)))
        .child(el("td", "r").child(el("div", "row-acts").child(figures).child(edit)));
    Line { folded: format!("{} {}", ui::browser::lower(&unit.name), unit.code), depth, head, row }
}

/// The code of something new: what is wrong with it is told here, or by the server.
fn code_field(code: RwSignal<String>, wrong: RwSignal<bool>, action: Action) -> Node {
    let error = move || if wrong.get() { Some(tr(UnitText::CodeHelp).to_owned()) } else { action.field("/code")() };
    Field::new(tr(UnitText::Code), code).help(tr(UnitText::CodeHelp)).error(error).node()
}
