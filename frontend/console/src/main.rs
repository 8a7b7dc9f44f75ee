//! What operators, the city administrator and readers load.

#![expect(unreachable_pub, reason = "the component macro makes functions that are pub")]

mod address;
mod app;
mod gallery;
mod home;
mod menu;
mod overview;
mod password;
mod period_picker;
mod shell;
mod sign_in;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
