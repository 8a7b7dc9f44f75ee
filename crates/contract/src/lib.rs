//! The JSON bodies of the API, shared by the server and the screens.
//!
//! Plain data: times are RFC 3339 texts in UTC, figures are decimal texts, ids are texts. The feature `schema` adds the
//! OpenAPI schemas; without it the crate is small enough for a browser bundle.

pub mod api_key;
pub mod page;
pub mod problem;
pub mod session;
pub mod user;

pub use api_key::{ApiKey, ApiKeyPage, ApiKeyScope, CreateApiKeyRequest, CreatedApiKey};
pub use page::PageQuery;
pub use problem::{FieldProblem, Problem};
pub use session::{ChangePasswordRequest, CreateSessionRequest, Session};
pub use user::{
    CreateUserRequest, CreatedUser, NewPassword, ResetUserPasswordRequest, Role, UpdateUserRequest, User, UserPage,
};
