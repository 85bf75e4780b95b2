//! The numbers that stand for the variants of an enum in the bytes: both directions, side by side.

use crate::document::{DateOrigin, Marker, Role, StyleKind, TitleOrigin};

/// The two numbers that stand for a role. `role_from_code` is its inverse.
pub(crate) fn role_code(role: Role) -> (u32, u32) {
    match role {
        Role::Paragraph => (0, 0),
        Role::Heading(level) => (1, u32::from(level)),
        Role::Item { depth, marker } => match marker {
            Marker::None => (2, u32::from(depth)),
            Marker::Bullet => (3, u32::from(depth)),
            // The depth stands in the lowest byte, the number above it.
            Marker::Number(number) => (4, number.min(0x00ff_ffff) << 8 | u32::from(depth)),
        },
        Role::Row { head } => (5, u32::from(head)),
        Role::Code => (6, 0),
    }
}

pub(crate) fn role_from_code(code: u32, detail: u32) -> Role {
    let low = detail.to_le_bytes().first().copied().unwrap_or(0);
    let item = |marker| Role::Item { depth: low, marker };
    match code {
        1 => Role::Heading(low),
        2 => item(Marker::None),
        3 => item(Marker::Bullet),
        4 => item(Marker::Number(detail >> 8)),
        5 => Role::Row { head: detail != 0 },
        6 => Role::Code,
        _ => Role::Paragraph,
    }
}

pub(crate) fn style_code(kind: &StyleKind) -> u32 {
    match kind {
        StyleKind::Emphasis => 0,
        StyleKind::Strong => 1,
        StyleKind::Strike => 2,
        StyleKind::Code => 3,
        StyleKind::Link(_) => 4,
        StyleKind::Image => 5,
        StyleKind::Cell => 6,
    }
}

pub(crate) fn style_from_code(code: u32, href: &str) -> StyleKind {
    match code {
        0 => StyleKind::Emphasis,
        1 => StyleKind::Strong,
        2 => StyleKind::Strike,
        3 => StyleKind::Code,
        4 => StyleKind::Link(href.to_owned()),
        5 => StyleKind::Image,
        _ => StyleKind::Cell,
    }
}

pub(crate) fn title_origin_code(origin: TitleOrigin) -> u32 {
    match origin {
        TitleOrigin::Given => 0,
        TitleOrigin::Heading => 1,
        TitleOrigin::FirstSentence => 2,
        TitleOrigin::FileName => 3,
    }
}

pub(crate) fn title_origin_from_code(code: u32) -> TitleOrigin {
    match code {
        0 => TitleOrigin::Given,
        1 => TitleOrigin::Heading,
        2 => TitleOrigin::FirstSentence,
        _ => TitleOrigin::FileName,
    }
}

pub(crate) fn date_origin_code(origin: DateOrigin) -> u32 {
    match origin {
        DateOrigin::Given => 0,
        DateOrigin::FileName => 1,
        DateOrigin::Dateline => 2,
    }
}

pub(crate) fn date_origin_from_code(code: u32) -> DateOrigin {
    match code {
        0 => DateOrigin::Given,
        1 => DateOrigin::FileName,
        _ => DateOrigin::Dateline,
    }
}
