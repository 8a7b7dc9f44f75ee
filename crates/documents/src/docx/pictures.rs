//! Charts as pictures (PNG, with the SVG beside it for who can show it), photos and logo.

use super::body::Body;
use super::xml::escape;
use crate::{DocumentError, edition, raster};

/// A file of the package and by which id it is found.
pub(super) struct Picture {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// English metric units in a millimetre.
const MILLIMETRE: u64 = 36_000;
const EMU_OF_TWIP: u64 = 635;
/// The width of the text.
pub(super) const FULL: u64 = 150;
const HIGHEST: u64 = 100;

/// A picture in a paragraph, and how many twips it is high.
pub(super) type Drawn = (String, u32);

/// A drawing of our own, so many millimetres wide.
pub(super) fn drawing(body: &mut Body, svg: &str, alt: &str, wide: u64) -> Result<Drawn, DocumentError> {
    let raster = raster::png(svg, 2.5)?;
    let size = fitted(u64::from(raster.width), u64::from(raster.height), wide, u64::MAX);
    let id = body.next_id();
    let (png, svg_name) = (format!("image{id}.png"), format!("image{id}.svg"));
    body.media.push(Picture { name: png.clone(), bytes: raster.bytes });
    body.media.push(Picture { name: svg_name.clone(), bytes: svg.as_bytes().to_vec() });
    let extension = format!(
        "<a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip \
         xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{}\"/></a:ext></a:extLst>",
        relation(&svg_name)
    );
    Ok((inline(id, &png, &extension, size, alt), twips(size)))
}

/// A photo as large as fits.
pub(super) fn photo(body: &mut Body, picture: edition::Picture<'_>, alt: &str) -> Drawn {
    stored(body, picture, alt, 130, HIGHEST)
}

/// The logo on the cover.
pub(super) fn logo(body: &mut Body, picture: edition::Picture<'_>, alt: &str) -> Drawn {
    stored(body, picture, alt, 40, 32)
}

fn stored(body: &mut Body, picture: edition::Picture<'_>, alt: &str, wide: u64, high: u64) -> Drawn {
    let id = body.next_id();
    let extension = if picture.format == "jpg" { "jpeg" } else { picture.format };
    let name = format!("image{id}.{extension}");
    let (width, height) = raster::size_of(picture.bytes).unwrap_or((4, 3));
    body.media.push(Picture { name: name.clone(), bytes: picture.bytes.to_vec() });
    let size = fitted(width.into(), height.into(), wide, high);
    (inline(id, &name, "", size, alt), twips(size))
}

/// The height of a size in English metric units.
fn twips((_, high): (u64, u64)) -> u32 {
    u32::try_from(high / EMU_OF_TWIP).unwrap_or(u32::MAX)
}

/// The size in English metric units that keeps the shape within so many millimetres.
fn fitted(width: u64, height: u64, wide: u64, high: u64) -> (u64, u64) {
    let (width, height) = (width.max(1), height.max(1));
    let full = wide * MILLIMETRE;
    let tall = full * height / width;
    let most = high.saturating_mul(MILLIMETRE);
    if tall > most { (most * width / height, most) } else { (full, tall) }
}

/// How a part names a picture.
pub(super) fn relation(name: &str) -> String {
    format!("rId{}", name.replace('.', ""))
}

fn inline(id: usize, name: &str, extension: &str, (wide, high): (u64, u64), alt: &str) -> String {
    let (alt, relation) = (escape(alt), relation(name));
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" \
         cy=\"{high}\"/><wp:docPr id=\"{id}\" name=\"Gambar {id}\" descr=\"{alt}\"/><a:graphic \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData \
         uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"{id}\" \
         name=\"{name}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip \
         r:embed=\"{relation}\">{extension}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
         <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom \
         prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}
