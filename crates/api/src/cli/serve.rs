//! `serve`: answers requests.

use super::say::say;
use crate::access::AppState;
use crate::clock::Clock;
use crate::config::Config;
use crate::server::{self, ServerOptions};
use anyhow::Context;

pub(super) fn run(config: Config) -> anyhow::Result<()> {
    let db = super::create(&config)?;
    super::init::prepare(&db, &config, &super::init::Arguments::default())?;
    let (listen, public_url) = (config.listen, config.public_url.clone());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let state = AppState::new(db, config, Clock::System);
    actix_web::rt::System::new().block_on(async move {
        let (server, address) = server::build(listen, state, ServerOptions { workers, signals: true })
            .with_context(|| format!("cannot listen on {listen}; SUMBERDAYA_LISTEN names another address"))?;
        say(&format!("listening on http://{address}, people use {public_url}"));
        server.await.context("the server stopped")
    })?;
    tracing::info!("stopped");
    Ok(())
}
