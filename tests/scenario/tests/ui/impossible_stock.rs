//! A film has no stock, so that there is no way to give one.

use alipayhk_ipass::scenario::create_template::MovieOptions;

fn main() {
    let _ = MovieOptions::new().stock(100);
}
