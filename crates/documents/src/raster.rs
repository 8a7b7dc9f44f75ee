//! Drawings of our own as pixels, with the embedded fonts and nothing from outside.

use crate::DocumentError;
use crate::pdf::FACES;
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb::Database};
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in FACES {
        fonts.load_font_data(face.to_vec());
    }
    fonts.set_sans_serif_family("Liberation Sans");
    Arc::new(fonts)
});

/// An SVG as a PNG, so many pixels for each of its own, and its size.
pub(crate) fn png(svg: &str, scale: f32) -> Result<Raster, DocumentError> {
    let options = Options {
        fontdb: FONTS.clone(),
        font_family: "Liberation Sans".to_owned(),
        // Never a file of this machine: a picture comes as data or not at all.
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let failed = |error: &dyn std::fmt::Display| DocumentError::Drawing(error.to_string());
    let tree = Tree::from_str(svg, &options).map_err(|error: usvg::Error| failed(&error))?;
    let size = tree.size().to_int_size().scale_by(scale).ok_or_else(|| failed(&"no size"))?;
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).ok_or_else(|| failed(&"too large"))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let bytes = pixels.encode_png().map_err(|error| failed(&error))?;
    Ok(Raster { bytes, width: size.width(), height: size.height() })
}

/// A PNG.
pub(crate) struct Raster {
    pub(crate) bytes: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// Width and height of a PNG or JPEG, from its head.
pub(crate) fn size_of(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let word = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        return Some((word(16)?, word(20)?));
    }
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        let short = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some((u32::from(short(at + 7)?), u32::from(short(at + 5)?)));
        }
        at += 2 + usize::from(short(at + 2)?);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_pixels_and_tells_their_number() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><text y=\"9\">Ü</text>\
                   <image href=\"/etc/hostname\" width=\"5\" height=\"5\"/></svg>";
        let raster = png(svg, 2.5).unwrap();
        assert_eq!((raster.width, raster.height), (50, 25));
        assert_eq!(size_of(&raster.bytes), Some((50, 25)));
    }

    #[test]
    fn the_size_of_a_jpeg_stands_in_its_frame_and_rubbish_has_none() {
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 0];
        assert_eq!(size_of(&jpeg), Some((40, 30)));
        assert_eq!(size_of(&[0xff, 0xd8, 0xff]), None);
        assert_eq!(size_of(b"GIF89a"), None);
    }
}
