//! Reading the serialized form back, in little code.
//!
//! What is read is JSON as serde's derives write it. Derived `Deserialize` with serde_json would cost each reader of a
//! document by address 35 KB of compressed Wasm more (ARCHITECTURE.md), and what is read was written by this program, so
//! that a shape that does not fit is one plain error, without a place. `tests/properties/reading.rs` compares the two.

use std::fmt;
use std::rc::Rc;

/// The text is not the serialized form that this version reads and writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADocument {
    /// It is not JSON.
    NotJson,
    /// It is of a version that has another shape: see [`super::FORMAT_VERSION`].
    OtherVersion,
    /// It is an author's document, from which a published one is made.
    NotPublished,
    /// It is JSON of another shape.
    OtherShape,
}

impl NotADocument {
    /// What is wrong, for the console of whoever embeds it.
    pub fn as_str(self) -> &'static str {
        match self {
            NotADocument::NotJson => "expected a compiled document, found no JSON",
            NotADocument::OtherVersion => {
                "expected a document that this build reads, found another version; publish it anew, or load a newer build"
            }
            NotADocument::NotPublished => {
                "expected a published document, found an author's; name what `explainer publish FILE --out OTHER.json` writes"
            }
            NotADocument::OtherShape => "expected a compiled document, found other JSON",
        }
    }
}

impl fmt::Display for NotADocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for NotADocument {}

/// A type that can be read from the serialized form. Where a value has another shape, the reader notes it and some value
/// is given: without an early return for every field there is far less code, and the whole is thrown away in the end.
pub(super) trait Decode {
    /// Reads a value.
    fn decode(reader: &mut Reader<'_>) -> Self;

    /// What is given for a value that is missing or has another shape.
    fn least() -> Self;
}

/// Reads a whole text as one value.
pub(super) fn decode<T: Decode>(text: &str) -> Result<T, NotADocument> {
    let mut reader = Reader::new(text);
    let value = T::decode(&mut reader);
    // A zero byte is no end.
    reader.is_json &= reader.next() == END && reader.at == text.len();
    match reader {
        Reader { is_json: false, .. } => Err(NotADocument::NotJson),
        Reader { fits: false, .. } => Err(NotADocument::OtherShape),
        _ => Ok(value),
    }
}

/// Whether a text is an object that has a member of this name.
pub(super) fn has_member(text: &str, name: &str) -> bool {
    let mut has = false;
    Reader::new(text).object(&mut |reader, member| {
        has |= member == name;
        reader.skip();
    });
    has
}

/// JSON that nests deeper is refused, as serde_json does it: no document does, and what nests by the thousand is more
/// than a browser can lay out.
const DEEPEST: u8 = 127;
/// Stands for the end of the text.
const END: u8 = 0;

/// A text, and how far it has been read. No slicing that may panic: the message of such a panic alone would weigh as much
/// as all of the reading.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
    /// Whether all so far was JSON.
    is_json: bool,
    /// Whether all so far was of the expected shape.
    fits: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Reader<'a> {
        Reader { text, at: 0, depth: 0, is_json: true, fits: true }
    }

    /// Notes that a value has another shape than expected.
    pub fn misfit(&mut self) {
        self.fits = false;
    }

    /// The text is no JSON; nothing of it is read any more.
    fn stop(&mut self) {
        self.is_json = false;
        self.at = self.text.len();
    }

    /// The byte that is next.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    /// The next byte that is no white space; it is left where it is.
    fn next(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.byte()
    }

    /// Passes over a character that must be next.
    fn expect(&mut self, byte: u8) {
        if self.next() == byte {
            self.at += 1;
        } else {
            self.stop();
        }
    }

    /// Passes over a word that must be next.
    fn word(&mut self, word: &str) {
        let end = self.at + word.len();
        if self.text.get(self.at..end) == Some(word) {
            self.at = end;
        } else {
            self.stop();
        }
    }

    /// Whether the next value is `null`, which is passed over.
    pub fn null(&mut self) -> bool {
        let is_null = self.next() == b'n';
        if is_null {
            self.word("null");
        }
        is_null
    }

    /// Reads what stands between two brackets, part by part.
    fn parts(&mut self, open: u8, close: u8, part: &mut dyn FnMut(&mut Reader<'a>)) {
        if self.next() != open {
            self.misfit();
            return self.skip();
        }
        self.at += 1;
        if self.depth == DEEPEST {
            return self.stop();
        }
        self.depth += 1;
        let mut is_first = true;
        while self.next() != close && self.is_json {
            if !is_first {
                self.expect(b',');
            }
            is_first = false;
            part(self);
        }
        self.expect(close);
        self.depth -= 1;
    }

    /// Reads a list, item by item.
    pub fn list(&mut self, item: &mut dyn FnMut(&mut Reader<'a>)) {
        self.parts(b'[', b']', item);
    }

    /// Reads an object, member by member, each by its name.
    pub fn object(&mut self, member: &mut dyn FnMut(&mut Reader<'a>, &str)) {
        self.parts(b'{', b'}', &mut |reader| {
            let name = reader.string();
            reader.expect(b':');
            member(reader, &name);
        });
    }

    /// Reads an object into slots by their names, of which the first so many must be there.
    pub fn fields(&mut self, names: &[&str], required: usize, slots: &mut [&mut dyn Slot]) {
        let mut filled = 0u64;
        self.object(&mut |reader, name| match names.iter().position(|known| *known == name) {
            Some(position) => {
                filled |= 1 << position;
                slots[position].fill(reader);
            }
            None => reader.skip(),
        });
        let wanted = (1u64 << required) - 1;
        self.fits &= filled & wanted == wanted;
    }

    /// A string as it is written, without its quotes.
    fn quoted(&mut self) -> &'a str {
        self.expect(b'"');
        let start = self.at;
        loop {
            match self.byte() {
                b'"' => break,
                // Whatever is escaped.
                b'\\' => self.at += 2,
                ..b' ' => {
                    self.stop();
                    return "";
                }
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.text.get(start..self.at - 1).unwrap_or_default()
    }

    fn string(&mut self) -> String {
        let written = self.quoted();
        let mut text = String::new();
        let (mut from, mut at) = (0, 0);
        while let Some(&byte) = written.as_bytes().get(at) {
            at += 1;
            if byte == b'\\' {
                text.push_str(written.get(from..at - 1).unwrap_or_default());
                match escape(written.as_bytes(), &mut at) {
                    Some(char) => text.push(char),
                    None => self.stop(),
                }
                from = at;
            }
        }
        text.push_str(written.get(from..).unwrap_or_default());
        text
    }

    /// A whole number; the serialized form has no others.
    fn number(&mut self) -> i64 {
        let is_negative = self.byte() == b'-';
        self.at += usize::from(is_negative);
        let start = self.at;
        let mut number = Some(0i64);
        while let digit @ b'0'..=b'9' = self.byte() {
            // Counted downwards, where there is room for one more.
            number = number.and_then(|number| number.checked_mul(10)?.checked_sub(i64::from(digit - b'0')));
            self.at += 1;
        }
        let length = self.at - start;
        if length == 0 || (length > 1 && self.text.as_bytes().get(start) == Some(&b'0')) {
            self.stop();
        }
        let is_whole = !matches!(self.byte(), b'.' | b'e' | b'E');
        while matches!(self.byte(), b'.' | b'e' | b'E' | b'+' | b'-' | b'0'..=b'9') {
            self.at += 1;
        }
        number
            .and_then(|number| if is_negative { Some(number) } else { number.checked_neg() })
            .filter(|_| is_whole)
            .unwrap_or_else(|| {
                self.misfit();
                0
            })
    }

    /// Passes over a value of whatever shape.
    pub fn skip(&mut self) {
        let fits = self.fits;
        match self.next() {
            b'"' => drop(self.string()),
            b'[' => self.list(&mut |reader| reader.skip()),
            b'{' => self.object(&mut |reader, _| reader.skip()),
            b'n' => self.word("null"),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'-' | b'0'..=b'9' => drop(self.number()),
            _ => self.stop(),
        }
        self.fits = fits;
    }
}

/// The character that an escape stands for; `at` is behind its backslash before, and behind all of it afterwards.
fn escape(text: &[u8], at: &mut usize) -> Option<char> {
    let byte = *text.get(*at)?;
    *at += 1;
    Some(match byte {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'"' | b'\\' | b'/' => byte.into(),
        b'u' => {
            let first = unit(text, at)?;
            if !(0xd800..0xe000).contains(&first) {
                return char::from_u32(first);
            }
            // Half of a pair; the other half is an escape, too.
            if text.get(*at..*at + 2)? != b"\\u" || first >= 0xdc00 {
                return None;
            }
            *at += 2;
            let second = unit(text, at)?.checked_sub(0xdc00).filter(|&second| second < 0x400)?;
            return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second);
        }
        _ => return None,
    })
}

/// The number of four hexadecimal digits.
fn unit(text: &[u8], at: &mut usize) -> Option<u32> {
    let digits = text.get(*at..*at + 4)?;
    *at += 4;
    digits.iter().try_fold(0, |unit, &digit| Some(unit * 16 + char::from(digit).to_digit(16)?))
}

/// Notes a misfit, and gives what stands in for the value.
fn instead<T: Decode>(reader: &mut Reader<'_>) -> T {
    reader.misfit();
    T::least()
}

impl Decode for String {
    fn decode(reader: &mut Reader<'_>) -> String {
        if reader.next() == b'"' {
            return reader.string();
        }
        reader.skip();
        instead(reader)
    }

    fn least() -> String {
        String::new()
    }
}

impl Decode for i64 {
    fn decode(reader: &mut Reader<'_>) -> i64 {
        if matches!(reader.next(), b'-' | b'0'..=b'9') {
            return reader.number();
        }
        reader.skip();
        instead(reader)
    }

    fn least() -> i64 {
        0
    }
}

/// Whole numbers within a type's range.
macro_rules! decode_numbers {
    ($($type:ty),*) => {
        $(impl Decode for $type {
            fn decode(reader: &mut Reader<'_>) -> $type {
                i64::decode(reader).try_into().unwrap_or_else(|_| instead(reader))
            }

            fn least() -> $type {
                0
            }
        })*
    };
}

decode_numbers!(u8, u32, usize);

impl<T: Decode> Decode for Option<T> {
    fn decode(reader: &mut Reader<'_>) -> Option<T> {
        if reader.null() { None } else { Some(T::decode(reader)) }
    }

    fn least() -> Option<T> {
        None
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(reader: &mut Reader<'_>) -> Vec<T> {
        let mut list = Vec::new();
        reader.list(&mut |reader| list.push(T::decode(reader)));
        list
    }

    fn least() -> Vec<T> {
        Vec::new()
    }
}

impl<T: Decode> Decode for Rc<[T]> {
    fn decode(reader: &mut Reader<'_>) -> Rc<[T]> {
        Vec::decode(reader).into()
    }

    fn least() -> Rc<[T]> {
        Rc::default()
    }
}

impl<T: Decode> Decode for Rc<T> {
    fn decode(reader: &mut Reader<'_>) -> Rc<T> {
        Rc::new(T::decode(reader))
    }

    fn least() -> Rc<T> {
        Rc::new(T::least())
    }
}

/// A list of two.
impl<A: Decode, B: Decode> Decode for (A, B) {
    fn decode(reader: &mut Reader<'_>) -> (A, B) {
        let (mut a, mut b) = (A::least(), B::least());
        let mut slots: [&mut dyn Slot; 2] = [&mut a, &mut b];
        let mut count = 0;
        reader.list(&mut |reader| {
            match slots.get_mut(count) {
                Some(slot) => slot.fill(reader),
                None => reader.skip(),
            }
            count += 1;
        });
        reader.fits &= count == 2;
        (a, b)
    }

    fn least() -> (A, B) {
        (A::least(), B::least())
    }
}

/// Reads a string that its type may refuse.
pub(super) fn checked<T: Decode + TryFrom<String>>(reader: &mut Reader<'_>) -> T {
    let text = String::decode(reader);
    T::try_from(text).unwrap_or_else(|_| instead(reader))
}

/// Where a value is put that was read.
pub(super) trait Slot {
    fn fill(&mut self, reader: &mut Reader<'_>);
}

impl<T: Decode> Slot for T {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        *self = T::decode(reader);
    }
}

/// Reads structs by the names of their fields; those after the semicolon may be missing.
macro_rules! decode_fields {
    ($($type:ident { $($field:ident),* $(; $($optional:ident),*)? $(,)? })*) => {
        $(impl $crate::document::decode::Decode for $type {
            fn decode(reader: &mut $crate::document::decode::Reader<'_>) -> $type {
                let mut value = <$type as $crate::document::decode::Decode>::least();
                reader.fields(
                    &[$(stringify!($field),)* $($(stringify!($optional),)*)?],
                    [$(stringify!($field)),*].len(),
                    &mut [$(&mut value.$field,)* $($(&mut value.$optional,)*)?],
                );
                value
            }

            fn least() -> $type {
                $type {
                    $($field: $crate::document::decode::Decode::least(),)*
                    $($($optional: $crate::document::decode::Decode::least(),)*)?
                }
            }
        })*
    };
}

/// Reads enums without data by the words of their variants; the first one stands in for what is none.
macro_rules! decode_words {
    ($($type:ident { $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)? })*) => {
        $(impl $crate::document::decode::Decode for $type {
            fn decode(reader: &mut $crate::document::decode::Reader<'_>) -> $type {
                match &*String::decode(reader) {
                    $first_word => $type::$first,
                    $($word => $type::$variant,)*
                    _ => {
                        reader.misfit();
                        $type::$first
                    }
                }
            }

            fn least() -> $type {
                $type::$first
            }
        })*
    };
}

/// Reads enums whose variants each hold one value: an object with that one member.
macro_rules! decode_variants {
    ($($type:ident { $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)? })*) => {
        $(impl $crate::document::decode::Decode for $type {
            fn decode(reader: &mut $crate::document::decode::Reader<'_>) -> $type {
                use $crate::document::decode::Decode;
                let (mut value, mut count) = (<$type as Decode>::least(), 0);
                reader.object(&mut |reader, name| {
                    count += 1;
                    value = match name {
                        $first_word => $type::$first(Decode::decode(reader)),
                        $($word => $type::$variant(Decode::decode(reader)),)*
                        _ => {
                            count += 1;
                            reader.skip();
                            Decode::least()
                        }
                    };
                });
                if count != 1 {
                    reader.misfit();
                }
                value
            }

            fn least() -> $type {
                $type::$first($crate::document::decode::Decode::least())
            }
        })*
    };
}

/// Reads structs around one value as that value.
macro_rules! decode_newtypes {
    ($($type:ident),* $(,)?) => {
        $(impl $crate::document::decode::Decode for $type {
            fn decode(reader: &mut $crate::document::decode::Reader<'_>) -> $type {
                $type($crate::document::decode::Decode::decode(reader))
            }

            fn least() -> $type {
                $type($crate::document::decode::Decode::least())
            }
        })*
    };
}

pub(super) use {decode_fields, decode_newtypes, decode_variants, decode_words};
