//! What a handler needs, as a type.

use super::actor::Actor;
use store::api_keys::KeyScope;

/// Whether a request has to say who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Not asked; a token is not even read.
    Ignored,
    /// A token that is sent must be good; none is good too.
    Optional,
    /// Without a good token the answer is 401.
    Required,
}

/// A permission.
pub trait Permission: 'static {
    /// Whether the request has to say who it is.
    const IDENTITY: Identity = Identity::Required;
    /// Who has it, for the 403.
    const HOLDERS: &'static str;

    /// True when this actor has it, somewhere; where is checked by [`super::Guard::unit`].
    fn is_held_by(actor: &Actor) -> bool;
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident, $identity:ident, $holders:literal, $actor:ident => $test:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Permission for $name {
            const IDENTITY: Identity = Identity::$identity;
            const HOLDERS: &'static str = $holders;
            fn is_held_by($actor: &Actor) -> bool {
                $test
            }
        }
    )*};
}

permissions! {
    /// Anybody, without saying who.
    Public, Ignored, "everybody", _actor => true;
    /// Anybody; who says who they are is known.
    MaybeSignedIn, Optional, "everybody", _actor => true;
    /// Every user and every API key.
    SignedIn, Required, "users and API keys", actor => !matches!(actor, Actor::Anyone);
    /// Every user, no API key.
    Person, Required, "users", actor => matches!(actor, Actor::User(_));
    /// The city administrator: everything of the city.
    ManageCity, Required, "the city administrator", actor => actor.is_administrator();
    /// The city administrator, and operators for their unit and those below.
    ManageUnit, Required, "the city administrator and operators", actor => matches!(actor, Actor::User(_));
    /// Users, and API keys with the scope read_results.
    ReadResults, Required, "users and API keys with the scope read_results",
        actor => matches!(actor, Actor::User(_)) || actor.is_key_with(KeyScope::ReadResults);
    /// Users, and API keys with the scope submit_answers.
    SubmitAnswers, Required, "users and API keys with the scope submit_answers",
        actor => matches!(actor, Actor::User(_)) || actor.is_key_with(KeyScope::SubmitAnswers);
}
