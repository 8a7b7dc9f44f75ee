//! The OpenAPI document, made from the handlers themselves.

mod examples;
mod patterns;
mod problem_examples;

use crate::routes;
use actix_web::App;
use std::sync::OnceLock;
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_actix_web::AppExt;

/// Where the operations begin.
pub const PREFIX: &str = "/api/v1";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Sumberdaya API",
        description = "The public satisfaction survey of a city: answers arrive, official figures (IKM, IPKP, IPAK) leave.\n\n\
            **Sign in** with `create_session` and send the access token as `Authorization: Bearer …`; other systems send an \
            API key the same way.\n\n**Errors** are problem documents (RFC 9457) with a stable `code`, what was received, what \
            is accepted and what to do.\n\n**Lists** page by `cursor`. **Edits** need `If-Match` with the ETag of what was \
            read. **Times** are RFC 3339 in UTC. A `429` or `503` says in `Retry-After` when to come again.",
        license(name = "MIT", identifier = "MIT"),
        contact(name = "Sumber Daya")
    ),
    servers((url = "/", description = "This server")),
    tags(
        (name = "public", description = "Reading and answering a survey, without signing in"),
        (name = "results", description = "Figures of units and of the city, and what people wrote"),
        (name = "exclusions", description = "Taking answers out of the figures, and back in"),
        (name = "units", description = "Offices that serve the public"),
        (name = "services", description = "What units offer"),
        (name = "people_served", description = "How many people were served, from which the required sample follows"),
        (name = "links", description = "Survey links: what QR codes lead to"),
        (name = "questionnaires", description = "What is asked, and how items form elements"),
        (name = "preparation", description = "What a report needs besides the answers: who signs, how the round went, what was published before"),
        (name = "reports", description = "Official reports: drafts, frozen documents, and their files once published"),
        (name = "settings", description = "What the city decides, from a month on"),
        (name = "sessions", description = "Signing in and out"),
        (name = "users", description = "People who sign in"),
        (name = "api_keys", description = "Keys for other systems"),
    ),
    modifiers(&Security),
)]
struct Base;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT or API key");
        let scheme = scheme.description(Some("An access token from `create_session`, or an API key (`sd_…`)."));
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme.build()));
    }
}

/// The document, without a server; made once for a process.
pub fn openapi() -> &'static utoipa::openapi::OpenApi {
    static DOCUMENT: OnceLock<utoipa::openapi::OpenApi> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let scope = utoipa_actix_web::scope(PREFIX).configure(routes::routes);
        let mut document = App::new().into_utoipa_app().openapi(Base::openapi()).service(scope).split_for_parts().1;
        patterns::add(&mut document);
        examples::add(&mut document);
        problem_examples::add(&mut document);
        document
    })
}

/// The operations of an address.
fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten()
}

/// The document as text: the same bytes for the same code.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn openapi_json() -> serde_json::Result<String> {
    // Through a value, whose maps are sorted, so that the order of declaration does not matter.
    let value = serde_json::to_value(openapi())?;
    Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
}
