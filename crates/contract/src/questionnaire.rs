//! What is asked. The whole of a questionnaire is `domain::Questionnaire`.

use crate::page::page;
use domain::{IndexKind, Localized};
use serde::{Deserialize, Serialize};

pub use domain::Questionnaire;

/// A questionnaire version in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct QuestionnaireSummary {
    /// Names it; all its versions have the same.
    #[cfg_attr(feature = "schema", schema(example = "terpadu-16"))]
    pub code: String,
    /// Grows with every change; answers keep the version they were given to.
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub version: u16,
    /// What the survey is called.
    pub title: Localized,
    /// How many items it asks; the second wordings, which hybrid services ask as well, are not among them.
    #[cfg_attr(feature = "schema", schema(example = 16))]
    pub item_count: u32,
    /// The indices it gives.
    pub indices: Vec<IndexKind>,
    /// The groupings made for it; the first is the default.
    pub groupings: Vec<GroupingSummary>,
}

/// A grouping in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct GroupingSummary {
    /// Names it; the settings choose by it.
    #[cfg_attr(feature = "schema", schema(example = "sembilan"))]
    pub code: String,
    /// What it is called.
    pub title: Localized,
}

page!(
    /// A page of questionnaire versions.
    QuestionnairePage of QuestionnaireSummary
);

/// Which version to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireQuery {
    /// The version; left out, the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(example = 1))]
    pub version: Option<u16>,
}
