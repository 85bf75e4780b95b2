//! A date that is read and written is read as the same; its first day is not behind its last, and it can be worded.

#![no_main]

use dossier_time::{Edtf, Expr};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for value in [Edtf::parse(&text).ok(), dossier_time::read(&text)]
        .into_iter()
        .flatten()
    {
        let written = value.to_string();
        assert_eq!(Edtf::parse(&written).as_ref(), Ok(&value), "{written}");
        assert!(!dossier::wording::date(&value).is_empty());
        let _ = (value.precision(), value.month_day());
        if let Some(bounds) = value.bounds()
            && let (Some(earliest), Some(latest)) = (bounds.earliest, bounds.latest)
        {
            assert!(earliest <= latest, "{written}");
        }
        let _ = dossier_time::relation(&value, Some(&value), None);
        let _ = dossier_time::relation(&value, None, Some(&value));
    }
    if let Ok(expr) = Expr::parse(&text) {
        assert_eq!(Expr::parse(&expr.to_string()).as_ref(), Ok(&expr));
        let _ = dossier_time::resolve(&expr, None);
        let anchor = dossier_time::read("1986-05-03");
        let _ = dossier_time::resolve(&expr, anchor.as_ref());
    }
});
