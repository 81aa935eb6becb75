//! The editor's command line.

#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/build.rs"]
mod build;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/check.rs"]
mod check;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/file.rs"]
mod file;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/import.rs"]
mod import;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/new.rs"]
mod new;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/output.rs"]
mod output;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/pictures.rs"]
mod pictures;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/preview.rs"]
mod preview;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/replace.rs"]
mod replace;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/resize.rs"]
mod resize;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/runtime.rs"]
mod runtime;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/serve.rs"]
mod serve;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/shell.rs"]
mod shell;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/site.rs"]
mod site;
#[cfg(not(target_arch = "wasm32"))]
#[path = "explainer/today.rs"]
mod today;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    use clap::{CommandFactory, Parser, Subcommand};
    use news_explainer::author::{self, Compiled};
    use news_explainer::document::{Address, PRINTED_EVENTS};
    use news_explainer::publish::{self, Framed, Head, Loading, Options, Theme};

    use crate::build::{self, Build};
    use crate::check::{self, Check};
    use crate::file::{Out, compile, write_beside};
    use crate::import::{self, Import};
    use crate::new::{self, New};
    use crate::output::say;
    use crate::runtime;
    use crate::serve::{self, Serve};
    use crate::shell::{self, Completions, Man};

    /// Imports, checks, shows and publishes explainers.
    #[derive(Parser)]
    #[command(name = "explainer", bin_name = "explainer", version)]
    struct Arguments {
        #[command(subcommand)]
        command: Command,
    }

    #[derive(Subcommand)]
    enum Command {
        /// Makes a folder with a document to begin with, which explains itself.
        New(New),
        /// Says what is wrong with documents: exit code 0 if all of them compile, 1 if not, 2 on wrong usage.
        Check(Check),
        /// Makes a document of a TimelineJS file, its spreadsheet, or a sheet with our own columns.
        Import(Import),
        /// Shows a document as its readers will see it, on this machine alone, and anew after every change.
        Serve(Serve),
        /// Publishes documents: a folder that any server hands out, with a page for each, what others paste, and the runtime.
        Build(Build),
        /// Prints the JSON Schema of documents, by which editors complete and mark.
        Schema {
            #[command(flatten)]
            out: Out,
        },
        /// Prints completions for a shell.
        Completions(Completions),
        /// Writes manual pages into a folder.
        Man(Man),
        /// Prints the finished HTML of the element, to be pasted into a page.
        Print {
            /// The author's document, a JSON file.
            file: PathBuf,
            /// The level of the headline's heading.
            #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=6))]
            heading_level: u8,
            /// Which copy of this document on its page it is.
            #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
            copy: u32,
            /// Where the document is published (see `publish`): the copy asks there whether it is still the newest.
            #[arg(long, value_name = "URL", value_parser = publish::address)]
            src: Option<Address>,
            /// The folder that the stylesheet and the script come from: prints their two lines, too.
            #[arg(long, value_name = "URL", value_parser = publish::address)]
            assets: Option<Address>,
            /// Holds those two to the build in FOLDER, by name and integrity; without it they are the stable ones, which
            /// get fixes.
            #[arg(long, value_name = "FOLDER", requires = "assets")]
            pinned: Option<PathBuf>,
            /// When the program is fetched. With `eager` and --pinned, the printed lines have it fetched ahead.
            #[arg(long, value_enum, default_value_t)]
            loading: Loading,
            #[command(flatten)]
            rest: Rest,
            #[command(flatten)]
            out: Out,
        },
        /// Prints the document as a browser fetches it by address (`<news-explainer src="…">`).
        Publish {
            /// The author's document, a JSON file.
            file: PathBuf,
            #[command(flatten)]
            rest: Rest,
            #[command(flatten)]
            out: Out,
        },
        /// Prints a plain page with all events, for a document that is too long to print them.
        Events {
            /// The author's document, a JSON file.
            file: PathBuf,
            /// The address of news-explainer.css.
            #[arg(long, value_name = "URL", default_value = "news-explainer.css", value_parser = publish::address)]
            stylesheet: Address,
            #[command(flatten)]
            out: Out,
        },
        /// Prints a page of its own for an iframe, whose height follows what is in it; with --snippet, the lines for the
        /// page that the iframe stands in.
        ///
        /// Those lines are an <iframe title="…" data-news-explainer="DOCUMENT"> in a sandbox and the script that gives it
        /// its height. docs/hosting.md says which headers the page of the iframe wants.
        Framed {
            /// The author's document, a JSON file.
            file: PathBuf,
            /// The folder of the scripts and style sheets; by default the one of the iframe's page.
            #[arg(long, value_name = "URL", value_parser = publish::address)]
            assets: Option<Address>,
            /// Holds the element's stylesheet and script to the build in FOLDER, by name and integrity.
            #[arg(long, value_name = "FOLDER")]
            pinned: Option<PathBuf>,
            /// When the program is fetched. With `eager` and --pinned, the page has it fetched ahead.
            #[arg(long, value_enum, default_value_t)]
            loading: Loading,
            /// The colours of the page in the iframe: those of the pages around it; with `auto`, what the reader prefers.
            #[arg(long, value_enum, default_value_t)]
            theme: Theme,
            /// Where the same words stand on a page of their own, which printed frames name: by default the document's `url`.
            #[arg(long, value_name = "URL", value_parser = publish::whole_address)]
            plain: Option<Address>,
            /// The address of the iframe's page: prints the lines for the page around it instead.
            #[arg(long, value_name = "URL", value_parser = publish::address)]
            snippet: Option<Address>,
            #[command(flatten)]
            rest: Rest,
            #[command(flatten)]
            out: Out,
        },
        /// Finishes a page: prints the document where FOLDER/index.html has a place for it
        /// (`<news-explainer data-print="…"></news-explainer>`), and writes FOLDER/explainer.json. With --loading eager, and
        /// where FOLDER is one that `cargo xtask build` has built, the page's head has the program fetched ahead.
        ///
        /// With --page NAME the page is FOLDER/NAME.html, and the file beside it FOLDER/NAME.json.
        Page {
            /// The author's document, a JSON file.
            file: PathBuf,
            /// The folder of the page.
            #[arg(long, value_name = "FOLDER")]
            dir: PathBuf,
            /// Another page's name, without `.html`.
            #[arg(long, value_name = "NAME")]
            page: Option<String>,
            /// When the program is fetched.
            #[arg(long, value_enum, default_value_t)]
            loading: Loading,
            #[command(flatten)]
            rest: Rest,
        },
    }

    /// Where the events are that are not printed.
    #[derive(clap::Args)]
    struct Rest {
        /// The address of the page with all events, to which documents of more than 500 events link (see `events`).
        #[arg(long, value_name = "URL", value_parser = publish::address)]
        all_events: Option<Address>,
    }

    /// Wrong usage ends in clap, with exit code 2.
    pub fn main() -> ExitCode {
        let done = match Arguments::parse().command {
            Command::Check(check) => check::run(&check),
            Command::Build(build) => build::run(&build),
            Command::Serve(serve) => serve::run(&serve),
            Command::New(new) => new::run(&new),
            Command::Schema { out } => out.put(Path::new("the format"), &author::schema()),
            Command::Completions(completions) => shell::completions(&completions, Arguments::command()),
            Command::Man(man) => shell::man(&man, Arguments::command()),
            Command::Import(import) => import::run(&import),
            Command::Print { file, heading_level, copy, src, assets, pinned, loading, rest, out } => {
                compile_long(&file, &rest).is_some_and(|compiled| {
                    if src.is_some() && compiled.document.content.edition.url.is_none() {
                        say!(
                            "{}: expected `url` in a document that is printed with --src; found none; \
                             say there where its newest version stands",
                            file.display()
                        );
                        return false;
                    }
                    let lines = assets.map(|assets| {
                        let head = head(Some(assets), pinned.as_deref(), loading)?;
                        Ok(publish::head_lines(&compiled.document, &head))
                    });
                    let lines = lines.transpose().map_err(|error: String| say!("{error}"));
                    let options = Options {
                        level: heading_level,
                        instance: copy,
                        all_events: rest.all_events,
                        src,
                        loading,
                        ..Options::default()
                    };
                    let element = publish::element(&compiled.document, &options);
                    lines.is_ok_and(|lines| out.put(&file, &[&*lines.unwrap_or_default(), &element].concat()))
                })
            }
            Command::Publish { file, rest, out } => compile_long(&file, &rest).is_some_and(|compiled| {
                out.put(&file, &publish::document_json(&compiled.document, rest.all_events.as_ref()))
            }),
            Command::Events { file, stylesheet, out } => compile(&file).is_some_and(|compiled| {
                let has_timeline = compiled.document.content.timeline_heading.is_some();
                if !has_timeline {
                    say!("{}: expected a document with a timeline; found none", file.display());
                }
                has_timeline && out.put(&file, publish::page_of_events(&compiled.document, &stylesheet).trim_end())
            }),
            Command::Framed { file, assets, snippet: Some(page), out, .. } => compile(&file)
                .is_some_and(|compiled| out.put(&file, &publish::snippet(&compiled.document, &page, assets.as_ref()))),
            Command::Framed { file, assets, pinned, loading, theme, plain, snippet: None, rest, out } => {
                compile_long(&file, &rest).is_some_and(|compiled| match head(assets, pinned.as_deref(), loading) {
                    Ok(head) => {
                        let options = Framed { head, all_events: rest.all_events, theme, plain };
                        out.put(&file, publish::framed(&compiled.document, &options).trim_end())
                    }
                    Err(error) => {
                        say!("{error}");
                        false
                    }
                })
            }
            Command::Page { file, dir, page: name, loading, rest } => {
                compile_long(&file, &rest).is_some_and(|compiled| {
                    page(&file, &compiled, (&dir, name.as_deref()), loading, rest)
                        .map_err(|error| say!("{error}"))
                        .is_ok()
                })
            }
        };
        if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// What a page's head is to hold, with the files of the build in a folder, if one is given.
    fn head(assets: Option<Address>, pinned: Option<&Path>, loading: Loading) -> Result<Head, String> {
        let pins = pinned.map(runtime::pins).transpose()?.unwrap_or_default();
        Ok(Head { assets, pins, loading })
    }

    /// Finishes the page in a folder. Nothing is written before everything is ready.
    fn page(
        file: &Path,
        compiled: &Compiled,
        (dir, name): (&Path, Option<&str>),
        loading: Loading,
        rest: Rest,
    ) -> Result<(), String> {
        let path = dir.join(format!("{}.html", name.unwrap_or("index")));
        let say = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let page = std::fs::read_to_string(&path).map_err(|error| say(&path, &error))?;
        let options = Options { all_events: rest.all_events, loading, ..Options::default() };
        let element = publish::element(&compiled.document, &options);
        let pinned = dir.join(runtime::PINS).is_file().then_some(dir);
        let preloads = publish::preloads(&compiled.document, &head(None, pinned, loading)?);
        let page = publish::fill_page(&page, &element, &preloads).map_err(|error| say(&path, &error))?;
        let json = dir.join(format!("{}.json", name.unwrap_or("explainer")));
        let published = publish::document_json(&compiled.document, options.all_events.as_ref());
        write_beside(file, &json, &published)?;
        write_beside(file, &path, &page)
    }

    /// Compiles a file (see [`compile`]), with a word about events that nobody will be led to.
    fn compile_long(file: &Path, rest: &Rest) -> Option<Compiled> {
        let compiled = compile(file)?;
        let events = compiled.document.timeline.marks.len();
        if events > PRINTED_EVENTS && rest.all_events.is_none() {
            say!(
                "{}: the first {PRINTED_EVENTS} of {events} events are printed, without a link to the others; \
                 put what `explainer events` prints on your site and name its address with --all-events",
                file.display()
            );
        }
        Some(compiled)
    }
}
