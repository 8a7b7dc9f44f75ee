//! What is filled in, kept and sent.

use super::{App, Screen, Sent};
use crate::js::{device, go, now, now_text, seconds_since};
use crate::locks::hold;
use crate::net;
use survey_logic::body::{Manner, body};
use survey_logic::saved::{Draft, Waiting};
use survey_logic::{Session, Step};

impl App {
    /// Fills something in, ticks the answer, and moves on by itself a moment later.
    pub(crate) fn tap(self, place: usize, fill: impl FnOnce(&mut Session)) {
        self.ticked.set(Some(place));
        self.missing.set(false);
        self.change(fill);
        self.move_on();
    }

    /// Fills something in and keeps it.
    pub(crate) fn change(self, fill: impl FnOnce(&mut Session)) {
        let before = self.session().is_begun();
        self.edit(fill);
        self.changed(before);
    }

    pub(super) fn changed(self, was_begun: bool) {
        if !was_begun && self.session().is_begun() {
            self.begin();
        }
        self.keep();
    }

    /// The first answer.
    pub(crate) fn begin(self) {
        self.edit(|session| session.begun_at = now_text());
        // The page counted its own opening; a respondent after the first opened no page.
        let opened = self.again.get().then_some("opened");
        let (link, id) = (self.survey().link.clone(), self.session().id.clone());
        go(async move {
            hold(&crate::lock_of(&id)).await;
            for event in opened.into_iter().chain(["begun"]) {
                if !net::tell(&link, event).await {
                    self.edit(|session| {
                        if session.id == id {
                            session.untold.push(event.to_owned());
                        }
                    });
                }
            }
        });
    }

    /// Keeps the draft on the device.
    pub(crate) fn keep(self) {
        let session = self.session().clone();
        let (true, Some(step)) = (session.is_begun(), self.step()) else { return };
        let survey = self.0.text.borrow().to_string();
        let language = Some(self.language.get_untracked().tag().to_owned());
        let draft = Draft { link: self.survey().link.clone(), session, step, saved_at: now(), survey, language };
        let shelf = &self.0.shelf;
        go(async move { shelf.keep_draft(&draft).await });
    }

    /// Puts the answers on their way.
    pub(crate) fn send(self) {
        self.count_time();
        let (survey, mut session) = (self.survey(), self.session().clone());
        if !session.has_score(&survey) {
            self.show(Screen::Step(Step::Review));
            self.missing.set(true);
            return;
        }
        let manner = Manner {
            answered_at: now_text(),
            seconds: seconds_since(&session.begun_at),
            device: device(),
            language: self.language.get_untracked().tag(),
        };
        let waiting = Waiting {
            id: session.id.clone(),
            link: survey.link.clone(),
            body: body(&survey, &session, &manner),
            saved_at: now(),
            refused: None,
            untold: std::mem::take(&mut session.untold),
        };
        self.sent.set(Sent::Sending);
        self.show(Screen::Thanks);
        let shelf = &self.0.shelf;
        go(async move {
            shelf.keep_waiting(&waiting).await;
            self.deliver();
        });
    }
}
