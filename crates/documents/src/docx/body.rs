//! Headings, paragraphs, captions and lists.

use super::pages::{Pages, Place};
use super::pictures::Picture;
use super::xml::{escape, field, paragraph, run, styled};
use super::{pictures, tables};
use crate::brand::Brand;
use crate::story::{Node, Run, Table};
use crate::{Assets, DocumentError};
use texts::report::label;

/// The body under construction, with all that the other parts must know of it.
#[derive(Default)]
pub(super) struct Body {
    brand: Brand,
    pub(super) xml: String,
    /// Level, text, bookmark and place of each heading.
    pub(super) contents: Vec<Heading>,
    /// The captions of tables, then of figures, likewise.
    pub(super) captions: [Vec<Heading>; 2],
    /// The page of each place.
    pub(super) pages: Vec<u32>,
    pub(super) media: Vec<Picture>,
    /// How many ordered lists there are, each counting from one.
    pub(super) ordered_lists: usize,
    /// Paragraphs and lists stay on the page of what follows.
    keeps_next: bool,
    ids: usize,
}

/// A line of the contents.
pub(super) struct Heading {
    pub(super) level: usize,
    pub(super) text: String,
    pub(super) bookmark: String,
    pub(super) place: Place,
}

impl Body {
    /// An empty one in the colours of a document.
    pub(super) fn new(brand: Brand) -> Self {
        Self { brand, ..Self::default() }
    }

    pub(super) const fn brand(&self) -> &Brand {
        &self.brand
    }

    pub(super) fn next_id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    /// The number is text: every program shows the same one.
    pub(super) fn heading(&mut self, level: usize, number: &str, title: &str, place: Place) {
        let id = self.next_id();
        let bookmark = format!("_Toc{id:08}");
        let between = if level == 1 { "<w:r><w:br/></w:r>".to_owned() } else { run(" ") };
        let text = format!("{}{between}{}", run(number), run(title));
        let text =
            format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{bookmark}\"/>{text}<w:bookmarkEnd w:id=\"{id}\"/>");
        self.xml.push_str(&paragraph(&format!("Heading{level}"), "", &text));
        self.contents.push(Heading { level, text: format!("{number} {title}"), bookmark, place });
    }

    pub(super) fn nodes(&mut self, at: &mut Pages, nodes: &[Node], assets: &Assets) -> Result<(), DocumentError> {
        for node in nodes {
            self.node(at, node, assets)?;
        }
        Ok(())
    }

    /// As [`Body::nodes`]; the last paragraph or list stays on the page of what follows the chapter.
    pub(super) fn last_nodes(&mut self, at: &mut Pages, nodes: &[Node], assets: &Assets) -> Result<(), DocumentError> {
        let Some((last, before)) = nodes.split_last() else { return Ok(()) };
        self.nodes(at, before, assets)?;
        self.keeps_next = true;
        let made = self.node(at, last, assets);
        self.keeps_next = false;
        made
    }

    fn node(&mut self, at: &mut Pages, node: &Node, assets: &Assets) -> Result<(), DocumentError> {
        match node {
            Node::Paragraph { runs } => {
                at.text(&runs.iter().map(|run| run.text.as_str()).collect::<String>(), self.keeps_next);
                self.xml.push_str(&paragraph("BodyText", self.kept(), &runs_of(runs)));
            }
            Node::List { ordered, items } => self.list(at, *ordered, items),
            Node::Table(table) => self.table(at, table),
            Node::Chart(chart) => {
                let (drawn, high) = pictures::drawing(self, &chart.svg, &chart.alt, pictures::FULL)?;
                at.picture(high);
                self.xml.push_str(&paragraph("Picture", "<w:keepNext/>", &drawn));
                self.caption(at, FIGURES, &chart.caption);
            }
            Node::Photo { sha256, caption, .. } => {
                let (shown, high) = match assets.get(sha256) {
                    Some(picture) => pictures::photo(self, picture, caption),
                    None => (run(label::NO_PHOTO), 0),
                };
                at.picture(high);
                self.xml.push_str(&paragraph("Picture", "<w:keepNext/>", &shown));
                self.caption(at, FIGURES, caption);
            }
        }
        Ok(())
    }

    fn kept(&self) -> &'static str {
        if self.keeps_next { "<w:keepNext/><w:keepLines/>" } else { "" }
    }

    fn table(&mut self, at: &mut Pages, table: &Table) {
        self.caption(at, TABLES, &table.caption);
        let note = if table.note.is_empty() { String::new() } else { run(&table.note) };
        // What stands below a long sheet would stand alone on a page: its legend stands above it.
        let above = table.one_line && !table.note.is_empty();
        if above {
            at.note(&table.note, true);
            self.xml.push_str(&paragraph("Note", "<w:keepNext/>", &note));
        }
        at.table(table);
        self.xml.push_str(&tables::table(table, &self.brand));
        at.note(if above { "" } else { &table.note }, false);
        self.xml.push_str(&paragraph("Note", "", if above { "" } else { &note }));
    }

    /// That of a table stays with it.
    fn caption(&mut self, at: &mut Pages, of: usize, caption: &str) {
        let place = at.next();
        at.caption(&format!("{} 00. {caption}", label::TABLE), of == TABLES);
        let properties = if of == TABLES { "<w:keepNext/>" } else { "" };
        let word = if of == TABLES { label::TABLE } else { label::FIGURE };
        let id = self.next_id();
        let bookmark = format!("_Toc{id:08}");
        let Some(captions) = self.captions.get_mut(of) else { return };
        let number = captions.len() + 1;
        captions.push(Heading {
            level: 1,
            text: format!("{word} {number}. {caption}"),
            bookmark: bookmark.clone(),
            place,
        });
        let sequence = field(&format!("SEQ {word} \\* ARABIC"), &number.to_string());
        let runs = format!("{}{sequence}{}", run(&format!("{word} ")), run(&format!(". {caption}")));
        let runs =
            format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{bookmark}\"/>{runs}<w:bookmarkEnd w:id=\"{id}\"/>");
        self.xml.push_str(&paragraph("Caption", properties, &runs));
    }

    fn list(&mut self, at: &mut Pages, ordered: bool, items: &[String]) {
        // Number 1 is the bullet; ordered lists follow.
        let number = if ordered {
            self.ordered_lists += 1;
            self.ordered_lists + 1
        } else {
            1
        };
        for item in items {
            at.item(item, self.keeps_next);
            let kept = self.kept();
            let properties = format!("{kept}<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
            self.xml.push_str(&paragraph("ListParagraph", &properties, &run(item)));
        }
    }
}

pub(super) fn runs_of(runs: &[Run]) -> String {
    runs.iter().map(|run| styled(if run.strong { "<w:b/>" } else { "" }, &run.text)).collect()
}

/// Where [`Body::captions`] has tables and figures.
const TABLES: usize = 0;
const FIGURES: usize = 1;

/// The contents field with its entries filled in.
pub(super) fn contents(headings: &[Heading], pages: &[u32]) -> String {
    entries(pages, "\\o &quot;1-2&quot; \\h \\z \\u", headings, |heading| format!("TOC{}", heading.level))
}

/// The list of what is captioned with a word.
pub(super) fn captioned(word: &str, captions: &[Heading], pages: &[u32]) -> String {
    entries(pages, &format!("\\h \\z \\c &quot;{word}&quot;"), captions, |_| "TableofFigures".to_owned())
}

fn entries(pages: &[u32], switches: &str, headings: &[Heading], style: fn(&Heading) -> String) -> String {
    let mut xml = String::new();
    for (at, heading) in headings.iter().enumerate() {
        let begin = if at == 0 {
            format!(
                "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText \
                 xml:space=\"preserve\"> TOC {switches} </w:instrText></w:r><w:r><w:fldChar \
                 w:fldCharType=\"separate\"/></w:r>"
            )
        } else {
            String::new()
        };
        let end = if at + 1 == headings.len() { "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" } else { "" };
        let page = field(&format!("PAGEREF {} \\h", heading.bookmark), &heading.place.page(pages).to_string());
        let runs = format!(
            "{begin}<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{}<w:r><w:tab/></w:r>{page}</w:hyperlink>{end}",
            escape(&heading.bookmark),
            run(&heading.text)
        );
        xml.push_str(&paragraph(&style(heading), "", &runs));
    }
    xml
}
