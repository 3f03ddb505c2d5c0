//! Prints the random spec of a seed: `cargo run -p stipula-tests --example seed -- 168`.

#[allow(clippy::print_stdout, reason = "a command")]
fn main() {
    let seed = std::env::args().nth(1).and_then(|it| it.parse().ok());
    println!("{}", stipula_tests::maker::spec(seed.unwrap_or(0)));
}
