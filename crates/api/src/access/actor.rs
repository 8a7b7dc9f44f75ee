//! Who asks.

use store::api_keys::KeyScope;
use store::users::Role;
use uuid::Uuid;

/// A signed-in user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserActor {
    /// The username.
    pub username: String,
    /// What the user may do.
    pub role: Role,
    /// The key of the operator's unit.
    pub unit_id: Option<i32>,
    /// The session the token belongs to.
    pub session: Uuid,
}

/// Another system with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyActor {
    /// The public part of the key.
    pub prefix: String,
    /// What the key may do.
    pub scopes: Vec<KeyScope>,
    /// The key of the unit it works for.
    pub unit_id: i32,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody said who they are.
    Anyone,
    /// A person who signed in.
    User(UserActor),
    /// Another system.
    Key(KeyActor),
}

/// The units somebody may see or change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// None.
    Nothing,
    /// The unit of this key and those below it.
    Subtree(i32),
    /// All.
    City,
}

impl Actor {
    /// The text kept with what they change: `user:budi`, `key:k7m2p9qx` or `public`.
    pub fn label(&self) -> String {
        match self {
            Self::Anyone => "public".to_owned(),
            Self::User(user) => format!("user:{}", user.username),
            Self::Key(key) => format!("key:{}", key.prefix),
        }
    }

    /// The units they may see or change.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Anyone => Scope::Nothing,
            Self::User(user) if user.role == Role::Administrator => Scope::City,
            Self::User(user) => user.unit_id.map_or(Scope::Nothing, Scope::Subtree),
            Self::Key(key) => Scope::Subtree(key.unit_id),
        }
    }

    pub(super) fn is_administrator(&self) -> bool {
        matches!(self, Self::User(user) if user.role == Role::Administrator)
    }

    pub(super) fn is_key_with(&self, scope: KeyScope) -> bool {
        matches!(self, Self::Key(key) if key.scopes.contains(&scope))
    }
}
