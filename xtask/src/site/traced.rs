//! Which functions of the program run before the first answer: a program that tells, and what follows from that.
//!
//! ```text
//! program → traced: each function tells its number when it begins → page, driven → numbers → border
//! ```

use std::collections::BTreeSet;

use anyhow::Result;
use walrus::ir::Value;
use walrus::{ConstExpr, FunctionId, FunctionKind, Module, ValType};

use super::later::{may_follow, without_hashes};
use super::split::{IS_HERE, MIN_SIZE, Program, Split, edges, exported, read, slots};

/// The function of the page that is told.
const SEEN: (&str, &str) = ("traced", "seen");

/// The module that holds it, for the glue: what was seen stands in a set of numbers.
const IMPORT: &str =
    "traced: { seen: (number) => (globalThis.tracedFunctions ??= new Set()).add(number) },\n";

/// The whole program as the first part; each of its functions tells its number when it begins.
///
/// # Errors
///
/// The program is none.
pub(super) fn split(wasm: &[u8]) -> Result<Split> {
    let program = read(wasm)?;
    let mut module = program.module;
    let ty = module.types.add(&[ValType::I32], &[]);
    let (seen, _) = module.add_import_func(SEEN.0, SEEN.1, ty);
    for (number, id) in program.functions.iter().enumerate() {
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(*id).kind {
            let number = Value::I32(i32::try_from(number)?);
            let mut body = function.builder_mut().func_body();
            body.const_at(0, number).call_at(1, seen);
        }
    }
    // All of it is here.
    let is_here =
        module
            .globals
            .add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(1)));
    module.exports.add(IS_HERE, is_here);
    Ok(Split {
        first: module.emit_wasm(),
        rest: Module::default().emit_wasm(),
        imports: IMPORT,
    })
}

/// Where the rest begins: the functions that did not run, and that one that did names or the table holds. By their names
/// without hashes; whose name one that ran has as well is left out.
///
/// # Errors
///
/// The program is none, or its table is filled in an unknown way.
pub(crate) fn border(wasm: &[u8], ran: &BTreeSet<usize>) -> Result<BTreeSet<String>> {
    let program = read(wasm)?;
    let at_once: BTreeSet<String> = ran.iter().filter_map(|it| name(&program, *it)).collect();
    let exported: BTreeSet<FunctionId> = exported(&program).collect();
    let edges = edges(&program);
    let mut open: Vec<usize> = slots(&program)?.into_iter().map(|it| it.1).collect();
    for (number, id) in program.functions.iter().enumerate() {
        let is_seen = name(&program, number).is_some_and(|it| at_once.contains(&it));
        if is_seen || exported.contains(id) {
            open.push(number);
        }
    }
    let mut border = BTreeSet::new();
    let mut reached = BTreeSet::new();
    while let Some(number) = open.pop() {
        if !reached.insert(number) {
            continue;
        }
        let id = program.functions.get(number);
        let is_border = id.is_some_and(|id| {
            let is_large = match &program.module.funcs.get(*id).kind {
                FunctionKind::Local(function) => function.size() >= MIN_SIZE,
                _ => false,
            };
            is_large && !exported.contains(id)
        });
        match name(&program, number)
            .filter(|it| is_border && may_follow(it) && !at_once.contains(it))
        {
            Some(name) => {
                border.insert(name);
            }
            // What is too small for a stub, or must not follow, stays and leads on.
            None => open.extend(edges.get(&number).into_iter().flatten()),
        }
    }
    Ok(border)
}

fn name(program: &Program, number: usize) -> Option<String> {
    let function = program.module.funcs.get(*program.functions.get(number)?);
    Some(without_hashes(function.name.as_deref()?))
}

#[cfg(test)]
mod tests {
    use walrus::Module;

    use super::super::split::function;
    use super::*;

    /// Functions of the page's own: `start` calls `ran` and `large`; `ran` calls `small`, which calls `behind`; `large` calls `hidden`. The numbers
    /// are their places here.
    const NAMES: [&str; 6] = ["hidden", "behind", "small", "ran", "large", "start"];

    fn program() -> Vec<u8> {
        let mut module = Module::default();
        let mut add = |name: &str, calls: &[FunctionId], n_more: u64| {
            function(&mut module, &format!("dossier::{name}"), calls, n_more)
        };
        let hidden = add("hidden", &[], MIN_SIZE);
        let behind = add("behind", &[], MIN_SIZE);
        let small = add("small", &[behind], 0);
        let ran = add("ran", &[small], MIN_SIZE);
        let large = add("large", &[hidden], MIN_SIZE);
        let start = add("start", &[ran, large], MIN_SIZE);
        module.exports.add("start", start);
        let table = module
            .tables
            .add_local(false, 0, None, walrus::RefType::FUNCREF);
        module.exports.add("table", table);
        module.emit_wasm()
    }

    /// The numbers of functions, by their names.
    fn numbers(wasm: &[u8], names: &[&str]) -> BTreeSet<usize> {
        let program = read(wasm).unwrap();
        let is_meant = |it: &usize| {
            name(&program, *it)
                .is_some_and(|it| names.iter().any(|name| it == format!("dossier::{name}")))
        };
        (0..NAMES.len()).filter(is_meant).collect()
    }

    #[test]
    fn the_rest_begins_at_what_did_not_run() {
        let wasm = program();
        for (ran, expected, why) in [
            (
                &["start", "ran"][..],
                &["dossier::behind", "dossier::large"][..],
                "behind what is too small",
            ),
            (
                &["start", "ran", "large"],
                &["dossier::behind", "dossier::hidden"],
                "one further",
            ),
            (&NAMES, &[], "all of it ran"),
        ] {
            let border = border(&wasm, &numbers(&wasm, ran)).unwrap();
            assert_eq!(Vec::from_iter(border), expected, "{why}");
        }
    }

    #[test]
    fn a_traced_program_tells_its_page() {
        let traced = Module::from_buffer(&split(&program()).unwrap().first).unwrap();
        assert!(traced.imports.find(SEEN.0, SEEN.1).is_some());
        assert!(traced.exports.iter().any(|it| it.name == IS_HERE));
        let calls = traced
            .funcs
            .iter_local()
            .map(|(_, it)| it.size())
            .sum::<u64>();
        let before = Module::from_buffer(&program()).unwrap();
        let before = before
            .funcs
            .iter_local()
            .map(|(_, it)| it.size())
            .sum::<u64>();
        assert_eq!(
            calls,
            before + 2 * NAMES.len() as u64,
            "a number and a call each"
        );
    }
}
