//! Short names between a program and its script. Binaryen shortens those of the program and says what they were; here the
//! script follows. It takes 4.5 KB off what every reader loads: the names are long, and all of them differ.

/// The script of wasm-bindgen with the short names, or a name that it does not have where it should.
///
/// `table` is what Binaryen's pass `minify-imports-and-exports-and-modules` prints: a line `["module", "long", "short"]` for
/// each import, and `["long", "short"]` for each export.
pub fn shorten(script: &str, table: &str) -> Result<String, String> {
    let mut script = script.to_owned();
    let mut module = None;
    for line in table.lines() {
        // A tool that prints the table twice has the short names in the second one already.
        match *line.trim().split('"').skip(1).step_by(2).collect::<Vec<_>>() {
            [from, long, short] if long != short => {
                module.get_or_insert_with(|| from.to_owned());
                // A member of the object that is handed to the program.
                script = replace_one(&script, &format!("\n        {long}: "), &format!("\n        {short}: "))
                    .ok_or_else(|| long.to_owned())?;
            }
            [long, short] if long != short => script = replace_member(&script, long, short),
            _ => {}
        }
    }
    let module = module.ok_or("any import")?;
    replace_one(&script, &format!("\"{module}\": "), "\"a\": ").ok_or(module)
}

fn replace_one(text: &str, from: &str, to: &str) -> Option<String> {
    (text.matches(from).count() == 1).then(|| text.replace(from, to))
}

/// The script with another name for a member of `wasm`, the object of exports; some exports are never used.
fn replace_member(script: &str, long: &str, short: &str) -> String {
    let member = format!("wasm.{long}");
    let mut parts = script.split(&member);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let goes_on = part.starts_with(|next: char| next.is_alphanumeric() || next == '_' || next == '$');
        replaced.extend(["wasm.", if goes_on { long } else { short }, part]);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "
    const import0 = {
        __proto__: null,
        __wbg_new_1f: function() {
            wasm.start(wasm.start_2);
        },
        __wbg_new_1f2: () => wasm.free(0),
    };
    return { \"./x_bg.js\": import0 };
";

    #[test]
    fn imports_and_exports_follow_the_table() {
        let table = r#"{
 "imports": [
  ["./x_bg.js", "__wbg_new_1f", "b"],
  ["./x_bg.js", "__wbg_new_1f2", "c"]
 ],
"exports": [
  ["start", "d"],
  ["unused", "e"]
 ]
}"#;
        let script = shorten(SCRIPT, table).expect("all names are there");
        assert!(script.contains("b: function() {\n            wasm.d(wasm.start_2);"), "{script}");
        assert!(script.contains("c: () => wasm.free(0)") && script.contains("{ \"a\": import0 }"), "{script}");
    }

    #[test]
    fn a_name_that_the_script_does_not_have_is_an_error() {
        let missing = shorten(SCRIPT, r#"["./x_bg.js", "__wbg_other_2f", "b"]"#);
        assert_eq!(missing, Err("__wbg_other_2f".to_owned()));
    }
}
