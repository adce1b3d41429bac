//! Builds the crate anew when a migration is added: the macro that reads the folders cannot notice that by itself.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
