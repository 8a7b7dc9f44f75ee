//! The state of the screens, and what a tap does to it.

use crate::courier::Courier;
use crate::js::{new_id, now, now_text};
use crate::locks::hold;
use crate::page::{Page, focus, language, name};
use crate::shelf::Shelf;
use crate::{net, speech};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use survey_logic::body::{Manner, body};
use survey_logic::saved::{Draft, Waiting};
use survey_logic::{Path, Session, Step, Survey};
use texts::Language;
use texts::survey::{ScreenText, SurveyText};

/// How long a tick is seen before the next question comes.
const TICK: Duration = Duration::from_millis(500);

/// What stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// An unfinished survey was found on this device.
    Resume,
    /// A step of the survey.
    Step(Step),
    /// Everything is done.
    Thanks,
}

/// Where the answers given last are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// On their way.
    Sending,
    /// On this device.
    Stored,
    /// With the server.
    Delivered {
        /// Whether the law kept a part of them out.
        not_kept: bool,
    },
    /// Refused by the server with this code, and kept on this device.
    Refused(String),
}

/// The state of the screens.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The survey being answered; that of a draft where one goes on.
    pub(crate) survey: StoredValue<Arc<Survey>>,
    /// The survey of the page and its text.
    page: StoredValue<(Arc<Survey>, Arc<str>)>,
    text: StoredValue<Arc<str>>,
    /// What is filled in.
    pub(crate) session: StoredValue<Session>,
    /// A draft that may go on.
    pub(crate) draft: StoredValue<Option<Draft>>,
    /// The language of the screens.
    pub(crate) language: RwSignal<Language>,
    /// What stands on the screen.
    pub(crate) screen: RwSignal<Screen>,
    /// The step that a respondent met first: it carries the notice.
    pub(crate) entry: StoredValue<Step>,
    /// Which answer of this screen is ticked.
    pub(crate) ticked: RwSignal<Option<usize>>,
    /// True once the reminder of this question was shown.
    pub(crate) reminded: RwSignal<bool>,
    /// True when something is missing on this screen.
    pub(crate) missing: RwSignal<bool>,
    /// Where the answers given last are.
    pub(crate) sent: RwSignal<Sent>,
    /// True while one answer is changed from the review.
    changing: StoredValue<bool>,
    /// Grows with every tap and every screen: what a timer was set for is over when it has grown.
    turn: StoredValue<u32>,
    /// When this screen came.
    shown_at: StoredValue<i64>,
    /// True when the browser's Back has something to take back.
    guarded: StoredValue<bool>,
    /// True when the screens were begun anew without the page.
    again: StoredValue<bool>,
    /// The storage of the device.
    pub(crate) shelf: StoredValue<Shelf, LocalStorage>,
    /// Who delivers.
    pub(crate) courier: Courier,
}

impl App {
    /// The state at the start, with what was filled in on the page.
    pub(crate) fn new(page: &Page, mut session: Session, shelf: Shelf) -> Self {
        session.id = new_id();
        if session.is_begun() {
            session.begun_at = now_text();
        }
        let (survey, text): (Arc<Survey>, Arc<str>) = (Arc::new(page.survey.clone()), page.text.as_str().into());
        let entry = page.first_step();
        Self {
            survey: StoredValue::new(Arc::clone(&survey)),
            page: StoredValue::new((survey, Arc::clone(&text))),
            text: StoredValue::new(text),
            session: StoredValue::new(session),
            draft: StoredValue::new(None),
            language: RwSignal::new(language()),
            screen: RwSignal::new(Screen::Step(entry)),
            entry: StoredValue::new(entry),
            ticked: RwSignal::new(None),
            reminded: RwSignal::new(false),
            missing: RwSignal::new(false),
            sent: RwSignal::new(Sent::Sending),
            changing: StoredValue::new(false),
            turn: StoredValue::new(0),
            shown_at: StoredValue::new(now()),
            guarded: StoredValue::new(false),
            again: StoredValue::new(false),
            courier: Courier::new(shelf.clone()),
            shelf: StoredValue::new_local(shelf),
        }
    }

    /// A text of the screens in the present language.
    pub(crate) fn text(self, text: ScreenText) -> &'static str {
        text.text(self.language.get())
    }

    /// True in English.
    pub(crate) fn english(self) -> bool {
        self.language.get() == Language::English
    }

    /// The screens that this respondent meets.
    pub(crate) fn path(self) -> Path {
        self.session.with_value(|session| Path::new(&self.survey.get_value(), session))
    }

    /// The step on the screen.
    pub(crate) fn step(self) -> Option<Step> {
        match self.screen.get_untracked() {
            Screen::Step(step) => Some(step),
            _ => None,
        }
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    /// Shows a screen.
    pub(crate) fn show(self, screen: Screen) {
        self.count_time();
        self.next_turn();
        speech::stop();
        self.shown_at.set_value(now());
        self.reminded.set(false);
        self.missing.set(false);
        self.ticked.set(None);
        self.screen.set(screen);
        self.guard();
        self.name_page();
        request_animation_frame(|| {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus("#question");
        });
    }

    /// Tells the browser where it is.
    pub(crate) fn name_page(self) {
        let language = self.language.get_untracked();
        let survey = self.survey.get_value();
        let unit = [("unit", survey.unit.as_str())];
        let title = match self.screen.get_untracked() {
            Screen::Thanks => SurveyText::PageTitleThanks.filled(language, &unit),
            _ => SurveyText::PageTitle.filled(language, &unit),
        };
        name(language, &title);
    }

    fn count_time(self) {
        if let Some(Step::Item(place)) = self.step() {
            let (survey, spent) = (self.survey.get_value(), now() - self.shown_at.get_value());
            self.session.update_value(|session| {
                let code = survey.asked(session.service.as_deref()).get(place).map(|(item, _)| item.code.clone());
                if let Some(code) = code {
                    session.spend(&code, spent);
                }
            });
        }
    }

    /// Fills something in, ticks the answer, and moves on by itself a moment later.
    pub(crate) fn tap(self, place: usize, fill: impl FnOnce(&mut Session)) {
        self.ticked.set(Some(place));
        self.missing.set(false);
        self.change(fill);
        self.move_on();
    }

    /// Moves on once the tick was seen.
    pub(crate) fn move_on(self) {
        let turn = self.next_turn();
        set_timeout(
            move || {
                if self.turn.get_value() == turn {
                    self.forward();
                }
            },
            TICK,
        );
    }

    /// Fills something in and keeps it.
    pub(crate) fn change(self, fill: impl FnOnce(&mut Session)) {
        let before = self.session.with_value(Session::is_begun);
        self.session.update_value(fill);
        if !before && self.session.with_value(Session::is_begun) {
            self.begin();
        }
        self.keep();
    }

    /// The first answer.
    pub(crate) fn begin(self) {
        self.session.update_value(|session| session.begun_at = now_text());
        // The page counted its own opening; a respondent after the first opened no page.
        let opened = self.again.get_value().then_some("opened");
        let (link, id) = self.session.with_value(|session| (self.survey.get_value().link.clone(), session.id.clone()));
        spawn_local(async move {
            hold(&format!("draft {id}")).await;
            for event in opened.into_iter().chain(["begun"]) {
                if !net::tell(&link, event).await {
                    self.session.update_value(|session| {
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
        let session = self.session.get_value();
        let (true, Some(step)) = (session.is_begun(), self.step()) else { return };
        let survey = self.text.get_value().to_string();
        let draft = Draft { link: self.survey.get_value().link.clone(), session, step, saved_at: now(), survey };
        let shelf = self.shelf.get_value();
        spawn_local(async move { shelf.keep_draft(&draft).await });
    }

    /// The screen after this one, or back to the review.
    pub(crate) fn forward(self) {
        let Some(step) = self.step() else { return };
        let next = if self.changing.get_value() && matches!(step, Step::Item(_)) {
            self.changing.set_value(false);
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
        let before = if self.changing.get_value() { Some(Step::Review) } else { self.path().before(step) };
        self.changing.set_value(false);
        let Some(before) = before else { return false };
        self.show(Screen::Step(before));
        true
    }

    /// From the review to one question and back.
    pub(crate) fn change_answer(self, place: usize) {
        self.changing.set_value(true);
        self.show(Screen::Step(Step::Item(place)));
    }

    /// Skips a question, after one reminder.
    pub(crate) fn skip(self, item: &str) {
        let is_answered = self.session.with_value(|session| session.score(item).is_some());
        if !is_answered && !self.reminded.get_untracked() {
            self.reminded.set(true);
            return;
        }
        if !is_answered {
            self.change(|session| session.set_score(item, None));
        }
        self.forward();
    }

    /// Goes on with the draft that was found.
    pub(crate) fn resume(self) {
        let Some(draft) = self.draft.get_value() else { return };
        self.draft.set_value(None);
        let (page, text) = self.page.get_value();
        let same = draft.survey == *text;
        let own = || crate::js::Js::parse(&draft.survey).and_then(|json| Survey::read(&json));
        match if same { None } else { own() } {
            Some(own) => {
                self.survey.set_value(Arc::new(own));
                self.text.set_value(draft.survey.as_str().into());
            }
            None => self.survey.set_value(page),
        }
        self.session.set_value(draft.session);
        let step = self.path().clamp(draft.step);
        self.show(Screen::Step(step));
        self.keep();
    }

    /// Forgets the draft that was found, and begins.
    pub(crate) fn start_over(self) {
        if let Some(draft) = self.draft.get_value() {
            let shelf = self.shelf.get_value();
            spawn_local(async move { shelf.drop_draft(&draft.session.id).await });
        }
        self.draft.set_value(None);
        self.start();
    }

    /// Takes up what was filled in on the page before: a first answer is ticked here and moves on as if it were tapped here.
    pub(crate) fn take_up(self) {
        let (survey, session) = (self.survey.get_value(), self.session.get_value());
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
        set_timeout(
            move || {
                if self.turn.get_value() == turn {
                    self.start();
                }
            },
            TICK,
        );
    }

    /// Goes to the first screen that nothing was done on yet.
    pub(crate) fn start(self) {
        let step = self.session.with_value(|session| self.path().open(&self.survey.get_value(), session));
        self.show(Screen::Step(step));
        self.keep();
    }

    /// Forgets everything of this respondent and waits for the next.
    pub(crate) fn restart(self) {
        let (page, text) = self.page.get_value();
        let id = self.session.with_value(|session| session.id.clone());
        let shelf = self.shelf.get_value();
        spawn_local(async move { shelf.drop_draft(&id).await });
        self.survey.set_value(page);
        self.text.set_value(text);
        self.session.set_value(Session { id: new_id(), ..Session::default() });
        self.changing.set_value(false);
        self.again.set_value(true);
        self.entry.set_value(self.path().first());
        self.show(Screen::Step(self.path().first()));
    }

    /// Puts the answers on their way.
    pub(crate) fn send(self) {
        self.count_time();
        let (survey, mut session) = (self.survey.get_value(), self.session.get_value());
        if !session.has_score(&survey) {
            self.show(Screen::Step(Step::Review));
            self.missing.set(true);
            return;
        }
        let manner = Manner { answered_at: now_text() };
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
        let shelf = self.shelf.get_value();
        spawn_local(async move {
            shelf.keep_waiting(&waiting).await;
            self.courier.deliver(self).await;
        });
    }

    /// Something to take back for the browser's Back, on every screen but the first.
    fn guard(self) {
        let first = self.step().is_some_and(|step| step == self.path().first())
            || self.screen.get_untracked() == Screen::Resume;
        if !first && !self.guarded.get_value() {
            self.guarded.set_value(true);
            let _ = window()
                .history()
                .and_then(|history| history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", None));
        }
    }

    /// The browser's Back was pressed.
    pub(crate) fn popped(self) {
        self.guarded.set_value(false);
        match self.screen.get_untracked() {
            Screen::Thanks => self.restart(),
            Screen::Resume => {}
            Screen::Step(_) => {
                self.back();
            }
        }
    }

    /// The page goes away.
    pub(crate) fn left(self) {
        if let Some(step) = self.step().filter(|_| self.session.with_value(Session::is_begun)) {
            net::tell_left(&self.survey.get_value().link, self.path().number(step));
        }
    }
}
