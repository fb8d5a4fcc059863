//! Values of `xml:base`, joined (Canonical XML 1.1, section 2.4).

/// A reference as seen from where another one leads to: as RFC 3986 section 5.2 resolves it, but that the base may be relative,
/// so that what comes out may be, and that the fragment is dropped.
pub(super) fn joined(base: &str, reference: &str) -> String {
    let (base, reference) = (Parts::of(base), Parts::of(reference));
    if reference.scheme.is_some() {
        let path = without_dots(reference.path);
        return Parts {
            path: &path,
            ..reference
        }
        .to_text();
    }
    let scheme = base.scheme;
    if reference.authority.is_some() {
        let path = without_dots(reference.path);
        return Parts {
            scheme,
            path: &path,
            ..reference
        }
        .to_text();
    }
    let authority = base.authority;
    let (path, query) = match reference.path {
        "" => (without_dots(base.path), reference.query.or(base.query)),
        path if path.starts_with('/') => (without_dots(path), reference.query),
        path => (without_dots(&merged(&base, path)), reference.query),
    };
    let parts = Parts {
        scheme,
        authority,
        path: &path,
        query,
    };
    parts.to_text()
}

/// The components of a reference without its fragment (RFC 3986 appendix B), each without the sign that sets it off.
#[derive(Clone, Copy)]
struct Parts<'u> {
    scheme: Option<&'u str>,
    authority: Option<&'u str>,
    path: &'u str,
    query: Option<&'u str>,
}

impl<'u> Parts<'u> {
    fn of(uri: &'u str) -> Self {
        let uri = uri.split('#').next().unwrap_or_default();
        let (uri, query) = match uri.split_once('?') {
            Some((uri, query)) => (uri, Some(query)),
            None => (uri, None),
        };
        let is_scheme = |(scheme, _): &(&str, &str)| !scheme.is_empty() && !scheme.contains('/');
        let (scheme, uri) = match uri.split_once(':').filter(is_scheme) {
            Some((scheme, rest)) => (Some(scheme), rest),
            None => (None, uri),
        };
        let (authority, path) = match uri.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, uri),
        };
        Self {
            scheme,
            authority,
            path,
            query,
        }
    }

    /// RFC 3986 section 5.3.
    fn to_text(self) -> String {
        let mut text = String::new();
        for (before, part, behind) in [
            ("", self.scheme, ":"),
            ("//", self.authority, ""),
            ("", Some(self.path), ""),
            ("?", self.query, ""),
        ] {
            if let Some(part) = part {
                text.push_str(before);
                text.push_str(part);
                text.push_str(behind);
            }
        }
        text
    }
}

/// RFC 3986 section 5.2.3: in place of the last segment of the base. One that is `..` is whole, and stays.
fn merged(base: &Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let (folder, last) = base
        .path
        .split_at(base.path.rfind('/').map_or(0, |at| at + 1));
    if last == ".." {
        format!("{folder}../{path}")
    } else {
        format!("{folder}{path}")
    }
}

/// RFC 3986 section 5.2.4, but that `..` stays where a relative path begins with it, that several `/` are one, and that `/` follows a `..` at
/// the end.
fn without_dots(path: &str) -> String {
    let is_absolute = path.starts_with('/');
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." if segments.last().is_some_and(|last| *last != "..") => {
                segments.pop();
            }
            ".." if is_absolute => {}
            segment => segments.push(segment),
        }
    }
    let is_folder = matches!(path.rsplit('/').next(), Some("" | "." | ".."));
    let start = if is_absolute { "/" } else { "" };
    let end = if is_folder && !segments.is_empty() {
        "/"
    } else {
        ""
    };
    format!("{start}{}{end}", segments.join("/"))
}
