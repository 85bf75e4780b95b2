//! A list of which only the part near the screen is laid out.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::platform::{picture, place, visits};
use crate::view_model::decimal::Decimal;
use crate::view_model::list_window::{CHUNK, Geometry, ListWindow};

/// Properties of [`Windowed`].
#[derive(Properties, PartialEq)]
pub(crate) struct WindowedProps {
    /// Number of items in all.
    pub(crate) n: usize,
    /// Chunks that fill a screen: what is laid out first. More of them would make a reader wait for what is not seen.
    pub(crate) n_first: usize,
    /// Lays out the items of a range; each has the attribute `data-chunk` that [`chunk`] gives.
    pub(crate) render: Callback<Range<usize>, Html>,
}

/// The part of the list near the screen, between two empty stretches as high as the rest.
#[component]
pub(crate) fn Windowed(props: &WindowedProps) -> Html {
    let frame = use_node_ref();
    let (above, below) = (use_node_ref(), use_node_ref());
    let list = use_state_eq(|| {
        let left = visits::kept::<ListWindow>().filter(|it| it.is_of(props.n));
        left.unwrap_or_else(|| Rc::new(ListWindow::new(props.n, props.n_first)))
    });
    {
        let (frame, list) = (frame.clone(), list.clone());
        let (above, below) = (above.clone(), below.clone());
        use_effect(move || {
            place::set_height(&above, &Decimal(list.above()).to_string());
            place::set_height(&below, &Decimal(list.below()).to_string());
            visits::keep((*list).clone());
            let look = Callback::from(move |()| {
                if let Some(at) = geometry(&frame, &below) {
                    list.set(Rc::new(list.moved(&at)));
                }
            });
            let listeners = place::on_move(&look);
            // What was just laid out may not be enough yet; but first it is shown.
            let shown = picture::once_shown(move || look.emit(()));
            move || drop((listeners, shown))
        });
    }
    html! {
        <div ref={frame}>
            <div ref={above} class="left-out"></div>
            { props.render.emit(list.items(props.n)) }
            <div ref={below} class="left-out"></div>
        </div>
    }
}

/// The attribute `data-chunk` of the item at that position.
pub(super) fn chunk(idx: usize) -> Option<String> {
    idx.is_multiple_of(CHUNK).then(|| (idx / CHUNK).to_string())
}

fn geometry(frame: &NodeRef, below: &NodeRef) -> Option<Geometry> {
    Some(Geometry {
        top: place::top_of(frame)?,
        chunk_tops: place::tops_inside(frame, "[data-chunk]"),
        bottom: place::top_of(below)?,
        window: place::window_height(),
    })
}
