//! Which nodes of a graph lead to each other.

/// The component of each node: two nodes are in one when each leads to the other. A component's
/// number is greater than those of the components that it leads to.
///
/// This is Tarjan's algorithm, with a list of its own in place of recursion: a long chain of types
/// must not exhaust the stack.
pub(super) fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut walk = Walk {
        edges,
        seen: vec![None; edges.len()],
        lowest: vec![0; edges.len()],
        component: vec![None; edges.len()],
        open: Vec::new(),
        entered: 0,
        closed: 0,
    };
    for start in 0..edges.len() {
        walk.from(start);
    }
    walk.component.into_iter().flatten().collect()
}

struct Walk<'a> {
    edges: &'a [Vec<usize>],
    /// When a node was entered.
    seen: Vec<Option<usize>>,
    /// The earliest open node that it leads to.
    lowest: Vec<usize>,
    component: Vec<Option<usize>>,
    /// Nodes without a component so far.
    open: Vec<usize>,
    entered: usize,
    closed: usize,
}

impl Walk<'_> {
    fn from(&mut self, start: usize) {
        let mut path: Vec<(usize, usize)> = Vec::new();
        if self.seen[start].is_none() {
            self.enter(start);
            path.push((start, 0));
        }
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            if let Some(&target) = self.edges[node].get(*next) {
                *next += 1;
                match self.seen[target] {
                    None => {
                        self.enter(target);
                        path.push((target, 0));
                    }
                    Some(when) if self.component[target].is_none() => {
                        self.lowest[node] = self.lowest[node].min(when);
                    }
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            if let Some((outer, _)) = path.last() {
                self.lowest[*outer] = self.lowest[*outer].min(self.lowest[node]);
            }
            self.leave(node);
        }
    }

    fn enter(&mut self, node: usize) {
        self.seen[node] = Some(self.entered);
        self.lowest[node] = self.entered;
        self.entered += 1;
        self.open.push(node);
    }

    /// Closes the component that was entered by this node, if it was.
    fn leave(&mut self, node: usize) {
        if self.seen[node] != Some(self.lowest[node]) {
            return;
        }
        while let Some(inner) = self.open.pop() {
            self.component[inner] = Some(self.closed);
            if inner == node {
                break;
            }
        }
        self.closed += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn what_leads_to_each_other_is_one() {
        // 0 -> 1 <-> 2 -> 3, and 4 -> 4.
        let edges = [vec![1], vec![2], vec![1, 3], vec![], vec![4]];
        assert_eq!(components(&edges), [2, 1, 1, 0, 3]);
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let count = 200_000;
        let edges: Vec<Vec<usize>> = (1..=count).map(|at| vec![at]).collect();
        let edges = [edges, vec![vec![]]].concat();
        assert_eq!(components(&edges)[0], count);
    }
}
