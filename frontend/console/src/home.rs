//! The address without a screen leads to the one that this user needs first.

use crate::menu;
use dom::prelude::*;
use dom::soon;
use ui::api::session;
use ui::router::{self, Leave};

/// Leads on.
pub(crate) fn home() -> Node {
    effect(|| {
        if let Some(user) = session::user() {
            let address = menu::home(&user);
            soon(move || router::go(&address, Leave::Nothing));
        }
    });
    fragment()
}
