//! Delivers the answers that wait on the device: now, when the network comes back, and after growing pauses.

use crate::app::{App, Sent};
use crate::js::{after, go};
use crate::net;
use signals::RwSignal;
use std::cell::Cell;
use survey_logic::delivery::{Outcome, pause};
use survey_logic::saved::Waiting;

/// So many in vain end a round.
const MOST_FAILURES: usize = 3;

/// How long it is told that something arrived, in milliseconds.
const TOLD: i32 = 30_000;

/// What lies on the device undelivered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Undelivered {
    /// How many wait for the network.
    pub(crate) waiting: usize,
    /// How many the server refused, and the code of the last.
    pub(crate) refused: Option<(usize, String)>,
}

/// Who delivers.
pub(crate) struct Courier {
    busy: Cell<bool>,
    /// True when something came while the courier was under way.
    more: Cell<bool>,
    tries: Cell<u32>,
    round: Cell<u32>,
    /// What lies on the device undelivered.
    pub(crate) undelivered: RwSignal<Undelivered>,
    /// How many that waited for somebody else's screen arrived just now.
    pub(crate) delivered: RwSignal<usize>,
}

impl Courier {
    /// A courier who has delivered nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            busy: Cell::new(false),
            more: Cell::new(false),
            tries: Cell::new(0),
            round: Cell::new(0),
            undelivered: RwSignal::new(Undelivered::default()),
            delivered: RwSignal::new(0),
        }
    }

    fn look(&self, waiting: &[Waiting]) {
        let refused: Vec<&String> = waiting.iter().filter_map(|waiting| waiting.refused.as_ref()).collect();
        self.undelivered.set(Undelivered {
            waiting: waiting.len() - refused.len(),
            refused: refused.last().map(|code| (refused.len(), (*code).clone())),
        });
    }
}

impl App {
    /// Delivers everything once; comes back by itself when something is left for later.
    pub(crate) fn deliver(self) {
        self.courier.more.set(true);
        if !self.courier.busy.replace(true) {
            go(self.rounds());
        }
    }

    async fn rounds(self) {
        let courier = &self.0.courier;
        let mut later = None;
        while courier.more.replace(false) {
            later = self.round_trip().await;
        }
        courier.busy.set(false);
        match later {
            Some(asked) => {
                let tries = courier.tries.get();
                courier.tries.set(tries.saturating_add(1));
                self.come_back(pause(tries, asked));
            }
            None => courier.tries.set(0),
        }
    }

    /// The network is back: no need to wait any longer.
    pub(crate) fn hurry(self) {
        self.courier.tries.set(0);
        self.deliver();
    }

    fn come_back(self, seconds: u32) {
        let round = self.courier.round.get().wrapping_add(1);
        self.courier.round.set(round);
        let again = move || {
            if self.courier.round.get() == round {
                self.deliver();
            }
        };
        let _ = after(i32::try_from(seconds).unwrap_or(300).saturating_mul(1000), again);
    }

    /// One try for each; what to wait for, when something is left for later.
    async fn round_trip(self) -> Option<Option<u32>> {
        let shelf = &self.0.shelf;
        let (mut later, mut failures) = (None, 0);
        // The newest first: who answered it stands before the screen.
        for mut waiting in shelf.waiting().await.into_iter().rev() {
            // A refusal holds until the page is opened anew.
            if waiting.refused.is_some() && self.courier.tries.get() > 0 {
                continue;
            }
            // One that fails holds up no other; after a few there is no network, or no server.
            if failures >= MOST_FAILURES {
                self.tell(&waiting.id, Sent::Stored);
            } else if let Outcome::Later(asked) = self.one(&mut waiting).await {
                failures += 1;
                later = later.or(Some(asked));
            }
        }
        self.courier.look(&shelf.waiting().await);
        later
    }

    async fn one(self, waiting: &mut Waiting) -> Outcome {
        let attempt = net::submit(waiting).await;
        match &attempt.outcome {
            Outcome::Delivered => {
                self.shelf.drop_waiting(&waiting.id).await;
                if attempt.first {
                    for event in waiting.untold.iter().map(String::as_str).chain(["finished"]) {
                        net::tell(&waiting.link, event).await;
                    }
                }
                if self.session().id == waiting.id {
                    self.sent.set(Sent::Delivered { not_kept: attempt.not_kept });
                } else {
                    self.tell_late();
                }
            }
            Outcome::Refused(code) => {
                waiting.refused = Some(code.clone());
                self.shelf.keep_waiting(waiting).await;
                self.tell(&waiting.id, Sent::Refused(code.clone()));
            }
            Outcome::Later(_) => self.tell(&waiting.id, Sent::Stored),
        }
        attempt.outcome
    }

    /// Says for a while that answers of before arrived: their note goes, and nobody would know why.
    fn tell_late(self) {
        let delivered = self.courier.delivered;
        let count = delivered.get_untracked() + 1;
        delivered.set(count);
        let forget = move || {
            if delivered.get_untracked() == count {
                delivered.set(0);
            }
        };
        let _ = after(TOLD, forget);
    }

    /// Says where the answers given last are now.
    fn tell(self, id: &str, sent: Sent) {
        if self.session().id == id {
            self.sent.set(sent);
        }
    }
}
