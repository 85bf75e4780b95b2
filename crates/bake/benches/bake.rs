//! How long a folder takes from files to bytes, and its search index alone.
//!
//! `cargo xtask bench` calls this with folders of 1,000, 3,000 and 10,000 texts; `DOSSIER_BENCH` names the folder that
//! holds them.

#![allow(missing_docs, reason = "criterion's macros write the functions")]

mod folders;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use dossier_bake::{Config, bake, index};

fn baking(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("bake");
    group
        .sampling_mode(SamplingMode::Flat)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(1))
        .measurement_time(Duration::from_secs(1));
    for (name, seeds) in folders::all() {
        let n_bytes = seeds.files.iter().map(|it| it.bytes.len() as u64).sum();
        group.throughput(Throughput::Bytes(n_bytes));
        group.bench_function(format!("all/{name}"), |bencher| {
            bencher.iter(|| bake(black_box(&seeds), &Config::default()));
        });
        if let Ok(baked) = bake(&seeds, &Config::default()) {
            group.bench_function(format!("index/{name}"), |bencher| {
                bencher.iter(|| index::search(black_box(&baked.collection.documents)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, baking);
criterion_main!(benches);
