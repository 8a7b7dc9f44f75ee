//! Something the user does: while it is under way, when it failed, and what is wrong with which field.

use contract::{FieldProblem, Problem};
use dom::prelude::*;
use ui::api::{Failure, Pending};
use ui::{Notice, Tone};

/// Something under way; answers what is to be done then.
type Work = Pending<Box<dyn FnOnce()>>;

/// One thing that can be done; never twice at the same time.
#[derive(Clone, Copy)]
pub(crate) struct Action {
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Action {
    pub(crate) fn new() -> Self {
        Self { busy: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// An answer is awaited.
    pub(crate) fn busy(self) -> RwSignal<bool> {
        self.busy
    }

    /// Does it; `done` gets what came of it. The screen may be gone by then.
    pub(crate) fn run<T: 'static>(self, work: Pending<T>, done: impl FnOnce(T) + 'static) {
        self.done_by(work, Box::new(done));
    }

    fn done_by<T: 'static>(self, work: Pending<T>, done: Box<dyn FnOnce(T)>) {
        self.work(Box::pin(async move {
            let value = work.await?;
            Ok(Box::new(move || done(value)) as Box<dyn FnOnce()>)
        }));
    }

    // Once for all: what comes of it is done by what the work answers.
    fn work(self, work: Work) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = work.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(done) => done(),
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    /// Does something that may be begun anew while it is under way; a failure is told until the next is no failure.
    pub(crate) fn watch(self, work: Pending<()>) {
        spawn_local(async move {
            let answer = work.await;
            self.failure.try_set(answer.err());
        });
    }

    /// Forgets a failure, for a form that opens anew.
    pub(crate) fn clear(self) {
        self.failure.set(None);
    }

    /// Why it failed.
    pub(crate) fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// What is wrong with the field that this pointer names.
    pub(crate) fn field(self, pointer: &'static str) -> impl Fn() -> Option<String> + Copy + 'static {
        move || self.failure.get().and_then(|failure| failure.of_field(pointer))
    }

    /// The same for a pointer that is made while the screen stands, or for any below it.
    pub(crate) fn at(self, pointer: &str) -> Option<String> {
        let Some(Failure::Problem(problem)) = self.failure.get() else { return None };
        let below =
            |other: &str| other.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let field = problem.errors.iter().find(|field| below(&field.pointer))?;
        Failure::Problem(problem.clone()).of_field(&field.pointer)
    }

    /// What the server says of a problem of this code, in its own words.
    pub(crate) fn detail(self, code: &str) -> Option<String> {
        match self.failure.get()? {
            Failure::Problem(problem) if problem.code == code => Some(problem.detail),
            _ => None,
        }
    }

    /// Says that fields cannot be sent as they are: by pointer, and code of what is wrong.
    pub(crate) fn refuse(self, fields: Vec<(String, &str)>) {
        let error = |(pointer, code): (String, &str)| FieldProblem {
            pointer,
            code: code.to_owned(),
            received: String::new(),
            accepted: String::new(),
        };
        let (status, code) = (422, "validation_failed".to_owned());
        let errors = fields.into_iter().map(error).collect();
        let [kind, title, detail, hint, request_id] = [(); 5].map(|()| String::new());
        let problem = Problem { kind, title, status, code, detail, hint, request_id, errors };
        self.failure.set(Some(Failure::Problem(Box::new(problem))));
    }

    /// What is wrong as a whole.
    pub(crate) fn notice(self) -> Node {
        live(move || Some(Notice::new(Tone::Bad, self.failure.get()?.sentence()).node()))
    }
}
