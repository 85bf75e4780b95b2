//! Quoting a passage: its words with their source, to be copied or shared; and the reader's own note on it.

use web_sys::{HtmlDialogElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::platform::carry;
use crate::view_model::export::quotation::Forms;
use crate::wording::{self, say};

/// The attribute of the buttons that open the dialog: the number of their passage.
const ATTRIBUTE: &str = "data-cite";

/// Gives the forms of a passage, by its number and what is selected on the page.
pub(crate) type OnQuote = Callback<(u32, String), Option<Forms>>;

/// What the reader noted on a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NoteField {
    /// Whether it is starred.
    pub(crate) starred: bool,
    /// The note; may be empty.
    pub(crate) text: AttrValue,
    /// What went wrong with keeping notes; empty when nothing did.
    pub(crate) problem: &'static str,
}

/// Properties of [`Cite`].
#[derive(Properties, PartialEq)]
pub(crate) struct CiteProps {
    /// Asked when a passage is to be quoted.
    pub(crate) onquote: OnQuote,
    /// Asked for the note on a passage, by its number.
    pub(crate) onnote: Callback<u32, NoteField>,
    /// Called with a passage's number and what its note is to be.
    pub(crate) onnoted: Callback<(u32, bool, String)>,
}

/// The button beside a passage. What it opens is one for all, [`Cite`].
pub(crate) fn cite_button(passage: u32) -> Html {
    let label = say::cite_passage(&passage.to_string());
    html! {
        <button type="button" class="cite" data-cite={passage.to_string()} aria-label={label.clone()} title={label} lang={wording::tag()} />
    }
}

/// The mark in the text of a passage that the reader has set apart; it opens the same.
pub(crate) fn note_mark(passage: u32, label: &AttrValue) -> Html {
    html! {
        <button type="button" class="note-mark" data-cite={passage.to_string()} aria-label={label} title={label} lang={wording::tag()} />
    }
}

/// The dialog: choosing a form copies it and shows what was copied, so that it can be copied by hand.
#[component]
pub(crate) fn Cite(props: &CiteProps) -> Html {
    let forms = use_state_eq(|| None::<Forms>);
    let chosen = use_state_eq(|| 0);
    let said = use_state_eq(|| "");
    let dialog = use_node_ref();
    let field = use_node_ref();
    {
        let (forms, chosen, said) = (forms.setter(), chosen.setter(), said.setter());
        use_effect_with(props.onquote.clone(), move |onquote| {
            let onquote = onquote.clone();
            let open = Callback::from(move |passage: u32| {
                forms.set(onquote.emit((passage, carry::selected_text())));
                chosen.set(0);
                said.set("");
            });
            let listeners = carry::on_numbered_click(ATTRIBUTE, open);
            move || drop(listeners)
        });
    }
    {
        let dialog = dialog.clone();
        use_effect_with(forms.is_some(), move |&is_open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else {
                return;
            };
            if is_open && !dialog.open() {
                let _ = dialog.show_modal();
            } else if !is_open && dialog.open() {
                dialog.close();
            }
        });
    }
    let close = {
        let setter = forms.setter();
        Callback::from(move |()| setter.set(None))
    };
    html! {
        <dialog ref={dialog} class="help cite-dialog" aria-labelledby="cite-title" lang={wording::tag()} dir={wording::direction()} onclose={close.reform(|_| ())}>
            if let Some(it) = &*forms {
                { content(props, it, &field, &chosen, &said, &close) }
            }
        </dialog>
    }
}

/// Not part of the component's own code, which runs at once: this may be loaded later.
#[inline(never)]
fn content(
    props: &CiteProps,
    forms: &Forms,
    field: &NodeRef,
    chosen: &UseStateHandle<usize>,
    said: &UseStateHandle<&'static str>,
    close: &Callback<()>,
) -> Html {
    let text = forms.forms.get(**chosen).map(|it| it.1.clone());
    html! {
        <>
            <h2 id="cite-title">{ &forms.title }</h2>
            <div class="cite-forms" role="group" aria-label={say::copy_as()}>
                <span aria-hidden="true">{ say::copy_as() }</span>
                for (idx, (label, text)) in forms.forms.iter().enumerate() {
                    <button
                        key={*label}
                        type="button"
                        aria-pressed={(idx == **chosen).to_string()}
                        onclick={choose(idx, text, field, chosen, said)}
                    >
                        { *label }
                    </button>
                }
            </div>
            <textarea ref={field} readonly=true rows="8" aria-label={say::what_is_copied()} value={text} />
            <p class="cite-said" aria-live="polite">{ **said }</p>
            { note(forms.passage, &props.onnote.emit(forms.passage), &props.onnoted) }
            <p class="dialog-foot">
                if carry::can_share() {
                    <button type="button" onclick={share(forms)}>{ say::share() }</button>
                } else {
                    <span />
                }
                <button type="button" onclick={close.reform(|_| ())}>{ say::close() }</button>
            </p>
        </>
    }
}

/// The fields of the note; each change is kept at once.
fn note(passage: u32, note: &NoteField, onnoted: &Callback<(u32, bool, String)>) -> Html {
    let (starred, text) = (note.starred, note.text.to_string());
    let onstar = onnoted.reform(move |_: Event| (passage, !starred, text.clone()));
    let oninput = onnoted.reform(move |event: InputEvent| {
        let field = event.target_dyn_into::<HtmlTextAreaElement>();
        let text = field.map_or_else(String::new, |it| it.value());
        (passage, starred, text)
    });
    html! {
        <fieldset class="note-field">
            <legend>{ say::your_note() }</legend>
            <label><input type="checkbox" checked={starred} onchange={onstar} />{ " " }{ say::star_passage() }</label>
            <textarea rows="3" aria-label={say::your_note()} value={note.text.clone()} {oninput} />
            if !note.problem.is_empty() {
                <p class="notes-problem" role="alert">{ note.problem }</p>
            }
            <a href="#/notes">{ say::all_notes() }</a>
        </fieldset>
    }
}

/// Shows a form and copies it; where the browser refuses, its text is left selected.
fn choose(
    idx: usize,
    text: &AttrValue,
    field: &NodeRef,
    chosen: &UseStateHandle<usize>,
    said: &UseStateHandle<&'static str>,
) -> Callback<MouseEvent> {
    let (text, field) = (text.clone(), field.clone());
    let (chosen, said) = (chosen.setter(), said.setter());
    Callback::from(move |_| {
        chosen.set(idx);
        said.set("");
        let (field, said) = (field.clone(), said.clone());
        let done = Callback::from(move |is_copied: bool| {
            said.set(if is_copied {
                say::copied()
            } else {
                say::copy_refused()
            });
            if let (false, Some(field)) = (is_copied, field.cast::<HtmlTextAreaElement>()) {
                let _ = field.focus();
                field.select();
            }
        });
        carry::copy(&text, done);
    })
}

fn share(forms: &Forms) -> Callback<MouseEvent> {
    let (title, text, link) = (forms.title.clone(), forms.text.clone(), forms.link.clone());
    Callback::from(move |_| carry::share(&title, &text, &link))
}
