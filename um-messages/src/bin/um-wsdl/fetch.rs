//! `--fetch`: documents that others name by `http:` or `https:`, kept in a folder, so that nothing is fetched a second time.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use um_messages::wsdl::Generator;
use ureq::Agent;
use url::Url;

/// How many documents are fetched, how many bytes each and all together may have, and how long each may take.
const MAX_DOCUMENTS: usize = 256;
const MAX_BYTES: u64 = 32 * 1024 * 1024;
const MAX_BYTES_OF_ALL: usize = 256 * 1024 * 1024;
const MAX_TIME: Duration = Duration::from_secs(30);
const MAX_REDIRECTS: u32 = 5;

/// Which document is where in the folder, as a file of options.
const LOCATIONS: &str = "locations.toml";

/// Whether a document is named by where it is fetched from.
pub(crate) fn url_of(name: &Path) -> Option<Url> {
    let url = Url::parse(name.to_str()?).ok()?;
    matches!(url.scheme(), "http" | "https").then_some(url)
}

/// The generator with all documents that it needs and that can be fetched.
pub(crate) fn fetch(generator: Generator, folder: &Path) -> Result<Generator, String> {
    let mut fetcher = Fetcher::new(folder)?;
    let mut generator = fetcher
        .kept
        .iter()
        .fold(generator, |generator, (name, path)| {
            generator.location(name, folder.join(path))
        });
    if let Some(url) = generator.input_path().and_then(url_of) {
        let (path, _) = fetcher.get(&url)?;
        generator = generator.input(path);
    }
    loop {
        let mut is_done = true;
        for (from, location) in generator.missing() {
            let Some(url) = fetcher.meant(&from, &location) else {
                continue;
            };
            let (path, is_new) = fetcher.get(&url)?;
            // One that is there and not found is called in another way.
            let name = if is_new { url.as_str() } else { &location };
            if is_new || fetcher.keep(&location, &path) {
                generator = generator.location(name, path);
                is_done = false;
            }
        }
        if is_done {
            break;
        }
    }
    fetcher.finish()?;
    Ok(generator)
}

struct Fetcher<'f> {
    agent: Agent,
    folder: &'f Path,
    /// The documents in the folder, by what others call them.
    kept: HashMap<String, String>,
    /// Where each was fetched from.
    urls: HashMap<PathBuf, Url>,
    count: usize,
    bytes: usize,
}

impl<'f> Fetcher<'f> {
    fn new(folder: &'f Path) -> Result<Self, String> {
        let config = Agent::config_builder()
            .timeout_global(Some(MAX_TIME))
            .max_redirects(MAX_REDIRECTS);
        let kept = kept(&folder.join(LOCATIONS))?;
        let urls = kept.iter().filter_map(|(name, path)| {
            let url = url_of(Path::new(name))?;
            Some((folder.join(path), url))
        });
        Ok(Self {
            agent: config.build().into(),
            folder,
            urls: urls.collect(),
            kept,
            count: 0,
            bytes: 0,
        })
    }

    /// What a location means in a document, if that can be fetched.
    fn meant(&self, from: &Path, location: &str) -> Option<Url> {
        let meant = match self.urls.get(from) {
            Some(base) => base.join(location.trim()).ok(),
            None => url_of(Path::new(location.trim())),
        };
        let mut url = meant?;
        url.set_fragment(None);
        Some(url)
    }

    /// The file of a document, and whether it was fetched for that.
    fn get(&mut self, url: &Url) -> Result<(PathBuf, bool), String> {
        if let Some(path) = self.kept.get(url.as_str()) {
            return Ok((self.folder.join(path), false));
        }
        self.count += 1;
        if self.count > MAX_DOCUMENTS {
            return Err(format!(
                "`{url}` is not fetched: it is the document after {MAX_DOCUMENTS} others"
            ));
        }
        let bytes = self
            .download(url)
            .map_err(|error| format!("`{url}` cannot be fetched: {error}"))?;
        self.bytes += bytes.len();
        if self.bytes > MAX_BYTES_OF_ALL {
            return Err(format!(
                "`{url}` is not kept: all documents have more than {MAX_BYTES_OF_ALL} bytes"
            ));
        }
        let path = self.folder.join(file_of(url));
        write(&path, &bytes)?;
        self.keep(url.as_str(), &path);
        self.urls.insert(path.clone(), url.clone());
        Ok((path, true))
    }

    fn download(&self, url: &Url) -> Result<Vec<u8>, ureq::Error> {
        let answer = self.agent.get(url.as_str()).call()?;
        let body = answer.into_body().into_with_config();
        body.limit(MAX_BYTES).read_to_vec()
    }

    /// Whether this name is new.
    fn keep(&mut self, name: &str, path: &Path) -> bool {
        let path = path.strip_prefix(self.folder).unwrap_or(path);
        let path = path.to_string_lossy().replace('\\', "/");
        self.kept.insert(name.to_owned(), path).is_none()
    }

    /// Writes down what is where.
    fn finish(&self) -> Result<(), String> {
        if self.count == 0 {
            return Ok(());
        }
        let mut lines: Vec<_> = self.kept.iter().collect();
        lines.sort();
        let file = self.folder.join(LOCATIONS);
        let mut text = String::from("# Fetched by um-wsdl.\n\n[location]\n");
        for (name, path) in lines {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{} = {}", quoted(name), quoted(path));
        }
        write(&file, text.as_bytes())?;
        eprintln!(
            "{} documents were fetched; with `--config {}` they are found without `--fetch`",
            self.count,
            file.display()
        );
        Ok(())
    }
}

/// What a run before this one has fetched.
fn kept(file: &Path) -> Result<HashMap<String, String>, String> {
    let Ok(text) = fs::read_to_string(file) else {
        return Ok(HashMap::new());
    };
    let table = toml::de::DeTable::parse(&text)
        .map_err(|error| format!("`{}` cannot be read: {}", file.display(), error.message()))?;
    let locations = table.get_ref().get("location");
    let locations = locations.and_then(|value| value.get_ref().as_table());
    let pairs = locations.into_iter().flatten().filter_map(|(name, path)| {
        let path = path.get_ref().as_str()?;
        Some((name.get_ref().clone().into_owned(), path.to_owned()))
    });
    Ok(pairs.collect())
}

/// A file for each document, in folders as its address has them: what names another one by a relative path finds it.
fn file_of(url: &Url) -> PathBuf {
    let host = url.host_str().unwrap_or("host");
    let mut path = PathBuf::from(match url.port() {
        Some(port) => plain(&format!("{host}_{port}")),
        None => plain(host),
    });
    let segments = url.path_segments().into_iter().flatten();
    path.extend(segments.filter(|segment| !segment.is_empty()).map(plain));
    let name = match url.query() {
        Some(query) => format!("_{}", plain(query)),
        None => String::new(),
    };
    let is_folder = url.path().ends_with('/');
    if is_folder {
        path.push(format!("index{name}"));
    } else if !name.is_empty() {
        path.as_mut_os_string().push(name);
    }
    path
}

/// A name without what leads elsewhere or is not allowed in a name of a file.
fn plain(name: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    let plain: String = name
        .chars()
        .map(|character| if is_plain(character) { character } else { '_' })
        .take(100)
        .collect();
    if plain.starts_with('.') {
        format!("_{plain}")
    } else {
        plain
    }
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            control if control.is_control() => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\U{:08X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| format!("`{}` cannot be written: {error}", path.display()))
}
