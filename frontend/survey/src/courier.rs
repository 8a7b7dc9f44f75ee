//! Delivers the answers that wait on the device: now, when the network comes back, and after growing pauses.

use crate::app::{App, Sent};
use crate::js::sleep;
use crate::net;
use crate::shelf::Shelf;
use leptos::prelude::*;
use survey_logic::delivery::{Outcome, pause};
use survey_logic::saved::Waiting;

/// What lies on the device undelivered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Undelivered {
    /// How many wait for the network.
    pub(crate) waiting: usize,
    /// How many the server refused, and the code of the last.
    pub(crate) refused: Option<(usize, String)>,
}

/// Who delivers.
#[derive(Clone, Copy)]
pub(crate) struct Courier {
    shelf: StoredValue<Shelf, LocalStorage>,
    busy: StoredValue<bool>,
    /// True when something came while the courier was under way.
    more: StoredValue<bool>,
    tries: StoredValue<u32>,
    round: StoredValue<u32>,
    /// What lies on the device undelivered.
    pub(crate) undelivered: RwSignal<Undelivered>,
}

impl Courier {
    /// A courier of a device.
    pub(crate) fn new(shelf: Shelf) -> Self {
        Self {
            shelf: StoredValue::new_local(shelf),
            busy: StoredValue::new(false),
            more: StoredValue::new(false),
            tries: StoredValue::new(0),
            round: StoredValue::new(0),
            undelivered: RwSignal::new(Undelivered::default()),
        }
    }

    /// Delivers everything once; comes back by itself when something is left for later.
    pub(crate) async fn deliver(self, app: App) {
        self.more.set_value(true);
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        let mut later = None;
        while self.more.get_value() {
            self.more.set_value(false);
            later = self.round_trip(app).await;
        }
        self.busy.set_value(false);
        if let Some(asked) = later {
            let tries = self.tries.get_value();
            self.tries.set_value(tries.saturating_add(1));
            self.come_back(app, pause(tries, asked));
        } else {
            self.tries.set_value(0);
        }
    }

    /// The network is back: no need to wait any longer.
    pub(crate) async fn hurry(self, app: App) {
        self.tries.set_value(0);
        self.deliver(app).await;
    }

    fn come_back(self, app: App, seconds: u32) {
        self.round.update_value(|round| *round = round.wrapping_add(1));
        let round = self.round.get_value();
        leptos::task::spawn_local(async move {
            sleep(i32::try_from(seconds).unwrap_or(300).saturating_mul(1000)).await;
            if self.round.get_value() == round {
                self.deliver(app).await;
            }
        });
    }

    /// One try for each; what to wait for, when something is left for later.
    async fn round_trip(self, app: App) -> Option<Option<u32>> {
        let shelf = self.shelf.get_value();
        let mut later = None;
        for mut waiting in shelf.waiting().await {
            // A refusal holds until the page is opened anew.
            if waiting.refused.is_some() && self.tries.get_value() > 0 {
                continue;
            }
            // After one that found no network the others are not tried either.
            let outcome =
                if later.is_some() { Outcome::Later(None) } else { self.one(&shelf, &mut waiting, app).await };
            if let Outcome::Later(asked) = outcome {
                later = later.or(Some(asked));
            }
        }
        self.look(&shelf.waiting().await);
        later
    }

    async fn one(self, shelf: &Shelf, waiting: &mut Waiting, app: App) -> Outcome {
        let attempt = net::submit(waiting).await;
        match &attempt.outcome {
            Outcome::Delivered => {
                shelf.drop_waiting(&waiting.id).await;
                if attempt.first {
                    for event in waiting.untold.iter().map(String::as_str).chain(["finished"]) {
                        net::tell(&waiting.link, event).await;
                    }
                }
                app.tell(&waiting.id, Sent::Delivered { not_kept: attempt.not_kept });
            }
            Outcome::Refused(code) => {
                waiting.refused = Some(code.clone());
                shelf.keep_waiting(waiting).await;
                app.tell(&waiting.id, Sent::Refused(code.clone()));
            }
            Outcome::Later(_) => app.tell(&waiting.id, Sent::Stored),
        }
        attempt.outcome
    }

    fn look(self, waiting: &[Waiting]) {
        let refused: Vec<&String> = waiting.iter().filter_map(|waiting| waiting.refused.as_ref()).collect();
        self.undelivered.set(Undelivered {
            waiting: waiting.len() - refused.len(),
            refused: refused.last().map(|code| (refused.len(), (*code).clone())),
        });
    }
}

impl App {
    /// Says where the answers given last are now.
    fn tell(self, id: &str, sent: Sent) {
        if self.session.with_value(|session| session.id == id) {
            self.sent.set(sent);
        }
    }
}
