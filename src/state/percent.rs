//! Percent-encoding (RFC 3986) of what stands in a fragment.

/// A text in letters, digits and hyphens of ASCII; every other byte of its UTF-8 is written as `%` and two digits.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    encoded
}

/// The text that was encoded; what is not encoded, or not well, stays as it is, and so does a text that would be no UTF-8.
pub(super) fn decode(encoded: &str) -> String {
    let bytes = encoded.as_bytes();
    let digit = |position: usize| bytes.get(position).and_then(|byte| char::from(*byte).to_digit(16));
    let (mut decoded, mut at) = (Vec::new(), 0);
    while let Some(&byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| encoded.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_decoded() {
        for text in ["", "plain-1", "a b;c=d%&", "Ω 北朝鲜"] {
            assert_eq!(decode(&encode(text)), text);
        }
        assert_eq!(decode("50%"), "50%");
        assert_eq!(decode("%zz%41"), "%zzA");
        assert_eq!(decode("a%FF"), "a%FF");
    }
}
