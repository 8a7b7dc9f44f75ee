//! The printed pages as pictures, each drawn when it comes into view.

use super::sheet::Sheet;
use crate::seen::watch;
use dom::prelude::*;
use json::Value;
use signals::untrack;
use std::rc::Rc;
use texts::reports::ReportText;
use ui::api::{self, Failure};
use ui::{Picture, Remote, loaded, skeleton_block, tr, tr_with, use_remote};
use web_sys::{Blob, Element};

/// The pages of a report, and where each heading of them stands.
#[derive(Clone, Copy)]
pub(super) struct Pages {
    sheet: Sheet,
    list: Remote<Value>,
}

impl Pages {
    /// Reads them while they are wanted, anew for every version of the report.
    pub(super) fn new(sheet: Sheet, wanted: impl Fn() -> bool + 'static) -> Self {
        let list = use_remote(move || {
            sheet.version().track();
            wanted().then(|| sheet.path("/pages"))
        });
        Self { sheet, list }
    }

    /// The page on which a title stands, as the anchor of its picture.
    pub(super) fn anchor(self, title: &str) -> Option<String> {
        let list = untrack(|| self.list.value())?;
        let title = ui::browser::lower(title);
        let found =
            list.list("headings").iter().find(|heading| ui::browser::lower(heading.text("title")).ends_with(&title))?;
        Some(format!("page-{}", found.number("page")))
    }

    /// The pictures one below the other.
    pub(super) fn node(self) -> Node {
        loaded(self.list, || skeleton_block(900), move |list| self.pictures(&list))
    }

    fn pictures(self, list: &Value) -> Node {
        let count = list.list("pages").len().to_string();
        let of = list.text("of").to_owned();
        let pictures: Rc<Vec<(String, Picture)>> = Rc::new(
            list.list("pages")
                .iter()
                .map(|page| {
                    let number = page.number("number").to_string();
                    let alt = tr_with(ReportText::PagesOf, &[("number", &number), ("count", &count)]);
                    (number, Picture::new(&alt))
                })
                .collect(),
        );
        let frame = |(page, (number, picture)): (&Value, &(String, Picture))| {
            let ratio = format!("{} / {}", page.number("width").max(1), page.number("height").max(1));
            let sheet = el("div", "page-ground").style("aspect-ratio", &ratio).child(picture.node());
            let label = tr_with(ReportText::PagesOf, &[("number", number), ("count", &count)]);
            let id = format!("page-{number}");
            let frame = el("figure", "page-picture").attr("id", &id).attr("tabindex", "-1").child(sheet);
            frame.child(el("figcaption", "note").text(&label))
        };
        let frames: Vec<Node> = list.list("pages").iter().zip(pictures.iter()).map(frame).collect();
        let elements: Vec<Element> = frames.iter().map(|frame| frame.element().clone()).collect();
        watch(&elements, "800px 0px", move |element, seen| {
            let id = element.id();
            let number = id.trim_start_matches("page-");
            let known = pictures.iter().find(|(known, _)| known == number);
            // Drawn once; what was drawn stays.
            if let Some((_, picture)) =
                known.filter(|(_, picture)| seen && !picture.node().element().has_attribute("src"))
            {
                let path = api::query(&self.sheet.path(&format!("/pages/{number}")), &[("of", Some(&of))]);
                self.draw(picture.clone(), path);
            }
        });
        el("div", "page-pictures").all(frames)
    }

    fn draw(self, picture: Picture, path: String) {
        spawn_local(async move {
            let drawn: Result<Blob, Failure> = api::get_blob(&path).await;
            match drawn {
                Ok(blob) => picture.show(&blob),
                Err(failure) if failure.code() == Some("changed_meanwhile") => self.list.reload(),
                Err(_) => {
                    let _ = picture.node().attr("alt", tr(ReportText::PageFailed));
                }
            }
        });
    }
}
