//! A chart in its card.

use super::download;
use super::sheet::Drawing;
use super::width::use_width;
use crate::components::card::heading;
use crate::components::{Button, ButtonKind, Glyph, Notice, Table, Tone, icon};
use crate::language::tr;
use charts::Frame;
use dom::{Node, Words, el, listen, live, show, spawn_local, window};
use signals::RwSignal;
use std::rc::Rc;
use texts::chart::ChartText;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The width of a picture that stands alone.
const ALONE: u32 = 720;

#[derive(Clone, Copy)]
enum File {
    Svg,
    Png,
    Csv,
}

/// A card with a chart: its title says what it shows, the table is one click away, both can be taken as files.
#[must_use]
pub struct Figure {
    title: Words,
    note: Words,
    source: Words,
    file: Words,
    drawing: Rc<dyn Fn() -> Drawing>,
    class: &'static str,
}

impl Figure {
    /// A figure: what it shows, and the chart.
    pub fn new(title: impl Into<Words>, drawing: Drawing) -> Self {
        Self::live(title, move || drawing.clone())
    }

    /// A figure whose chart follows signals.
    pub fn live(title: impl Into<Words>, drawing: impl Fn() -> Drawing + 'static) -> Self {
        let [note, source, file] = [Words::Nothing, Words::Nothing, Words::Nothing];
        Self { title: title.into(), note, source, file, drawing: Rc::new(drawing), class: "" }
    }

    /// A remark at the heading's right, such as the scale.
    pub fn note(self, note: impl Into<Words>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// Whose figures, of when, of how many: stands under a downloaded picture.
    pub fn source(self, source: impl Into<Words>) -> Self {
        Self { source: source.into(), ..self }
    }

    /// The name of the files, without ending.
    pub fn file(self, file: impl Into<Words>) -> Self {
        Self { file: file.into(), ..self }
    }

    /// More classes, for its place in a grid.
    pub fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }

    /// As a node.
    pub fn node(self) -> Node {
        let (as_table, failed) = (RwSignal::new(false), RwSignal::new(false));
        let (title, drawing, class) = (self.title.clone(), Rc::clone(&self.drawing), self.class);
        let head = heading(self.title.clone(), self.note.clone());
        let acts = el("div", "acts").child(table_switch(as_table, self.title.clone()));
        let head = head.child(acts.child(self.files(failed)));
        let remark = Rc::clone(&drawing);
        el("section", &format!("card chart-card {class}"))
            .child(head)
            .child(show(failed, || Notice::new(Tone::Bad, tr(ChartText::PictureFailed))))
            .child(live(move || if as_table.get() { table(&title, &drawing) } else { picture(&title, &drawing) }))
            .child(Words::from(move || remark().remark).part(|remark| el("p", "remark").text(remark)))
    }

    /// The three files, behind one button; a click elsewhere or Escape closes them.
    fn files(self, failed: RwSignal<bool>) -> Node {
        let open = RwSignal::new(false);
        let title = self.title.clone();
        let figure = Rc::new(self);
        let choice = move |kind: File, words: ChartText| {
            let figure = Rc::clone(&figure);
            let press = move || {
                open.set(false);
                figure.take(kind, failed);
            };
            Button::new(tr(words)).kind(ButtonKind::Plain).on_press(press).node()
        };
        let list = move || {
            let svg = choice(File::Svg, ChartText::DownloadSvg);
            let png = choice(File::Png, ChartText::DownloadPng);
            el("div", "files-list").all([svg, png, choice(File::Csv, ChartText::DownloadCsv)])
        };
        let button = el("button", "btn three small alone")
            .attr("type", "button")
            .bind_truth("aria-expanded", open)
            .bind("aria-label", move || format!("{}: {}", tr(ChartText::Download), title.text()))
            .attr("title", tr(ChartText::Download))
            .on("click", move |_| open.update(|open| *open = !*open))
            .child(icon(Glyph::Download));
        let place = el("div", "files").child(button).child(show(open, list));
        let inside = place.as_node().clone();
        listen(&window(), "pointerdown", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            if open.get_untracked() && !inside.contains(target.as_ref()) {
                open.set(false);
            }
        });
        place.on("keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                open.set(false);
            }
        })
    }

    fn take(&self, kind: File, failed: RwSignal<bool>) {
        let (name, drawing) = (self.file.now(), signals::untrack(|| (self.drawing)()));
        let picture = || {
            let description = drawing.summary.clone();
            let frame =
                Frame { width: ALONE, title: self.title.now(), description, alone: true, note: self.source.now() };
            (drawing.draw)(&frame)
        };
        failed.set(false);
        match kind {
            File::Svg => download::svg(&name, &picture()),
            File::Csv => download::csv(&name, &drawing.sheet.csv()),
            File::Png => {
                let picture = picture();
                spawn_local(async move {
                    // The figure may be gone by then.
                    let _gone = failed.try_set(!download::png(&name, &picture).await);
                });
            }
        }
    }
}

impl From<Figure> for Node {
    fn from(figure: Figure) -> Self {
        figure.node()
    }
}

fn table(title: &Words, drawing: &Rc<dyn Fn() -> Drawing>) -> Node {
    let sheet = drawing().sheet;
    let columns = sheet.columns.clone();
    Table::new(title.text(), columns, move || sheet.cells()).matrix().node()
}

fn picture(title: &Words, drawing: &Rc<dyn Fn() -> Drawing>) -> Node {
    let place = el("div", "picture");
    let width = use_width(place.element());
    let (title, drawing) = (title.clone(), Rc::clone(drawing));
    place.drawing(move || match width.get() {
        0 => String::new(),
        width => {
            let drawing = drawing();
            let description = drawing.summary.clone();
            let frame = Frame { width, title: title.text(), description, alone: false, note: String::new() };
            (drawing.draw)(&frame)
        }
    })
}

fn table_switch(as_table: RwSignal<bool>, title: Words) -> Node {
    let words = move || tr(if as_table.get() { ChartText::AsChart } else { ChartText::AsTable });
    el("button", "btn three small")
        .attr("type", "button")
        .bind("aria-label", move || format!("{}: {}", words(), title.text()))
        .on("click", move |_| as_table.update(|as_table| *as_table = !*as_table))
        .child(live(move || icon(if as_table.get() { Glyph::Chart } else { Glyph::Table })))
        .child(el("span", "").child(Words::from(words)))
}
