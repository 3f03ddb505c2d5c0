//! Rules reach through what holds values: pointers, lists, sets and maps.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::{Rules, Scope};
use crate::cond::{KeyBuffer, MapKey, Wrapper as _};
use crate::violations::{AsFound, KeyOrder};
use crate::{Clearable, Path, Sensitive, Violations};

/// What holds at most one value, which has no place of its own.
macro_rules! around_one {
    ($([$($params:tt)*] [$($bounds:tt)*] $holder:ty;)*) => {$(
        impl<$($params)* T, R, P, C> Rules<R, P, C> for $holder
        where
            T: Rules<R, P, C> $($bounds)*,
            R: ?Sized,
            P: ?Sized,
            C: ?Sized,
        {
            #[inline]
            fn judge(&self, scope: Scope<'_, R, P, C>, path: &Path<'_>, out: &mut Violations) {
                if let Some(value) = self.inner() {
                    value.judge(scope, path, out);
                }
            }
        }
    )*};
}

around_one! {
    [] [] Option<T>;
    [] [] Clearable<T>;
    [] [+ ?Sized] Box<T>;
    [] [+ ?Sized] Rc<T>;
    [] [+ ?Sized] Arc<T>;
    [] [+ ?Sized] &T;
    [] [+ ToOwned + ?Sized] Cow<'_, T>;
    [] [] Sensitive<T>;
}

/// What is written as a list, in the order in which it goes through its items.
macro_rules! lists {
    ($([$($params:tt)*] $list:ty;)*) => {$(
        impl<T, R, P, C, $($params)*> Rules<R, P, C> for $list
        where
            T: Rules<R, P, C>,
            R: ?Sized,
            P: ?Sized,
            C: ?Sized,
        {
            #[inline]
            fn judge(&self, scope: Scope<'_, R, P, C>, path: &Path<'_>, out: &mut Violations) {
                for (index, item) in self.iter().enumerate() {
                    item.judge(scope, &path.index(index), out);
                }
            }
        }
    )*};
}

lists! {
    [] Vec<T>;
    [] [T];
    [const N: usize] [T; N];
    [] VecDeque<T>;
    [] LinkedList<T>;
    [] BinaryHeap<T>;
    [] BTreeSet<T>;
    [S] HashSet<T, S>;
}

/// What is written as an object.
macro_rules! maps {
    ($([$($params:tt)*] $map:ty, $order:ty;)*) => {$(
        impl<K, V, R, P, C, $($params)*> Rules<R, P, C> for $map
        where
            K: MapKey,
            V: Rules<R, P, C>,
            R: ?Sized,
            P: ?Sized,
            C: ?Sized,
        {
            #[inline]
            fn judge(&self, scope: Scope<'_, R, P, C>, path: &Path<'_>, out: &mut Violations) {
                let mut order = <$order>::new(out);
                for (key, value) in self {
                    let mut buffer = KeyBuffer::new();
                    let key = key.key_text(&mut buffer);
                    let scope = Scope {
                        key: Some(key),
                        ..scope
                    };
                    value.judge(scope, &path.key(key), out);
                    order.end_entry(key, out);
                }
                order.settle(out);
            }
        }
    )*};
}

maps! {
    [] BTreeMap<K, V>, AsFound;
    // By its keys, so that a body has the same violations whenever it is judged.
    [S] HashMap<K, V, S>, KeyOrder;
}
