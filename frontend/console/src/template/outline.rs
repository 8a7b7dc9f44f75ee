//! Chapters, sections and annexes with their fixed texts: titles, words and order are the city's.

use super::editor::Editor;
use crate::action::Action;
use crate::confirm::{Question, confirm};
use dom::prelude::*;
use json::Value;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use texts::preparation::TemplateText;
use ui::language::count;
use ui::{Button, ButtonKind, Card, FieldKind, Glyph, Tone, loaded, skeleton, tag, tick, tr, tr_with, use_remote};

/// The places that every report fills, as fixed texts write them.
const PLACES: &str = "{unit}, {kota}, {pemerintah}, {tempat}, {lokasi}, {periode}, {tahun}, {hari_pertama}, \
                      {hari_terakhir}, {n}, {ikm.converted}, {ikm.grade}";

/// The cards of the outline.
pub(super) fn outline(editor: &Editor) -> Node {
    // Changes when parts come, go or move, so that all fields are made anew.
    let order = RwSignal::new(0_usize);
    let opened: Opened = Rc::new(Cell::new(None));
    let own = editor.clone();
    let chapters = move || {
        order.track();
        let number = own.part("/outline/chapters", length);
        let chapter = |at| chapter(&own, at, number, order, &opened);
        (0..number).map(chapter).collect::<Vec<_>>()
    };
    let own = editor.clone();
    let annexes = move || {
        order.track();
        let number = own.part("/outline/annexes", length);
        let field =
            |at| own.field(&format!("/outline/annexes/{at}/title"), tr(TemplateText::AnnexTitle), FieldKind::Text);
        (0..number).map(|at| field(at).node()).collect::<Vec<_>>()
    };
    let own = editor.clone();
    let whole = live(move || {
        order.track();
        whole(&own)
    });
    let help = tr_with(TemplateText::ParagraphsHelp, &[("places", PLACES)]);
    let chapters = fragment().child(el("p", "mut").text(&help)).child(live(chapters));
    fragment()
        .child(Card::new(tr(TemplateText::Outline), el("div", "form").child(choice(editor, order)).child(whole)))
        .child(Card::new(tr(TemplateText::Chapters), chapters))
        .child(Card::new(tr(TemplateText::Annexes), el("div", "form").child(live(annexes))))
}

type Opened = Rc<Cell<Option<usize>>>;

fn length(list: &Value) -> usize {
    list.items().len()
}

fn chapters_of(outline: &Value) -> String {
    let number = outline.list("chapters").len();
    count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Which outline it is, and the shipped ones to begin anew from.
fn choice(editor: &Editor, order: RwSignal<usize>) -> Node {
    let outlines = use_remote::<Value>(|| Some("/report-template/outlines".to_owned()));
    let (asking, wanted) = (RwSignal::new(false), RwSignal::new(0_usize));
    let own = editor.clone();
    let now = move || {
        own.changes.track();
        own.part("/outline", |outline| {
            let values = [("name", outline.text("name")), ("count", &*chapters_of(outline))];
            tr_with(TemplateText::OutlineNow, &values)
        })
    };
    let named = move || {
        let name =
            outlines.value().and_then(|page| Some(page.list("items").get(wanted.get())?.text("name").to_owned()));
        let name = name.unwrap_or_default();
        tr_with(TemplateText::OutlineTitle, &[("name", name.as_str())])
    };
    let own = editor.clone();
    let take = move || {
        asking.set(false);
        let wanted = wanted.get_untracked();
        if let Some(outline) = outlines.value().and_then(|page| page.list("items").get(wanted).cloned()) {
            own.put("/outline", outline);
            order.update(|order| *order += 1);
        }
    };
    let buttons = move |page: Arc<Value>| {
        let button = |(at, outline): (usize, &Value)| {
            let values = [("name", outline.text("name")), ("count", &*chapters_of(outline))];
            let ask = move || {
                wanted.set(at);
                asking.set(true);
            };
            Button::new(tr_with(TemplateText::OutlineUse, &values)).on_press(ask).node()
        };
        el("div", "acts").all(page.list("items").iter().enumerate().map(button))
    };
    let question = Question {
        title: named.into(),
        text: tr(TemplateText::OutlineText).into(),
        button: tr(TemplateText::OutlineGo),
    };
    fragment()
        .child(el("p", "").child(Words::from(now)))
        .child(loaded(outlines, || skeleton(1), buttons))
        .child(confirm(asking, question, Action::new(), take))
}

/// Name, cover, approval sheet and preface.
fn whole(editor: &Editor) -> Node {
    let approval = RwSignal::new(editor.part("/outline/approval_sheet", |on| *on == Value::Truth(true)));
    let own = editor.clone();
    effect(move || own.put("/outline/approval_sheet", approval.get().into()));
    fragment()
        .child(editor.field("/outline/name", tr(TemplateText::Name), FieldKind::Text))
        .child(editor.field("/outline/title", tr(TemplateText::Cover), FieldKind::Text))
        .child(tick(tr(TemplateText::Approval), approval))
        .child(editor.paragraphs("/outline/preface", tr(TemplateText::Preface)).optional())
}

const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/// A chapter, folded; where it stands, and among how many.
fn chapter(editor: &Editor, at: usize, among: usize, order: RwSignal<usize>, opened: &Opened) -> Node {
    let pointer = format!("/outline/chapters/{at}");
    let (own, title) = (editor.clone(), format!("{pointer}/title"));
    let heading = move || {
        own.changes.track();
        format!("{} {}", ROMAN.get(at).copied().unwrap_or_default(), own.text(&title))
    };
    let number = editor.part(&format!("{pointer}/sections"), length);
    let section = |section| part(editor, &format!("{pointer}/sections"), section, number, order);
    let whole = el("div", "part-own").child(editor.field(
        &format!("{pointer}/title"),
        tr(TemplateText::ChapterTitle),
        FieldKind::Text,
    ));
    let whole = whole.child(blocks(editor, &pointer)).child(moving(editor, "/outline/chapters", (at, among), order));
    let (open, own) = (opened.get() == Some(at), Rc::clone(opened));
    let summary = el("summary", "").child(Words::from(heading));
    el("details", "chapter")
        .attr("name", "chapter")
        .flag("open", open)
        .on("toggle", move |event| {
            let open = dom::target(&event).is_some_and(|details| details.has_attribute("open"));
            match open {
                true => own.set(Some(at)),
                false if own.get() == Some(at) => own.set(None),
                false => {}
            }
        })
        .child(summary)
        .child(turning(editor, &pointer, whole))
        .all((0..number).map(section))
}

/// A section of a chapter.
fn part(editor: &Editor, list: &str, at: usize, among: usize, order: RwSignal<usize>) -> Node {
    let pointer = format!("{list}/{at}");
    let title = editor.field(&format!("{pointer}/title"), tr(TemplateText::SectionTitle), FieldKind::Text);
    let section = el("section", "part-own").child(title).child(blocks(editor, &pointer));
    turning(editor, &pointer, section.child(moving(editor, list, (at, among), order)))
}

/// The preview turns to the part that somebody is in.
fn turning(editor: &Editor, pointer: &str, part: Node) -> Node {
    let (own, title) = (editor.clone(), format!("{pointer}/title"));
    part.on("focusin", move |_| own.place.set(Some(own.text(&title))))
}

/// What stands in a part: its fixed texts to be edited, the rest by what it is.
fn blocks(editor: &Editor, pointer: &str) -> Node {
    let number = editor.part(&format!("{pointer}/blocks"), length);
    let block = |at| {
        let pointer = format!("{pointer}/blocks/{at}");
        let kind =
            editor.part(&pointer, |block| block.entries().first().map(|(kind, _)| kind.clone())).unwrap_or_default();
        let words = match kind.as_str() {
            "fixed" => {
                let paragraphs = format!("{pointer}/fixed/paragraphs");
                return editor.paragraphs(&paragraphs, tr(TemplateText::Text)).optional().node();
            }
            "automatic" => TemplateText::Automatic,
            "table" => TemplateText::Table,
            "chart" => TemplateText::Chart,
            _ => TemplateText::List,
        };
        tag(Tone::Soft, tr(words))
    };
    fragment().all((0..number).map(block))
}

/// Buttons that move a part of a list up and down.
fn moving(editor: &Editor, list: &str, (at, among): (usize, usize), order: RwSignal<usize>) -> Node {
    let title = editor.text(&format!("{list}/{at}/title"));
    let button = |glyph, words, to: usize| {
        let (own, list) = (editor.clone(), list.to_owned());
        let press = move || {
            own.change(&list, |parts| {
                if let Value::List(parts) = parts {
                    parts.swap(at, to);
                }
            });
            order.update(|order| *order += 1);
        };
        Button::alone(glyph, tr_with(words, &[("title", &title)])).kind(ButtonKind::Plain).on_press(press).node()
    };
    let up = (at > 0).then(|| button(Glyph::Up, TemplateText::Raise, at - 1));
    let down = (at + 1 < among).then(|| button(Glyph::Down, TemplateText::Lower, at + 1));
    el("div", "row-acts").all(up).all(down)
}
