//! The pages as the template makes them now, with sample figures.

use super::editor::Editor;
use dom::Delay;
use dom::prelude::*;
use json::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use texts::preparation::TemplateText;
use texts::ui::UiText;
use ui::api::{self, Failure, Method};
use ui::{Button, ButtonKind, Card, Glyph, Picture, browser, tr, tr_with};

const PATH: &str = "/report-template/preview";
/// So long after the last key the pages are made anew, in milliseconds.
const REST: i32 = 700;

#[derive(Clone)]
struct Preview {
    editor: Editor,
    /// Where chapters and sections begin.
    headings: Rc<RefCell<Value>>,
    count: RwSignal<i64>,
    /// From 1.
    page: RwSignal<i64>,
    picture: Picture,
    busy: RwSignal<bool>,
    /// Grows with every request: what an older one answers is of no use any more.
    turn: Rc<Cell<usize>>,
}

/// The card beside the form.
pub(super) fn preview(editor: &Editor) -> Node {
    let preview = Preview {
        editor: editor.clone(),
        headings: Rc::new(RefCell::new(Value::Null)),
        count: RwSignal::new(0),
        page: RwSignal::new(1),
        picture: Picture::new(""),
        busy: RwSignal::new(false),
        turn: Rc::default(),
    };
    let (rest, own) = (Delay::new(), preview.clone());
    let changes = editor.changes;
    effect(move || {
        let (own, wait) = (own.clone(), if changes.get() == 0 { 0 } else { REST });
        rest.run(wait, move || own.make(true));
    });
    let (own, place) = (preview.clone(), editor.place);
    effect(move || {
        if let Some(page) = place.get().and_then(|title| own.page_of(&title)) {
            own.turn_to(page);
        }
    });
    preview.card()
}

impl Preview {
    fn page_of(&self, title: &str) -> Option<i64> {
        // Pages number their headings: `2.1 Pelaksana SKM`.
        let own = |heading: &&Value| {
            heading.text("title").strip_suffix(title).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        self.headings.borrow().items().iter().find(own).map(|heading| heading.number("page"))
    }

    fn turn_to(&self, page: i64) {
        if self.page.get_untracked() != page {
            self.page.set(page);
            self.make(false);
        }
    }

    /// Makes the pages anew, or only shows another one.
    fn make(&self, anew: bool) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        self.busy.try_set(true);
        self.editor.trying.watch(Box::pin(self.clone().made(anew, turn)));
    }

    async fn made(self, anew: bool, turn: usize) -> Result<(), Failure> {
        let picture = self.drawn(anew, turn).await;
        if self.turn.get() != turn {
            return Ok(());
        }
        self.busy.try_set(false);
        if let Some(picture) = picture? {
            self.picture.show(&picture);
        }
        Ok(())
    }

    /// The page that is looked at; nothing when something else is wanted meanwhile.
    async fn drawn(&self, anew: bool, turn: usize) -> Result<Option<web_sys::Blob>, Failure> {
        let template = self.editor.whole();
        if anew {
            let pages: Value = api::change(Method::POST, &format!("{PATH}/pages"), &template).await?;
            if self.turn.get() != turn {
                return Ok(None);
            }
            let page = self.page.try_get_untracked().unwrap_or(1);
            let count = pages.number("count");
            self.page.try_set(page.clamp(1, count.max(1)));
            self.count.try_set(count);
            self.headings.replace(pages.get("headings").clone());
        }
        let page = self.page.try_get_untracked().unwrap_or(1);
        api::change_blob(Method::POST, &format!("{PATH}/pages/{page}"), &template).await.map(Some)
    }

    fn card(self) -> Node {
        let (page, count, busy) = (self.page, self.count, self.busy);
        let values = move |text| match count.get() {
            0 => tr(UiText::Loading).to_owned(),
            count => tr_with(text, &[("page", &page.get().to_string()), ("count", &count.to_string())]),
        };
        let step = |by: fn(i64) -> i64| {
            let own = self.clone();
            move || own.turn_to(by(page.get_untracked()))
        };
        let before = Button::alone(Glyph::Left, tr(TemplateText::PageBefore)).disabled(move || page.get() <= 1);
        let after =
            Button::alone(Glyph::Right, tr(TemplateText::PageAfter)).disabled(move || page.get() >= count.get());
        let steps = el("div", "steps centre")
            .child(before.on_press(step(|page| page - 1)))
            .child(el("span", "mut").attr("role", "status").live_text(move || values(TemplateText::PageOf)))
            .child(after.on_press(step(|page| page + 1)));
        let own = self.editor.clone();
        let pdf = move || {
            let template = own.whole();
            own.trying.watch(Box::pin(async move {
                let pdf = api::change_blob(Method::POST, PATH, &template).await?;
                browser::download_blob("contoh-laporan.pdf", &pdf);
                Ok(())
            }));
        };
        let pdf =
            Button::new(tr(TemplateText::PreviewPdf)).kind(ButtonKind::Plain).glyph(Glyph::Download).on_press(pdf);
        let picture = self.picture.node().bind("alt", move || values(TemplateText::PreviewPage));
        let paper =
            el("div", "paper-page").class("busy", busy).child(show(move || count.get() > 0, move || picture.clone()));
        let content = fragment().child(self.editor.trying.notice()).child(steps).child(paper).child(pdf);
        Card::new(tr(TemplateText::Preview), content).note(tr(TemplateText::PreviewNote)).class("preview").node()
    }
}
