//! How much of what is to be found was found, and how much of what was found is right.

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    /// What is to be found.
    pub(super) gold: usize,
    /// What was found.
    pub(super) found: usize,
    /// What was found and is right.
    pub(super) right: usize,
}

impl Share {
    /// Right ones among those found, in percent.
    pub(super) fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// Right ones among those to be found, in percent.
    pub(super) fn recall(self) -> f64 {
        percent(self.right, self.gold)
    }

    /// The harmonic mean of both, in percent.
    pub(super) fn f1(self) -> f64 {
        percent(2 * self.right, self.gold + self.found)
    }

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            gold: self.gold + other.gold,
            found: self.found + other.found,
            right: self.right + other.right,
        }
    }
}

/// A part of a whole in percent; of nothing it is all.
#[allow(clippy::cast_precision_loss, reason = "counts of a few thousand")]
pub(super) fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        100.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

/// The text between two code points; `points` are the byte offsets of all.
pub(super) fn slice<'t>(text: &'t str, points: &[usize], [start, end]: [usize; 2]) -> &'t str {
    let byte = |point: usize| points.get(point).copied().unwrap_or(text.len());
    text.get(byte(start)..byte(end)).unwrap_or_default()
}
