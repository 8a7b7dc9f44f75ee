//! From screen to screen.

use super::{App, Screen};
use crate::js::{after, before_frame, now, window};
use crate::page::{focus, name, remember};
use crate::{left, net, speech};
use survey_logic::Step;
use texts::Language;
use texts::survey::SurveyText;

/// How long a tick is seen before the next question comes, in milliseconds.
const TICK: i32 = 500;

/// What is counted of whoever goes away, and of whoever comes back.
const LEFT: &str = "left";
const RETURNED: &str = "returned";

impl App {
    pub(super) fn next_turn(self) -> u32 {
        self.turn.set(self.turn.get().wrapping_add(1));
        self.turn.get()
    }

    /// Shows a screen.
    pub(crate) fn show(self, screen: Screen) {
        self.count_time();
        self.next_turn();
        speech::stop();
        self.shown_at.set(now());
        self.reminded.set(false);
        self.missing.set(false);
        self.ticked.set(None);
        self.screen.set(screen);
        self.guard();
        self.name_page();
        before_frame(|| {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus("#question");
        });
    }

    /// Tells the browser where it is.
    pub(crate) fn name_page(self) {
        let language = self.language.get_untracked();
        let survey = self.survey();
        let unit = [("unit", survey.unit.as_str())];
        let title = match self.screen.get_untracked() {
            Screen::Thanks => SurveyText::PageTitleThanks.filled(language, &unit),
            _ => SurveyText::PageTitle.filled(language, &unit),
        };
        name(language, &title);
    }

    /// Speaks this language from now on, also after a reload.
    pub(crate) fn speak(self, language: Language) {
        if self.language.get_untracked() != language {
            self.language.set(language);
            remember(language);
        }
    }

    pub(super) fn count_time(self) {
        if let Some(Step::Item(place)) = self.step() {
            let (survey, spent) = (self.survey(), now() - self.shown_at.get());
            self.edit(|session| {
                let code = survey.asked(session.service.as_deref()).get(place).map(|(item, _)| item.code.clone());
                if let Some(code) = code {
                    session.spend(&code, spent);
                }
            });
        }
    }

    /// Moves on once the tick was seen.
    pub(crate) fn move_on(self) {
        let turn = self.next_turn();
        self.once(turn, Self::forward);
    }

    /// Does something once the tick was seen, unless the respondent did something else meanwhile.
    pub(super) fn once(self, turn: u32, act: fn(Self)) {
        let act = move || {
            if self.turn.get() == turn {
                act(self);
            }
        };
        let _ = after(TICK, act);
    }

    /// The screen after this one, or back to the review.
    pub(crate) fn forward(self) {
        let Some(step) = self.step() else { return };
        let next = if self.changing.get() && matches!(step, Step::Item(_)) {
            self.changing.set(false);
            Step::Review
        } else {
            self.path().after(step)
        };
        self.show(Screen::Step(next));
        self.keep();
    }

    /// The screen before this one; false where there is none.
    pub(crate) fn back(self) -> bool {
        let Some(step) = self.step() else { return false };
        let before = if self.changing.get() { Some(Step::Review) } else { self.path().before(step) };
        self.changing.set(false);
        let Some(before) = before else { return false };
        self.show(Screen::Step(before));
        true
    }

    /// From the review to one question and back.
    pub(crate) fn change_answer(self, place: usize) {
        self.changing.set(true);
        self.show(Screen::Step(Step::Item(place)));
    }

    /// Skips a question, after one reminder.
    pub(crate) fn skip(self, item: &str) {
        let is_answered = self.session().score(item).is_some();
        if !is_answered && !self.reminded.get_untracked() {
            self.reminded.set(true);
            return;
        }
        if !is_answered {
            self.change(|session| session.set_score(item, None));
        }
        self.forward();
    }

    /// Something to take back for the browser's Back, on every screen but the first.
    pub(super) fn guard(self) {
        let first = self.step().is_some_and(|step| step == self.path().first())
            || self.screen.get_untracked() == Screen::Resume;
        if !first && !self.guarded.get() {
            self.guarded.set(true);
            let _ = window()
                .history()
                .and_then(|history| history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", None));
        }
    }

    /// The browser's Back was pressed.
    pub(crate) fn popped(self) {
        self.guarded.set(false);
        // The entry that came back has the address of its time.
        if self.language.get_untracked() != self.first_language {
            remember(self.language.get_untracked());
        }
        match self.screen.get_untracked() {
            Screen::Thanks => self.restart(),
            Screen::Resume | Screen::Closed => {}
            Screen::Step(_) => {
                self.back();
            }
        }
    }

    /// The page goes away: for good, for a reload, for a call. Nobody can tell which, so the leaving is counted, and
    /// remembered to be taken back.
    pub(crate) fn left(self) {
        if let Some(step) = self.count_left() {
            left::remember(&self.session().id, step);
        }
    }

    /// Counts that somebody who had begun left at this step; the step, where that could be told.
    pub(crate) fn count_left(self) -> Option<usize> {
        let step = self.step().filter(|_| self.session().is_begun())?;
        let step = self.path().number(step);
        net::tell_step(&self.survey().link, LEFT, step).then_some(step)
    }

    /// The respondent goes on with what was left: that was no leaving.
    pub(crate) fn returned(self) {
        if let Some(step) = left::forget(&self.session().id) {
            net::tell_step(&self.survey().link, RETURNED, step);
        }
    }
}
