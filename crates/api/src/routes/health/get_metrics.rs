//! Metrics for Prometheus.

use actix_web::{HttpResponse, get, web};
use metrics_exporter_prometheus::PrometheusHandle;

/// The metrics of this process, in Prometheus's text form.
#[get("/metrics")]
pub(crate) async fn get_metrics(metrics: web::Data<PrometheusHandle>) -> HttpResponse {
    metrics.run_upkeep();
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(metrics.render())
}
