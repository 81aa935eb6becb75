//! Numbers for SVG attributes. Written by hand: the standard formatting of floats would cost every reader some
//! kilobytes of Wasm.

use yew::AttrValue;

use crate::timeline::Px;

/// CSS pixels with one decimal, such as "12.5"; NaN is "0".
pub(in crate::view) fn px(Px(value): Px) -> AttrValue {
    decimal(value, 1).into()
}

/// A part of a whole in percent with three decimals, such as "12.345%".
pub(in crate::view) fn percent(part: Px, whole: Px) -> AttrValue {
    let mut text = decimal(part / whole * 100.0, 3);
    text.push('%');
    text.into()
}

fn decimal(value: f64, places: u32) -> String {
    let unit = 10i64.pow(places);
    // A cast of a float that is NaN or out of range saturates: no case is left over.
    let scaled = (value * unit as f64).round() as i64;
    let (whole, rest) = (scaled.unsigned_abs() / unit as u64, scaled.unsigned_abs() % unit as u64);
    let mut text = String::new();
    if scaled < 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if rest > 0 {
        text.push('.');
        let digits = rest.to_string();
        for _ in digits.len()..places as usize {
            text.push('0');
        }
        text.push_str(digits.trim_end_matches('0'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        for (value, text) in [
            (0.0, "0"),
            (12.0, "12"),
            (12.34, "12.3"),
            (-0.26, "-0.3"),
            (-0.01, "0"),
            (f64::NAN, "0"),
            (999.96, "1000"),
        ] {
            assert_eq!(px(Px(value)), text);
        }
        assert_eq!(percent(Px(1.0), Px(3.0)), "33.333%");
        assert_eq!(percent(Px(1.0), Px(16.0)), "6.25%");
        assert_eq!(percent(Px(1.0), Px(1000.0)), "0.1%");
        assert_eq!(percent(Px(1.0), Px(20000.0)), "0.005%");
    }
}
