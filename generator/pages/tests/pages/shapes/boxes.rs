//! Members in boxes, folds and tabs.

use super::{DISCLOSURES, FOLDED, PARAMS, PILLS, ROWS, TABS, check};

#[test]
fn boxes_with_labels_and_badges() {
    check(
        PARAMS,
        "
        # Create a bench
        path/park_id: string, required
        query/dry_run: boolean, -
        request/label: string, required
        request/wood: string, optional
        request/spot: object, required
        request/spot/lat: number, required
        request/spot/lon: number, required
        request/tags: list<string>, optional
        response/bench_id: string, -
        response/seats: integer, -
        response-404/message: string, -
        # Remove a bench
        path/bench_id: string, required
        request-headers/X-Reason: string, -
        ",
        &[],
        "
        operations/Create a bench/operation endpoint POST https://api.bench.example/v1/parks/{park_id}/benches
        operations/Remove a bench/operation endpoint DELETE https://api.bench.example/v1/benches/{bench_id}
        operations/Create a bench/query/dry_run default false
        operations/Create a bench/request/wood value OAK
        operations/Create a bench/request/wood value PINE
        operations/Remove a bench/codes/BENCH_GONE code BENCH_GONE
        ",
    );
}

#[test]
fn folds_of_boxes_and_answers_in_folds() {
    check(
        DISCLOSURES,
        "
        # Fly a kite
        path/kite: string, required
        request-headers/X-Wind-Key: string, optional
        request/height: integer, required
        request/wind: string, optional
        request/tail: object, optional
        request/tail/bows: integer, required
        request/tail/colors: list<string>, optional
        response/flight_id: string, required
        response/landed_at: string, optional
        response-404/error: string, required
        # List kites
        query/limit: integer, optional
        query/cursor: string, optional
        response/kites: list<object>, required
        ",
        &[],
        "
        operations/Fly a kite/operation endpoint POST /v2/kites/{kite}/fly
        operations/Fly a kite/request/wind default calm
        operations/Fly a kite/request/wind value fresh
        operations/List kites/operation endpoint GET /v2/kites
        codes/NO_WIND code NO_WIND
        ",
    );
}

#[test]
fn answers_in_tabs_and_members_that_unfold() {
    check(
        TABS,
        "
        # Store a jar
        path/shelf: integer, required
        request/content: string, required
        request/filled_on: string, optional
        request/lid: object, required
        request/lid/width: number, required
        request/lid/seals: list<object>, optional
        request/lid/seals/wax: string, required
        response/jar_id: string, required
        response/weight: integer, optional
        response-404/reason: string, required
        # Count jars
        query/content: string, optional
        query/shelf: integer, required
        response/count: integer, required
        ",
        &[],
        "
        operations/Store a jar/operation endpoint POST /shelves/{shelf}/jars
        operations/Store a jar/request/content value HONEY
        operations/Store a jar/request/filled_on default today
        operations/Count jars/codes/SHELF_FULL code SHELF_FULL
        ",
    );
}

#[test]
fn pills_and_addresses_in_parts() {
    check(
        PILLS,
        "
        # Send a bird
        request-headers/X-Nest: string, required
        path/bird: string, required
        request/words: string, required
        request/speed: string, optional
        request/seal: object, optional
        request/seal/color: string, required
        request/seal/size: integer, optional
        response/letter_id: string, required
        response/stops: list<string>, optional
        # Call a bird back
        path/letter_id: string, required
        query/whistle: boolean, -
        response-404/error: string, required
        ",
        &[],
        "
        operations/Send a bird/operation endpoint POST /birds/{bird}/letters
        operations/Send a bird/request/speed default slow
        operations/Send a bird/request/speed value fast
        operations/Call a bird back/operation endpoint DELETE /letters/{letter_id}
        operations/Call a bird back/query/whistle default true
        operations/Call a bird back/codes/BIRD_LOST code BIRD_LOST
        ",
    );
}

#[test]
fn members_of_a_row_beside_it_and_an_answer_that_was_not_open() {
    check(
        ROWS,
        "
        # Hire a boat
        path/boat: string, required
        request/hours: integer, required
        request/sail: string | null, optional
        request/crew: list<object>, required
        request/crew/name: string, required
        request/crew/born: string, optional
        request/pier: number, optional
        response/hire_id: string, required
        response/deposit: integer, optional
        # Return a boat
        path/hire_id: string, required
        request-headers/X-Late: boolean, -
        request-headers/X-Harbour: string, -
        ",
        &["operations/Hire a boat/response-404 \"answer\", line 22"],
        "
        operations/Hire a boat/operation endpoint POST https://boats.example/v1/boats/{boat}/hires
        operations/Hire a boat/request/hours default 1
        operations/Hire a boat/request/sail value RED
        operations/Return a boat/codes/BOAT_SUNK code BOAT_SUNK
        ",
    );
}

#[test]
fn rows_by_level_and_folds_with_and_without_members() {
    check(
        FOLDED,
        "
        # Pay for a ride
        request-headers/X-Trace: string, optional
        request/ride_no: string, required
        request/amount: object, required
        request/amount/value: integer, required
        request/amount/currency: string, optional
        request/stops: list<object>, optional
        request/stops/place: object, required
        request/stops/place/name: string, required
        request/tip: integer, optional
        response/payment: object, required
        response/payment/payment_id: string, required
        response/payment/paid_at: string, optional
        response/receipt: object, optional
        # Look up a ride
        path/ride_no: string, required
        query/with_stops: boolean, optional
        response/state: string, -
        ",
        &["operations/Pay for a ride/response/receipt \"children\", line 23"],
        "
        operations/Pay for a ride/operation endpoint POST /v3/rides/pay
        operations/Pay for a ride/request/amount/currency value USD
        operations/Look up a ride/response/state value PAID
        operations/Look up a ride/codes/RIDE_OPEN code RIDE_OPEN
        ",
    );
}
