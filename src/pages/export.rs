//! Taking the selection away: the menu, how far a large file is, and the paper version.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::export_menu::ExportMenu;
use crate::components::part::part;
use crate::components::print_list::print_list;
use crate::hooks::use_desk::Desk;
use crate::hooks::use_saving::use_saving;
use crate::platform;
use crate::view_model::export::Provenance;
use crate::view_model::export::printed::printed;
use crate::view_model::export::selection::{Format, Selection, export};
use crate::view_model::words;
use crate::wording::say;

/// Properties of [`SelectionExport`].
#[derive(Properties, PartialEq)]
pub(crate) struct SelectionExportProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// The menu "Export" of the selection.
#[component]
pub(crate) fn SelectionExport(props: &SelectionExportProps) -> Html {
    let (progress, save) = use_saving();
    let is_printing = use_state_eq(|| false);
    {
        let setter = is_printing.setter();
        use_effect_with(*is_printing, move |&is_printing| {
            let listener = is_printing.then(|| {
                let done = Callback::from(move |()| setter.set(false));
                let listener = platform::carry::on_printed(done);
                platform::print();
                listener
            });
            move || drop(listener)
        });
    }
    let onchoose = {
        let (desk, setter) = (props.desk.clone(), is_printing.setter());
        Callback::from(move |idx: usize| match Format::ALL.get(idx) {
            Some(&format) => save.emit(export(selection(&desk), format)),
            None => setter.set(true),
        })
    };
    let formats = Format::ALL.map(Format::label).into_iter();
    let items: Vec<AttrValue> = formats.chain([say::print()]).map(AttrValue::from).collect();
    html! {
        <>
            { part!(ExportMenu { items, onchoose }) }
            if let Some(progress) = progress {
                <span class="export-progress" aria-live="polite">
                    { words::written(progress.n_done, progress.n_pieces) }
                </span>
            }
            if *is_printing {
                { paper(&props.desk) }
            }
        </>
    }
}

/// Not part of the component's own code, which runs at once: this may be loaded later.
#[inline(never)]
fn paper(desk: &Desk) -> Html {
    print_list(&printed(&selection(desk)))
}

/// Where an export of what is on the desk comes from.
pub(crate) fn provenance(desk: &Desk) -> Provenance {
    Provenance::of(
        desk.searcher(),
        &desk.route,
        &platform::carry::page_address(),
        &platform::carry::today(),
    )
}

fn selection(desk: &Desk) -> Selection {
    Selection {
        searcher: desk.searcher(),
        answer: Rc::clone(&desk.answer),
        query: desk.route.query.clone(),
        provenance: provenance(desk),
    }
}
