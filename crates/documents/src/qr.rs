//! QR codes as drawings.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Blank modules around the code, without which readers do not find it.
const QUIET: i32 = 4;

/// A text as a QR code: an SVG of one path on white ground, one unit a module; `None` for a text that is too long.
///
/// Error correction M or, where it fits into the same size, better: a seventh of the print may be scratched or covered.
pub fn svg(text: &str, title: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\">\
         <title>{title}</title><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{}\"/></svg>\n",
        runs(&code)
    ))
}

/// The dark modules, each horizontal run of them as one rectangle.
fn runs(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let length = i32::try_from(length).unwrap_or(0);
            if length > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x += length + 1;
        }
    }
    path
}
