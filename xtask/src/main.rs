//! Every command that a person or CI runs.
//!
//! `cargo xtask <command>`: reads the arguments, calls one module per command. A failure is one or two
//! sentences on standard error and the exit code 1; a command that was mistyped is exit code 2.

mod again;
mod args;
mod bake;
mod bench;
mod checks;
mod eval;
mod folders;
mod forbidden;
mod fuzz;
mod run;
mod serve;
mod setup;
mod site;
mod size;
mod tidy;
mod tools;
mod trace;
mod workflows;

use std::process::ExitCode;

use args::Command;

const HELP: &str = "\
cargo xtask <command>

  serve   build the page and serve it on 127.0.0.1      [--port N] [--seeds DIR] [--title T]
  test    every check and test, in order                [--from STEP | --only STEP]
  build   the page for a folder of documents            [--seeds DIR] [--title T] [--url U] [--out DIR]
  bake    what software read, as JSON Lines             --seeds DIR --dump json [--as-of DATE|FILE] [--strict]
  bench   how long things take, as a table              [--seeds DIR]
  fuzz    hostile input, tried out                      [TARGET] [--seconds N]
  eval    how often software reads rightly, by gold     --gold FILE [--write]
  size    bytes of each shipped file, against the budget
  tidy    the checks that no compiler and no linter has
  trace   anew, what the first answer of the page does not need
  setup   only install the tools that are missing
  help    this text

Each command installs what it needs, once, into a folder of its own (DOSSIER_TOOLS names another).";

fn main() -> ExitCode {
    let command = match args::read(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(err) => {
            eprintln!("error: {err}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run_command(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("error: {err:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Help => println!("{HELP}"),
        Command::Serve(options) => serve::run(&options)?,
        Command::Build(options) => {
            let out = site::build(&options)?;
            println!("The page is in {}", out.display());
        }
        Command::Bake(arguments) => bake::run(&arguments)?,
        Command::Eval(options) => eval::run(&options)?,
        Command::Test(steps) => checks::run(&steps)?,
        Command::Bench(options) => bench::run(&options)?,
        Command::Fuzz(options) => fuzz::run(&options)?,
        Command::Size => size::run()?,
        Command::Tidy => tidy::run()?,
        Command::Trace => trace::run()?,
        Command::Setup => setup::run()?,
    }
    Ok(())
}
