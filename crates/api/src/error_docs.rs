//! The problems that operations have in common, named as the last entry of `responses(…)`.

use contract::Problem;
use std::collections::BTreeMap;
use utoipa::IntoResponses;
use utoipa::openapi::{RefOr, Response};

/// What any operation can answer.
#[derive(utoipa::IntoResponses)]
pub enum CommonErrors {
    /// The request cannot be read.
    #[response(status = 400, content_type = "application/problem+json")]
    BadRequest(Problem),
    /// The server is busy; nothing was stored. Send the same again after Retry-After seconds.
    #[response(status = 503, content_type = "application/problem+json", headers(("Retry-After" = u32, description = "Seconds to wait")))]
    Busy(Problem),
}

/// What an operation that reads behind a sign-in can answer.
#[derive(utoipa::IntoResponses)]
pub enum ReadErrors {
    /// The request cannot be read.
    #[response(status = 400, content_type = "application/problem+json")]
    BadRequest(Problem),
    /// Not signed in, or the token has ended.
    #[response(status = 401, content_type = "application/problem+json")]
    Unauthorized(Problem),
    /// Signed in, but not allowed, or outside the units one answers for.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(Problem),
    /// There is no such thing.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
    /// The server is busy. Send the same again after Retry-After seconds.
    #[response(status = 503, content_type = "application/problem+json", headers(("Retry-After" = u32, description = "Seconds to wait")))]
    Busy(Problem),
}

/// What an operation that changes something behind a sign-in, without a body, can answer.
#[derive(utoipa::IntoResponses)]
pub enum ActErrors {
    /// The request cannot be read.
    #[response(status = 400, content_type = "application/problem+json")]
    BadRequest(Problem),
    /// Not signed in, the token has ended, or the account was deactivated.
    #[response(status = 401, content_type = "application/problem+json")]
    Unauthorized(Problem),
    /// Signed in, but not allowed, or outside the units one answers for.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(Problem),
    /// There is no such thing.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
    /// The present state forbids it.
    #[response(status = 409, content_type = "application/problem+json")]
    Conflict(Problem),
    /// The server is busy; nothing was stored. Send the same again after Retry-After seconds.
    #[response(status = 503, content_type = "application/problem+json", headers(("Retry-After" = u32, description = "Seconds to wait")))]
    Busy(Problem),
}

/// What else an operation that takes a body can answer.
#[derive(utoipa::IntoResponses)]
pub enum BodyErrors {
    /// A unique value is taken, or the present state forbids it.
    #[response(status = 409, content_type = "application/problem+json")]
    Conflict(Problem),
    /// The body is larger than this operation takes.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// The body has another content type.
    #[response(status = 415, content_type = "application/problem+json")]
    WrongContentType(Problem),
    /// Some fields cannot be accepted; `errors` names each.
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(Problem),
}

/// What an operation that writes a body behind a sign-in can answer.
pub struct WriteErrors;

impl IntoResponses for WriteErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let mut responses = ActErrors::responses();
        responses.extend(BodyErrors::responses());
        responses
    }
}

/// What else an edit of a versioned resource can answer.
#[derive(utoipa::IntoResponses)]
pub enum EditErrors {
    /// It was changed since `If-Match`.
    #[response(status = 412, content_type = "application/problem+json")]
    ChangedMeanwhile(Problem),
    /// `If-Match` is missing.
    #[response(status = 428, content_type = "application/problem+json")]
    PreconditionRequired(Problem),
}

/// What an operation at a survey link can answer.
#[derive(utoipa::IntoResponses)]
pub enum LinkErrors {
    /// No unit has given out this code.
    #[response(status = 404, content_type = "application/problem+json")]
    Unknown(Problem),
    /// The survey was closed or has ended; `code` says which.
    #[response(status = 410, content_type = "application/problem+json")]
    Gone(Problem),
}

/// What reading a published report can answer.
#[derive(utoipa::IntoResponses)]
pub enum PublicReportErrors {
    /// The request cannot be read.
    #[response(status = 400, content_type = "application/problem+json")]
    BadRequest(Problem),
    /// There is no such unit, or no report of this code was published.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
    /// The server is busy. Send the same again after Retry-After seconds.
    #[response(status = 503, content_type = "application/problem+json", headers(("Retry-After" = u32, description = "Seconds to wait")))]
    Busy(Problem),
}

/// What else sending something to a survey can answer.
#[derive(utoipa::IntoResponses)]
pub enum SubmitErrors {
    /// The token or key that was sent is not valid; send none to submit as a respondent.
    #[response(status = 401, content_type = "application/problem+json")]
    Unauthorized(Problem),
    /// The user or key may not submit for this unit.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(Problem),
    /// The id stands for a response with other content.
    #[response(status = 409, content_type = "application/problem+json")]
    OtherContent(Problem),
    /// The body is larger than 64 KB.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// The body has another content type.
    #[response(status = 415, content_type = "application/problem+json")]
    WrongContentType(Problem),
    /// Some fields cannot be accepted; `errors` names each.
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(Problem),
    /// Too much at once by this link from this address. Send the same again after Retry-After seconds.
    #[response(status = 429, content_type = "application/problem+json", headers(("Retry-After" = u32, description = "Seconds to wait")))]
    TooMany(Problem),
}
