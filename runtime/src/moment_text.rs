//! What texts that stand for a time have in common.

/// A type that keeps a text, and the number by which it is compared; and the error of a text that
/// is none.
macro_rules! moment_text {
    (
        $(#[$doc:meta])*
        pub struct $name:ident($number:ty);

        $(#[$error_doc:meta])*
        pub struct $error:ident($wanted:literal);

        $read:path
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            text: Box<str>,
            number: $number,
        }

        $(#[$error_doc])*
        ///
        /// The text is not shown.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $error(());

        impl $name {
            /// As it was written.
            pub fn as_str(&self) -> &str {
                &self.text
            }

            pub(crate) const fn number(&self) -> $number {
                self.number
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                let number = $read(text).ok_or($error(()))?;
                let text = text.into();
                Ok(Self { text, number })
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(text: &str) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.number == other.number
            }
        }

        impl Eq for $name {}

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.number.hash(state);
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.number.cmp(&other.number)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.text)
            }
        }

        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!("expected ", $wanted))
            }
        }

        impl std::error::Error for $error {}

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.text)
            }
        }

        impl crate::read::Slot for $name {
            fn vacant() -> Self {
                Self {
                    text: Box::default(),
                    number: 0,
                }
            }

            fn read(&mut self, from: &mut crate::read::Reader<'_>) -> crate::read::Fit {
                let other = crate::read::Mismatch::new($wanted, "another text");
                *self = from.text($wanted)?.parse().map_err(|_| other)?;
                Ok(())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use moment_text;
