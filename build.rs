//! Bakes the seeds into the app.
fn main() {}
