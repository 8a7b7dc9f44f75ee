//! Pages of documents as pictures.

use serde::{Deserialize, Serialize};

/// The pages of a document as pictures: how many, how large, and where each heading stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "of": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "count": 24,
    "pages": [{"number": 1, "label": "", "width": 595, "height": 842}],
    "headings": [{"level": 1, "title": "BAB I Pendahuluan", "page": 5}]
})))]
pub struct PagePictures {
    /// What the pages were made from: another text when anything on them is another.
    pub of: String,
    /// How many pages there are.
    pub count: usize,
    /// The pages in order.
    pub pages: Vec<PagePicture>,
    /// Chapters, sections and annexes in order.
    pub headings: Vec<PageHeading>,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PagePicture {
    /// Its place, from 1.
    #[cfg_attr(feature = "schema", schema(example = 7))]
    pub number: usize,
    /// The number that is printed on it: `iv`, `3`; empty where none is.
    #[cfg_attr(feature = "schema", schema(example = "3"))]
    pub label: String,
    /// In points (1/72 inch).
    #[cfg_attr(feature = "schema", schema(example = 595))]
    pub width: u32,
    /// In points.
    #[cfg_attr(feature = "schema", schema(example = 842))]
    pub height: u32,
}

/// A heading and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PageHeading {
    /// 1 for chapters and annexes, 2 for sections.
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub level: usize,
    /// Its number and title.
    #[cfg_attr(feature = "schema", schema(example = "BAB I Pendahuluan"))]
    pub title: String,
    /// The place of its page, from 1.
    #[cfg_attr(feature = "schema", schema(example = 5))]
    pub page: usize,
}

/// Which state of a document a page is asked of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct PagePictureQuery {
    /// `of` of the list of pages: the page never changes, and may be kept for long. Left out, the page as it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schema",
        param(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub of: Option<String>,
}
