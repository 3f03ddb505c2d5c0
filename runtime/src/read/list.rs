//! Lists and maps, whose items are left out one by one.

use std::collections::BTreeMap;

use super::object::{NAME, TWICE};
use super::reader::Step;
use super::{Fit, Kind, MisfitKind, Reader, Slot, text};

impl Reader<'_> {
    /// Goes through the items of a list. `each` takes one value; what does not fit is left out.
    fn items(&mut self, each: &mut dyn FnMut(&mut Self) -> Fit) -> Fit {
        if self.kind() != Kind::List {
            return Err(self.mismatch("a list"));
        }
        self.deeper()?;
        self.cursor.open(b'[');
        let mut index = 0;
        while self.cursor.item() {
            self.path.push(Step::Index(index));
            if let Err((mismatch, raw)) = self.attempt(each) {
                self.note(MisfitKind::LeftOut, mismatch, raw);
            }
            self.path.pop();
            index += 1;
        }
        Ok(())
    }

    /// Goes through the entries of a map. `each` takes one value under its key, and says whether
    /// there was another before; a value that does not fit is left out.
    fn map(&mut self, each: &mut dyn FnMut(&mut Self, &str, &mut bool) -> Fit) -> Fit {
        self.entries(&mut |from, written| {
            let Some(key) = text::meant(written) else {
                let raw = from.raw();
                return from.note(MisfitKind::LeftOut, NAME, raw);
            };
            let mut again = false;
            let fit = from.attempt(&mut |from| each(from, &key, &mut again));
            if again {
                from.note(MisfitKind::Repeated, TWICE, "");
            }
            if let Err((mismatch, raw)) = fit {
                from.note(MisfitKind::LeftOut, mismatch, raw);
            }
        })
    }
}

impl<T: Slot> Slot for Vec<T> {
    fn vacant() -> Self {
        Self::new()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        self.clear();
        from.items(&mut |from| {
            self.push(from.value()?);
            Ok(())
        })
    }
}

impl<K, V> Slot for BTreeMap<K, V>
where
    K: Ord + for<'k> From<&'k str>,
    V: Slot,
{
    fn vacant() -> Self {
        Self::new()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        self.clear();
        from.map(&mut |from, key, again| {
            let key = K::from(key);
            *again = self.remove(&key).is_some();
            self.insert(key, from.value()?);
            Ok(())
        })
    }
}
