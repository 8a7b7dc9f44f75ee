//! A picture that the API gives to this user alone.

use crate::api::Pending;
use crate::browser::ObjectUrl;
use dom::{Node, el, keep, spawn_local};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use web_sys::Blob;

/// A picture whose bytes come later, also others in their place; what is shown stays until the next is there.
#[derive(Clone)]
pub struct Picture {
    node: Node,
    // Gone with the part that the picture stands in: what comes later is shown nowhere.
    address: Weak<RefCell<Option<ObjectUrl>>>,
}

impl Picture {
    /// A picture of nothing yet: what it will show, for who cannot see it.
    #[must_use]
    pub fn new(alt: &str) -> Self {
        let address = Rc::default();
        let picture = Self { node: el("img", "").attr("alt", alt), address: Rc::downgrade(&address) };
        keep(Box::new(address));
        picture
    }

    /// Shows these bytes.
    pub fn show(&self, blob: &Blob) {
        let Some(place) = self.address.upgrade() else { return };
        if let Some(address) = ObjectUrl::new(blob) {
            let _ = self.node.clone().attr("src", address.address());
            place.replace(Some(address));
        }
    }

    /// As a node.
    pub fn node(&self) -> Node {
        self.node.clone()
    }
}

/// A picture: what it shows, for who cannot see it, and its bytes as they come.
pub fn picture(alt: &str, blob: Pending<Blob>) -> Node {
    let picture = Picture::new(alt);
    let node = picture.node();
    spawn_local(async move {
        if let Ok(blob) = blob.await {
            picture.show(&blob);
        }
    });
    node
}
