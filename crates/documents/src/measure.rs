//! How wide the embedded font sets a text.

use crate::pdf::FACES;
use std::sync::LazyLock;
use ttf_parser::Face;

/// Regular and bold.
static MEASURED: LazyLock<Vec<Face<'static>>> =
    LazyLock::new(|| FACES.iter().take(2).filter_map(|face| Face::parse(face, 0).ok()).collect());

/// The width in whole pixels, rounded up; a character that the font lacks counts as wide as it is high.
pub(crate) fn width_of(text: &str, size: i32, bold: bool) -> i32 {
    let Some(face) = MEASURED.get(usize::from(bold)) else { return 0 };
    let per_em = i32::from(face.units_per_em()).max(1);
    let advance = |c: char| {
        let glyph = face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
        glyph.map_or(per_em, i32::from)
    };
    let units = text.chars().map(advance).fold(0_i32, i32::saturating_add);
    units.saturating_mul(size).saturating_add(per_em - 1) / per_em
}
