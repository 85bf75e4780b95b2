//! A picture of the axis as an SVG file: black on white, so that it prints and can be edited anywhere.

use super::items::Shape;
use super::pack::Placed;
use super::scene::{Content, Scene};
use crate::view_model::words;

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

/// A drawing that says only its title.
#[must_use]
pub fn empty(title: &str) -> String {
    page(title, 1000.0, TOP, "")
}

/// The scene, with a text for each of its marks.
#[must_use]
pub fn drawing(title: &str, scene: &Scene, texts: &[String]) -> String {
    let window = &scene.window;
    let (left, right) = window.shown_edges();
    let mut body = format!("<g transform=\"translate({:.1})\">", -left);
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
        let x = tick.x;
        body.push_str(&format!(
            "<path stroke=\"#bbb\" d=\"M{x:.1} 40V{height:.0}\"/><text x=\"{:.1}\" y=\"48\" fill=\"#555\">{}</text>",
            x + 4.0,
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
                    body.push_str(&format!(
                        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{tall:.1}\" fill=\"{fill}\"/>",
                        from + 0.5,
                        height - tall,
                        (to - from - 1.0).max(0.5),
                    ));
                }
            }
        }
        Content::Marks { placed, more } => {
            for (mark, text) in placed.iter().zip(texts) {
                body.push_str(&shape(mark));
                body.push_str(&format!(
                    "<text x=\"{:.1}\" y=\"{:.1}\">{}</text>",
                    mark.label,
                    middle(mark) + 4.0,
                    escape(text),
                ));
            }
            for more in more {
                let x = f64::midpoint(window.x(more.first), window.x(more.end));
                let n = u32::try_from(more.hidden.len()).unwrap_or(u32::MAX);
                body.push_str(&format!(
                    "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#555\">{} more</text>",
                    height - 8.0,
                    words::number(n),
                ));
            }
        }
    }
    body.push_str("</g>");
    page(title, right - left, height, &body)
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
    match mark.shape {
        Shape::Point => format!(
            "<circle cx=\"{:.1}\" cy=\"{y:.1}\" r=\"4\"/>",
            f64::midpoint(mark.left, mark.right)
        ),
        Shape::Span => format!(
            "<path fill=\"#ccc\" stroke=\"#000\" d=\"M{x:.1} {top:.1}h{width:.1}v{tall:.1}h-{width:.1}z\"/>"
        ),
        shape => {
            let fade = match shape {
                Shape::OpenLeft => "left",
                Shape::OpenRight => "right",
                _ => "both",
            };
            format!(
                "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{tall:.1}\" fill=\"url(#{fade})\"/>"
            )
        }
    }
}

fn page(title: &str, width: f64, height: f64, body: &str) -> String {
    let gradient = |id: &str, stops: [u8; 3]| {
        let [a, b, c] = stops;
        format!(
            "<linearGradient id=\"{id}\"><stop stop-opacity=\"{a}\"/><stop offset=\".5\" stop-opacity=\"{b}\"/><stop offset=\"1\" stop-opacity=\"{c}\"/></linearGradient>"
        )
    };
    let title = escape(title);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" \
         font-family=\"sans-serif\" font-size=\"12\"><title>{title}</title><defs>{}{}{}</defs>\
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
