//! Uploaded pictures: decoded, turned upright, made no larger than a page needs, and encoded again, so that nothing of what
//! a camera wrote beside the picture (place, time, device) is kept.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;
use store::pictures::Picture;

/// The largest upload.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// Larger pictures are not decoded: each pixel costs four bytes.
const MOST_PIXELS: u64 = 40_000_000;
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// The longer side of a photo: 17 cm on paper at 240 dots an inch.
const PHOTO_SIDE: u32 = 1_600;
/// The longer side of a logo: 5 cm on paper at 300 dots an inch.
const LOGO_SIDE: u32 = 600;
const JPEG_QUALITY: u8 = 85;

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Beside the letterhead: PNG, so that what is transparent stays so.
    Logo,
    /// Documentation: JPEG.
    Photo,
}

/// Why a picture cannot be taken; the text says what would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPicture {
    /// Other bytes.
    #[error("a JPEG or PNG picture")]
    Format,
    /// Broken, or cut off.
    #[error("a JPEG or PNG picture that is whole")]
    Broken,
    /// Too many pixels.
    #[error("a picture of at most 40 million pixels")]
    TooLarge,
}

/// Decodes an upload and encodes it again.
///
/// # Errors
/// When the bytes are no picture that can be taken.
pub fn re_encode(bytes: &[u8], purpose: Purpose) -> Result<Picture, BadPicture> {
    let format = image::guess_format(bytes).map_err(|_| BadPicture::Format)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(BadPicture::Format);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| BadPicture::Broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(BadPicture::TooLarge);
    }
    let orientation = decoder.orientation().map_err(|_| BadPicture::Broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| BadPicture::Broken)?;
    picture.apply_orientation(orientation);
    let side = if purpose == Purpose::Logo { LOGO_SIDE } else { PHOTO_SIDE };
    if picture.width().max(picture.height()) > side {
        picture = picture.thumbnail(side, side);
    }
    encode(&picture, purpose)
}

fn encode(picture: &DynamicImage, purpose: Purpose) -> Result<Picture, BadPicture> {
    let mut content = Vec::new();
    let (written, content_type) = match purpose {
        Purpose::Logo => (picture.to_rgba8().write_with_encoder(PngEncoder::new(&mut content)), "image/png"),
        Purpose::Photo => {
            let encoder = JpegEncoder::new_with_quality(&mut content, JPEG_QUALITY);
            (on_white(picture).write_with_encoder(encoder), "image/jpeg")
        }
    };
    written.map_err(|_| BadPicture::Broken)?;
    let pixels = |side: u32| i32::try_from(side).map_err(|_| BadPicture::TooLarge);
    Ok(Picture {
        content_type: content_type.to_owned(),
        width: pixels(picture.width())?,
        height: pixels(picture.height())?,
        content,
    })
}

/// A JPEG knows nothing transparent: it stands on white, as on paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let pixels = picture.to_rgba8();
    let mix = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u16::from(colour), u16::from(alpha));
        u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    };
    RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0;
        image::Rgb([mix(red, alpha), mix(green, alpha), mix(blue, alpha)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, alpha: u8) -> Vec<u8> {
        let pixels = image::RgbaImage::from_pixel(width, height, image::Rgba([255, 0, 0, alpha]));
        let mut bytes = Vec::new();
        pixels.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
        bytes
    }

    /// A JPEG of 40 × 20 that a camera says to turn by a quarter, with a place and a name in its EXIF.
    fn camera_jpeg() -> Vec<u8> {
        let mut bytes = Vec::new();
        let pixels = RgbImage::from_pixel(40, 20, image::Rgb([10, 120, 90]));
        pixels.write_with_encoder(JpegEncoder::new(&mut bytes)).unwrap();
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
        exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
        exif.extend(b"\x01\x3b\0\x02\0\0\0\x0d\0\0\0\x26\0\0\0\0Budi RAHASIA\0");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let mut out = bytes[..2].to_vec();
        out.extend([0xFF, 0xE1]);
        out.extend(length);
        out.extend(exif);
        out.extend(&bytes[2..]);
        out
    }

    #[test]
    fn what_a_camera_wrote_is_gone_and_the_picture_stands_upright() {
        let before = camera_jpeg();
        assert!(before.windows(7).any(|part| part == b"RAHASIA"));
        for purpose in [Purpose::Photo, Purpose::Logo] {
            let after = re_encode(&before, purpose).unwrap();
            assert_eq!((after.width, after.height), (20, 40));
            let marks: [&[u8]; 3] = [b"RAHASIA", b"Exif", b"eXIf"];
            assert!(marks.iter().all(|mark| !after.content.windows(mark.len()).any(|part| part == *mark)));
        }
    }

    #[test]
    fn a_large_picture_is_made_as_small_as_paper_needs() {
        let photo = re_encode(&png(3_200, 1_000, 255), Purpose::Photo).unwrap();
        assert_eq!((photo.width, photo.height, photo.content_type.as_str()), (1_600, 500, "image/jpeg"));
        let logo = re_encode(&png(30, 20, 0), Purpose::Logo).unwrap();
        assert_eq!((logo.width, logo.height, logo.content_type.as_str()), (30, 20, "image/png"));
    }

    #[test]
    fn what_is_transparent_stands_on_white_in_a_photo() {
        let photo = re_encode(&png(8, 8, 0), Purpose::Photo).unwrap();
        let pixels = image::load_from_memory(&photo.content).unwrap().to_rgb8();
        assert!(pixels.pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(re_encode(b"", Purpose::Photo), Err(BadPicture::Format));
        assert_eq!(re_encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>", Purpose::Logo), Err(BadPicture::Format));
        assert_eq!(re_encode(b"GIF89a\x01\0\x01\0\0\0\0;", Purpose::Photo), Err(BadPicture::Format));
        let good = png(40, 40, 255);
        assert_eq!(re_encode(&good[..60], Purpose::Photo), Err(BadPicture::Broken));
    }

    #[test]
    fn a_small_file_of_many_pixels_is_refused_before_it_is_decoded() {
        // The header of a PNG that says 60,000 × 60,000.
        let mut bomb = png(1, 1, 255);
        bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        assert!(re_encode(&bomb, Purpose::Photo).is_err());
    }
}
