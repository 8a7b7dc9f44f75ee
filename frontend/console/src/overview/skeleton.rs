//! The overview's final shape in grey.

use leptos::prelude::*;
use ui::Skeleton;

pub(super) fn overview() -> impl IntoView {
    let card = |block: u32| view! { <div class="card"><Skeleton lines=1/><Skeleton block=block/></div> };
    view! {
        <div class="g three">{card(112)} {card(112)} {card(112)}</div>
        <div class="g two">
            {card(330)}
            <div class="g">{card(170)} {card(110)}</div>
        </div>
        <div class="g columns">{card(140)} {card(140)}</div>
    }
}
