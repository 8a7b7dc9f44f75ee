//! What happens to every request before and after its handler.

pub mod canonical;
pub mod headers;
pub mod observe;
pub mod request_id;
pub mod shrink;
