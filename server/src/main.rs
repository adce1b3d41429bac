//! The program `portal`.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use server::command::Command;

fn main() -> ExitCode {
    match Command::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            let _ = writeln!(std::io::stderr(), "\nThe portal cannot do this.\n\n  {fault}\n");
            ExitCode::from(fault.exit_code())
        }
    }
}
