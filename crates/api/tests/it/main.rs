//! The API over HTTP against the real server, on both databases.

mod accounts;
mod api_keys;
mod openapi;
mod problems;
mod server;
mod sessions;
mod support;
mod tree;
