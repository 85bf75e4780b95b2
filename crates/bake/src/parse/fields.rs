//! What a publisher tells of a document, as written: names and values from any of the places it may stand in.

/// Fields in the order given; a name occurs once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields(pub(crate) Vec<Field>);

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name in lower case.
    pub(crate) name: String,
    /// Its value.
    pub(crate) value: Value,
    /// The file it stands in, below `seeds/`.
    pub(crate) path: String,
    /// The line it stands in, from 1, where one can be told.
    pub(crate) line: Option<u32>,
}

/// A value: scalars are kept as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A scalar.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names and values, in the order given.
    Map(Vec<(String, Value)>),
}

impl Fields {
    /// Adds the fields of a place that counts more; equal names are replaced where they stand.
    pub(crate) fn overlay(&mut self, above: Self) {
        for field in above.0 {
            match self.0.iter_mut().find(|it| it.name == field.name) {
                Some(below) => *below = field,
                None => self.0.push(field),
            }
        }
    }

    /// Adds a field; a name that is there already gets a list of values.
    pub(crate) fn append(&mut self, field: Field) {
        match self.0.iter_mut().find(|it| it.name == field.name) {
            Some(first) => {
                let value = std::mem::replace(&mut first.value, Value::List(Vec::new()));
                let mut items = match value {
                    Value::List(items) => items,
                    single => vec![single],
                };
                items.push(field.value);
                first.value = Value::List(items);
            }
            None => self.0.push(field),
        }
    }

    /// Removes and returns a field.
    pub(crate) fn take(&mut self, name: &str) -> Option<Field> {
        let at = self.0.iter().position(|it| it.name == name)?;
        Some(self.0.remove(at))
    }

    /// Removes and returns a field whose value is a map.
    pub(crate) fn take_map(&mut self, name: &str) -> Option<Field> {
        let is_map = |it: &Field| it.name == name && matches!(it.value, Value::Map(_));
        let at = self.0.iter().position(is_map)?;
        Some(self.0.remove(at))
    }
}

impl Value {
    /// The scalars in it, blank ones left out; a map's are `name: value`.
    #[must_use]
    pub(crate) fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) if text.trim().is_empty() => Vec::new(),
            Self::Text(text) => vec![text.trim().to_owned()],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Map(entries) => entries
                .iter()
                .flat_map(|(name, value)| {
                    let texts = value.texts().into_iter();
                    texts.map(move |it| format!("{name}: {it}"))
                })
                .collect(),
        }
    }

    /// Every word in it, names of a map too.
    pub(crate) fn texts_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Text(text) => vec![text],
            Self::List(items) => items.iter_mut().flat_map(Self::texts_mut).collect(),
            Self::Map(entries) => entries
                .iter_mut()
                .flat_map(|(name, value)| std::iter::once(name).chain(value.texts_mut()))
                .collect(),
        }
    }

    /// The first scalar.
    #[must_use]
    pub(crate) fn text(&self) -> Option<String> {
        self.texts().into_iter().next()
    }
}
