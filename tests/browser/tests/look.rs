//! What can be measured of the look: no sideways scrolling, light and dark, enough contrast.

use browser_tests::{Page, Size, page};

const VIEWS: [&str; 4] = ["#/", "#/timeline", "#/statements", "#/about"];

/// The contrast of the body's text on its page, after WCAG 2, and how light the page is, 0 to 1.
const CONTRAST: &str = "(() => {
    const light = (color) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
        const context = canvas.getContext('2d');
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
            .map((it) => it / 255)
            .map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = [document.body, document.documentElement]
        .map((it) => getComputedStyle(it).backgroundColor)
        .find((it) => it != 'rgba(0, 0, 0, 0)') ?? 'Canvas';
    const [low, high] = [light(getComputedStyle(document.body).color), light(page)].sort((a, b) => a - b);
    return [(high + 0.05) / (low + 0.05), light(page)];
})()";

async fn shows(page: &Page) {
    page.find("navigation", "Views").await;
    page.until("the page has come", "!document.getElementById('loading')")
        .await;
}

#[test]
fn no_view_scrolls_sideways() {
    page("", async |page| {
        shows(page).await;
        for width in [320, 360, 768, 1280, 1920] {
            page.resize(Size { width, height: 800 }).await;
            for view in VIEWS {
                page.eval(&format!("(location.hash = '{view}', true)"))
                    .await;
                shows(page).await;
                let wide = page.eval("document.documentElement.scrollWidth").await;
                assert!(
                    wide.as_u64().unwrap() <= u64::from(width),
                    "{view} is {wide} wide in {width}"
                );
            }
        }
    });
}

#[test]
fn a_phone_reaches_the_filters() {
    page("", async |page| {
        page.resize(Size {
            width: 360,
            height: 740,
        })
        .await;
        shows(page).await;
        let filters = page
            .find_where("button", "that opens the filters", |it| {
                it.starts_with("Filters")
            })
            .await;
        filters.click().await.unwrap();
        page.find_where("checkbox", "a person", |it| {
            it.starts_with("Alexei Chebanenko (")
        })
        .await;
    });
}

#[test]
fn light_and_dark() {
    for (scheme, is_light) in [("light", true), ("dark", false)] {
        page("", async |page| {
            page.prefer(scheme).await;
            shows(page).await;
            let measured = page.eval(CONTRAST).await;
            let (contrast, light) = (measured[0].as_f64().unwrap(), measured[1].as_f64().unwrap());
            assert!(contrast >= 7.0, "{scheme}: {contrast}");
            assert_eq!(
                light > 0.5,
                is_light,
                "{scheme}: the page's lightness is {light}"
            );
        });
    }
}
