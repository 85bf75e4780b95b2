//! The content security policy: what a page may run, load and reach.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The policy of the hosted page: its own folder, one inline script and style by their hashes, and the one worker that
/// the script may name.
pub(super) fn hosted(script: &str, style: &str) -> String {
    let script = source(script);
    let style = source(style);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; style-src {style}; \
         img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
         form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types dossier"
    )
}

/// The policy of the single file: what stands in it, nothing else. The script may run another one, by its hash.
pub(super) fn single(scripts: &[&str], styles: &[&str]) -> String {
    let sources = |texts: &[&str]| {
        let sources: Vec<String> = texts.iter().map(|it| source(it)).collect();
        sources.join(" ")
    };
    let (scripts, styles) = (sources(scripts), sources(styles));
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src {styles}; \
         img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
         object-src 'none'; require-trusted-types-for 'script'; trusted-types dossier"
    )
}

/// The policy of the page for addresses that do not exist.
pub(super) fn missing(script: &str, style: &str) -> String {
    let script = source(script);
    let style = source(style);
    format!(
        "default-src 'none'; script-src {script}; style-src {style}; connect-src 'self'; base-uri 'none'; \
         form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// An inline text as a source of the policy: `'sha256-…'`.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_the_hash_of_the_bytes() {
        // The empty text's hash, as RFC 6234 implementations give it.
        assert_eq!(
            source(""),
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
    }

    #[test]
    fn the_single_file_reaches_nothing() {
        let policy = single(&["a"], &["b", "c"]);
        assert!(policy.contains("connect-src 'none'"));
        assert!(!policy.contains("'self'"));
    }
}
