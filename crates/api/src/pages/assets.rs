//! The one stylesheet of the pages, by a name that changes with its content, and the icon.

use super::brand::{Rgb, tokens};
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use domain::CitySettings;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

const STYLES: &str = include_str!("../../templates/survey.css");
const ICON: &str = include_str!("../../templates/icon.svg");
/// For what never changes under its name.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The hash of the stylesheet without the brand colour.
fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        // The derived tokens belong to the content too: those of one colour stand for the rule that makes them.
        let sample = tokens(default_brand());
        let digest = Sha256::new().chain_update(sample).chain_update(STYLES).finalize();
        hex::encode(&digest[..6])
    })
}

fn default_brand() -> Rgb {
    // The default setting is a colour; the black only satisfies the type.
    Rgb::parse(&CitySettings::default().brand_color).unwrap_or(Rgb::BLACK)
}

/// Where the stylesheet in this brand colour lies.
pub fn stylesheet_address(brand: &str) -> String {
    let brand = Rgb::parse(brand).unwrap_or_else(default_brand);
    format!("/assets/survey-{}-{}.css", version(), brand.hex())
}

/// The stylesheet of a name. The colour is part of the name, so every replica can answer, whatever its settings are.
pub async fn get_survey_stylesheet(name: web::Path<String>) -> HttpResponse {
    let parts = name.split_once('-').map(|(hash, brand)| (hash == version(), Rgb::parse(brand)));
    let (known, brand) = match parts {
        Some((known, Some(brand))) => (known, brand),
        _ => (false, default_brand()),
    };
    // A page of another version of the server still gets its styles, but nobody keeps them under the wrong name.
    let caching = if known { IMMUTABLE } else { "no-store" };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, caching))
        .body(tokens(brand) + STYLES)
}

/// The icon of every page.
pub async fn get_icon() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(ICON)
}
