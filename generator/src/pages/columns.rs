//! Headings of tables, in the words of many pages.

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Type,
    /// Lengths; the languages that a heading names, in its order.
    Length(Option<[&'static str; 2]>),
    Need,
    Description,
    Sample,
    /// What is assumed.
    Default,
    Code,
    Class,
    Message,
    Environment,
    Host,
    Status,
    Value,
    /// A name of a value in some language.
    Label,
    /// Anything else: prose.
    Other,
}

const HEADINGS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "name",
            "parameter",
            "parameters",
            "params",
            "parametername",
            "field",
            "fieldname",
            "key",
            "header",
            "property",
            "attribute",
            "参数",
            "参数名",
            "参数名称",
            "字段",
            "字段名",
            "字段名称",
            "名称",
            "參數",
            "參數名",
            "欄位",
        ],
    ),
    (
        Column::Type,
        &[
            "type",
            "datatype",
            "fieldtype",
            "类型",
            "数据类型",
            "参数类型",
            "字段类型",
            "類型",
        ],
    ),
    (
        Column::Length(None),
        &[
            "length",
            "maxlength",
            "maximumlength",
            "size",
            "maxsize",
            "长度",
            "最大长度",
            "長度",
            "字段长度",
        ],
    ),
    (
        Column::Need,
        &[
            "required",
            "mandatory",
            "m/o",
            "o/m",
            "requirement",
            "optional/required",
            "isrequired",
            "必填",
            "是否必填",
            "是否必须",
            "是否必选",
            "是否必传",
            "必选",
            "必传",
            "必須",
            "是否必需",
            "required?",
        ],
    ),
    (
        Column::Description,
        &[
            "description",
            "desc",
            "describe",
            "remark",
            "remarks",
            "meaning",
            "note",
            "notes",
            "explanation",
            "comment",
            "描述",
            "说明",
            "含义",
            "备注",
            "參數說明",
            "参数说明",
            "參數描述",
            "参数描述",
            "字段说明",
            "說明",
        ],
    ),
    (
        Column::Sample,
        &[
            "sample",
            "example",
            "samplevalue",
            "examplevalue",
            "samples",
            "examples",
            "示例",
            "示例值",
            "样例",
            "例子",
            "举例",
            "範例",
        ],
    ),
    (
        Column::Default,
        &["default", "defaultvalue", "默认值", "默认", "預設值"],
    ),
    (
        Column::Code,
        &[
            "code",
            "resultcode",
            "errorcode",
            "codevalue",
            "returncode",
            "subcode",
            "错误码",
            "返回码",
            "结果码",
            "代码",
            "响应码",
            "錯誤碼",
            "編碼",
            "编码",
        ],
    ),
    (
        Column::Class,
        &[
            "resultstatus",
            "codestatus",
            "statuscode",
            "状态",
            "结果状态",
        ],
    ),
    (
        Column::Message,
        &[
            "message",
            "resultmessage",
            "resultmsg",
            "errormessage",
            "msg",
            "错误信息",
            "返回信息",
            "错误描述",
            "提示信息",
            "錯誤信息",
        ],
    ),
    (Column::Environment, &["environment", "env", "环境", "環境"]),
    (
        Column::Host,
        &[
            "domain",
            "host",
            "url",
            "baseurl",
            "domainname",
            "gateway",
            "endpoint",
            "域名",
            "网关",
            "地址",
            "網域",
        ],
    ),
    (Column::Status, &["status", "state"]),
    (
        Column::Value,
        &["value", "values", "enumvalue", "取值", "枚举值", "值"],
    ),
    (
        Column::Label,
        &[
            "chinese",
            "english",
            "chinesedescription",
            "englishdescription",
            "chinesename",
            "englishname",
            "traditionalchinese",
            "simplifiedchinese",
            "cn",
            "en",
            "中文",
            "英文",
            "中文名",
            "英文名",
        ],
    ),
];

/// The column a heading names.
pub(super) fn column(heading: &str) -> Option<Column> {
    let lower = super::words::ascii(heading).to_lowercase();
    let (word, languages) = match lower.find('(') {
        Some(start) => (&lower[..start], languages(&lower[start..])),
        None => (lower.as_str(), None),
    };
    let word: String = word
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, '_' | '-' | '*' | '.'))
        .collect();
    let found = exact(&word).or_else(|| near(&word))?;
    Some(match found {
        Column::Length(_) => Column::Length(languages),
        other => other,
    })
}

fn exact(word: &str) -> Option<Column> {
    // "Order status", "Notice status"
    if word.ends_with("status")
        && (7..20).contains(&word.len())
        && !matches!(word, "resultstatus" | "codestatus")
    {
        return Some(Column::Status);
    }
    HEADINGS
        .iter()
        .find(|(_, names)| names.contains(&word))
        .map(|(column, _)| *column)
}

/// A heading with one or two slips of the pen: `Descrption`.
fn near(word: &str) -> Option<Column> {
    if !word.is_ascii() || word.len() < 8 {
        return None;
    }
    let close = |name: &&str| {
        let same = |place: usize| word.as_bytes().get(place) == name.as_bytes().get(place);
        let ends = word.as_bytes().last() == name.as_bytes().last();
        same(0)
            && ends
            && word.len().abs_diff(name.len()) < 2
            && stipula_cond::suggest(word, [*name]).is_some()
    };
    let mut found = HEADINGS
        .iter()
        .filter(|(_, names)| names.iter().any(&close));
    found.next().map(|(column, _)| *column)
}

/// `(CN/EN)`: which language the first number is about, and which the second.
fn languages(words: &str) -> Option<[&'static str; 2]> {
    let place = |names: [&str; 3]| names.iter().filter_map(|it| words.find(it)).min();
    let chinese = place(["cn", "zh", "中"])?;
    let english = place(["en", "英", "eng"])?;
    Some(if chinese < english {
        ["zh", "en"]
    } else {
        ["en", "zh"]
    })
}

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Fields,
    Codes,
    Hosts,
    Values,
    States,
}

/// Reads a row of headings; `None` when it is no row of headings that says what the table holds.
pub(super) fn table(cells: &[&str]) -> Option<(Table, Vec<Column>)> {
    let known: Vec<_> = cells.iter().map(|it| column(it)).collect();
    let count = known.iter().flatten().count();
    if count < 2 || count * 2 < known.len() {
        return None;
    }
    // A row of a table of members has words like headings, and a type.
    if cells
        .iter()
        .any(|it| super::words::known_type(it).is_some())
    {
        return None;
    }
    let mut columns: Vec<_> = known
        .into_iter()
        .map(|it| it.unwrap_or(Column::Other))
        .collect();
    let has = |columns: &[Column], it| columns.contains(&it);
    let kind = if has(&columns, Column::Environment) && has(&columns, Column::Host) {
        Table::Hosts
    } else if has(&columns, Column::Code) && has(&columns, Column::Label) {
        Table::Values
    } else if has(&columns, Column::Code) && !has(&columns, Column::Name) {
        code_columns(&mut columns);
        Table::Codes
    } else if has(&columns, Column::Name) && columns.len() > 1 {
        Table::Fields
    } else if has(&columns, Column::Status) {
        Table::States
    } else if has(&columns, Column::Value) {
        Table::Values
    } else {
        return None;
    };
    Some((kind, columns))
}

/// In a table of codes, "value" and "status" are the class, and a description is the message.
fn code_columns(columns: &mut [Column]) {
    for column in columns.iter_mut() {
        if matches!(column, Column::Value | Column::Status | Column::Type) {
            *column = Column::Class;
        }
    }
    if !columns.contains(&Column::Message)
        && let Some(column) = columns.iter_mut().find(|it| **it == Column::Description)
    {
        *column = Column::Message;
    }
}
