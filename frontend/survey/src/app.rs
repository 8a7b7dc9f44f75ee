//! The state of the screens, and what a tap does to it.

use crate::courier::Courier;
use crate::js::{before_frame, device, go, later, new_id, now, now_text, seconds_since, window};
use crate::locks::hold;
use crate::page::{Page, focus, language, name};
use crate::shelf::Shelf;
use crate::{net, speech};
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use survey_logic::body::{Manner, body};
use survey_logic::saved::{Draft, Waiting};
use survey_logic::{Path, Session, Step, Survey};
use texts::Language;
use texts::survey::{ScreenText, SurveyText};

/// How long a tick is seen before the next question comes, in milliseconds.
const TICK: i32 = 500;

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

/// The state of the screens: one for as long as the page lives.
#[derive(Clone, Copy)]
pub(crate) struct App(pub(crate) &'static State);

/// What the screens are made from.
pub(crate) struct State {
    /// The survey being answered; that of a draft where one goes on.
    survey: RefCell<Rc<Survey>>,
    text: RefCell<Rc<str>>,
    /// The survey of the page and its text.
    page: (Rc<Survey>, Rc<str>),
    /// What is filled in.
    session: RefCell<Session>,
    /// A draft that may go on.
    pub(crate) draft: RefCell<Option<Draft>>,
    /// The language of the screens.
    pub(crate) language: RwSignal<Language>,
    /// What stands on the screen.
    pub(crate) screen: RwSignal<Screen>,
    /// The step that a respondent met first: it carries the notice.
    pub(crate) entry: Cell<Step>,
    /// Which answer of this screen is ticked.
    pub(crate) ticked: RwSignal<Option<usize>>,
    /// True once the reminder of this question was shown.
    pub(crate) reminded: RwSignal<bool>,
    /// True when something is missing on this screen.
    pub(crate) missing: RwSignal<bool>,
    /// Where the answers given last are.
    pub(crate) sent: RwSignal<Sent>,
    /// How many seconds the thanks stay; none before they came.
    pub(crate) seconds_left: RwSignal<Option<u32>>,
    /// True while one answer is changed from the review.
    changing: Cell<bool>,
    /// Grows with every tap and every screen: what a timer was set for is over when it has grown.
    turn: Cell<u32>,
    /// When this screen came.
    shown_at: Cell<i64>,
    /// True when the browser's Back has something to take back.
    guarded: Cell<bool>,
    /// True when the screens were begun anew without the page.
    again: Cell<bool>,
    /// True when more about the survey was unfolded on the page.
    pub(crate) unfolded: bool,
    /// The storage of the device.
    pub(crate) shelf: Shelf,
    /// Who delivers.
    pub(crate) courier: Courier,
}

impl std::ops::Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

impl App {
    /// The state at the start, with what was filled in on the page.
    pub(crate) fn new(page: &Page, mut session: Session, shelf: Shelf, draft: Option<Draft>) -> Self {
        session.id = new_id();
        if session.is_begun() {
            session.begun_at = now_text();
        }
        let (survey, text): (Rc<Survey>, Rc<str>) = (Rc::new(page.survey.clone()), page.text.as_str().into());
        let entry = page.first_step();
        let screen = if draft.is_some() { Screen::Resume } else { Screen::Step(entry) };
        Self(Box::leak(Box::new(State {
            survey: RefCell::new(Rc::clone(&survey)),
            text: RefCell::new(Rc::clone(&text)),
            page: (survey, text),
            session: RefCell::new(session),
            draft: RefCell::new(draft),
            language: RwSignal::new(language()),
            screen: RwSignal::new(screen),
            entry: Cell::new(entry),
            ticked: RwSignal::new(None),
            reminded: RwSignal::new(false),
            missing: RwSignal::new(false),
            sent: RwSignal::new(Sent::Sending),
            seconds_left: RwSignal::new(None),
            changing: Cell::new(false),
            turn: Cell::new(0),
            shown_at: Cell::new(now()),
            guarded: Cell::new(false),
            again: Cell::new(false),
            unfolded: page.is_unfolded(),
            courier: Courier::new(),
            shelf,
        })))
    }

    /// The survey being answered.
    pub(crate) fn survey(self) -> Rc<Survey> {
        Rc::clone(&self.0.survey.borrow())
    }

    /// What is filled in, at this moment.
    pub(crate) fn session(self) -> Ref<'static, Session> {
        self.0.session.borrow()
    }

    /// Fills something in without keeping it.
    fn edit(self, fill: impl FnOnce(&mut Session)) {
        fill(&mut self.0.session.borrow_mut());
    }

    /// Asks this survey.
    fn ask(self, survey: Rc<Survey>, text: Rc<str>) {
        *self.0.survey.borrow_mut() = survey;
        *self.0.text.borrow_mut() = text;
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
        Path::new(&self.survey(), &self.session())
    }

    /// The step on the screen.
    pub(crate) fn step(self) -> Option<Step> {
        match self.screen.get_untracked() {
            Screen::Step(step) => Some(step),
            _ => None,
        }
    }

    fn next_turn(self) -> u32 {
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

    fn count_time(self) {
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
        self.once(turn, Self::forward);
    }

    /// Does something once the tick was seen, unless the respondent did something else meanwhile.
    fn once(self, turn: u32, act: fn(Self)) {
        let act = move || {
            if self.turn.get() == turn {
                act(self);
            }
        };
        later(act, TICK);
    }

    /// Fills something in and keeps it.
    pub(crate) fn change(self, fill: impl FnOnce(&mut Session)) {
        let before = self.session().is_begun();
        self.edit(fill);
        self.changed(before);
    }

    fn changed(self, was_begun: bool) {
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
        let draft = Draft { link: self.survey().link.clone(), session, step, saved_at: now(), survey };
        let shelf = &self.0.shelf;
        go(async move { shelf.keep_draft(&draft).await });
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
        let step = self.path().clamp(draft.step);
        self.show(Screen::Step(step));
        self.keep();
    }

    /// Forgets the draft that was found, and begins.
    pub(crate) fn start_over(self) {
        if let Some(draft) = self.draft.take() {
            let shelf = &self.0.shelf;
            go(async move { shelf.drop_draft(&draft.session.id).await });
        }
        self.start();
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
        let shelf = &self.0.shelf;
        go(async move { shelf.drop_draft(&id).await });
        self.ask(Rc::clone(page), Rc::clone(text));
        *self.0.session.borrow_mut() = Session { id: new_id(), ..Session::default() };
        self.changing.set(false);
        self.again.set(true);
        self.seconds_left.set(None);
        self.entry.set(self.path().first());
        self.show(Screen::Step(self.path().first()));
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

    /// Something to take back for the browser's Back, on every screen but the first.
    fn guard(self) {
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
        if let Some(step) = self.step().filter(|_| self.session().is_begun()) {
            net::tell_left(&self.survey().link, self.path().number(step));
        }
    }
}
