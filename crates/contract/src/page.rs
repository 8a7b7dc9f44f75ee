//! Lists come in pages: `next` of one page is the `cursor` of the following.

use serde::{Deserialize, Serialize};

/// How to page through a list without other filters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "schema", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// `next` of the page before; leave it out for the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows a page, 1 to 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", param(minimum = 1, maximum = 200, default = 50, example = 50))]
    pub limit: Option<u32>,
}

/// Declares a page of rows as a type of its own, so that the OpenAPI document names both the page and its row.
macro_rules! page {
    ($(#[$doc:meta])* $name:ident of $row:ty) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub struct $name {
            /// The rows.
            pub items: Vec<$row>,
            /// The `cursor` of the next page; null on the last one.
            #[cfg_attr(feature = "schema", schema(required, example = json!(null)))]
            pub next: Option<String>,
        }
    };
}
pub(crate) use page;
