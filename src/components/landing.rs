//! What is said about a link whose passage is not what or where it was.

use yew::prelude::*;

use crate::view_model::landing::Notice;
use crate::wording::say;

/// The notice, which stays in view while the text is read; nothing when there is none.
pub(crate) fn landing(notice: Option<&Notice>) -> Html {
    let Some(notice) = notice else {
        return Html::default();
    };
    html! {
        <aside class="landing" aria-label={say::about_the_link()}>
            <p role="alert">{ &notice.text }</p>
            if !notice.was.is_empty() {
                <dl>
                    <div><dt>{ say::link_remembers() }</dt><dd>{ &notice.was }</dd></div>
                    if !notice.now.is_empty() {
                        <div><dt>{ say::link_says_now() }</dt><dd>{ &notice.now }</dd></div>
                    }
                </dl>
            }
            <p class="landing-ways">
                for (label, href) in notice.links.iter() {
                    <a key={label.to_string()} href={href.clone()}>{ label }</a>
                }
            </p>
        </aside>
    }
}
