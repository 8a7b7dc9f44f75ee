//! Pages as drawings, and where each heading stands.

use typst::foundations::{NativeElement, StyleChain};
use typst::introspection::Introspector;
use typst::layout::Abs;
use typst::model::{HeadingElem, Numbering};
use typst_layout::{Page as LaidOut, PagedDocument};
use typst_svg::SvgOptions;

/// The pages of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// The pages in order.
    pub pages: Vec<Page>,
    /// Chapters, sections and annexes in order.
    pub headings: Vec<Heading>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The number printed on it; empty where none is.
    pub label: String,
    /// In points.
    pub width: u32,
    /// In points.
    pub height: u32,
    /// The drawing; letters are outlines, so it looks the same everywhere.
    pub svg: String,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for chapters and annexes.
    pub level: usize,
    /// Number and title.
    pub title: String,
    /// The place of its page, from 1.
    pub page: usize,
}

impl Pages {
    pub(super) fn of(document: &PagedDocument) -> Self {
        Self { pages: document.pages().iter().map(page).collect(), headings: headings(document) }
    }
}

fn page(page: &LaidOut) -> Page {
    let size = page.frame.size();
    let label = match &page.numbering {
        Some(Numbering::Pattern(pattern)) => pattern.apply(None, &[page.number]).unwrap_or_default().to_string(),
        Some(Numbering::Func(_)) | None => String::new(),
    };
    Page { label, width: points(size.x), height: points(size.y), svg: typst_svg::svg(page, &SvgOptions::default()) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is some hundred points wide")]
fn points(length: Abs) -> u32 {
    length.to_pt().round() as u32
}

fn headings(document: &PagedDocument) -> Vec<Heading> {
    let found = document.introspector().query(&HeadingElem::ELEM.select());
    let heading = |content: &typst::foundations::Content| {
        let heading = content.to_packed::<HeadingElem>()?;
        let page = document.introspector().page(content.location()?)?.get();
        let title = heading.body.plain_text();
        let title = match heading.numbers.as_ref().filter(|numbers| !numbers.is_empty()) {
            Some(numbers) => format!("{numbers} {title}"),
            None => title.to_string(),
        };
        Some(Heading { level: heading.resolve_level(StyleChain::default()).get(), title, page })
    };
    found.iter().filter_map(heading).collect()
}
