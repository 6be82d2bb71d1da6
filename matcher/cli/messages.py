"""The sentences that `import` and `export` say, in Chinese and English, by code."""

from collections.abc import Iterable

from matcher.domain.errors import FairmatchError, Problem

_FIELDS = {
    "title": ("岗位名称", "the job title"),
    "employer": ("单位名称", "the employer"),
    "openings": ("招聘人数", "the number of openings"),
    "duties": ("工作内容", "what the work is"),
    "requirements": ("任职要求", "the requirements"),
    "place": ("工作地点", "the place of work"),
    "pay_text": ("薪资", "the pay"),
    "education": ("学历", "the schooling"),
    "years": ("经验年限", "the years of experience"),
    "skills": ("技能", "the skills"),
    "benefits": ("福利", "the benefits"),
    "certificates": ("证书", "the certificates"),
    "certificates_required": ("必备证书", "the certificates needed"),
    "shift": ("班次", "the shift"),
    "rest": ("休息", "the rest days"),
    "expires_on": ("有效期", "the last day"),
    "id": ("编号", "the id"),
    "major": ("专业", "the subject"),
    "industry": ("行业", "the industry"),
    "size": ("单位规模", "the size of the firm"),
    "about": ("单位简介", "the words about the firm"),
    "address": ("单位地址", "the firm's address"),
    "contact_name": ("联系人", "the contact"),
    "contact_phone": ("联系电话", "the phone"),
    "credit_code": ("信用代码", "the credit code"),
}
_PROBLEMS = {
    "missing": ("没有写{field}", "{field} is missing"),
    "string_too_long": (
        "{field}太长，最多 {max_length} 个字",
        "{field} is too long: at most {max_length} characters",
    ),
    "greater_than_equal": ("{field}至少是 {ge}", "{field} must be at least {ge}"),
    "less_than_equal": ("{field}最多是 {le}", "{field} must be at most {le}"),
    "not_a_number": (
        "{field}写的是“{text}”，请写成数字，比如 3",
        "{field} says “{text}”; write a number such as 3",
    ),
    "not_a_date": (
        "{field}“{text}”没看懂，先空着：发布后到招聘会结束 30 天为止；请写成 2026-03-01 这样的日期",
        "{field} “{text}” not understood and left open: published until 30 days after the fair; "
        "write a date such as 2026-03-01",
    ),
    "edited_here": (
        "导入以后在网页上改过，保留网页上的内容；要换成表里的，请加 --replace",
        "edited on the page since it was imported, so it stays as it is there; "
        "--replace takes the row instead",
    ),
    "rows_hidden": (
        "{at}有 {count} 行在 Excel 里隐藏着（比如被筛选掉了），没有读；"
        "要收进来，请清除筛选或取消隐藏",
        "{at}rows hidden in Excel (filtered out, say) were not read: {count}; "
        "clear the filter or unhide them to take them in",
    ),
    "columns_hidden": (
        "{at}这些列在 Excel 里隐藏着，没有读：{names}",
        "{at}these columns are hidden in Excel and were not read: {names}",
    ),
    "rows_skipped": (
        "{at}跳过了第 {rows} 行：是合计、说明、示例或重复的表头，不是岗位",
        "{at}rows {rows} skipped: sums, remarks, examples or headings, no postings",
    ),
    "taken_from_above": (
        "没有写单位名称，按上面的“{text}”算",
        "no employer is named: taken as “{text}” from above",
    ),
    "sheet_hidden": (
        "{at}在 Excel 里隐藏着，没有读；要收进来，请取消隐藏",
        "{at}hidden in Excel and not read; unhide it to take it in",
    ),
    "sheet_without_headings": (
        "{at}没找到表头，没有读；里面有岗位的话，请在上面加一行列名",
        "{at}no headings found, so it was not read; put a row of headings on top of any postings",
    ),
    "column_twice": (
        "“{left}”和“{used}”两列都是{field}：有 {count} 行只用了“{used}”",
        "“{left}” and “{used}” are both {field}: in {count} rows only “{used}” was used",
    ),
    "year_assumed": (
        "{field}“{text}”没写年份，按 {day} 算",
        "{field} “{text}” names no year: taken as {day}",
    ),
    "openings_summed": (
        "{field}“{text}”按一共 {count} 人算",
        "{field} “{text}” taken as {count} in all",
    ),
    "used_twice": (
        "{field}和前面一行相同，内容却不一样，请改成不同的编号",
        "{field} is the same as in a row above that says something else; give it another id",
    ),
    "line_not_json": ("这一行不是完整的 JSON", "this line is not valid JSON"),
    "line_not_object": ("这一行不是一条岗位记录", "this line is not a record of a posting"),
    "line_too_long": ("这一行太长了", "this line is too long"),
    "line_too_wide": ("这一行的字段太多了", "this line has too many fields"),
    "openings_assumed": ("没写明招多少人，先按 1 人算", "openings not stated: taken as 1"),
    "not_understood": (
        "{field}“{text}”没看懂，先空着",
        "{field} “{text}” not understood: left open",
    ),
    "left_out": ("{field}“{text}”没有收进来", "{field} “{text}” was left out"),
}
_OTHER_PROBLEM = ("{field}看不懂，请检查一下", "{field} cannot be understood; please check it")
_REFUSALS = {
    "file_not_found": (
        "找不到这个文件，或者打不开。",
        "The file is not there or cannot be opened.",
    ),
    "file_empty": ("文件是空的。", "The file is empty."),
    "file_too_big": ("文件太大了，最多 {most} MB。", "The file is too big: at most {most} MB."),
    "file_unpacks_too_big": (
        "这个文件解压后太大了，没有打开它。",
        "The file would unpack to far too much; it was not opened.",
    ),
    "file_broken": (
        "文件坏了，打不开。用 Excel 打开看看，再另存一份试试。",
        "The file is broken. Open it in Excel, save a copy and try that.",
    ),
    "file_encrypted": (
        "文件有密码。请去掉密码，再试一次。",
        "The file is locked with a password. Remove the password and try again.",
    ),
    "file_too_heavy": (
        "这个文件读到一半读不下去了：内容太多，或者文件有问题。请拆小一点，或另存一份再试。",
        "Reading this file took too much time or memory. Split it, or save a copy and try that.",
    ),
    "sheet_kind_unknown": (
        "这不是岗位表。请用 Excel（xlsx、xls）、CSV 或 JSON 行（jsonl）文件。",
        "This is no table of postings. Use Excel (xlsx, xls), CSV or JSON lines (jsonl).",
    ),
    "no_headings": (
        "没找到表头。请在最上面写一行列名，至少有“岗位”，再加上单位、人数、薪资这样的列。",
        "No headings found. Put a row of headings on top: the job title and, say, employer or pay.",
    ),
    "only_hidden_rows": (
        "岗位都在 Excel 里隐藏着，没有读。请清除筛选或取消隐藏，存一下再试。",
        "All postings are hidden in Excel. Clear the filter or unhide them, save, and try again.",
    ),
    "no_rows": ("表头下面没有岗位。", "There are no postings under the headings."),
    "no_json_rows": (
        "没有一行是岗位记录。每一行请写成一个 JSON 对象。",
        "No line is a record. Write one JSON object a line.",
    ),
    "too_many_rows": (
        "行数太多了，一次最多 {most} 行。",
        "Too many rows: at most {most}.",
    ),
    "too_many_columns": ("列太多了，最多 {most} 列。", "Too many columns: at most {most}."),
    "busy": ("现在读文件的人太多，请过一会儿再试。", "Too many files at once. Try again shortly."),
    "report": (
        "岗位已经收进来了，只是报告写不进去。",
        "The postings are in; only the report cannot be written.",
    ),
    "report_in_a_dry_run": ("报告写不进去。", "Cannot write the report."),
    "fair_closed": ("这场招聘会已经结束，不能再导入。", "This fair is over; nothing can be added."),
    "fair_name": (
        "招聘会的简称请用小写字母、数字和短横线，比如 spring-2026。",
        "A fair's short name is made of a-z, 0-9 and hyphens, for example spring-2026.",
    ),
    "fair": ("没有这场招聘会。", "There is no such fair."),
    "folder": ("写不进这个文件夹。", "Cannot write there."),
    "ending": ("文件名请以 .xlsx 或 .jsonl 结尾。", "The file name must end in .xlsx or .jsonl."),
}
_OTHER_REFUSAL = ("这个文件没法用。", "This file cannot be used.")


class Messages:
    """Sentences in one language."""

    def __init__(self, language: str) -> None:
        self._at = 1 if language.startswith("en") else 0

    def choose(self, zh: str, en: str) -> str:
        """One of two wordings."""
        return (zh, en)[self._at]

    def field(self, name: str) -> str:
        """A field as people call it."""
        return self.choose(*_FIELDS.get(name, (name, name)))

    def lacking(self, names: Iterable[str]) -> str:
        """What keeps a posting a draft: fields that are missing, and a last day gone by."""
        gone_by = self.choose("有效期已过", "the last day is gone by")
        told = (gone_by if name == "expires_on" else self.field(name) for name in names)
        return self.choose("、", ", ").join(told)

    def refusal(self, error: FairmatchError) -> str:
        """Why nothing could be done."""
        return self.choose(*_REFUSALS.get(error.code, _OTHER_REFUSAL)).format(**error.values)

    def problem(self, problem: Problem) -> str:
        """What is wrong with one cell, or how it was taken; no full stop."""
        pattern = self.choose(*_PROBLEMS.get(problem.code, _OTHER_PROBLEM))
        sheet = problem.values.get("sheet")
        at = self.choose(f"工作表“{sheet}”：", f"sheet “{sheet}”: ") if sheet else ""
        return pattern.format_map(_Known(problem.values, field=self.field(problem.field), at=at))

    def sentence(self, problems: Iterable[Problem]) -> str:
        """All that is wrong with a row, as one sentence."""
        told = self.choose("；", "; ").join(self.problem(each) for each in problems)
        return told[:1].upper() + told[1:] + self.choose("。", ".")


class _Known(dict[str, object]):
    """Values for a pattern; what is not known is left blank rather than failing the report."""

    def __missing__(self, key: str) -> str:
        return ""
