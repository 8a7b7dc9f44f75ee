//! The server: the same for the binary and for its tests.

use crate::access::AppState;
use crate::extract::path;
use crate::middleware::{canonical::without_slash, headers::secure, observe::observe, shrink::shrink};
use crate::openapi::{self, PREFIX};
use crate::routes::not_found::{AllowedMethods, not_found};
use crate::surveys::events::FLUSH_EVERY;
use crate::{background, pages, routes, telemetry};
use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App, HttpServer, web};
use std::net::SocketAddr;
use std::time::Duration;
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_swagger_ui::{Config, SwaggerUi};

/// How long open requests may take after the signal to stop.
const FAREWELL: Duration = Duration::from_secs(20);

/// What the server may use of the machine.
#[derive(Clone, Copy, Debug)]
pub struct ServerOptions {
    /// Threads that answer requests.
    pub workers: usize,
    /// Stop on SIGTERM and SIGINT; tests stop by the handle.
    pub signals: bool,
}

/// Prepares the server on an address (port 0 takes a free one) and answers which; it works once the result is awaited.
///
/// # Errors
/// When the address cannot be used or the document cannot be made.
pub fn build(listen: SocketAddr, state: AppState, options: ServerOptions) -> anyhow::Result<(Server, SocketAddr)> {
    let state = web::Data::new(state);
    let bench_echo = state.config.bench_echo;
    actix_web::rt::spawn(write_events(state.clone()));
    actix_web::rt::spawn(background::work(state.clone()));
    let metrics = web::Data::new(telemetry::metrics()?);
    let allowed = web::Data::new(AllowedMethods::of(openapi::openapi()));
    let document = web::Data::new(routes::health::get_openapi::Document(openapi::openapi_json()?.into()));
    let server = HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .app_data(metrics.clone())
            .app_data(allowed.clone())
            .app_data(document.clone())
            .app_data(path::config())
            .configure(|config| routes::bench_echo::configure(config, bench_echo))
            .configure(configure)
            .wrap(from_fn(without_slash))
            .wrap(from_fn(secure))
            .wrap(from_fn(shrink))
            .wrap(Compress::default())
            .wrap(from_fn(observe))
    });
    let server = server.workers(options.workers).shutdown_timeout(FAREWELL.as_secs()).bind(listen)?;
    let address = server.addrs().first().copied().unwrap_or(listen);
    let server = if options.signals { server } else { server.disable_signals() };
    Ok((server.run(), address))
}

/// Writes the counters of survey pages every few seconds, as long as the server runs.
async fn write_events(state: web::Data<AppState>) {
    let mut ticks = actix_web::rt::time::interval(FLUSH_EVERY);
    loop {
        ticks.tick().await;
        state.flush_counters().await;
    }
}

/// Everything the server answers.
fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::scope(PREFIX).configure(|config: &mut web::ServiceConfig| {
            routes::routes(&mut ServiceConfig::new(config));
        }))
        .configure(pages::configure)
        .service(routes::health::healthz::healthz)
        .service(routes::health::readyz::readyz)
        .service(routes::health::get_metrics::get_metrics)
        .service(routes::health::get_openapi::get_openapi)
        .service(web::redirect("/docs", "/docs/"))
        .service(SwaggerUi::new("/docs/{_:.*}").config(Config::from("/openapi.json")))
        .default_service(web::to(not_found));
}
