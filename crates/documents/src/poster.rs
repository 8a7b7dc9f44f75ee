//! The publication poster: one drawing, delivered as SVG, PNG and PDF.
//!
//! What everybody may see: small groups are merged before they get here.

mod canvas;

use crate::brand::Brand;
use crate::pdf::drawing_pdf;
use crate::story::Printer;
use crate::{Assets, DocumentError, Edition, frame, qr, raster};
use canvas::{Canvas, Look};
use domain::IndexKind;
use domain::figures::{IndexResult, SliceResult};
use domain::report::{ReportDocument, ReportScope, name_of, public_groups};
use texts::fill;
use texts::report::{label, poster};

const WIDE: i32 = 794;
const HIGH: i32 = 1123;
const EDGE: i32 = 48;
const BRAND: &str = "#0b6b5d";
const PALE: &str = "#e6f2ef";
const INK: &str = "#1f1f1f";
const SOFT: &str = "#525252";
/// Room for the respondents on the right.
const RIGHT: i32 = 300;

/// The poster of one index as an SVG of A4 size.
pub fn poster_svg(document: &ReportDocument, index: IndexKind, edition: &Edition, assets: &Assets) -> String {
    let (result, shown) = (result(document, index), shown(document, index));
    let mut canvas = Canvas::new(WIDE, HIGH);
    let y = head(&mut canvas, document, index, assets);
    value(&mut canvas, index, shown, y);
    facts(&mut canvas, document, shown, y + 290);
    respondents(&mut canvas, document, result, y);
    foot(&mut canvas, edition);
    Brand::of(document.brand_color.as_deref()).refill(canvas.finish(&alternative(document, index)))
}

fn result(document: &ReportDocument, index: IndexKind) -> Option<&IndexResult> {
    document.figures.indices.iter().find(|result| result.summary.index == index)
}

/// What has a value and a grade to show, or the words in their place.
fn shown(document: &ReportDocument, index: IndexKind) -> Result<&IndexResult, &'static str> {
    let result = result(document, index).ok_or(poster::NO_ANSWER)?;
    if document.hides(result.summary.n) { Err(poster::TOO_FEW) } else { Ok(result) }
}

/// The same as a PNG of 150 dots an inch.
///
/// # Errors
/// Only for a fault of the program.
pub fn poster_png(
    document: &ReportDocument,
    index: IndexKind,
    edition: &Edition,
    assets: &Assets,
) -> Result<Vec<u8>, DocumentError> {
    Ok(raster::png(&poster_svg(document, index, edition, assets), 1.5625)?.bytes)
}

/// The same as a PDF of one page.
///
/// # Errors
/// Only for a fault of the program.
pub fn poster_pdf(
    document: &ReportDocument,
    index: IndexKind,
    edition: &Edition,
    assets: &Assets,
) -> Result<Vec<u8>, DocumentError> {
    let title = format!("{} – {}", title(index), frame::subject(document));
    let id = format!("{}-{}-{}", document.identity.report_id, document.identity.revision, index.code());
    drawing_pdf(
        &poster_svg(document, index, edition, assets),
        &title,
        &alternative(document, index),
        frame::date_parts(&document.identity.dated),
        &id,
    )
}

fn title(index: IndexKind) -> String {
    fill(poster::TITLE, &[("name", name_of(index)), ("short", &index.code().to_uppercase())]).to_uppercase()
}

/// The poster in words.
fn alternative(document: &ReportDocument, index: IndexKind) -> String {
    let told = shown(document, index).map_or_else(str::to_owned, |result| {
        let summary = &result.summary;
        format!(
            "{} {}, {} {}, {} {}, {} {}",
            fill(poster::VALUE, &[("short", &index.code().to_uppercase())]),
            Printer::decimal(&summary.converted),
            poster::GRADE,
            summary.grade,
            poster::PERFORMANCE,
            summary.performance,
            poster::RESPONDENTS,
            Printer::count(summary.n),
        )
    });
    format!("{}. {}. {}: {}. {told}.", title(index), frame::subject(document), poster::PERIOD, days(document))
}

fn days(document: &ReportDocument) -> String {
    let (first, last) = (Printer::day(&document.identity.first_day), Printer::day(&document.identity.last_day));
    fill(poster::DAYS, &[("first", &first), ("last", &last)])
}

/// Logo, title and unit on the city's colour; where the rest begins.
fn head(canvas: &mut Canvas, document: &ReportDocument, index: IndexKind, assets: &Assets) -> i32 {
    let picture = document.profile.logo.as_ref().and_then(|logo| assets.get(logo));
    let left = if picture.is_some() { EDGE + 110 } else { EDGE };
    let room = WIDE - EDGE - left;
    let unit = canvas.lines(&document.identity.unit_name.to_uppercase(), 22, true, room, 3);
    let high = 132 + 28 * i32::try_from(unit.len()).unwrap_or(1);
    canvas.rect((0, 0), (WIDE, high), 0, BRAND);
    if let Some(picture) = picture {
        canvas.picture((EDGE, (high - 100) / 2), (90, 100), picture);
    }
    let white = |size| Look { size, bold: true, fill: "#ffffff", middle: false };
    let government = frame::government(document).to_uppercase();
    canvas.text(left, 46, Look { bold: false, ..white(15) }, &canvas.cut(&government, 15, false, room));
    for (at, line) in (0..).zip(canvas.lines(&title(index), 26, true, room, 2)) {
        canvas.text(left, 82 + 30 * at, white(26), &line);
    }
    let below = if canvas.lines(&title(index), 26, true, room, 2).len() > 1 { 148 } else { 120 };
    for (at, line) in (0..).zip(&unit) {
        canvas.text(left, below + 28 * at, white(22), line);
    }
    high + 40
}

/// The value, as large as it deserves.
fn value(canvas: &mut Canvas, index: IndexKind, shown: Result<&IndexResult, &str>, y: i32) {
    let wide = WIDE - 2 * EDGE - RIGHT - 24;
    let middle = EDGE + wide / 2;
    canvas.rect((EDGE, y), (wide, 266), 14, PALE);
    let centred = |size, bold, fill| Look { size, bold, fill, middle: true };
    let short = index.code().to_uppercase();
    canvas.text(middle, y + 44, centred(20, true, SOFT), &fill(poster::VALUE, &[("short", &short)]));
    match shown {
        Ok(result) => {
            canvas.text(middle, y + 168, centred(112, true, BRAND), &Printer::decimal(&result.summary.converted));
            canvas.rect((middle - 130, y + 196), (260, 50), 25, BRAND);
            let grade = format!("{} · {}", result.summary.grade, result.summary.performance);
            canvas.text(middle, y + 230, centred(24, true, "#ffffff"), &grade);
        }
        Err(told) => canvas.text(middle, y + 150, centred(20, true, INK), told),
    }
}

/// Service, period, grade and performance, one under the other.
fn facts(canvas: &mut Canvas, document: &ReportDocument, shown: Result<&IndexResult, &str>, y: i32) {
    let room = WIDE - 2 * EDGE - RIGHT - 24;
    let service = match &document.identity.scope {
        ReportScope::Service { name, .. } => name.clone(),
        ReportScope::Unit | ReportScope::City => poster::ALL_SERVICES.to_owned(),
    };
    let mut rows = vec![(poster::SERVICE, service), (poster::PERIOD, days(document))];
    if let Ok(result) = shown {
        rows.push((poster::GRADE, result.summary.grade.clone()));
        rows.push((poster::PERFORMANCE, result.summary.performance.clone()));
    }
    let mut at = y;
    for (name, told) in rows {
        canvas.text(EDGE, at + 14, Look { size: 13, bold: true, fill: SOFT, middle: false }, name);
        for line in canvas.lines(&told, 19, true, room, 3) {
            at += 26;
            canvas.text(EDGE, at + 12, Look { size: 19, bold: true, fill: INK, middle: false }, &line);
        }
        at += 34;
    }
}

/// How many, of which sex and education.
fn respondents(canvas: &mut Canvas, document: &ReportDocument, result: Option<&IndexResult>, y: i32) {
    let left = WIDE - EDGE - RIGHT;
    let n = result.map_or(document.figures.n, |result| result.summary.n);
    let told = match document.figures.sample.required {
        Some(required) => {
            fill(poster::OF_SAMPLE, &[("n", &Printer::count(n)), ("required", &Printer::count(required))])
        }
        None => fill(poster::PEOPLE, &[("n", &Printer::count(n))]),
    };
    canvas.rect((left, y), (RIGHT, 44), 14, BRAND);
    canvas.text(
        left + RIGHT / 2,
        y + 29,
        Look { size: 18, bold: true, fill: "#ffffff", middle: true },
        poster::RESPONDENTS,
    );
    let mut at = y + 74;
    let caption = Look { size: 13, bold: true, fill: SOFT, middle: false };
    let text = Look { size: 15, bold: false, fill: INK, middle: false };
    canvas.text(left, at, caption, poster::COUNT);
    for line in canvas.lines(&told, 15, false, RIGHT, 2) {
        at += 24;
        canvas.text(left, at, text, &line);
    }
    let options = |code: &str| -> &[SliceResult] {
        let question = document.figures.characteristics.iter().find(|question| question.code == code);
        question.map_or(&[], |question| &question.options)
    };
    for (name, code) in [(poster::SEX, "sex"), (poster::EDUCATION, "education")] {
        at += 36;
        canvas.text(left, at, caption, name);
        let Some(groups) = public_groups(options(code)) else {
            at += 24;
            canvas.text(left, at, text, poster::HIDDEN);
            continue;
        };
        for group in groups {
            let count = Printer::count(group.n);
            for (line_at, line) in canvas.lines(&group.label, 15, false, RIGHT - 56, 3).into_iter().enumerate() {
                at += if line_at == 0 { 25 } else { 19 };
                canvas.text(left, at, text, &line);
                if line_at == 0 {
                    canvas.right(left + RIGHT, at, Look { bold: true, ..text }, &count);
                }
            }
        }
    }
}

/// Thanks, and the way to the published figures.
fn foot(canvas: &mut Canvas, edition: &Edition) {
    let top = HIGH - 250;
    canvas.rect((EDGE, top), (WIDE - 2 * EDGE, 2), 0, BRAND);
    let mut room = WIDE - 2 * EDGE;
    if let Some(address) = edition.address() {
        if let Some(code) = qr::svg(address, label::QR) {
            canvas.nested((EDGE, top + 24), 150, &code);
        }
        let soft = Look { size: 11, bold: false, fill: SOFT, middle: false };
        canvas.text(EDGE, top + 192, soft, &canvas.cut(address, 11, false, 330));
        room -= 180;
    }
    let left = WIDE - EDGE - room;
    let thanks = Look { size: 16, bold: true, fill: BRAND, middle: false };
    for (at, line) in (0..).zip(canvas.lines(poster::THANKS, 16, true, room, 9)) {
        canvas.text(left, top + 48 + 23 * at, thanks, &line);
    }
    if *edition == Edition::Draft {
        canvas.draft(label::DRAFT);
    }
}
