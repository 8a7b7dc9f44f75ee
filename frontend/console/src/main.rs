//! What operators, the city administrator and readers load.

#![expect(unreachable_pub, reason = "the component macro makes functions that are pub")]

mod accounts;
mod action;
mod address;
mod app;
mod city;
mod confirm;
mod gallery;
mod home;
mod keys;
mod links;
mod menu;
mod overview;
mod password;
mod period_picker;
mod secret;
mod shell;
mod sign_in;
mod unit_list;
mod units;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
