//! A tablet on a counter that nobody touches: whoever left is asked whether they are still there, then what they filled in
//! goes, so that the next one begins clean.

use crate::app::{App, Screen};
use crate::js::{after, window};
use dom::listen;

/// How long nobody may touch the screen before it asks, in milliseconds.
const QUIET: i32 = 60_000;
/// How long it waits for an answer, in seconds.
const SECONDS: u32 = 15;

impl App {
    /// Asks whoever stops touching the screen of a tablet on a counter.
    pub(crate) fn watch_touches(self) {
        if self.survey().kiosk {
            for event in ["pointerdown", "keydown", "scroll"] {
                listen(&window(), event, move |_| self.touched());
            }
            self.touched();
        }
    }

    fn touched(self) {
        let touch = self.touches.get().wrapping_add(1);
        self.touches.set(touch);
        let ask = move || {
            if self.touches.get() == touch && self.has_traces() {
                self.asking.set(Some(SECONDS));
                self.count_seconds();
            }
        };
        // While it asks, only its button answers: a finger that goes through to what lies below chooses nothing.
        if self.asking.get_untracked().is_none() {
            let _ = after(QUIET, ask);
        }
    }

    /// True when something of somebody is on the screen; the thanks go by themselves.
    fn has_traces(self) -> bool {
        match self.screen.get_untracked() {
            Screen::Thanks | Screen::Closed => false,
            Screen::Resume => true,
            Screen::Step(step) => {
                let moved = step != self.entry.get() || self.language.get_untracked() != self.first_language;
                moved || self.session().is_begun()
            }
        }
    }

    /// Takes a second off, every second, until somebody answers or nobody did.
    fn count_seconds(self) {
        let tick = move || match self.asking.get_untracked() {
            Some(left @ 2..) => {
                self.asking.set(Some(left - 1));
                self.count_seconds();
            }
            Some(_) => {
                self.asking.set(None);
                // Nobody is there any more.
                self.count_left();
                self.forget_draft();
                self.restart();
            }
            None => {}
        };
        let _ = after(1000, tick);
    }

    /// Somebody is still there.
    pub(crate) fn stay(self) {
        self.asking.set(None);
        self.touched();
    }
}
