//! The script that unpacks the program, given what the build packs: whole and in pieces, cut off and broken.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it fails, in its helpers too"
)]

use browser_tests::{Page, in_trouble};
use dossier_pack::Packing;
use serde_json::json;

const SCRIPT: &str = include_str!("../../../xtask/src/site/scripts/unpack.js");

/// Unpacks `packed` in pieces of so many bytes: the bytes, or why not.
async fn unpacked(page: &Page, packed: &[u8], piece: usize) -> Result<Vec<u8>, String> {
    let said = page
        .eval(&format!(
            "(() => {{
                {SCRIPT}
                const packed = Uint8Array.from({});
                const unpack = unpacker();
                const bytes = [];
                try {{
                    for (let at = 0; at < packed.length; at += {piece}) bytes.push(...unpack(packed.slice(at, at + {piece}), false));
                    bytes.push(...unpack(new Uint8Array(0), true));
                    return bytes;
                }} catch (error) {{
                    return error.message;
                }}
            }})()",
            json!(packed)
        ))
        .await;
    match said.as_array() {
        Some(list) => Ok(list
            .iter()
            .map(|it| u8::try_from(it.as_u64().unwrap()).unwrap())
            .collect()),
        None => Err(said.as_str().unwrap().to_owned()),
    }
}

/// Bytes that follow from a number, by xorshift: of few kinds or many.
fn noise(seed: u32, length: usize, n_kinds: u8) -> Vec<u8> {
    let mut state = seed;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        u8::try_from(state % u32::from(n_kinds)).unwrap()
    };
    std::iter::repeat_with(next).take(length).collect()
}

/// What makes the packer use everything it has: literals, matches near and far, long and short, the last four again.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let text = "the lower gate, the upper gate and the lower lock; ".repeat(40);
    let far = [noise(1, 9_000, 255), vec![0; 5_000], noise(1, 9_000, 255)].concat();
    let rows: Vec<u8> = (0..900_u32)
        .flat_map(|it| [7, 0, 0, 1, (it % 251) as u8, (it / 7 % 13) as u8, 9])
        .collect();
    vec![
        ("nothing", Vec::new()),
        ("one byte", vec![65]),
        ("text", text.into_bytes()),
        ("one byte again and again", vec![1; 20_000]),
        ("noise", noise(2, 4_000, 255)),
        ("noise of two kinds", noise(3, 4_000, 2)),
        ("matches from far away", far),
        ("rows of numbers", rows),
    ]
}

#[test]
fn what_the_build_packs_is_unpacked_in_any_pieces() {
    in_trouble("about:blank", async |page| {
        for (what, bytes) in samples() {
            let packed = Packing::Lzma.pack(&bytes).unwrap();
            for piece in [1, 19, 1_000, usize::MAX >> 12] {
                let found = unpacked(page, &packed, piece).await;
                assert!(found == Ok(bytes.clone()), "{what} in pieces of {piece}");
            }
        }
    });
}

#[test]
fn what_is_cut_off_or_broken_is_refused_or_has_its_length() {
    in_trouble("about:blank", async |page| {
        let bytes = samples().swap_remove(2).1;
        let packed = Packing::Lzma.pack(&bytes).unwrap();
        for length in [0, 1, 12, 13, 17, packed.len() / 2] {
            let found = unpacked(page, &packed[..length], 7).await;
            assert!(found.is_err(), "{length} bytes of it");
        }
        for at in 13..packed.len().min(64) {
            let mut broken = packed.clone();
            broken[at] ^= 0x55;
            // Some changes only make another text: it ends, and is as long as the header says.
            if let Ok(found) = unpacked(page, &broken, 1_000).await {
                assert_eq!(found.len(), bytes.len(), "byte {at}");
            }
        }
    });
}
