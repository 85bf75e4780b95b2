//! Running text with its marks.

use std::rc::Rc;

use yew::prelude::*;

use super::card_mark::{CardMark, OnCard};
use crate::components::part::part;
use crate::route::Route;
use crate::view_model::card::About;
use crate::view_model::name::facet;
use crate::view_model::segments::{Marks, Name, Segment};
use crate::view_model::vocabulary::{EntityKind, HedgeUse};
use crate::view_model::words::no_hedge;
use crate::wording::say;

/// The layers from the outside in: whatever spans several pieces is one element.
#[derive(Clone, Copy)]
enum Layer {
    Link,
    Quotation,
    Name,
    Moment,
    Hedge,
    Hit,
    Words,
}

impl Layer {
    fn inner(self) -> Self {
        match self {
            Self::Link => Self::Quotation,
            Self::Quotation => Self::Name,
            Self::Name => Self::Moment,
            Self::Moment => Self::Hedge,
            Self::Hedge => Self::Hit,
            Self::Hit | Self::Words => Self::Words,
        }
    }

    fn joins(self, a: &Marks, b: &Marks) -> bool {
        match self {
            Self::Link => a.link == b.link,
            Self::Quotation => a.quotation == b.quotation,
            Self::Name => a.name == b.name,
            Self::Moment => a.moment == b.moment,
            Self::Hedge => a.hedge == b.hedge,
            Self::Hit => a.hit == b.hit,
            Self::Words => false,
        }
    }
}

/// The class that tells a kind of name apart, by line style as well as by hue.
pub(crate) fn kind_class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "org",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
    }
}

/// The kind of a name in one word.
pub(super) fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => say::kind_person(),
        EntityKind::Organisation => say::kind_organisation(),
        EntityKind::Place => say::kind_place(),
        EntityKind::Group => say::kind_group(),
    }
}

/// What marks lead to.
#[derive(Clone, Copy)]
pub(crate) struct Leads<'a> {
    /// Where the reader is; names without a card lead to all passages that name them.
    pub(crate) route: &'a Rc<Route>,
    /// Names and dates tell about themselves; without it dates are marked and no more.
    pub(crate) oncard: Option<&'a OnCard>,
    /// Whether names are marked.
    pub(crate) names: bool,
    /// Whether dates are marked.
    pub(crate) dates: bool,
}

/// Lays out pieces of text.
pub(crate) fn text(segments: &[Segment], leads: Leads<'_>) -> Html {
    layer(segments, Layer::Link, leads)
}

fn layer(segments: &[Segment], at: Layer, leads: Leads<'_>) -> Html {
    segments
        .chunk_by(|a, b| at.joins(&a.marks, &b.marks))
        .filter_map(|group| group.first().map(|first| element(group, first, at, leads)))
        .collect()
}

fn element(group: &[Segment], first: &Segment, at: Layer, leads: Leads<'_>) -> Html {
    if let Layer::Words = at {
        return words(first);
    }
    let inner = layer(group, at.inner(), leads);
    let marks = &first.marks;
    match at {
        Layer::Link => match &marks.link {
            Some(href) => {
                html! { <a class="outward" href={href} rel="noopener noreferrer">{ inner }</a> }
            }
            None => inner,
        },
        Layer::Quotation if marks.quotation.is_some() => {
            html! { <span class="quotation">{ inner }</span> }
        }
        Layer::Name => match &marks.name {
            Some(it) if leads.names => name(it, marks.link.is_some(), inner, leads),
            _ => inner,
        },
        Layer::Moment => match marks.moment {
            Some(number) if leads.dates => moment(number, marks, inner, leads),
            _ => inner,
        },
        Layer::Hedge => match marks.hedge {
            Some((_, HedgeUse::Lowers)) => html! { <span class="hedge">{ inner }</span> },
            Some((_, usage)) => {
                html! { <span class="hedge is-idle" title={no_hedge(usage)}>{ inner }</span> }
            }
            None => inner,
        },
        Layer::Hit => match marks.hit {
            // A match that other marks cut is one stop for the keys.
            Some(start) if start == first.start => {
                html! { <mark tabindex="-1" data-hit={start.to_string()}>{ inner }</mark> }
            }
            Some(_) => html! { <mark>{ inner }</mark> },
            None => inner,
        },
        _ => inner,
    }
}

/// A date tells how it was read, except inside a link.
fn moment(number: u32, marks: &Marks, inner: Html, leads: Leads<'_>) -> Html {
    match leads.oncard {
        Some(oncard) if marks.link.is_none() && (marks.name.is_none() || !leads.names) => part!(
            CardMark {
                about: About::Moment(number),
                class: classes!("moment"),
                oncard: oncard.clone(),
                route: leads.route.clone()
            },
            inner
        ),
        _ => html! { <span class="moment">{ inner }</span> },
    }
}

/// A name tells about itself, or is a link to all passages that name it; except inside a link of the document's own.
fn name(name: &Name, inside_link: bool, inner: Html, leads: Leads<'_>) -> Html {
    let class = classes!("name", kind_class(name.kind));
    if inside_link {
        return html! { <span {class}>{ inner }</span> };
    }
    let title = AttrValue::from(format!("{}: {}", kind_word(name.kind), name.name));
    let route = leads.route;
    match leads.oncard {
        Some(oncard) => part!(
            CardMark {
                about: About::Name(name.entity),
                class,
                title,
                oncard: oncard.clone(),
                route: route.clone()
            },
            inner
        ),
        None => {
            let href = route.narrowed(facet(name.kind), &name.name).href();
            html! { <a {class} {title} {href}>{ inner }</a> }
        }
    }
}

fn words(segment: &Segment) -> Html {
    // A line end that the document asks for; all others are white space.
    if segment.text == "\n" {
        return html! { <br /> };
    }
    let styles = segment.marks.styles;
    let mut html = html! { <>{ &segment.text }</> };
    if styles.code {
        html = html! { <code>{ html }</code> };
    }
    if styles.image {
        html = html! { <span class="image" title={say::image()}>{ html }</span> };
    }
    if styles.strike {
        html = html! { <s>{ html }</s> };
    }
    if styles.strong {
        html = html! { <strong>{ html }</strong> };
    }
    if styles.emphasis {
        html = html! { <em>{ html }</em> };
    }
    html
}
