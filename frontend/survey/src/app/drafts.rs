//! Where a respondent begins: on the page, with a draft, or anew.

use super::{App, Screen};
use crate::js::{go, new_id};
use crate::page::reload;
use std::rc::Rc;
use survey_logic::{Session, Step, Survey};
use texts::Language;

impl App {
    /// Goes on with the draft that was found.
    pub(crate) fn resume(self) {
        let Some(draft) = self.draft.take() else { return };
        let (page, text) = &self.0.page;
        let same = draft.survey == **text;
        let own = || crate::js::Js::parse(&draft.survey).and_then(|json| Survey::read(&json));
        match if same { None } else { own() } {
            Some(own) => {
                self.ask(Rc::new(own), draft.survey.as_str().into());
            }
            None => self.ask(Rc::clone(page), Rc::clone(text)),
        }
        *self.0.session.borrow_mut() = draft.session;
        if let Some(tag) = &draft.language {
            self.speak(Language::from_tag(tag));
        }
        self.returned();
        let step = self.path().clamp(draft.step);
        self.show(Screen::Step(step));
        self.keep();
    }

    /// Forgets the draft that was found, and begins.
    pub(crate) fn start_over(self) {
        self.forget_draft();
        self.start();
    }

    /// Forgets the draft that was found.
    pub(crate) fn forget_draft(self) {
        if let Some(draft) = self.draft.take() {
            let shelf = &self.0.shelf;
            go(async move { shelf.drop_draft(&draft.session.id).await });
        }
    }

    /// Takes up what was filled in on the page before: a first answer is ticked here and moves on as if it were tapped here.
    pub(crate) fn take_up(self) {
        let (survey, session) = (self.survey(), self.session().clone());
        let done = |step| match step {
            // The screen shows the chosen service by itself.
            Step::Service => session.service.as_ref().map(|_| usize::MAX),
            Step::Item(place) => {
                let asked = survey.asked(session.service.as_deref());
                asked.get(place).and_then(|(item, _)| session.score(&item.code)).map(|score| usize::from(score) - 1)
            }
            _ => None,
        };
        let Some(ticked) = self.step().and_then(done) else { return };
        if session.is_begun() {
            self.begin();
            self.keep();
        }
        if ticked != usize::MAX {
            self.ticked.set(Some(ticked));
        }
        let turn = self.next_turn();
        self.once(turn, Self::start);
    }

    /// Goes to the first screen that nothing was done on yet.
    pub(crate) fn start(self) {
        let step = self.path().open(&self.survey(), &self.session());
        self.show(Screen::Step(step));
        self.keep();
    }

    /// Forgets everything of this respondent and waits for the next.
    pub(crate) fn restart(self) {
        let (page, text) = &self.0.page;
        let id = self.session().id.clone();
        let (shelf, closed) = (&self.0.shelf, self.0.closed);
        go(async move {
            shelf.drop_draft(&id).await;
            if closed {
                reload();
            }
        });
        if closed {
            return;
        }
        self.ask(Rc::clone(page), Rc::clone(text));
        *self.0.session.borrow_mut() = Session { id: new_id(), ..Session::default() };
        self.changing.set(false);
        self.again.set(true);
        self.seconds_left.set(None);
        self.unfolded.set(false);
        // Somebody else stands before a tablet.
        if self.survey().kiosk && self.language.get_untracked() != self.first_language {
            self.speak(self.first_language);
        }
        self.entry.set(self.path().first());
        self.show(Screen::Step(self.path().first()));
    }
}
