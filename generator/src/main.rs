//! The `stipula` command.
fn main() {
    let loaded = stipula_generator::load(std::path::Path::new("spec/alipayhk-ipass"));
    for it in &loaded.diagnostics { println!("{}", stipula_generator::diag::short(it, &loaded.sources)); }
    println!("{:?}", loaded.api.map(|api| (api.types.len(), api.operations.len())));
}
