//! What a respondent loads: one question a screen, offline-capable.

fn main() {
    console_error_panic_hook::set_once();
}
