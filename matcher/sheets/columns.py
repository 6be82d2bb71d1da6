"""The table of columns of a posting sheet: under which headings each field comes, in both tongues.

Headings are compared without width, case, blanks, "*" and brackets; a unit in the brackets is
kept. 招聘-, 需求- … before a word and -要求, -名称 … after it are understood.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TITLE = "title"
COMPANY = "company"


@dataclass(frozen=True)
class Column:
    """One field, the heading we print for it, and those we understand."""

    field: str
    zh: str
    aliases: tuple[str, ...]
    joined: str = ""  # what is put between the texts of several columns of this field


def _column(field: str, zh: str, *aliases: str, joined: str = "") -> Column:
    words = tuple(word for line in aliases for word in line.split())
    return Column(field, zh, words, joined)


COLUMNS: tuple[Column, ...] = (
    _column("id", "编号", "岗位id 职位id 岗位编号 职位编号 岗位代码 职位代码 jobid postingid"),
    _column("source", "来源", "信息来源"),
    _column(
        TITLE,
        "岗位",
        "职位 工种 职务 岗位名称 职位名称 工种名称 招聘岗位 招聘职位 用工岗位 需求岗位 岗位工种",
        "job jobtitle position positiontitle post role vacancy",
    ),
    _column(
        COMPANY,
        "单位",
        "公司 企业 用人单位 用工单位 单位名称 企业名称 公司名称 用工企业 商家 门店 店铺 工厂",
        "employer companyname employername firm organisation organization",
    ),
    _column(
        "openings",
        "人数",
        "名额 数量 招聘数 需求数 用工人数 缺工人数 招工人数 岗位数 招聘名额",
        "缺工数 招工数 用工数 空缺数 需求量",
        "需要人数 需要几人 需几人 要几人 要几个人 招几人 招几个人 几人 拟招人数 计划人数",
        "headcount vacancies number numberofopenings quantity",
    ),
    _column("men", "男", "男性 男工 人数男 男人数 男性人数 男工人数"),
    _column("women", "女", "女性 女工 人数女 女人数 女性人数 女工人数"),
    _column(
        "pay_text",
        "薪资",
        "待遇 薪酬 工资 月薪 年薪 日薪 时薪 薪水 月工资 月收入 综合工资 综合薪资 薪资待遇 工资待遇",
        "月薪待遇 月工资待遇 月收入待遇 每月工资 一个月多少钱 工钱 工价",
        "薪酬待遇 薪资范围 薪酬范围 工资范围 月薪范围 薪资标准 工资标准 薪资水平 薪酬水平 收入",
        "pay salary wage wages salaryrange payrange compensation",
    ),
    _column(
        "pay_and_benefits",
        "薪资福利",
        "福利待遇 待遇福利 薪酬福利 工资福利 工资及福利 薪资及福利 薪酬及福利 薪资待遇及福利",
        joined="\n",
    ),
    _column(
        "salary_min",
        "最低薪资",
        "薪资下限 最低工资 最低月薪 最低薪酬 月薪下限 工资下限 起薪 薪资最低 薪酬最低 工资最低",
        "薪资起 薪资从 月薪最低 薪酬下限 salaryfrom minsalary minimumsalary paymin salarylow",
    ),
    _column(
        "salary_max",
        "最高薪资",
        "薪资上限 最高工资 最高月薪 最高薪酬 月薪上限 工资上限 薪资最高 薪酬最高 工资最高 薪资至",
        "月薪最高 薪酬上限 salaryto maxsalary maximumsalary paymax salaryhigh",
    ),
    _column("months", "薪数", "发薪月数 年薪月数 薪月数 paymonths"),
    _column(
        "requirements",
        "任职要求",
        "要求 条件 岗位要求 职位要求 任职条件 任职资格 招聘条件 招聘要求 应聘条件 岗位条件",
        "其他要求 其它要求 资格条件 备注 说明 其他 其它 requirement qualifications remarks notes",
        joined="\n",
    ),
    _column(
        "duties",
        "工作内容",
        "职责 描述 岗位职责 工作职责 职位描述 岗位描述 岗位说明 职位说明 工作描述 职责描述",
        "岗位内容 主要职责 岗位介绍 工作内容及要求 岗位职责及要求 岗位职责及任职要求",
        "内容 desc description duty responsibilities jobdescription",
        joined="\n",
    ),
    _column(
        "education",
        "学历",
        "最低学历 文化程度 学历层次 文化 学历条件 edu degree educationlevel schooling",
    ),
    _column(
        "years",
        "经验",
        "工作年限 工作经验 工作经历 年限 从业年限 经验年限 工龄",
        "expyears experience experienceyears yearsofexperience",
    ),
    _column(
        "place",
        "工作地点",
        "地点 工作地址 上班地点 上班地址 工作地 工作区域 区域 地区 地址",
        "城市 工作城市 就业地点 用工地点 region location city workplace worklocation address",
        joined=" ",
    ),
    _column(
        "benefits",
        "福利",
        "员工福利 福利补贴 食宿 食宿情况 食宿条件 吃住 福利保障 其他福利 社保福利",
        "住宿 吃住情况 住宿情况 社保情况 五险情况",
        "benefit welfare perks",
        joined="\n",
    ),
    _column(
        "shift",
        "班次",
        "工作时间 上班时间 作息时间 作息 班制 工作班次 工作时长 工时 工作制 排班",
        "几班倒 倒班 倒班情况 什么班 班别 白班夜班",
        "shifts workinghours hours",
        joined="\n",
    ),
    _column("rest", "休息", "休假 休息时间 休息制度 休假制度 月休 双休 休息日 restdays daysoff"),
    _column(
        "certificates",
        "证书",
        "资格证书 职业资格 职业资格证书 持证 技能证书 技能等级 资质 资格证 上岗证 职称 证件",
        "certificate certification certifications licence license licences licenses",
        joined="\n",
    ),
    _column("certificates_required", "必备证书", "必须证书 certificatesneeded"),
    _column("skills", "技能", "专业技能 关键词 标签 技能特长 技能标签 skill tags keywords"),
    _column("major", "专业", "所学专业 专业方向"),
    _column(
        "expires_on",
        "有效期",
        "截止日期 截止时间 有效期至 有效期限 有效日期 失效日期 招聘截止 截止 到期日 报名截止",
        "expires expiry expirydate deadline validuntil closingdate",
    ),
    _column("contact_name", "联系人", "负责人 招聘负责人 contact contactperson"),
    _column(
        "contact_phone",
        "联系电话",
        "报名方式 报名电话 咨询电话 招聘电话 单位电话 企业电话 联系人电话",
        "电话 手机 手机号 手机号码 联系方式 电话号码 联系手机",
        "phone tel telephone mobile phonenumber",
    ),
    _column("industry", "行业", "所属行业 行业类别 行业类型"),
    _column("size", "规模", "企业规模 单位规模 公司规模 人员规模 companysize"),
    _column(
        "about", "单位简介", "简介 公司简介 企业简介 单位介绍 公司介绍 企业介绍 aboutcompany about"
    ),
    _column(
        "company_address",
        "单位地址",
        "公司地址 企业地址 单位所在地 公司所在地 企业所在地 注册地址 companyaddress",
    ),
    _column("updated_at", "更新时间"),
    _column("credit_code", "统一社会信用代码", "信用代码 社会信用代码 creditcode"),
)
BY_FIELD = {column.field: column for column in COLUMNS}

_BY_ALIAS = {
    alias: column
    for column in COLUMNS
    for alias in (column.field.replace("_", ""), column.zh, *column.aliases)
}
_BEFORE = re.compile(
    r"^(?:拟招聘|拟招|招聘|需求|应聘|所需|用人|用工|缺工|空缺|紧缺|招工|岗位|职位|工作|企业)"
)
_AFTER = re.compile(r"(?:要求|名称|情况|信息|说明|内容|需求|条件|填写)$")
_BOUND = re.compile(r"(.{2,12}?)(?:最?([低高])|([下上])限)(?:值|额|标准)?")
_MARKS = re.compile(r"[*＊★:：。.、!！?？\s_\-]+|必填|选填|可选")
_BRACKETS = re.compile(r"[(（\[【<〔{]([^)）\]】>〕}]*)[)）\]】>〕}]?")
_UNIT = re.compile(r"[元万千kw]|yuan|rmb|cny|[/每](?:月|年|天|日|小?时|month|year|day|hour)")

_SPELLED = (
    *((word, "元") for word in ("yuan", "rmb", "cny")),
    *(("month", "月"), ("year", "年"), ("day", "天"), ("hour", "小时"), ("每", "/")),
)


@dataclass(frozen=True)
class Heading:
    """A heading as it stands in the file, and what is understood by it."""

    text: str
    column: Column | None
    unit: str = ""  # 元/月, k, 万元 … as named in brackets or by 月薪, 时薪


@lru_cache(maxsize=2048)
def heading(text: str) -> Heading:
    """What is understood by one heading."""
    told = unicodedata.normalize("NFKC", text).casefold()
    bare = _MARKS.sub("", _BRACKETS.sub("", told))
    column = _find(bare) if len(bare) <= 30 else None
    return Heading(" ".join(text.split())[:200], column, _unit(told, bare))


def _find(bare: str) -> Column | None:
    bound = _BOUND.fullmatch(bare)
    if bound and (pay := _find(bound[1])) and pay.field in ("pay_text", "pay_and_benefits"):
        return BY_FIELD["salary_min" if (bound[2] or bound[3]) in "低下" else "salary_max"]
    short = _BEFORE.sub("", bare)
    for word in (bare, short, _AFTER.sub("", bare), _AFTER.sub("", short)):
        if word in _BY_ALIAS:
            return _BY_ALIAS[word]
    parts = [part for part in re.split(r"[/|,，及与和&]", bare) if part]
    if len(parts) > 1:
        return next((found for part in parts if (found := _find(part))), None)
    return None


def _unit(told: str, bare: str) -> str:
    inside = "".join(_BRACKETS.findall(told)).replace(" ", "")
    unit = inside if _UNIT.search(inside) else ""
    for word, spelled in _SPELLED:
        unit = unit.replace(word, spelled)
    for word, period in (("时薪", "/小时"), ("日薪", "/天"), ("年薪", "/年"), ("月", "/月")):
        if word in bare and not re.search(r"[年月天日时]", unit):
            return (unit or "元") + period
    return unit
