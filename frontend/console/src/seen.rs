//! What comes into view.

use dom::keep;
use js_sys::Array;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

type Tell = Box<dyn Fn(&Element, bool)>;

struct Watch {
    observer: IntersectionObserver,
    _tell: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells of each element when it comes into view or leaves it, for as long as what is being made stands. The margin is that
/// of CSS around the window: `600px 0px` looks ahead.
pub(crate) fn watch(elements: &[Element], margin: &str, tell: impl Fn(&Element, bool) + 'static) {
    let tell: Tell = Box::new(tell);
    let tell = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            tell(&entry.target(), entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let observer = IntersectionObserver::new_with_options(tell.as_ref().unchecked_ref(), &options);
    let Ok(observer) = observer else { return };
    for element in elements {
        observer.observe(element);
    }
    keep(Box::new(Watch { observer, _tell: tell }));
}
