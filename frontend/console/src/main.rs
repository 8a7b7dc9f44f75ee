//! What operators, the city administrator and readers load.

mod accounts;
mod action;
mod address;
mod app;
mod city;
mod confirm;
mod gallery;
mod historic;
mod home;
mod jobs;
mod keys;
mod links;
mod menu;
mod overview;
mod password;
mod period_picker;
mod preparation;
mod profile;
mod reports;
mod round;
mod secret;
mod seen;
mod shell;
mod sign_in;
mod template;
mod unit_list;
mod units;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    if let Some(body) = dom::document().body() {
        dom::mount(&body, || (app::app(), ()));
    }
}
