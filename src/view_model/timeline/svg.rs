//! A picture of the axis as an SVG file: black on white, so that it prints and can be edited anywhere.

use super::items::Shape;
use super::pack::Placed;
use super::scene::{Content, Scene};
use crate::view_model::decimal::Decimal;
use crate::wording::say;

/// The media type.
pub const MEDIA_TYPE: &str = "image/svg+xml;charset=utf-8";

/// About the width of a letter at the size of the labels, in pixels; rather too wide.
const LETTER: f64 = 6.6;

/// Height of the title and the axis.
const TOP: f64 = 56.0;

/// Height of a row.
const ROW: f64 = 22.0;

/// Height of the bars.
const BARS: f64 = 240.0;

/// About the width of a label in pixels: no font is measured.
#[must_use]
pub fn width(text: &str) -> f64 {
    LETTER * f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX))
}

/// A drawing that says only its title and where it comes from.
#[must_use]
pub fn empty(title: &str, from: &str) -> String {
    page(title, from, 1000.0, TOP, "")
}

/// The scene, with a text for each of its marks; `from` says where it comes from.
#[must_use]
pub fn drawing(title: &str, from: &str, scene: &Scene, texts: &[String]) -> String {
    let window = &scene.window;
    let (left, right) = window.shown_edges();
    let mut body = format!("<g transform=\"translate({})\">", Decimal(-left));
    let height = TOP
        + match &scene.content {
            Content::Bars { .. } => BARS,
            Content::Marks { placed, .. } => {
                let n = placed.iter().map(|it| it.row + 1).max().unwrap_or(0);
                ROW * f64::from(u32::try_from(n).unwrap_or(0)) + 30.0
            }
        };
    for tick in scene
        .ticks
        .iter()
        .filter(|it| left <= it.x && it.x <= right)
    {
        let [x, beside, foot] = [tick.x, tick.x + 4.0, height].map(Decimal);
        body.push_str(&format!(
            "<path stroke=\"#bbb\" d=\"M{x} 40V{foot}\"/><text x=\"{beside}\" y=\"48\" fill=\"#555\">{}</text>",
            escape(&tick.label),
        ));
    }
    match &scene.content {
        Content::Bars {
            bars,
            highest,
            n_through,
            ..
        } => {
            for bar in bars.iter().filter(|it| it.count > 0) {
                let (from, to) = (window.x(bar.first), window.x(bar.end));
                for (n, fill) in [
                    (bar.count.saturating_sub(*n_through), "#ccc"),
                    (bar.certain, "#333"),
                ] {
                    let tall = f64::from(n) / f64::from(*highest) * (BARS - 8.0);
                    let width = (to - from - 1.0).max(0.5);
                    let [x, y, width, tall] = [from + 0.5, height - tall, width, tall].map(Decimal);
                    body.push_str(&format!(
                        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{tall}\" fill=\"{fill}\"/>"
                    ));
                }
            }
        }
        Content::Marks { placed, more } => {
            for (mark, text) in placed.iter().zip(texts) {
                body.push_str(&shape(mark));
                body.push_str(&format!(
                    "<text x=\"{}\" y=\"{}\">{}</text>",
                    Decimal(mark.label),
                    Decimal(middle(mark) + 4.0),
                    escape(text),
                ));
            }
            for more in more {
                let x = Decimal(f64::midpoint(window.x(more.first), window.x(more.end)));
                let n = u32::try_from(more.hidden.len()).unwrap_or(u32::MAX);
                body.push_str(&format!(
                    "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" fill=\"#555\">{}</text>",
                    Decimal(height - 8.0),
                    say::n_more(n),
                ));
            }
        }
    }
    body.push_str("</g>");
    page(title, from, right - left, height, &body)
}

fn middle(mark: &Placed) -> f64 {
    TOP + ROW * (f64::from(u32::try_from(mark.row).unwrap_or(0)) + 0.5)
}

fn shape(mark: &Placed) -> String {
    let (x, width, y) = (mark.left, mark.right - mark.left, middle(mark));
    let (top, tall) = if mark.is_over() {
        (y + 7.0, 2.0)
    } else {
        (y - 4.0, 8.0)
    };
    let centre = Decimal(f64::midpoint(mark.left, mark.right));
    let [x, y, top, width, tall] = [x, y, top, width, tall].map(Decimal);
    match mark.shape {
        Shape::Point => format!("<circle cx=\"{centre}\" cy=\"{y}\" r=\"4\"/>"),
        Shape::Span => format!(
            "<path fill=\"#ccc\" stroke=\"#000\" d=\"M{x} {top}h{width}v{tall}h-{width}z\"/>"
        ),
        shape => {
            let fade = match shape {
                Shape::OpenLeft => "left",
                Shape::OpenRight => "right",
                _ => "both",
            };
            format!(
                "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{tall}\" fill=\"url(#{fade})\"/>"
            )
        }
    }
}

fn page(title: &str, from: &str, width: f64, height: f64, body: &str) -> String {
    let gradient = |id: &str, stops: [u8; 3]| {
        let [a, b, c] = stops;
        format!(
            "<linearGradient id=\"{id}\"><stop stop-opacity=\"{a}\"/><stop offset=\".5\" stop-opacity=\"{b}\"/><stop offset=\"1\" stop-opacity=\"{c}\"/></linearGradient>"
        )
    };
    let (title, from) = (escape(title), escape(from));
    let [width, height] = [width, height].map(Decimal);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"12\"><title>{title}</title><desc>{from}</desc><defs>{}{}{}</defs>\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><text x=\"4\" y=\"20\" font-size=\"14\" font-weight=\"bold\">{title}</text>{body}</svg>\n",
        gradient("left", [0, 1, 1]),
        gradient("right", [1, 1, 0]),
        gradient("both", [0, 1, 0]),
    )
}

/// Text as XML allows it.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            it if it.is_control() || matches!(it, '\u{fffe}' | '\u{ffff}') => {}
            it => escaped.push(it),
        }
    }
    escaped
}
