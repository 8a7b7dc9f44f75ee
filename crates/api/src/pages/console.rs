//! The console's one page: everything below `/console` is answered with it, the rest happens in the browser.

use super::assets::ramp_address;
use super::frame::{Frame, html_under, query_language};
use crate::access::{Guard, Public};
use crate::bundles;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use domain::CitySettings;
use domain::period::month_of;
use texts::shell::ShellText;

/// The page's own files and the API of the same server; scripts may compile WASM; charts become pictures by way of blobs.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; \
                      frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "console.html", whitespace = "minimize")]
struct ConsolePage {
    frame: Frame,
    ramp: String,
    city: String,
    bundle: Option<Bundle>,
}

/// Where the parts of the console lie.
struct Bundle {
    start: String,
    glue: String,
    wasm: String,
    tokens: String,
    styles: String,
    figures: String,
    areas: String,
    reports: String,
    font: String,
}

impl Bundle {
    /// `None` until `cargo xtask web` has made them all.
    fn find() -> Option<Self> {
        Some(Self {
            start: bundles::address("start-console.js")?,
            glue: bundles::address("console.js")?,
            wasm: bundles::address("console.wasm")?,
            tokens: bundles::address("tokens.css")?,
            styles: bundles::address("console.css")?,
            figures: bundles::address("figures.css")?,
            areas: bundles::address("areas.css")?,
            reports: bundles::address("reports.css")?,
            font: bundles::address("inter.woff2")?,
        })
    }
}

/// Answers the page. It carries nobody's data: who may see what, the API decides.
pub async fn show_console(request: HttpRequest, guard: Guard<Public>) -> HttpResponse {
    let settings = settings(&guard).await;
    let page = ConsolePage {
        frame: Frame::new(query_language(request.query_string()), &settings.brand_color),
        ramp: ramp_address(&settings.brand_color),
        city: settings.city_name,
        bundle: Bundle::find(),
    };
    let status = if page.bundle.is_some() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    html_under(POLICY, status, &page)
}

/// The city's name and colour; a database that does not answer must not keep the page away, which then says so itself.
async fn settings(guard: &Guard<Public>) -> CitySettings {
    let now = guard.now();
    let found = guard.db().read(move |conn| {
        let Some(city) = store::city::find_city(conn)? else { return Ok(CitySettings::default()) };
        store::settings::settings_for(conn, month_of(now, city.time_zone))
    });
    found.await.unwrap_or_default()
}
