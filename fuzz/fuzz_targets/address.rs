//! An address that is read and written leads to the same place.

#![no_main]

use dossier::route::Route;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let read = Route::parse(&text);
    let again = Route::parse(&read.href());
    assert_eq!(again.href(), read.href(), "{text:?}");
});
