//! Where documents come from: files, texts that the caller has, and the few that everybody refers to.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands for documents that cannot be had at the place that another one names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    /// Documents by the location, or the namespace, that others name: `--location`.
    pub(crate) locations: HashMap<String, PathBuf>,
    /// Folders that are searched for a document of the same file name: `--search`.
    pub(crate) folders: Vec<PathBuf>,
    /// Documents that are no files.
    pub(crate) texts: HashMap<PathBuf, Vec<u8>>,
}

impl Sources {
    pub(crate) fn read(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        match self.texts.get(path) {
            Some(text) => Ok(text.clone()),
            None => fs::read(path),
        }
    }

    /// The document that `location` means in the document at `from`.
    pub(crate) fn find(&self, location: &str, namespace: &str, from: &Path) -> Option<PathBuf> {
        let named = self.locations.get(location);
        if let Some(path) = named.or_else(|| self.locations.get(namespace)) {
            return Some(path.clone());
        }
        let location = location.trim().replace('\\', "/");
        // Behind `file:` a path may be relative, though few say it so.
        let path = location.strip_prefix("file:");
        let path = path.map(|path| path.strip_prefix("//").unwrap_or(path));
        let location = path.unwrap_or(&location);
        let folder = from.parent().unwrap_or(Path::new(""));
        if !location.contains("://") {
            let path = normalized(&folder.join(decoded(location)));
            if self.exists(&path) {
                return Some(path);
            }
        }
        self.find_by_file_name(location, folder)
    }

    /// A copy of the document under its file name, beside the one that refers to it, or in one of the folders. What a
    /// service names as `…/bank.svc?xsd=xsd0` is often kept as `xsd0.xsd`.
    fn find_by_file_name(&self, location: &str, folder: &Path) -> Option<PathBuf> {
        let (path, query) = location.split_once('?').unwrap_or((location, ""));
        let name = path.rsplit('/').next().unwrap_or_default();
        let value = query.rsplit('=').next().unwrap_or_default();
        let names = [
            name.to_owned(),
            value.to_owned(),
            format!("{value}.xsd"),
            format!("{value}.wsdl"),
        ];
        let folders = std::iter::once(folder).chain(self.folders.iter().map(PathBuf::as_path));
        folders
            .flat_map(|folder| names.iter().map(move |name| (folder, name)))
            .filter(|(_, name)| !name.is_empty() && !name.starts_with('.'))
            .map(|(folder, name)| normalized(&folder.join(decoded(name))))
            .find(|path| self.exists(path))
    }

    fn exists(&self, path: &Path) -> bool {
        self.texts.contains_key(path) || path.is_file()
    }
}

/// A path without `.` and, where a folder stands before it, `..`: the same document has one path.
fn normalized(path: &Path) -> PathBuf {
    use std::path::Component::{CurDir, Normal, ParentDir};

    let mut result = PathBuf::new();
    for component in path.components() {
        match component {
            CurDir => {}
            ParentDir if matches!(result.components().next_back(), Some(Normal(_))) => {
                result.pop();
            }
            other => result.push(other),
        }
    }
    result
}

/// A location as a path: `my%20types.xsd` is `my types.xsd`.
fn decoded(location: &str) -> String {
    let location = location.split('#').next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(location.len());
    let mut rest = location.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| location.to_owned())
}
