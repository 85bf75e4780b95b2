//! The program in two: what the first answer needs, and the rest, which follows while the page already answers.
//!
//! ```text
//! program ┬ first: all data and roots; in place of each function of the rest a stub ("fetch the rest, call it")
//!         └ rest: the functions that the stubs call, over the memory, tables and functions of the first
//! ```
//!
//! # Invariants
//!
//! - Together they do what the program does: whoever comes early waits for the rest, nobody finds it missing.
//! - Which functions move follows from their paths alone, so a build is the same everywhere.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context as _, Result, bail, ensure};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportedFunction, Module, ModuleConfig, TableId, ValType,
};

/// Where the rest finds what it shares with the first.
const FIRST: &str = "first";
/// A function of the page: fetches the rest and waits for it.
const FETCH: (&str, &str) = ("rest", "fetch");
/// Whether the rest is there: 0 or 1, set by the page.
pub(super) const IS_HERE: &str = "rest_is_here";
/// Smaller functions, in instructions, are not worth a stub.
pub(super) const MIN_SIZE: u64 = 32;

/// The two parts of a program.
pub(super) struct Split {
    pub(super) first: Vec<u8>,
    pub(super) rest: Vec<u8>,
    /// What the page hands to the first beside its usual functions, as the glue's lines.
    pub(super) imports: &'static str,
}

/// A program, read, with its functions in their order.
pub(super) struct Program {
    pub(super) module: Module,
    pub(super) functions: Vec<FunctionId>,
    pub(super) numbers: HashMap<FunctionId, usize>,
    /// The table of functions.
    table: TableId,
}

/// Splits a program that holds the names of its functions: those whose name `is_later` accepts move to the rest, and
/// with them what only they reach.
///
/// # Errors
///
/// The program is none, or is built in another way than wasm-bindgen builds it.
pub(super) fn split(wasm: &[u8], is_later: impl Fn(&str) -> bool) -> Result<Split> {
    let mut first = read(wasm)?;
    let rest = read(wasm)?;
    let edges = edges(&first);
    let slots = slots(&first)?;
    let moved = moved(&first, &edges, &slots, is_later);
    let shared: BTreeSet<usize> = moved
        .iter()
        .flat_map(|it| edges.get(it).into_iter().flatten())
        .filter(|it| !moved.contains(it))
        .copied()
        .collect();
    let called: BTreeSet<usize> = edges
        .iter()
        .filter(|(from, _)| !moved.contains(from))
        .flat_map(|(_, to)| to)
        .filter(|it| moved.contains(it))
        .copied()
        .collect();
    // A function that stands in the table already is called from there.
    let mut filled: BTreeMap<u64, usize> = BTreeMap::new();
    let mut slot_of: BTreeMap<usize, u64> = BTreeMap::new();
    for (slot, function) in &slots {
        if moved.contains(function) {
            filled.insert(*slot, *function);
            slot_of.insert(*function, *slot);
        }
    }
    let table = first.module.tables.get_mut(first.table);
    let mut n_slots = table.initial;
    for function in called {
        slot_of.entry(function).or_insert_with(|| {
            filled.insert(n_slots, function);
            n_slots += 1;
            n_slots - 1
        });
    }
    table.initial = n_slots;
    table.maximum = table.maximum.map(|it| it.max(n_slots));
    Ok(Split {
        first: of_first(first, &shared, &slot_of)?,
        rest: of_rest(rest, &shared, &moved, &filled, n_slots)?,
        imports: "",
    })
}

pub(super) fn read(wasm: &[u8]) -> Result<Program> {
    let mut config = ModuleConfig::new();
    config
        .generate_producers_section(false)
        .generate_name_section(false);
    let module = config.parse(wasm)?;
    let functions: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
    let table = module.tables.main_function_table()?;
    Ok(Program {
        numbers: functions
            .iter()
            .enumerate()
            .map(|(number, id)| (*id, number))
            .collect(),
        functions,
        table: table.context("the program has no table of functions")?,
        module,
    })
}

/// Which functions each function names, by their numbers: their places in the program.
pub(super) fn edges(program: &Program) -> BTreeMap<usize, Vec<usize>> {
    #[derive(Default)]
    struct Named(Vec<FunctionId>);
    impl Visitor<'_> for Named {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.push(*function);
        }
    }
    let mut edges = BTreeMap::new();
    for (number, id) in program.functions.iter().enumerate() {
        if let FunctionKind::Local(function) = &program.module.funcs.get(*id).kind {
            let mut named = Named::default();
            dfs_in_order(&mut named, function, function.entry_block());
            let mut named: Vec<usize> = named
                .0
                .iter()
                .filter_map(|it| program.numbers.get(it))
                .copied()
                .collect();
            named.sort_unstable();
            named.dedup();
            edges.insert(number, named);
        }
    }
    edges
}

/// The functions that the page calls by name.
pub(super) fn exported(program: &Program) -> impl Iterator<Item = FunctionId> {
    let exports = program.module.exports.iter();
    exports.filter_map(|it| match it.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    })
}

/// What stands in the table of functions: slots with the numbers of their functions.
pub(super) fn slots(program: &Program) -> Result<Vec<(u64, usize)>> {
    let mut slots = Vec::new();
    for element in program.module.elements.iter() {
        let ElementKind::Active { table, offset } = &element.kind else {
            continue;
        };
        let (true, ConstExpr::Value(Value::I32(offset)), ElementItems::Functions(items)) =
            (*table == program.table, offset, &element.items)
        else {
            bail!("the table of functions is filled in another way than by numbers");
        };
        for (at, id) in items.iter().enumerate() {
            let number = program
                .numbers
                .get(id)
                .context("a function of the table is missing")?;
            slots.push((u64::try_from(*offset)? + u64::try_from(at)?, *number));
        }
    }
    Ok(slots)
}

/// The numbers of the functions that move.
fn moved(
    program: &Program,
    edges: &BTreeMap<usize, Vec<usize>>,
    slots: &[(u64, usize)],
    is_later: impl Fn(&str) -> bool,
) -> BTreeSet<usize> {
    let funcs = &program.module.funcs;
    let is_later = |number: &usize| {
        let function = program.functions.get(*number).map(|id| funcs.get(*id));
        function.is_some_and(|it| match &it.kind {
            FunctionKind::Local(local) => {
                let name = it.name.as_deref();
                local.size() >= MIN_SIZE && name.is_some_and(&is_later)
            }
            _ => false,
        })
    };
    let exported = exported(program)
        .chain(program.module.start)
        .filter_map(|id| program.numbers.get(&id).copied());
    let later: BTreeSet<usize> = edges.keys().filter(|it| is_later(it)).copied().collect();
    let mut open: Vec<usize> = exported
        .chain(
            slots
                .iter()
                .map(|(_, number)| *number)
                .filter(|it| !later.contains(it)),
        )
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(number) = open.pop() {
        if reached.insert(number) {
            let next = edges.get(&number).into_iter().flatten();
            open.extend(next.filter(|it| !later.contains(it)));
        }
    }
    edges
        .keys()
        .filter(|it| !reached.contains(it))
        .copied()
        .collect()
}

/// The name under which the first part shares something.
fn shared_name(kind: char, number: usize) -> String {
    format!("{kind}{number:x}")
}

fn of_first(
    program: Program,
    shared: &BTreeSet<usize>,
    slot_of: &BTreeMap<usize, u64>,
) -> Result<Vec<u8>> {
    let Program {
        mut module,
        functions,
        table,
        ..
    } = program;
    let no_type = module.types.add(&[], &[]);
    let (fetch, _) = module.add_import_func(FETCH.0, FETCH.1, no_type);
    let is_here =
        module
            .globals
            .add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    module.exports.add(IS_HERE, is_here);
    let mut ready = FunctionBuilder::new(&mut module.types, &[], &[]);
    ready.func_body().global_get(is_here).if_else(
        None,
        |_| {},
        |absent| {
            absent.call(fetch);
        },
    );
    let ready = ready.finish(Vec::new(), &mut module.funcs);
    for (number, slot) in slot_of {
        let id = *functions.get(*number).context("a function is missing")?;
        let ty = module.funcs.get(id).ty();
        let (params, results) = module.types.params_results(ty);
        let (params, results) = (params.to_vec(), results.to_vec());
        let locals: Vec<_> = params.iter().map(|it| module.locals.add(*it)).collect();
        let mut stub = FunctionBuilder::new(&mut module.types, &params, &results);
        let mut body = stub.func_body();
        body.call(ready);
        for local in &locals {
            body.local_get(*local);
        }
        body.i32_const(i32::try_from(*slot)?)
            .call_indirect(ty, table);
        module.funcs.get_mut(id).kind = FunctionKind::Local(stub.local_func(locals));
    }
    for number in shared {
        let id = *functions.get(*number).context("a function is missing")?;
        module.exports.add(&shared_name('f', *number), id);
    }
    let tables: Vec<TableId> = module.tables.iter().map(walrus::Table::id).collect();
    for (number, id) in tables.into_iter().enumerate() {
        module.exports.add(&shared_name('t', number), id);
    }
    let globals: Vec<_> = module
        .globals
        .iter()
        .map(walrus::Global::id)
        .filter(|it| *it != is_here)
        .collect();
    for (number, id) in globals.into_iter().enumerate() {
        module.exports.add(&shared_name('g', number), id);
    }
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for (number, id) in memories.into_iter().enumerate() {
        module.exports.add(&shared_name('m', number), id);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

fn of_rest(
    program: Program,
    shared: &BTreeSet<usize>,
    moved: &BTreeSet<usize>,
    filled: &BTreeMap<u64, usize>,
    n_slots: u64,
) -> Result<Vec<u8>> {
    let Program {
        mut module,
        functions,
        table,
        ..
    } = program;
    module.start = None;
    for id in module
        .exports
        .iter()
        .map(walrus::Export::id)
        .collect::<Vec<_>>()
    {
        module.exports.delete(id);
    }
    for id in module
        .elements
        .iter()
        .map(walrus::Element::id)
        .collect::<Vec<_>>()
    {
        module.elements.delete(id);
    }
    for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for (number, id) in functions.iter().enumerate() {
        if moved.contains(&number) || !shared.contains(&number) {
            continue;
        }
        let name = shared_name('f', number);
        let function = module.funcs.get_mut(*id);
        let ty = function.ty();
        match &function.kind {
            FunctionKind::Import(it) => {
                let import = module.imports.get_mut(it.import);
                import.module = FIRST.into();
                import.name = name;
            }
            _ => {
                let import = module.imports.add(FIRST, &name, *id);
                function.kind = FunctionKind::Import(ImportedFunction { import, ty });
            }
        }
    }
    for (number, it) in module.tables.iter_mut().enumerate() {
        it.elem_segments.clear();
        if it.id() == table {
            it.initial = n_slots;
            it.maximum = it.maximum.map(|max| max.max(n_slots));
        }
        ensure!(it.import.is_none(), "the program imports a table");
        it.import = Some(
            module
                .imports
                .add(FIRST, &shared_name('t', number), it.id()),
        );
    }
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for (number, id) in globals.into_iter().enumerate() {
        let it = module.globals.get_mut(id);
        ensure!(
            matches!(it.kind, GlobalKind::Local(_)),
            "the program imports a global"
        );
        it.kind = GlobalKind::Import(module.imports.add(FIRST, &shared_name('g', number), id));
    }
    for (number, it) in module.memories.iter_mut().enumerate() {
        ensure!(it.import.is_none(), "the program imports a memory");
        it.data_segments.clear();
        it.import = Some(
            module
                .imports
                .add(FIRST, &shared_name('m', number), it.id()),
        );
    }
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (slot, number) in filled {
        let id = *functions.get(*number).context("a function is missing")?;
        match runs.last_mut() {
            Some((start, run)) if u64::try_from(run.len()).is_ok_and(|it| *start + it == *slot) => {
                run.push(id);
            }
            _ => runs.push((*slot, vec![id])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(start)?));
        let kind = ElementKind::Active { table, offset };
        let id = module.elements.add(kind, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Adds a function with a name that calls others, and does so many things more.
#[cfg(test)]
pub(super) fn function(
    module: &mut Module,
    name: &str,
    calls: &[FunctionId],
    n_more: u64,
) -> FunctionId {
    let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
    function.name(name.into());
    let mut body = function.func_body();
    for id in calls {
        body.call(*id);
    }
    for _ in 0..n_more {
        body.i32_const(0).drop();
    }
    function.finish(Vec::new(), &mut module.funcs)
}

#[cfg(test)]
mod tests {
    use walrus::RefType;

    use super::*;

    /// `start` calls `early` and `late`, `late` calls `helper` and `early`; `late` and `idle` stand in the table.
    fn program() -> Vec<u8> {
        let mut module = Module::default();
        let named = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            function(module, name, calls, MIN_SIZE)
        };
        let early = named(&mut module, "early", &[]);
        let helper = named(&mut module, "helper", &[]);
        let late = named(&mut module, "late", &[helper, early]);
        let idle = named(&mut module, "late in the table", &[]);
        let start = named(&mut module, "start", &[early, late]);
        module.exports.add("start", start);
        let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
        let offset = ConstExpr::Value(Value::I32(0));
        let id = module.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(vec![idle, early]),
        );
        module.tables.get_mut(table).elem_segments.insert(id);
        module.emit_wasm()
    }

    fn n_instructions(wasm: &[u8]) -> Vec<u64> {
        let module = Module::from_buffer(wasm).unwrap();
        let mut sizes: Vec<u64> = module.funcs.iter_local().map(|(_, it)| it.size()).collect();
        sizes.sort_unstable();
        sizes
    }

    #[test]
    fn what_is_later_moves_with_what_only_it_reaches() {
        let split = split(&program(), |name| name.starts_with("late")).unwrap();
        // The helper, what is in the table, and the one that calls twice.
        assert_eq!(n_instructions(&split.rest), [64, 64, 66]);
        let first = n_instructions(&split.first);
        assert!(
            first.ends_with(&[64, 66]),
            "early and start stay: {first:?}"
        );
        assert_eq!(first.len(), 5, "two stubs, and what asks for the rest");
        let rest = Module::from_buffer(&split.rest).unwrap();
        assert!(rest.imports.iter().all(|it| it.module == FIRST));
        let first = Module::from_buffer(&split.first).unwrap();
        for import in rest.imports.iter() {
            assert!(
                first.exports.iter().any(|it| it.name == import.name),
                "{}",
                import.name
            );
        }
        let table = first.tables.iter().next().unwrap();
        assert_eq!(
            (table.initial, table.maximum),
            (3, Some(3)),
            "a slot for the direct call"
        );
        assert!(first.imports.find(FETCH.0, FETCH.1).is_some());
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(split(b"\0asm", |_| true).is_err());
        assert!(split(b"", |_| true).is_err());
    }
}
