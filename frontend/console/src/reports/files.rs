//! The report as files: downloads in every format, their hashes once published, and the electronically signed PDF.

use super::shape::{Report, State};
use super::sheet::{Sheet, Writing};
use contract::Role;
use dom::prelude::*;
use json::Value;
use texts::reports::ReportText;
use ui::api::{self, Failure, Method, session};
use ui::browser::download_blob;
use ui::{Button, ButtonKind, Glyph, Notice, Tone, file_field, tr, tr_with};

/// Formats, endings and words; the first three stand in the head of the page.
const FORMATS: [(&str, &str, ReportText); 7] = [
    ("docx", "docx", ReportText::FileWord),
    ("pdf", "pdf", ReportText::FilePdf),
    ("xlsx", "xlsx", ReportText::FileExcel),
    ("poster-pdf", "pdf", ReportText::FilePosterPdf),
    ("poster-png", "png", ReportText::FilePosterPng),
    ("poster-svg", "svg", ReportText::FilePosterSvg),
    ("json", "json", ReportText::FileJson),
];
const IN_HEAD: usize = 3;

const PDF: &str = "application/pdf";
/// The code of a file that does not begin with the published one.
const OTHER_FILE: &str = "not_the_published_file";

/// The usual formats.
pub(super) fn head(sheet: Sheet) -> Node {
    let usual = FORMATS.iter().take(IN_HEAD).map(|format| take(sheet, *format, ButtonKind::Secondary));
    el("div", "usual-files").all(usual)
}

/// A format, its ending and its words.
type Format = (&'static str, &'static str, ReportText);

fn take(sheet: Sheet, format: Format, kind: ButtonKind) -> Node {
    take_of(sheet, format, String::new(), kind)
}

/// As [`take`], a poster of an index that is not the report's first.
fn take_of(sheet: Sheet, (format, ending, words): Format, index: String, kind: ButtonKind) -> Node {
    let writing = Writing::new(sheet);
    let words = match index.as_str() {
        "" => tr(words).to_owned(),
        index => format!("{}, {}", tr(words), index.to_ascii_uppercase()),
    };
    let press = move || {
        let (query, kept) = match index.as_str() {
            "" => (String::new(), format.to_owned()),
            index => (format!("?index={index}"), format!("{format}-{index}")),
        };
        let path = sheet.path(&format!("/files/{format}{query}"));
        let name = sheet.now(|report| file_name(report, &kept, ending));
        writing.action.run(api::get_blob(&path), move |blob| download_blob(&name, &blob));
    };
    let label = tr_with(ReportText::Download, &[("file", &words)]);
    let button = Button::new(words).kind(kind).label(label).busy(writing.action.busy()).on_press(press);
    let button = if kind == ButtonKind::Plain { button.glyph(Glyph::Download) } else { button };
    fragment().child(button).child(writing.action.notice())
}

/// What was published keeps its name; a draft has one of its own.
fn file_name(report: Report<'_>, format: &str, ending: &str) -> String {
    let published = report.files().iter().find(|file| file.text("format") == format);
    match published.map(|file| file.text("file_name")).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => format!("draf-{format}-{}-{}.{ending}", report.unit(), report.period()),
    }
}

/// The card beside the page.
pub(super) fn files(sheet: Sheet) -> Node {
    let files = sheet.part(|report| report.0.get("files").clone());
    let posters = sheet.part(|report| report.indices().skip(1).map(|index| index.name()).collect::<Vec<_>>().into());
    let downloads = live(move || {
        let all = files.get();
        let original = all.items().iter().any(|file| file.text("format") == "pdf-original");
        let original =
            original.then(|| take(sheet, ("pdf-original", "pdf", ReportText::FileOriginal), ButtonKind::Plain));
        let usual = FORMATS.iter().map(|format| take(sheet, *format, ButtonKind::Plain));
        let hashes = (!all.items().is_empty()).then(|| hashes(all.items()));
        // Every index has posters of its own; those of the first stand among the usual files.
        let of_index = |index: &Value| {
            let index = index.as_text().unwrap_or_default().to_owned();
            let posters = FORMATS.iter().filter(|(format, _, _)| format.starts_with("poster-"));
            posters.map(move |format| take_of(sheet, *format, index.clone(), ButtonKind::Plain))
        };
        let others = posters.get();
        let others = others.items().iter().flat_map(of_index);
        [el("div", "downloads").all(usual).all(others).child(Node::from(original)), hashes.into()]
    });
    let administrator = session::user().is_some_and(|user| user.role == Role::Administrator);
    let published = memo(move || administrator && sheet.with(|report| report.state() == State::Published));
    fragment()
        .child(show(move || sheet.is_open(), || el("p", "note").text(tr(ReportText::FilesDraft))))
        .child(downloads)
        .child(show(published, move || signed(sheet)))
}

fn hashes(files: &[Value]) -> Node {
    let line = |file: &Value| {
        let hash = el("code", "").text(file.text("sha256"));
        let signed = file.is("signed").then(|| el("p", "note").text(tr(ReportText::FileSigned)));
        el("li", "").child(el("p", "").text(file.text("file_name"))).child(Node::from(signed)).child(hash)
    };
    let summary = el("summary", "").text(tr(ReportText::Hashes));
    el("details", "hashes").child(summary).child(el("ul", "").all(files.iter().map(line)))
}

/// Takes the signed PDF in place of the published one.
fn signed(sheet: Sheet) -> Node {
    let (writing, done) = (Writing::new(sheet), RwSignal::new(false));
    let wrong = move || {
        let failure = writing.action.failure()?;
        let not_the_file = match &failure {
            Failure::Problem(problem) => {
                problem.code == OTHER_FILE || problem.errors.iter().any(|field| field.code == OTHER_FILE)
            }
            _ => false,
        };
        Some(if not_the_file { tr(ReportText::SignedWrong).to_owned() } else { failure.sentence() })
    };
    let choose = move |file: web_sys::File| {
        done.set(false);
        let send = async move {
            let (path, etag) = (sheet.path("/signed-pdf"), sheet.version().get_untracked());
            api::upload(Method::PUT, &path, PDF, &file, Some(&etag)).await
        };
        let done = move || {
            done.try_set(true);
        };
        sheet.write(writing, Box::pin(send), Box::new(done));
    };
    let said = show(done, || Notice::new(Tone::Good, tr(ReportText::SignedDone)));
    let field = file_field(tr(ReportText::SignedLabel), tr(ReportText::SignedHelp), PDF, wrong, choose);
    el("div", "signed").child(field).child(said)
}
