//! What operators, the city administrator and readers load.

fn main() {
    console_error_panic_hook::set_once();
}
