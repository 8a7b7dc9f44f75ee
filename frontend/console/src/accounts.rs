//! Who signs in: operators of units, and the administrators.

mod form;
mod row;

use crate::action::Action;
use crate::confirm::{Question, confirm};
use crate::secret::secret;
use crate::unit_list::unit_choices;
use contract::{NewPassword, ResetUserPasswordRequest, UpdateUserRequest, User, UserPage};
use dom::prelude::*;
use texts::access::AccountText;
use ui::api::{self, Method, Versioned};
use ui::{
    Button, ButtonKind, Column, Field, FieldKind, Glyph, PageHead, Remote, Table, dialog, empty, loaded, skeleton, tr,
    tr_with, use_whole,
};

/// What can be done with a user, and the user it is done to.
#[derive(Clone, Copy)]
pub(crate) struct Doing {
    users: Remote<UserPage>,
    user: RwSignal<Option<Versioned<User>>>,
    resetting: RwSignal<bool>,
    deactivating: RwSignal<bool>,
    /// A password to hand over.
    secret: RwSignal<Option<String>>,
    /// Whose it is.
    owner: RwSignal<String>,
    action: Action,
}

impl Doing {
    fn new(users: Remote<UserPage>) -> Self {
        let [resetting, deactivating] = [(); 2].map(|()| RwSignal::new(false));
        let (secret, owner) = (RwSignal::new(None), RwSignal::new(String::new()));
        Self { users, user: RwSignal::new(None), resetting, deactivating, secret, owner, action: Action::new() }
    }

    fn fetch(self, username: &str, then: impl FnOnce() + 'static) {
        let path = format!("/users/{username}");
        self.action.run(api::get_versioned::<User>(&path), move |user| {
            self.user.set(Some(user));
            then();
        });
    }

    fn ask_reset(self, username: &str) {
        self.fetch(username, move || self.resetting.set(true));
    }

    fn switch(self, user: &User) {
        if user.active {
            self.fetch(&user.username, move || self.deactivating.set(true));
        } else {
            self.fetch(&user.username, move || self.set_active(true));
        }
    }

    fn set_active(self, active: bool) {
        let Some(before) = self.user.get_untracked() else { return };
        let path = format!("/users/{}", before.value.username);
        let request = UpdateUserRequest { active: Some(active), ..Default::default() };
        let send = api::change_versioned::<User>(Method::PATCH, &path, &request, &before.etag);
        self.action.run(send, move |_| {
            self.deactivating.set(false);
            self.users.reload();
        });
    }

    fn reset(self) {
        let Some(before) = self.user.get_untracked() else { return };
        let path = format!("/users/{}/password-reset", before.value.username);
        let request = ResetUserPasswordRequest::default();
        self.action.run(api::change::<NewPassword>(Method::POST, &path, &request), move |answer| {
            self.resetting.set(false);
            self.hand_over(&before.value.name, answer.password);
        });
    }

    fn hand_over(self, name: &str, password: Option<String>) {
        self.owner.set(name.to_owned());
        self.secret.set(password);
    }

    fn titled(self, text: AccountText) -> Words {
        Words::from(move || {
            let name = self.user.with(|user| user.as_ref().map(|user| user.value.name.clone())).unwrap_or_default();
            tr_with(text, &[("name", &name)])
        })
    }

    fn question(self, title: AccountText, text: AccountText, button: AccountText) -> Question {
        Question { title: self.titled(title), text: self.titled(text), button: tr(button) }
    }
}

/// Codes and names of units.
type Units = Memo<Vec<(String, String)>>;

/// The screen.
pub(crate) fn accounts() -> Node {
    let users = use_whole::<UserPage>(|| Some("/users".to_owned()));
    let units = unit_choices();
    let doing = Doing::new(users);
    let making = RwSignal::new(false);
    let words = RwSignal::new(String::new());
    let outside = show(move || !doing.resetting.get() && !doing.deactivating.get(), move || doing.action.notice());
    let make = Button::new(tr(AccountText::Make)).kind(ButtonKind::Primary).glyph(Glyph::Plus);
    let make = make.on_press(move || making.set(true));
    let search = Field::new(tr(AccountText::Search), words).kind(FieldKind::Search).bare();
    let list = loaded(users, || skeleton(8), move |page| table(page.items.clone(), units, words, doing));
    let owned = move || tr_with(AccountText::PasswordTitle, &[("name", &doing.owner.get())]);
    let reset = doing.question(AccountText::ResetTitle, AccountText::ResetText, AccountText::Reset);
    let end = doing.question(AccountText::DeactivateTitle, AccountText::DeactivateText, AccountText::Deactivate);
    fragment()
        .child(PageHead::new(tr(AccountText::Title)).lead(tr(AccountText::Lead)).actions(make))
        .child(el("div", "city-search tree-search").child(search))
        .child(outside)
        .child(el("div", "card").child(list))
        .child(dialog(making, tr(AccountText::Make), move || form::form(making, units, doing)))
        .child(secret(doing.secret, owned, tr(AccountText::PasswordText), tr(AccountText::Done)))
        .child(confirm(doing.resetting, reset, doing.action, move || doing.reset()))
        .child(confirm(doing.deactivating, end, doing.action, move || doing.set_active(false)))
}

fn table(users: Vec<User>, units: Units, words: RwSignal<String>, doing: Doing) -> Node {
    let shown = memo(move || {
        let words = ui::browser::lower(&words.read());
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |user: &&User| {
            let unit = units.with(|units| row::unit_name(user, units));
            let all = ui::browser::lower(&format!("{} {} {unit}", user.name, user.username));
            words.iter().all(|word| all.contains(word))
        };
        users.iter().filter(fits).cloned().collect::<Vec<User>>()
    });
    let heads = [AccountText::Name, AccountText::Username, AccountText::Role, AccountText::Unit, AccountText::State];
    let mut columns: Vec<Column> = heads.map(|head| Column::words(tr(head))).into();
    columns.push(Column::words(""));
    let rows = move || {
        let (users, units) = (shown.get(), units.get());
        users.iter().map(|user| row::row(user, &units, doing)).collect()
    };
    let nothing = show(
        move || shown.with(Vec::is_empty),
        || empty(tr(AccountText::NothingFound), tr(AccountText::NothingFoundText), Some(Glyph::Search)),
    );
    fragment().child(Table::new(tr(AccountText::Title), columns, rows)).child(nothing)
}
