//! The bodies of reports as these screens read them: each field of the API that is needed, named here alone.
//!
//! The types of `contract` would bring the code that reads all of a document into the bundle, and a screen needs a tenth of
//! it. What is missing reads as nothing; the browser tests hold the names against the server.

use json::Value;
use texts::reports::ReportListText;
use ui::Tone;

/// Where a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Draft,
    Submitted,
    Published,
}

impl State {
    pub(super) const ALL: [Self; 3] = [Self::Draft, Self::Submitted, Self::Published];

    /// As the API names it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Published => "published",
        }
    }

    pub(super) const fn words(self) -> ReportListText {
        match self {
            Self::Draft => ReportListText::Draft,
            Self::Submitted => ReportListText::Submitted,
            Self::Published => ReportListText::Published,
        }
    }

    pub(super) const fn tone(self) -> Tone {
        match self {
            Self::Draft => Tone::Soft,
            Self::Submitted => Tone::Info,
            Self::Published => Tone::Good,
        }
    }
}

/// A report, whole or in a list.
#[derive(Clone, Copy)]
pub(super) struct Report<'a>(pub(super) &'a Value);

impl<'a> Report<'a> {
    pub(super) fn id(self) -> &'a str {
        self.0.text("id")
    }

    /// "Tabel 3. Populasi dan sampel": the first table or figure of a block, as it is printed; empty where there is none.
    pub(super) fn caption(self, kind: &str, what: &str) -> String {
        let of_block = |caption: &&Value| caption.text("block").split_once(':') == Some((kind, what));
        let found = self.0.list("captions").iter().find(of_block);
        found.map_or_else(String::new, |found| format!("{}. {}", found.text("label"), found.text("caption")))
    }

    /// The short code of its public page.
    pub(super) fn code(self) -> &'a str {
        self.0.text("code")
    }

    pub(super) fn unit(self) -> &'a str {
        self.0.text("unit")
    }

    pub(super) fn unit_name(self) -> &'a str {
        self.0.text("unit_name")
    }

    /// The code of the one service it is about; empty for the whole unit.
    pub(super) fn service(self) -> &'a str {
        self.0.text("service")
    }

    pub(super) fn period(self) -> &'a str {
        self.0.text("period")
    }

    /// The number it is known by; the first document is no revision.
    pub(super) fn revision_number(self) -> Option<u32> {
        domain::report::revision_number(u32::try_from(self.0.number("revision")).unwrap_or(1))
    }

    /// What is neither submitted nor published can still be written.
    pub(super) fn state(self) -> State {
        let code = self.0.text("state");
        State::ALL.into_iter().find(|state| state.code() == code).unwrap_or(State::Draft)
    }

    /// How many minutes the city's clocks are ahead of UTC.
    pub(super) fn minutes_ahead(self) -> i64 {
        self.0.number("minutes_ahead_of_utc")
    }

    /// The id of the revision that took its place; empty while it counts.
    pub(super) fn superseded_by(self) -> &'a str {
        self.0.text("superseded_by")
    }

    /// When and by whom it was `created`, `submitted` or `published`.
    pub(super) fn step(self, what: &str) -> Option<(&'a str, &'a str)> {
        let time = self.0.text(&format!("{what}_at"));
        let who = self.0.text(&format!("{what}_by"));
        (!time.is_empty()).then(|| (time, who.strip_prefix("user:").unwrap_or(who)))
    }

    /// The printed indices in a list.
    pub(super) fn headline(self) -> Option<Index<'a>> {
        self.0.list("figures").first().map(Index)
    }

    pub(super) fn late(self) -> i64 {
        self.0.number("late_responses")
    }

    /// What people wrote, as it is sent back.
    pub(super) fn edits(self) -> &'a Value {
        self.0.at("edits")
    }

    pub(super) fn document(self) -> &'a Value {
        self.0.at("document")
    }

    pub(super) fn outline(self) -> &'a Value {
        self.0.at("document/outline")
    }

    /// What is printed in a slot: `paragraphs`, and whether it is `edited`.
    pub(super) fn text_of(self, slot: &str) -> &'a Value {
        let texts = self.document().list("texts");
        texts.iter().find(|text| text.text("slot") == slot).unwrap_or(&Value::Null)
    }

    pub(super) fn plan(self) -> &'a Value {
        self.0.at("document/plan")
    }

    /// The plan of the report before: `period` and `rows`; null for a first one.
    pub(super) fn last_plan(self) -> &'a Value {
        self.0.at("document/last_plan")
    }

    pub(super) fn comments(self) -> &'a Value {
        self.0.at("document/comments")
    }

    pub(super) fn indices(self) -> impl Iterator<Item = Index<'a>> {
        self.0.at("document/figures").list("indices").iter().map(Index)
    }

    /// The index of this name.
    pub(super) fn index(self, name: &str) -> Option<Index<'a>> {
        self.indices().find(|index| index.name() == name)
    }

    /// Respondents, and how many are required.
    pub(super) fn sample(self) -> (i64, Option<i64>) {
        let figures = self.0.at("document/figures");
        (figures.number("n"), figures.at("sample/required").as_number())
    }

    pub(super) fn checks(self) -> Vec<Check> {
        let check =
            |check: &Value| Check { code: check.text("code").to_owned(), place: check.text("place").to_owned() };
        self.0.list("checks").iter().map(check).collect()
    }

    /// Every figure that a text can hold, by its key.
    pub(super) fn facts(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let facts = self.0.get("facts").entries();
        facts.iter().filter_map(|(key, shown)| Some((key.as_str(), shown.as_text()?)))
    }

    /// What a key says.
    pub(super) fn fact(self, key: &str) -> &'a str {
        self.0.at("facts").text(key)
    }

    /// Files of a published one: `format`, `file_name`, `sha256`, `signed`.
    pub(super) fn files(self) -> &'a [Value] {
        self.0.list("files")
    }
}

/// The difference and whether it means something, or why two periods cannot be compared.
pub(super) type Moved<'a> = Result<(&'a str, bool), &'a str>;

/// An index with its printed numbers.
#[derive(Clone, Copy)]
pub(super) struct Index<'a>(pub(super) &'a Value);

impl<'a> Index<'a> {
    /// `ikm`, `ipkp` or `ipak`.
    pub(super) fn name(self) -> &'a str {
        self.0.text("index")
    }

    pub(super) fn converted(self) -> &'a str {
        self.0.text("converted")
    }

    pub(super) fn grade(self) -> &'a str {
        self.0.text("grade")
    }

    pub(super) fn performance(self) -> &'a str {
        self.0.text("performance")
    }

    pub(super) fn n(self) -> i64 {
        self.0.number("n")
    }

    /// Points of the margin at 95%, where there is one.
    pub(super) fn margin(self) -> Option<&'a str> {
        self.0.at("margin/points").as_text()
    }

    /// Against the period before: its name, and how far it moved.
    pub(super) fn change(self) -> Option<(&'a str, Moved<'a>)> {
        let change = self.0.get("change");
        let difference = change.get("difference").as_text();
        let significant = change.is("significant");
        let moved = difference.map(|difference| (difference, significant)).ok_or(change.text("reason"));
        let before = change.text("previous_period");
        (!before.is_empty()).then_some((before, moved))
    }

    /// Its elements: `code`, `converted`, `grade`, `lowest`.
    pub(super) fn elements(self) -> &'a [Value] {
        self.0.list("elements")
    }
}

/// Something to look at before submitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Check {
    pub(super) code: String,
    /// An element, or a slot and a number.
    pub(super) place: String,
}

impl Check {
    /// The slot and the number typed in it.
    pub(super) fn foreign(&self) -> Option<(&str, &str)> {
        if self.code == "foreign_number" { self.place.split_once(": ") } else { None }
    }
}

/// A piece of a paragraph: words, or a figure with its key.
pub(super) enum Piece<'a> {
    Words(&'a str),
    Figure { key: &'a str, shown: &'a str },
}

/// The pieces of a paragraph.
pub(super) fn pieces(paragraph: &Value) -> impl Iterator<Item = Piece<'_>> {
    paragraph.list("pieces").iter().map(|piece| match piece.text("figure") {
        "" => Piece::Words(piece.text("text")),
        key => Piece::Figure { key, shown: piece.text("shown") },
    })
}

/// What kind of block it is and which: `("table", "plan")`; a fixed text by its slot.
pub(super) fn block(block: &Value) -> (&str, &str) {
    let Some((kind, what)) = block.entries().first() else { return ("", "") };
    match kind.as_str() {
        "fixed" => ("fixed", what.text("slot")),
        kind => (kind, what.as_text().unwrap_or_default()),
    }
}
