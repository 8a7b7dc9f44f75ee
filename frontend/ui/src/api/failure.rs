//! Why a request gave nothing, in words.

use crate::language::{tr, tr_with};
use contract::Problem;
use texts::problem::ProblemText;

/// Why a request gave nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The server was not reached.
    Offline,
    /// Nobody is signed in any more; the page asks for it by itself.
    SessionEnded,
    /// The server says why not.
    Problem(Box<Problem>),
    /// The answer has another shape than this version of the console knows.
    Unreadable,
}

impl Failure {
    /// What happened and what to do, in one or two sentences.
    pub fn sentence(&self) -> String {
        let problem = match self {
            Self::Offline => return tr(ProblemText::Offline).to_owned(),
            Self::SessionEnded => return tr(ProblemText::SessionEnded).to_owned(),
            Self::Unreadable => return tr(ProblemText::Unreadable).to_owned(),
            Self::Problem(problem) => problem,
        };
        let places = [("id", &*problem.request_id), ("code", &*problem.code), ("detail", &*problem.detail)];
        tr_with(ProblemText::of(&problem.code), &places)
    }

    /// What is wrong with the field that this pointer names, like `/name`.
    pub fn of_field(&self, pointer: &str) -> Option<String> {
        let Self::Problem(problem) = self else { return None };
        let field = problem.errors.iter().find(|field| field.pointer == pointer)?;
        Some(tr_with(ProblemText::of_field(&field.code), &[("accepted", &field.accepted)]))
    }

    /// The stable code of the problem.
    pub fn code(&self) -> Option<&str> {
        if let Self::Problem(problem) = self { Some(&problem.code) } else { None }
    }
}
