//! What machines ask: alive, ready, metrics, the OpenAPI document.

pub mod get_metrics;
pub mod get_openapi;
pub mod healthz;
pub mod readyz;
