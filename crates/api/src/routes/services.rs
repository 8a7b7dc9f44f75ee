//! What units offer.

pub mod create_service;
pub mod get_service;
pub mod list_services;
pub mod update_service;

fn body(service: &store::services::Service, unit: &str) -> contract::Service {
    contract::Service {
        unit: unit.to_owned(),
        code: service.code.to_string(),
        name: service.name.clone(),
        mode: service.mode,
        free: service.free,
        active: service.active,
    }
}
