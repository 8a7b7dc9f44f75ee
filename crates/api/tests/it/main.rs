//! The API over HTTP against the real server, on both databases.
#![expect(clippy::unwrap_used, unreachable_pub, reason = "a test that cannot go on fails; nobody links a test binary")]

mod accounts;
mod api_keys;
mod binary;
mod bundles;
mod city;
mod completion;
mod crash;
mod data_commands;
mod documents;
mod import;
mod openapi;
mod openapi_examples;
mod organisation;
mod preparation;
mod problems;
mod public_pages;
mod recap;
mod report_pages;
mod report_rules;
mod reports;
mod results;
mod server;
mod sessions;
mod signed_report;
mod support;
mod survey_page;
mod surveys;
mod tree;
