//! No two files need each other. What a module declares it may name, and a file may name the module that it is in; beyond
//! that the files of the library and of xtask can be read one after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use syn::visit::Visit;
use syn::{Item, UseTree, Visibility};

use super::sources::{files, root};

/// A module by its path, such as `["view", "live", "axis"]`.
type Module = Vec<String>;

/// The modules of a crate.
struct Crate {
    /// Its own name, by which its programs call it.
    name: &'static str,
    files: BTreeMap<Module, syn::File>,
}

impl Crate {
    fn read(folder: &str, name: &'static str) -> Crate {
        let module = |path: PathBuf| -> Module {
            let inside = path.strip_prefix(root(folder)).expect("a file of the crate").with_extension("");
            let names = inside.iter().map(|name| name.to_string_lossy().into_owned());
            names.filter(|name| !["lib", "main"].contains(&&**name)).collect()
        };
        let parse = |(path, text): (PathBuf, String)| {
            let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (module(path), file)
        };
        // The programs stand on top of everything and cannot be named.
        let files = files(folder, "rs").into_iter().filter(|(path, _)| !path.ends_with("main.rs") || name.is_empty());
        Crate { name, files: files.map(parse).collect() }
    }

    /// The file where a path that is written in a module leads.
    fn resolve(&self, from: &Module, path: &[String]) -> Option<Module> {
        let mut module = from.clone();
        let mut names = path.iter().peekable();
        match names.peek()?.as_str() {
            "crate" => module.clear(),
            own if own == self.name => module.clear(),
            "self" | "super" => {}
            // A module that is declared here, or another crate.
            child if self.files.contains_key(&[from.as_slice(), &[child.to_owned()]].concat()) => {}
            _ => return None,
        }
        for name in names {
            match name.as_str() {
                "crate" | "self" => {}
                own if own == self.name => {}
                "super" => drop(module.pop()),
                name => match self.member(&module, name) {
                    Some(member) => module = member,
                    None => break,
                },
            }
        }
        Some(module)
    }

    /// A module within another one, or the module that something comes from that the other one offers.
    fn member(&self, module: &Module, name: &str) -> Option<Module> {
        let child: Module = [module.as_slice(), &[name.to_owned()]].concat();
        if self.files.contains_key(&child) {
            return Some(child);
        }
        let mut offered = Vec::new();
        for item in &self.files.get(module)?.items {
            if let Item::Use(item) = item {
                expand(&item.tree, Vec::new(), &mut offered);
            }
        }
        offered.iter().find_map(|path| {
            let (last, parents) = path.split_last()?;
            let child: Module = [module.as_slice(), parents.get(..1)?].concat();
            let is_named =
                last == name || (last == "*" && self.files.get(&child)?.items.iter().any(|item| names(item, name)));
            (is_named && self.files.contains_key(&child)).then_some(child)
        })
    }

    /// The modules that each module names, without what it declares itself and what it is in.
    fn imports(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let of_file = |(module, file): (_, &syn::File)| {
            let mut paths = Paths::default();
            paths.visit_file(file);
            let named = paths.0.iter().filter_map(|path| self.resolve(module, path));
            (module, named.filter(|other| !other.starts_with(module) && !module.starts_with(other)).collect())
        };
        self.files.iter().map(of_file).collect()
    }
}

/// Whether an item that others may use has this name.
fn names(item: &Item, name: &str) -> bool {
    let (visibility, ident) = match item {
        Item::Const(item) => (&item.vis, &item.ident),
        Item::Enum(item) => (&item.vis, &item.ident),
        Item::Fn(item) => (&item.vis, &item.sig.ident),
        Item::Struct(item) => (&item.vis, &item.ident),
        Item::Trait(item) => (&item.vis, &item.ident),
        Item::Type(item) => (&item.vis, &item.ident),
        _ => return false,
    };
    !matches!(visibility, Visibility::Inherited) && ident == name
}

/// Every path of a `use`.
fn expand(tree: &UseTree, before: Vec<String>, found: &mut Vec<Vec<String>>) {
    let with = |name: String| [before.clone(), vec![name]].concat();
    match tree {
        UseTree::Path(path) => expand(&path.tree, with(path.ident.to_string()), found),
        UseTree::Name(name) => found.push(with(name.ident.to_string())),
        UseTree::Rename(rename) => found.push(with(rename.ident.to_string())),
        UseTree::Glob(_) => found.push(with("*".to_owned())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| expand(tree, before.clone(), found)),
    }
}

/// The paths in a file, without its tests.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        expand(&item.tree, Vec::new(), &mut self.0);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }
}

/// Some circle of modules, or none.
fn circle(imports: &BTreeMap<&Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    fn walk(
        at: &Module,
        imports: &BTreeMap<&Module, BTreeSet<Module>>,
        way: &mut Vec<Module>,
        done: &mut BTreeSet<Module>,
    ) -> Option<Vec<Module>> {
        if let Some(start) = way.iter().position(|module| module == at) {
            return Some(way[start..].to_vec());
        }
        if !done.insert(at.clone()) {
            return None;
        }
        way.push(at.clone());
        let found = imports.get(at).and_then(|named| named.iter().find_map(|next| walk(next, imports, way, done)));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    imports.keys().find_map(|module| walk(module, imports, &mut Vec::new(), &mut done))
}

#[test]
fn no_files_need_each_other() {
    for (folder, name) in [("src", "news_explainer"), ("xtask/src", "")] {
        let read = Crate::read(folder, name);
        let imports = read.imports();
        let count: usize = imports.values().map(BTreeSet::len).sum();
        assert!(imports.len() > 20 && count > 20, "{folder}: {count} imports between {} files", imports.len());
        assert_eq!(circle(&imports), None, "{folder}");
    }
}

#[test]
fn a_circle_is_found() {
    let file = |text: &str| syn::parse_file(text).expect("Rust");
    let module = |path: &str| -> Module { path.split("::").map(String::from).collect() };
    let check = |a: &str, b: &str, is_circle: bool| {
        let files = [("x", "mod a; mod b; pub use a::*; pub use b::B;"), ("x::a", a), ("x::b", b)];
        let files = files.map(|(path, text)| (module(path), file(text)));
        let read = Crate { name: "", files: files.into() };
        assert_eq!(circle(&read.imports()).is_some(), is_circle, "{a} | {b}");
    };
    check("use super::b::B; pub struct A;", "pub struct B;", false);
    check("use super::b::B; pub struct A;", "use crate::x::A; pub struct B;", true);
    check("pub struct A(super::B);", "use super::a; pub struct B;", true);
    check("pub struct A;", "pub struct B; mod tests { use super::super::A; }", false);
    check("use super::B; pub struct A;", "pub struct B; mod tests { use super::super::A; }", false);
}
