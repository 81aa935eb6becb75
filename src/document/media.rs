//! Pictures, and cards that lead to what is shown elsewhere.

use serde::{Deserialize, Serialize};

use super::decode::decode_fields;
use super::{Address, Inlines, WebAddress};

/// A picture. Its size is known beforehand, so that nothing jumps when it arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// Its address.
    pub src: Address,
    /// What it shows, for those who do not see it; empty if it only decorates.
    pub alt: String,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
    /// The caption and credit; may be empty.
    pub caption: Inlines,
    /// The same picture in other sizes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub srcset: Vec<Candidate>,
}

/// A picture in one of its sizes: an image candidate, as HTML's `srcset` has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its address. One that ends in `.webp` is offered to browsers that read WebP alone.
    pub src: Address,
    /// Its width in pixels of its own.
    pub width: u32,
}

impl Candidate {
    /// As `srcset` has it. What would part an address there is escaped, so that none can smuggle in another one.
    pub fn written(&self) -> String {
        let mut text = String::new();
        for char in self.src.as_str().chars() {
            match char {
                ',' => text.push_str("%2C"),
                ..=' ' => text.push_str("%20"),
                _ => text.push(char),
            }
        }
        text + " " + &self.width.to_string() + "w"
    }
}

/// Whether a picture at this address is offered to browsers that read WebP alone. They choose among pictures of this kind only,
/// all others among the rest.
pub fn is_webp(address: &str) -> bool {
    address.ends_with(".webp")
}

/// A film, a recording, a map or a post elsewhere: a link, and nothing that is fetched from there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Where it leads.
    pub url: WebAddress,
    /// What is there.
    pub title: String,
    /// The caption and credit; may be empty.
    pub caption: Inlines,
    /// A picture of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub still: Option<Media>,
}

decode_fields! {
    Media { src, alt, width, height, caption; srcset }
    Candidate { src, width }
    Card { url, title, caption; still }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_in_a_srcset_can_be_two() {
        for (src, expected) in [
            ("a.webp", "a.webp 480w"),
            ("https://a.example/b,c.png", "https://a.example/b%2Cc.png 480w"),
            ("My picture.png 1w, x", "My%20picture.png%201w%2C%20x 480w"),
            (" a.png,", "%20a.png%2C 480w"),
        ] {
            let src = Address::try_from(src.to_owned()).expect(src);
            assert_eq!(Candidate { src, width: 480 }.written(), expected);
        }
    }
}
