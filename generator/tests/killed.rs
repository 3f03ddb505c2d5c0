//! A run that ends early: killed, without room on the disk, or beside another one. Every file is the old one
//! or the new one, and the next run mends the rest.
//!
//! `KILLS` says how often a run is killed (a slice without it).

mod command;
mod scratch;

use std::{
    collections::BTreeMap,
    env, fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use command::stipula;
use scratch::Scratch;

const SPEC: &str = "\
api: demo
title: Demo
types:
  Kind: { doc: A kind., enum: { BOOK: A book., CARD: A card. } }
  Part: { doc: A part., fields: { size: { type: integer, doc: How large. } } }
operations:
  send:
    post: /send
    request:
      kind: { type: Kind, doc: Its kind. }
      name: { type: string, max_chars: 8, doc: Its name. }
      part: { type: Part, doc: A part. }
    response:
      id: { type: string, doc: Its id. }
";

/// With other texts, a file more and a file less.
fn other() -> String {
    SPEC.replace("max_chars: 8", "max_chars: 9")
        .replace("title: Demo", "title: Another")
        .replace("      part: { type: Part, doc: A part. }\n", "")
        .replace(
            "  Part: { doc: A part., fields: { size: { type: integer, doc: How large. } } }\n",
            "",
        )
        + "  more: { post: /more, request: {}, response: {} }\n"
}

type Files = BTreeMap<String, Vec<u8>>;

/// Every file below a folder; what waits to be written is none of them.
fn files(root: &Path) -> Files {
    let mut found = Files::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.insert(below, fs::read(path).unwrap_or_default());
            }
        }
    }
    found.retain(|it, _| !it.starts_with("generated.waiting/") && !it.contains(".new"));
    found
}

/// A folder with both specs, and what each gives.
struct Project {
    folder: Scratch,
    given: [Files; 2],
}

impl Project {
    fn new() -> Self {
        let folder = Scratch::new();
        folder.write("specs/0/api.yaml", SPEC);
        folder.write("specs/1/api.yaml", other());
        let given = ["0", "1"].map(|it| {
            let out = format!("given/{it}");
            let ran = stipula(
                folder.path(),
                &["generate", &format!("specs/{it}"), "--out", &out],
            );
            assert!(ran.status.success(), "{ran:?}");
            files(&folder.path().join(out))
        });
        assert_ne!(
            given[0].keys().collect::<Vec<_>>(),
            given[1].keys().collect::<Vec<_>>()
        );
        Self { folder, given }
    }

    fn command(&self, spec: usize) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stipula"));
        command
            .args(["generate", &format!("specs/{spec}"), "--out", "out"])
            .current_dir(self.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn out(&self) -> Files {
        files(&self.folder.path().join("out"))
    }

    /// Files that are neither what one of the specs gives nor what a new crate has once.
    fn odd(&self) -> Vec<String> {
        let is_known = |path: &str, bytes: &Vec<u8>| {
            path == "generated.manifest" || self.given.iter().any(|it| it.get(path) == Some(bytes))
        };
        self.out()
            .iter()
            .filter(|it| !is_known(it.0, it.1))
            .map(|it| it.0.clone())
            .collect()
    }

    /// What a run has to leave; what a crate has once is that of the first run.
    fn is_whole(&self, spec: usize) -> bool {
        let own = |it: &Files| -> Files {
            let once = ["Cargo.toml", "README.md", "src/lib.rs"];
            it.iter()
                .filter(|it| !once.contains(&it.0.as_str()))
                .map(|it| (it.0.clone(), it.1.clone()))
                .collect()
        };
        let out = self.out();
        let has_crate = ["Cargo.toml", "src/lib.rs"]
            .iter()
            .all(|it| out.contains_key(*it));
        has_crate && own(&out) == own(&self.given[spec])
    }
}

#[test]
fn a_run_that_is_killed_leaves_whole_files_and_the_next_one_mends_the_rest() {
    let kills = env::var("KILLS")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(30_u32);
    let project = Project::new();
    let start = Instant::now();
    assert!(project.command(0).status().unwrap().success());
    let mut usual = start.elapsed();
    let mut early = 0;
    for round in 0..kills {
        // Now into an empty folder, now over what the other spec gave.
        if round % 5 == 0 {
            fs::remove_dir_all(project.folder.path().join("out")).unwrap();
        }
        let spec = usize::try_from(round % 2).unwrap();
        let mut child = project.command(spec).spawn().unwrap();
        // Moments spread over a run, a little beyond its end.
        let part = f64::from(round * 7919 % 1000) / 1000.0 * 1.2;
        thread::sleep(usual.mul_f64(part) + Duration::from_micros(u64::from(round) * 37));
        child.kill().unwrap();
        let ended = child.wait().unwrap().success();
        early += usize::from(!ended);
        if ended && part < 0.9 {
            // The machine was busier when the time of a run was taken.
            usual = usual.mul_f64(0.8);
        }
        let odd = project.odd();
        assert!(odd.is_empty(), "after {round} kills, half-written: {odd:?}");
        // The next run may be of another spec: what the killed one left is no edit by hand.
        let next = usize::try_from(round / 2 % 2).unwrap();
        let ran = stipula(
            project.folder.path(),
            &["generate", &format!("specs/{next}"), "--out", "out"],
        );
        assert!(ran.status.success(), "after {round} kills: {ran:?}");
        assert!(project.is_whole(next), "after {round} kills");
        assert!(!project.folder.path().join("out/generated.waiting").exists());
    }
    assert!(
        early > kills as usize / 4,
        "{early} of {kills} runs were killed before their end"
    );
}

#[test]
fn two_runs_at_once_wait_for_each_other() {
    let project = Project::new();
    for _ in 0..10 {
        let mut both = [0, 1].map(|it| project.command(it).spawn().unwrap());
        for child in &mut both {
            assert!(child.wait().unwrap().success());
        }
        assert!(project.is_whole(0) || project.is_whole(1));
    }
}

/// Runs a command of a shell in a folder.
#[cfg(unix)]
fn shell(folder: &Path, script: &str) -> std::process::Output {
    Command::new("sh")
        .args(["-c", script])
        .env("STIPULA", env!("CARGO_BIN_EXE_stipula"))
        .current_dir(folder)
        .output()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_leaves_all_as_it_was() {
    let project = Project::new();
    assert!(project.command(0).status().unwrap().success());
    let before = project.out();
    // No file may be longer than a few kilobytes, so that one of them cannot be written.
    let limited = "trap '' XFSZ; ulimit -f 8; exec \"$STIPULA\" generate specs/1 --out out";
    let ran = shell(project.folder.path(), limited);
    assert_eq!(ran.status.code(), Some(3), "{ran:?}");
    let told = String::from_utf8(ran.stderr).unwrap();
    assert!(told.starts_with("cannot write: out/"), "{told}");
    assert_eq!(project.out(), before);
    assert!(project.command(1).status().unwrap().success());
    assert!(project.is_whole(1));
}

/// On a disk of its own, where this test may have one: as root, in a name space that lets it.
#[cfg(target_os = "linux")]
#[test]
#[allow(clippy::print_stdout, reason = "whether it could be tried")]
fn a_full_disk_leaves_all_as_it_was() {
    let project = Project::new();
    let size: usize = project
        .given
        .iter()
        .flat_map(BTreeMap::values)
        .map(|it| it.len() + 4096)
        .sum();
    // Room for what one spec gives, and not for that of the other beside it.
    let kilobytes = size / 2048 + size / 8192;
    let script = format!(
        "set -e; mkdir -p disk; mount -t tmpfs -o size={kilobytes}k none disk || exit 77; \
         \"$STIPULA\" generate specs/0 --out disk/out >/dev/null 2>&1; cp -r disk/out before; \
         dd if=/dev/zero of=disk/fill bs=1024 count=999999 >/dev/null 2>&1 || true; \
         code=0; \"$STIPULA\" generate specs/1 --out disk/out || code=$?; \
         diff -r before disk/out; rm disk/fill; \
         \"$STIPULA\" generate specs/1 --out disk/out >/dev/null 2>&1; cp -r disk/out after; exit \"$code\""
    );
    let run = "if unshare --mount true 2>/dev/null; then unshare --mount sh -c \"$SCRIPT\"; else exit 77; fi";
    let ran = Command::new("sh")
        .args(["-c", run])
        .env("SCRIPT", script)
        .env("STIPULA", env!("CARGO_BIN_EXE_stipula"))
        .current_dir(project.folder.path())
        .output()
        .unwrap();
    if ran.status.code() == Some(77) {
        println!(
            "no disk of its own: {}",
            String::from_utf8_lossy(&ran.stderr)
        );
        return;
    }
    assert_eq!(ran.status.code(), Some(3), "{ran:?}");
    let after = files(&project.folder.path().join("after"));
    let own = |it: &Files| {
        it.keys()
            .filter(|it| it.starts_with("src/generated"))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(own(&after), own(&project.given[1]));
}
