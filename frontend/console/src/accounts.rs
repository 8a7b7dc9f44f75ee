//! Who signs in: operators of units, and the administrators.

mod form;
mod row;

use crate::action::Action;
use crate::confirm::Confirm;
use crate::secret::Secret;
use contract::{NewPassword, ResetUserPasswordRequest, UpdateUserRequest, User, UserPage};
use leptos::prelude::*;
use texts::access::AccountText;
use ui::api::{self, Method, Versioned};
use ui::{
    Button, ButtonKind, Column, Dialog, Empty, Field, FieldKind, Glyph, Loaded, PageHead, Remote, Skeleton, Table, tr,
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
        self.action.run(async move { api::get_versioned::<User>(&path).await }, move |user| {
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
        let send = async move { api::change_versioned::<User>(Method::PATCH, &path, &request, &before.etag).await };
        self.action.run(send, move |_| {
            self.deactivating.set(false);
            self.users.reload();
        });
    }

    fn reset(self) {
        let Some(before) = self.user.get_untracked() else { return };
        let path = format!("/users/{}/password-reset", before.value.username);
        let request = ResetUserPasswordRequest::default();
        self.action.run(
            async move { api::change::<NewPassword>(Method::POST, &path, &request).await },
            move |answer| {
                self.resetting.set(false);
                self.hand_over(&before.value.name, answer.password);
            },
        );
    }

    fn hand_over(self, name: &str, password: Option<String>) {
        self.owner.set(name.to_owned());
        self.secret.set(password);
    }

    fn titled(self, text: AccountText) -> Signal<String> {
        Signal::derive(move || {
            let name = self.user.read().as_ref().map(|user| user.value.name.clone()).unwrap_or_default();
            tr_with(text, &[("name", &name)])
        })
    }
}

#[component]
pub(crate) fn Accounts() -> impl IntoView {
    let users = use_whole::<UserPage>(|| Some("/users".to_owned()));
    let units = crate::links::unit_choices();
    let doing = Doing::new(users);
    let making = RwSignal::new(false);
    let words = RwSignal::new(String::new());
    let outside = move || (!doing.resetting.get() && !doing.deactivating.get()).then(|| doing.action.notice()());
    view! {
        <PageHead title=tr(AccountText::Title) lead=tr(AccountText::Lead)>
            <Button kind=ButtonKind::Primary glyph=Glyph::Plus on_press=move || making.set(true)>{tr(AccountText::Make)}</Button>
        </PageHead>
        <div class="city-search tree-search">
            <Field label=tr(AccountText::Search) value=words kind=FieldKind::Search bare=true/>
        </div>
        {outside}
        <div class="card">
            <Loaded remote=users skeleton=|| view! { <Skeleton lines=8/> } let:page>
                {table(page.items.clone(), units, words, doing)}
            </Loaded>
        </div>
        <Dialog open=making title=tr(AccountText::Make)>
            <form::AccountForm open=making units doing/>
        </Dialog>
        <Secret
            secret=doing.secret
            title=Signal::derive(move || tr_with(AccountText::PasswordTitle, &[("name", &doing.owner.get())]))
            text=tr(AccountText::PasswordText)
            done=tr(AccountText::Done)
        />
        <Confirm
            open=doing.resetting
            title=doing.titled(AccountText::ResetTitle)
            text=doing.titled(AccountText::ResetText)
            button=tr(AccountText::Reset)
            action=doing.action
            on_confirm=move || doing.reset()
        />
        <Confirm
            open=doing.deactivating
            title=doing.titled(AccountText::DeactivateTitle)
            text=doing.titled(AccountText::DeactivateText)
            button=tr(AccountText::Deactivate)
            action=doing.action
            on_confirm=move || doing.set_active(false)
        />
    }
}

fn table(users: Vec<User>, units: Memo<Vec<(String, String)>>, words: RwSignal<String>, doing: Doing) -> AnyView {
    let shown = Memo::new(move |_| {
        let words = words.read().to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |user: &&User| {
            let unit = row::unit_name(user, &units.read());
            let all = format!("{} {} {unit}", user.name, user.username).to_lowercase();
            words.iter().all(|word| all.contains(word))
        };
        users.iter().filter(fits).cloned().collect::<Vec<User>>()
    });
    let columns = vec![
        Column::words(tr(AccountText::Name)),
        Column::words(tr(AccountText::Username)),
        Column::words(tr(AccountText::Role)),
        Column::words(tr(AccountText::Unit)),
        Column::words(tr(AccountText::State)),
        Column::words(""),
    ];
    let rows = move || shown.get().iter().map(|user| row::row(user, &units.read(), doing)).collect::<Vec<_>>();
    view! {
        <Table caption=tr(AccountText::Title) columns rows/>
        <Show when=move || shown.read().is_empty()>
            <Empty title=tr(AccountText::NothingFound) text=tr(AccountText::NothingFoundText) glyph=Glyph::Search/>
        </Show>
    }
    .into_any()
}
