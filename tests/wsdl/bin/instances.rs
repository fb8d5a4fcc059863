//! `instances FILE FOLDER`: the documents that are made for a schema, or for the schemas of a WSDL, as files; beside each one that is written
//! otherwise what is written.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use um_wsdl_tests::make::instances;

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(schema), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err(io::Error::other("instances FILE FOLDER"));
    };
    fs::create_dir_all(&folder)?;
    for (index, instance) in instances(&schema).iter().enumerate() {
        let name = format!("{index}-{}", instance.element);
        fs::write(file(&folder, &name, "xml"), &instance.text)?;
        if instance.written != instance.text {
            fs::write(file(&folder, &name, "written.xml"), &instance.written)?;
        }
    }
    Ok(())
}

fn file(folder: &Path, name: &str, extension: &str) -> PathBuf {
    folder.join(format!("{name}.{extension}"))
}
