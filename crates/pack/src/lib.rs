//! The program as it is sent: packed, and as text inside a page.
//!
//! In: bytes. Out: fewer bytes ([`Packing`]), or printable characters ([`text`]); and back again, for whoever looks for
//! words in what was packed. The page has its own way back, in `xtask/src/site/scripts`.
//!
//! Not done here: reading what others packed; archives of several files.

pub mod text;

use std::io::{self, Read as _, Write as _};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaReader, LzmaWriter, MfType};

/// How something is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// A `.lzma` file whose header tells the length: a quarter smaller than gzip, unpacked by a script of the page.
    Lzma,
    /// What browsers unpack themselves, about twenty times as fast.
    Gzip,
}

/// Longer programs, in bytes, hold mostly documents. Their readers would wait for the unpacking.
const MAX_LZMA: usize = 4_000_000;

/// Unpacking takes no more memory than that for its window, in KiB: far more than [`MAX_LZMA`].
const MAX_MEMORY: u32 = 64 * 1024;

impl Packing {
    /// The packing for a program of so many bytes.
    #[must_use]
    pub fn of_program(n_bytes: usize) -> Self {
        if n_bytes <= MAX_LZMA {
            Self::Lzma
        } else {
            Self::Gzip
        }
    }

    /// The name of its type, as it stands in a page.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Lzma => "application/x-lzma",
            Self::Gzip => "application/gzip",
        }
    }

    /// The packing with that name.
    #[must_use]
    pub fn of_media_type(name: &str) -> Option<Self> {
        [Self::Lzma, Self::Gzip]
            .into_iter()
            .find(|it| it.media_type() == name)
    }

    /// The bytes as this packs them best: always the same for the same bytes.
    ///
    /// # Errors
    ///
    /// There are 4 GiB or more.
    pub fn pack(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Lzma => {
                let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
                let mut writer = LzmaWriter::new_use_header(
                    Vec::new(),
                    &options(length),
                    Some(u64::from(length)),
                )?;
                writer.write_all(bytes)?;
                writer.finish()
            }
            Self::Gzip => {
                let mut writer = GzEncoder::new(Vec::new(), Compression::best());
                writer.write_all(bytes)?;
                writer.finish()
            }
        }
    }

    /// The bytes that were packed.
    ///
    /// # Errors
    ///
    /// They were packed in another way, are cut off or broken.
    pub fn unpack(self, packed: &[u8]) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Self::Lzma => {
                LzmaReader::new_mem_limit(packed, MAX_MEMORY, None)?.read_to_end(&mut bytes)?
            }
            Self::Gzip => GzDecoder::new(packed).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }
}

/// The whole of so many bytes in sight, matches as long as there can be, and no care for where in four bytes something
/// stands: instructions of WebAssembly may begin anywhere.
fn options(n_bytes: u32) -> LzmaOptions {
    const MIN_WINDOW: u32 = 4096;
    // Other readers refuse a window that is no power of two.
    const MAX_WINDOW: u32 = 1 << 30;
    let window = n_bytes.checked_next_power_of_two().unwrap_or(MAX_WINDOW);
    LzmaOptions {
        dict_size: window.clamp(MIN_WINDOW, MAX_WINDOW),
        lc: 3,
        lp: 0,
        pb: 0,
        mode: EncodeMode::Normal,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        mf: MfType::Bt4,
        depth_limit: 1000,
        preset_dict: None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_type_names_its_packing() {
        for packing in [Packing::Lzma, Packing::Gzip] {
            assert_eq!(Packing::of_media_type(packing.media_type()), Some(packing));
        }
        assert_eq!(Packing::of_media_type("text/plain"), None);
    }

    #[test]
    fn what_is_cut_off_is_not_unpacked() {
        let text = "the lower gate and the upper gate ".repeat(50);
        for packing in [Packing::Lzma, Packing::Gzip] {
            let packed = packing.pack(text.as_bytes()).unwrap();
            for length in [0, 1, 12, 13, packed.len() / 2, packed.len() - 8] {
                assert!(
                    packing.unpack(&packed[..length]).is_err(),
                    "{packing:?}, {length} of {} bytes",
                    packed.len()
                );
            }
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes: Vec<u8>, n_times in 0_usize..40) {
            let bytes = bytes.repeat(n_times);
            for packing in [Packing::Lzma, Packing::Gzip] {
                let packed = packing.pack(&bytes).unwrap();
                prop_assert_eq!(&packing.unpack(&packed).unwrap(), &bytes);
            }
        }

        #[test]
        fn rubbish_ends_in_an_error_or_in_bytes(bytes: Vec<u8>) {
            for packing in [Packing::Lzma, Packing::Gzip] {
                let _ = packing.unpack(&bytes);
            }
        }
    }
}
