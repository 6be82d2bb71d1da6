"""Rest, schooling, years, training, benefits and veterans in the words of postings and seekers."""

import pytest

from matcher.domain.terms import Education
from matcher.reading import benefits, education, rest, training, veterans, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周末双休", "double"),
        ("做五休二", "double"),
        ("单休", "single"),
        ("做六休一", "single"),
        ("大小周", "alternate"),
        ("月休4天", "monthly:4"),
        ("月休4-6天", "monthly:4"),
        ("一个月休四天", "monthly:4"),
        ("周末单双轮休", "alternate"),
        ("周末大小轮休", "alternate"),
        ("每周工作40小时，休息两天", "double"),
        ("2个白班2个晚班，休息2天", None),
        ("每周休星期天", "single"),
        ("five days a week", "double"),
        ("Mon-Fri, 9 to 6", "double"),
        ("6 days a week", "single"),
        ("a 5-day training course", None),
        ("5 days annual leave", None),
        ("非双休", None),
        ("", None),
    ],
)
def test_rest(text: str, expected: str | None) -> None:
    assert rest.read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大专", Education.COLLEGE),
        ("大学专科", Education.COLLEGE),
        ("学历不限", Education.NONE),
        ("不限制", Education.NONE),
        ("初中及以下", Education.NONE),
        ("本科及以上", Education.BACHELOR),
        ("中等专科", Education.VOCATIONAL),
        ("职业高中", Education.VOCATIONAL),
        ("1、中专及以上学历，电气专业；", Education.VOCATIONAL),
        ("大专或本科学历，形象好，能出差，能吃苦", Education.COLLEGE),
        ("本科优先，大专以上学历，有团队精神", Education.COLLEGE),
        ("硕士研究生优先", None),
        ("本科及以上学历，条件优秀者可放宽至大专", Education.COLLEGE),
        ("负责高中数学教研，辅导学生完成作业", None),
        ("学历工龄皆不限", Education.NONE),
        ("学历、性别、年龄不限", Education.NONE),
        ("学历背景至少硕士学历，专业不限", Education.MASTER),
    ],
)
def test_education(text: str, expected: Education | None) -> None:
    assert education.read(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3-5年", 3),
        ("3", 3),
        ("经验不限", 0),
        ("无经验", 0),
        ("应届生亦可", 0),
        ("三年以上相关工作经验", 3),
        ("从事会计工作5年以上", 5),
        ("2年以上同岗位经验者优先", None),
        ("公司成立10年", None),
        ("有经验者优先", None),
        ("协助上级执行不需较多工作经验的任务", None),
        ("参与品牌策划，两年以上独立管理经验", 2),
        ("提供改进建议和流程必备条件本科或以上学历5年以上供应链工作经验", 5),
        ("学徒零技术要求", 0),
        ("本科4年以上工作经验，硕士2年以上工作经验", 2),
        ("不严格要求相关经验", 0),
        ("协助医生手术，应届毕业生不考虑", None),
        ("接受毕业生，能吃苦", 0),
        ("2027届统招大专毕业生", 0),
        ("名校毕业生可放宽至大专", None),
        ("接收毕业生户口", None),
        ("欢迎有三个项目经验的毕业生", None),
        ("工龄、性别、年龄皆不限", 0),
        ("工龄不限，需有海运工作经验", None),
        ("3年以上报关单证、出运，包括订舱等相关工作经验", 3),
        ("2年以上设备（水泵，风机）检修经验", 2),
        ("有2年以上单证制作，有货代经验者优先", None),
        ("1年以上带班经验，优秀毕业生可考虑", 1),
        ("At least 2 years of experience. College diploma preferred.", 2),
        ("Experience: 3-5 years", 3),
    ],
)
def test_years_asked_for(text: str, expected: float | None) -> None:
    assert years.read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("无需经验，包教包会", True),
        ("有师傅带", True),
        ("岗前培训", True),
        ("生手勿扰", False),
        ("负责新人培训", None),
        ("熟手优先", None),
        ("小白类请勿扰", False),
        ("5天的培训让你快速上岗", True),
        ("有带技术团队经验", None),
        ("有教资者优先", None),
        ("有在线教育、培训项目开发经验", None),
        ("有潜力可培养为架构师", None),
        ("提供平台的咨询或培训，提高客户技能", None),
        ("对新技术能边学边用", None),
        ("钣金学徒\n跟单，看图", True),
        ("指导并协助学徒", None),
        ("无项目经验及应届生不考虑", False),
        ("医生手写的处方要认识", None),
        ("为每位员工提供各式培训课程", True),
        ("每年组织旅游、良好的培训机制", True),
        ("经公司两个月培训后，能独立操作", True),
        ("工作内容：公司定期安排产品培训", True),
        ("工作内容：参加公司组织的产品培训", None),
        ("受过专业培训的团队", None),
        ("有过焊接培训，有相关培训和证书", None),
        ("担任培训课程助理", None),
        ("有带项目经验，能独立带店铺", None),
        ("有以下经验：培训、餐饮", None),
        ("作为讲师为其他部门提供工具使用培训", None),
        ("为AI技术训练准备数据", None),
        ("一起带教新员工", None),
        ("7. 负责新进店员入职培训等相关事宜", None),
        ("制定年度计划，协调培训课程", None),
        ("部署系统，培训系统操作", None),
        ("与培训部沟通", None),
        ("3、新员工的岗位和技能培训；", None),
        ("接受过法规培训（如灌装线）和新品技术培训", None),
        ("团队的组建与带教", None),
        ("自带车有油补，有驾照（自带车）", None),
        ("看重可培养性", None),
        ("有托育/早教经验更好", None),
        ("为门店提供解决方案并提供相应的培训", None),
        ("接受毕业生，有经验更好", True),
        ("2027届本科毕业生", True),
        ("3年以上检测经验，15届以上毕业生", None),
        ("优秀毕业生可以放宽要求", None),
    ],
)
def test_training(text: str, expected: bool | None) -> None:
    assert training.read(text) is expected


def test_benefits_in_fixed_words() -> None:
    assert benefits.read("五险一金，包吃住，年底双薪") == ["五险一金", "包吃", "包住", "年终奖"]


def test_veterans() -> None:
    assert veterans.read("退伍军人优先")
    assert not veterans.read("吃苦耐劳")
    assert not veterans.read("learn from industry veterans")
