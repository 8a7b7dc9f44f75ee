//! CSV files as offices make them: comma, semicolon or tab, with or without a byte order mark, and what is wrong with them.

pub(crate) mod defects;
pub(crate) mod text;
