//! What the API answers when something went wrong: every kind of error is one row of [`error_codes!`].

use crate::middleware::request_id;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, HttpResponseBuilder, ResponseError};
use contract::{FieldProblem, Problem};
use std::fmt;
use store::StoreError;

macro_rules! error_codes {
    ($($(#[$doc:meta])* $name:ident = $status:literal $code:literal $title:literal, $hint:literal, $example:literal;)*) => {
        /// The kinds of errors: status, stable code, title, hint and an example of a detail.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ErrorCode { $($(#[$doc])* $name),* }

        impl ErrorCode {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The HTTP status.
            pub fn status(self) -> StatusCode {
                let number: u16 = match self { $(Self::$name => $status),* };
                StatusCode::from_u16(number).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            }

            /// The stable name.
            pub const fn as_str(self) -> &'static str { match self { $(Self::$name => $code),* } }

            /// The kind in a few words.
            pub const fn title(self) -> &'static str { match self { $(Self::$name => $title),* } }

            /// What to do next.
            pub const fn hint(self) -> &'static str { match self { $(Self::$name => $hint),* } }

            /// A detail that it can come with.
            pub const fn example(self) -> &'static str { match self { $(Self::$name => $example),* } }
        }
    };
}

error_codes! {
    /// The bytes are not JSON, or not a form.
    InvalidBody = 400 "invalid_body" "The body cannot be read", "Send well-formed JSON in UTF-8.",
        "the body is not JSON: EOF while parsing an object at line 1 column 17";
    /// A query parameter is unknown or has another shape.
    InvalidQuery = 400 "invalid_query" "The query cannot be read", "Correct the named parameter; the explorer at /docs lists them.",
        "unknown field `page`";
    /// A header has another shape.
    InvalidHeader = 400 "invalid_header" "A header cannot be read", "Correct the named header.",
        "If-Match must be one ETag in double quotes, as it was received";
    /// The address holds a NUL.
    InvalidAddress = 400 "invalid_address" "The address cannot be read", "Leave out control characters.",
        "the address holds the character U+0000";
    /// No token.
    NotSignedIn = 401 "not_signed_in" "Sign in first", "Send `Authorization: Bearer …` with an access token or an API key.",
        "the header Authorization is missing";
    /// A token that was not made here, or was changed.
    InvalidToken = 401 "invalid_token" "The access token is not valid", "Sign in again.",
        "the token was not made by this server";
    /// The token's minutes are over.
    TokenExpired = 401 "token_expired" "The access token has ended", "Ask POST /api/v1/auth/refresh for a new one.",
        "the token's ten minutes are over";
    /// Unknown or revoked key.
    InvalidApiKey = 401 "invalid_api_key" "The API key is not valid", "Ask the city administrator for a new key.",
        "the key is unknown or was revoked";
    /// Username and password do not match; never says which.
    WrongCredentials = 401 "wrong_credentials" "The username or the password is wrong", "Try again, or ask the city administrator for a new password.",
        "no active user has this username and password";
    /// The session was ended, or its user deactivated.
    SessionEnded = 401 "session_ended" "The session has ended", "Sign in again.",
        "the session is unknown or over";
    /// Signed in, but not allowed.
    Forbidden = 403 "forbidden" "This is not allowed", "Ask the city administrator, who may do it.",
        "this is for city administrators";
    /// The unit is not in the actor's part of the tree.
    OutsideScope = 403 "outside_scope" "This unit is outside what you may see or change", "Ask the city administrator, who may do it.",
        "the unit dukcapil is not yours and not below yours";
    /// A page of another site sent it.
    ForeignOrigin = 403 "foreign_origin" "The request came from another site", "Use the address that SUMBERDAYA_PUBLIC_URL names.",
        "only pages of https://survei.example.go.id may sign in and refresh";
    /// There is no such thing.
    NotFound = 404 "not_found" "There is no such thing", "Check the code or id in the address.",
        "there is no such unit";
    /// No link has this code.
    UnknownLink = 404 "unknown_link" "There is no survey at this link", "Check the code under the QR code, or ask the unit for its link.",
        "no unit has given out this code";
    /// No published report has this code.
    UnknownReport = 404 "unknown_report" "There is no published report of this code", "Check the code under the QR code of the report.",
        "no report of this code was published";
    /// No operation at this address.
    NoSuchRoute = 404 "no_such_route" "There is nothing at this address", "The explorer at /docs lists every operation.",
        "no operation has this address";
    /// The address exists with other methods.
    MethodNotAllowed = 405 "method_not_allowed" "This address does not take this method", "Use a method that the header Allow names.",
        "DELETE is not possible here, only GET, PUT";
    /// A unique value is taken.
    Taken = 409 "taken" "This is taken", "Choose another one.",
        "this code is taken";
    /// A rule forbids it in the present state.
    Refused = 409 "refused" "This cannot be done now", "See the detail for the reason.",
        "the unit is inactive: activate it first";
    /// The report's period still runs, or has not begun.
    PeriodRunning = 409 "period_running" "The period has not ended", "Submit and publish when the period is over; until then the report stays a draft.",
        "2026-TW4 ends with 2026-12-31 in the city's time";
    /// The id was used for another response.
    OtherContent = 409 "other_content" "This id stands for another response", "Make a new id for a new response; send a waiting one unchanged.",
        "a response with this id and other content is stored";
    /// The unit closed the link.
    LinkClosed = 410 "link_closed" "This survey is closed", "Ask the unit for its present link.",
        "the link k7m2p9qx closed at 2026-09-30T16:00:00Z";
    /// The link's time is over.
    LinkExpired = 410 "link_expired" "This survey has ended", "Ask the unit for its present link.",
        "the link k7m2p9qx ended at 2026-09-30T16:00:00Z";
    /// If-Match names an older version.
    ChangedMeanwhile = 412 "changed_meanwhile" "It was changed meanwhile", "Read it again and repeat the change with the new ETag.",
        "the report was changed meanwhile";
    /// The body is too big.
    BodyTooLarge = 413 "body_too_large" "The body is too large", "Send less at once.",
        "the body may have 65536 bytes at most";
    /// Another content type or encoding.
    WrongContentType = 415 "wrong_content_type" "The body has another content type", "Send the content type that the detail names, uncompressed.",
        "the body must not be compressed";
    /// Well-formed, but some fields cannot be accepted.
    ValidationFailed = 422 "validation_failed" "Some fields cannot be accepted", "Correct the named fields and send again.",
        "1 field(s) cannot be accepted";
    /// An edit without If-Match.
    PreconditionRequired = 428 "precondition_required" "Say which version you change", "Send `If-Match` with the ETag of what you read.",
        "the header If-Match is missing";
    /// Too many at once.
    TooManyRequests = 429 "too_many_requests" "Too many requests", "Wait as long as Retry-After says, then try again.",
        "too many attempts; the next one is possible in 30 s";
    /// A fault of the server; the log knows more.
    Internal = 500 "internal" "Something went wrong here", "Try again; if it stays, report the request_id.",
        "the request could not be carried out";
    /// No capacity now.
    Busy = 503 "busy" "The server is busy", "Wait as long as Retry-After says, then send the same again: nothing was stored.",
        "the database does not keep up";
}

/// How many fields an answer names; the detail counts all.
const MOST_FIELDS: usize = 20;

/// One error on its way to the client.
#[derive(Clone, Debug)]
pub struct ApiError {
    code: ErrorCode,
    detail: String,
    fields: Vec<FieldProblem>,
    retry_after: Option<u64>,
    allow: Option<String>,
}

impl ApiError {
    /// An error of a kind; the detail says what happened this time.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        let retry_after = (code == ErrorCode::Busy).then_some(1);
        Self { code, detail: detail.into(), fields: Vec::new(), retry_after, allow: None }
    }

    /// 404 for one kind of thing.
    pub fn not_found(what: &str) -> Self {
        Self::new(ErrorCode::NotFound, format!("there is no such {what}"))
    }

    /// 422 for one field.
    pub fn invalid(pointer: &str, code: &str, received: impl fmt::Display, accepted: impl Into<String>) -> Self {
        Self::new(ErrorCode::ValidationFailed, "a field cannot be accepted").field(pointer, code, received, accepted)
    }

    /// 422 for several fields.
    pub fn invalid_fields(fields: Vec<FieldProblem>) -> Self {
        let detail = format!("{} field(s) cannot be accepted", fields.len());
        // A small body must not become a large answer.
        let fields = fields.into_iter().take(MOST_FIELDS).collect();
        Self { fields, ..Self::new(ErrorCode::ValidationFailed, detail) }
    }

    /// Names one more field.
    #[must_use]
    pub fn field(
        mut self,
        pointer: &str,
        code: &str,
        received: impl fmt::Display,
        accepted: impl Into<String>,
    ) -> Self {
        self.push(field_problem(pointer, code, received, accepted));
        self
    }

    /// Adds one field.
    pub fn push(&mut self, field: FieldProblem) {
        self.fields.push(field);
    }

    /// Says how many seconds to wait.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Says which methods the address takes.
    #[must_use]
    pub fn allow(mut self, methods: impl Into<String>) -> Self {
        self.allow = Some(methods.into());
        self
    }

    /// The kind.
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// The body that says it.
    pub fn problem(&self) -> Problem {
        Problem {
            kind: format!("urn:sumberdaya:problem:{}", self.code.as_str()),
            title: self.code.title().to_owned(),
            status: self.code.status().as_u16(),
            code: self.code.as_str().to_owned(),
            detail: self.detail.clone(),
            hint: self.code.hint().to_owned(),
            request_id: request_id::current(),
            errors: self.fields.clone(),
        }
    }
}

/// One field that cannot be accepted; what was received is shortened, and passwords are never repeated.
pub fn field_problem(
    pointer: &str,
    code: &str,
    received: impl fmt::Display,
    accepted: impl Into<String>,
) -> FieldProblem {
    let received = if pointer.contains("password") { "…".to_owned() } else { received.to_string() };
    FieldProblem {
        pointer: pointer.to_owned(),
        code: code.to_owned(),
        received: received.chars().take(80).collect(),
        accepted: accepted.into(),
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.detail)
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.code.status()
    }

    fn error_response(&self) -> HttpResponse {
        let mut response: HttpResponseBuilder = HttpResponse::build(self.status_code());
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        if let Some(methods) = &self.allow {
            response.insert_header((header::ALLOW, methods.as_str()));
        }
        if self.status_code() == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        response.content_type("application/problem+json");
        response.body(serde_json::to_vec(&self.problem()).unwrap_or_default())
    }
}

impl From<Vec<domain::preparation::Defect>> for ApiError {
    fn from(defects: Vec<domain::preparation::Defect>) -> Self {
        let field = |defect: domain::preparation::Defect| {
            field_problem(&defect.pointer, defect.code, defect.received, defect.accepted)
        };
        Self::invalid_fields(defects.into_iter().map(field).collect())
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound(what) => Self::not_found(what),
            StoreError::Taken(what) => Self::new(ErrorCode::Taken, format!("this {what} is taken")),
            StoreError::Stale(what) => {
                Self::new(ErrorCode::ChangedMeanwhile, format!("the {what} was changed meanwhile"))
            }
            StoreError::Refused(reason) => Self::new(ErrorCode::Refused, reason),
            StoreError::Busy => Self::new(ErrorCode::Busy, "the database does not keep up"),
            StoreError::Database(_) if error.concerns_everything() => {
                tracing::error!(error = %error, "the database is locked, full or gone");
                Self::new(ErrorCode::Busy, "the database does not answer")
            }
            StoreError::Database(_) | StoreError::Damaged(_) => {
                tracing::error!(error = %error, "the store failed");
                Self::new(ErrorCode::Internal, "the request could not be carried out")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_unique_and_has_a_hint() {
        let mut codes: Vec<_> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), ErrorCode::ALL.len());
        assert!(ErrorCode::ALL.iter().all(|code| !code.title().is_empty() && code.hint().ends_with('.')));
        assert!(ErrorCode::ALL.iter().all(|code| !code.example().is_empty()));
    }

    #[test]
    fn passwords_are_never_repeated() {
        let error = ApiError::invalid("/new_password", "too_short", "secret", "10 or more characters");
        assert_eq!(error.problem().errors[0].received, "…");
    }
}
