//! JSON that can stand within HTML.

/// The same JSON with every character escaped that could end a script element or mean something to HTML: `<`, `>`, `&`,
/// and the two separators that JavaScript of old took for line ends.
///
/// ```
/// use news_explainer::publish::script_json;
/// assert_eq!(script_json(r#"{"a":"</script>"}"#), r#"{"a":"\u003c/script\u003e"}"#);
/// ```
pub fn script_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for char in json.chars() {
        match char {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            char => out.push(char),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_back_is_what_was_written() {
        let text = "</script><!-- & \u{2028}\u{2029} é 朝鮮 \" \\";
        let json = serde_json::to_string(text).unwrap();
        let written = script_json(&json);
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
