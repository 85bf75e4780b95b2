//! Mounts the page.

fn main() {
    dossier::start();
}
