//! Calendars (iCalendar, RFC 5545): whole days, no time zone.
//!
//! In: events as days and texts. Out: one text with folded lines and CRLF line ends. What is not certain is marked
//! tentative, and its words say so.

use dossier_time::Day;

/// The media type.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// Octets of a line, its end not counted.
const LINE: usize = 75;

/// When the file was made, for want of anything better: the format wants to know.
const STAMP: &str = "19700101";

/// What is said of a calendar as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where it comes from.
    pub text: &'a str,
    /// The day it was made, as `2026-11-23`; may be empty.
    pub made: &'a str,
}

/// An event of whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What tells it from all others.
    pub id: String,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Its title.
    pub title: String,
    /// What else is to be said.
    pub text: String,
    /// Whether the days are as certain as they look.
    pub is_certain: bool,
}

/// The calendar. Days outside of the years 1 to 9999 cannot be written; their events are left out.
pub fn calendar(head: Head<'_>, events: impl Iterator<Item = Event>) -> String {
    let made: String = head.made.chars().filter(char::is_ascii_digit).collect();
    let made = if made.len() == STAMP.len() {
        &made
    } else {
        STAMP
    };
    let stamp = format!("{made}T000000Z");
    let mut text = String::new();
    let mut push = |name: &str, value: &str| push_line(&mut text, &format!("{name}:{value}"));
    push("BEGIN", "VCALENDAR");
    push("VERSION", "2.0");
    push("PRODID", "-//Dossier//Timeline//EN");
    push("X-WR-CALNAME", &escape(head.name));
    if !head.text.is_empty() {
        push("X-WR-CALDESC", &escape(head.text));
    }
    for event in events {
        let (Some(first), Some(end)) = (digits(event.first), digits(event.last.plus(1))) else {
            continue;
        };
        push("BEGIN", "VEVENT");
        push("UID", &escape(&format!("{}@dossier", event.id)));
        push("DTSTAMP", &stamp);
        push("DTSTART;VALUE=DATE", &first);
        push("DTEND;VALUE=DATE", &end);
        push("SUMMARY", &escape(&event.title));
        push("DESCRIPTION", &escape(&event.text));
        let status = if event.is_certain {
            "CONFIRMED"
        } else {
            "TENTATIVE"
        };
        push("STATUS", status);
        push("TRANSP", "TRANSPARENT");
        push("END", "VEVENT");
    }
    push("END", "VCALENDAR");
    text
}

/// `19980503`, where that can be written.
fn digits(day: Day) -> Option<String> {
    let (year, month, day) = day.ymd();
    (1..=9999)
        .contains(&year)
        .then(|| format!("{year:04}{month:02}{day:02}"))
}

/// A text value: what has a meaning in the format loses it, what cannot be written is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\\' | ';' | ',' => escaped.extend(['\\', it]),
            '\n' => escaped.push_str("\\n"),
            it if it.is_control() => {}
            it => escaped.push(it),
        }
    }
    escaped
}

/// Folds a line: the next one begins with a space. No character is cut.
fn push_line(text: &mut String, line: &str) {
    let mut length = 0;
    for it in line.chars() {
        if length + it.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(it);
        length += it.len_utf8();
    }
    text.push_str("\r\n");
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event(first: i32, last: i32, title: &str) -> Event {
        Event {
            id: "m7".into(),
            first: Day(first),
            last: Day(last),
            title: title.into(),
            text: "Line one\nline two; with, marks".into(),
            is_certain: false,
        }
    }

    #[test]
    fn an_event_is_written() {
        // 3 to 5 May 1998.
        let head = Head {
            name: "A, b",
            text: "From here;\non that",
            made: "2026-11-23",
        };
        let text = calendar(head, [event(10_349, 10_351, "about May")].into_iter());
        assert_eq!(
            text,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Dossier//Timeline//EN\r\n\
             X-WR-CALNAME:A\\, b\r\nX-WR-CALDESC:From here\\;\\non that\r\n\
             BEGIN:VEVENT\r\nUID:m7@dossier\r\n\
             DTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:19980503\r\nDTEND;VALUE=DATE:19980506\r\n\
             SUMMARY:about May\r\nDESCRIPTION:Line one\\nline two\\; with\\, marks\r\n\
             STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
    }

    #[test]
    fn years_that_cannot_be_written_are_left_out() {
        for (first, last, n) in [(0, 0, 1), (-800_000, -800_000, 0), (i32::MAX, i32::MAX, 0)] {
            let text = calendar(Head::default(), [event(first, last, "")].into_iter());
            assert_eq!(text.matches("BEGIN:VEVENT").count(), n, "{first}");
        }
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_again(title in "\\PC{0,200}") {
            let text = calendar(Head::default(), [event(0, 0, &title)].into_iter());
            for line in text.split_terminator("\r\n") {
                prop_assert!(line.len() <= LINE, "{}", line);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = text.replace("\r\n ", "");
            prop_assert!(unfolded.contains(&format!("SUMMARY:{}\r\n", escape(&title))), "{}", unfolded);
        }
    }
}
