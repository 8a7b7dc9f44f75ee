//! The JSON bodies of the API, shared by the server and the screens.
//!
//! Plain data: times are RFC 3339 texts in UTC, figures are decimal texts, ids are texts. The feature `schema` adds the
//! OpenAPI schemas; without it the crate is small enough for a browser bundle.

pub mod api_key;
pub mod link;
pub mod page;
pub mod people_served;
pub mod preparation;
pub mod problem;
pub mod questionnaire;
pub mod report;
pub mod results;
pub mod service;
pub mod session;
pub mod settings;
pub mod survey;
pub mod unit;
pub mod user;

pub use api_key::{ApiKey, ApiKeyPage, ApiKeyScope, CreateApiKeyRequest, CreatedApiKey};
pub use link::{CreateLinkRequest, Link, LinkChannel, LinkPage, ListLinksQuery, UpdateLinkRequest};
pub use page::PageQuery;
pub use people_served::{
    EarlierPeopleServed, ListPeopleServedQuery, PeopleServed, PeopleServedPage, PeopleServedSource,
    PutPeopleServedRequest,
};
pub use preparation::{
    AddPhotoQuery, EnteredHistoricPoint, HistoricImport, HistoricPoints, Office, Photo, Photos, ReportOutlines,
    ReportTemplatePage, ReportTemplateVersion, Round,
};
pub use problem::{FieldProblem, Problem};
pub use questionnaire::{GroupingSummary, QuestionnairePage, QuestionnaireQuery, QuestionnaireSummary};
pub use service::{CreateServiceRequest, Service, ServicePage, UpdateServiceRequest};
pub use session::{ChangePasswordRequest, CreateSessionRequest, Session};
pub use settings::{CurrentSettings, CurrentSettingsQuery, PutSettingsRequest, SettingsPage, SettingsVersion};
pub use unit::{CreateUnitRequest, ListUnitsQuery, Unit, UnitPage, UpdateUnitRequest};
pub use user::{
    CreateUserRequest, CreatedUser, NewPassword, ResetUserPasswordRequest, Role, UpdateUserRequest, User, UserPage,
};
