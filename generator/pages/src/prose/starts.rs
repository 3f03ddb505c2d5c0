//! Where a clause begins, and what it is about: parts of patterns that several readers share.

/// The beginning of a clause.
macro_rules! start {
    () => {
        r"(?:^|[;:,(\[。]\s*|\.\s+|\s[-–—]\s+)(?:(?i:and|but|or|also|then|thus|so)\s+)?"
    };
}

/// The member that the sentence stands at, if it is named at all.
macro_rules! this {
    () => {
        r"(?i:(?:it|this|that|which|(?:this|the)\s+(?:field|parameter|member|value|property|option|key|argument))\s+(?:is|are|becomes?|will be|must be)\s+|(?:is|are)\s+)?"
    };
}

/// Words of a condition, up to the end of its clause.
macro_rules! words {
    () => {
        r"((?:[^().;。]|\.\w|\([^()]*\))+)"
    };
}

/// Words for giving a member.
macro_rules! given {
    () => {
        r"(?i:specified|provided|given|passed|set|sent|present|supplied|included|filled(?: in)?|used)"
    };
}

/// The name of a member, in ticks or not.
macro_rules! name {
    () => {
        r"`?([A-Za-z_]\w*)`?"
    };
}

pub(super) use {given, name, start, this, words};
