"""Certificates with their level, demanded or merely welcome."""

import pytest

from matcher.reading import certificates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有低压电工证，不上夜班", [("低压电工作业证", True)]),
        ("持高压电工证", [("高压电工作业证", True)]),
        ("持有高压或低压电工证", [("高压电工作业证", True), ("低压电工作业证", True)]),
        ("C1驾照", [("驾驶证C1", True)]),
        ("持B2及以上驾驶证", [("驾驶证B2", True)]),
        ("有B2本", [("驾驶证B2", True)]),
        ("A2/B2驾照优先", [("驾驶证A2", False), ("驾驶证B2", False)]),
        ("有驾驶证，熟练驾驶优先", [("驾驶证", True)]),
        ("叉车证N1", [("叉车证(N1)", True)]),
        ("需持有叉车证，无证可培训取证", [("叉车证(N1)", False)]),
        ("持有电工证、焊工证者优先", [("电工证", False), ("焊工证(熔化焊接与热切割)", False)]),
        ("有护士执业证书", [("护士执业证", True)]),
        ("小学语文教师资格证", [("小学教师资格证", True)]),
        ("会计从业资格证", [("初级会计证", True)]),
        ("电工证补贴200元", []),
        ("无需健康证", []),
        ("会开关机器，C1产线", []),
        ("", []),
    ],
)
def test_reads_certificates(text: str, expected: list[tuple[str, bool]]) -> None:
    assert certificates.read(text) == expected


def test_alternatives_are_joined() -> None:
    assert certificates.needed("A2或B1驾照") == ["驾驶证A2或驾驶证B1"]
    assert certificates.needed("需要护士证，健康证") == ["护士执业证", "健康证"]
    assert certificates.needed("电工证，焊工证起码具备一项") == ["电工证或焊工证(熔化焊接与热切割)"]
    both = certificates.needed("持有高压、低压电工作业证（必须双证具备）")
    assert both == ["高压电工作业证", "低压电工作业证"]


def test_a_typed_name_finds_its_canonical_form() -> None:
    assert certificates.canonical("低压电工证") == "低压电工作业证"
    assert certificates.canonical("潜水证") == "潜水证"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日语N1优先", [("日语N1", False)]),
        ("有保安证的年龄可放宽", [("保安员证", False)]),
        ("C1C2驾驶证", [("驾驶证C1", True), ("驾驶证C2", True)]),
        ("持C牌及以上驾驶证", [("驾驶证C1", True)]),
        ("有驾照，有私家车者优先", [("驾驶证", False)]),
        ("持特种作业操作证（低压电工）", [("低压电工作业证", True)]),
        ("有教师资格证（小学语文）", [("小学教师资格证", True)]),
        ("持有育婴师等相关证书", [("育婴师证", True)]),
        ("通过云计算从业资格证认证", []),
        ("公司资助员工考取健康管理师证", []),
        ("招聘心理咨询师助理一名，负责接待来访者并整理档案", []),
        ("英语水平：CET-4以上", [("英语四级", True)]),
        ("英语通过四级/六级", [("英语四级", True), ("英语六级", True)]),
        ("统招本科，西语专业八级或C1及以上语言证书", [("西语专业八级", True)]),
        ("有电工证，空压机及制冷设备维修经验者优先", [("电工证", True)]),
        ("懂ITIL流程，熟悉PMP体系", []),
        ("加分项：\n1、CISP证书", [("CISP证", False)]),
        ("持一二级建造师证书", [("一级建造师证", True), ("二级建造师证", True)]),
        ("持有低壓電工證", [("低压电工作业证", True)]),
        (
            "具备护士、医师、药师等证件",
            [("护士执业证", True), ("执业医师证", True), ("执业药师证", True)],
        ),
        ("2、有助理医师、执业医师证", [("执业助理医师证", True), ("执业医师证", True)]),
        ("护理、药学专业毕业，有护士证", [("护士执业证", True)]),
        ("一级或二级造价师优先", [("一级造价工程师证", False), ("二级造价工程师证", False)]),
        ("初级及以上会计职称", [("初级会计证", True)]),
        ("负责现场安全巡查，要求有C证", [("安全员C证", True)]),
        ("跟车送货，有C证，会开手动挡", []),
        ("思科认证（CCNP）优先", [("CCNP认证", False)]),
        ("任职要求：执业医师、执业助理医师", [("执业医师证", True), ("执业助理医师证", True)]),
        ("能适应高空作业环境", []),
        ("具备C证，三年以上驾驶经验", [("驾驶证C1", True)]),
        ("英语CET4/6", [("英语四级", True), ("英语六级", True)]),
        ("执业或助理医师资格证", [("执业医师证", True), ("执业助理医师证", True)]),
        ("初级中学或高中教师资格证", [("初中教师资格证", True), ("高中教师资格证", True)]),
        ("有证券、基金从业资格优先", [("证券从业资格证", False), ("基金从业资格证", False)]),
        ("有基金从业经验者优先", []),
        ("关键词：基金证券系统", []),
        ("有PMP项目认证优先", [("PMP证", False)]),
        ("大学英语四六级优先", [("英语四级", False)]),
        (
            "持有二级建造师，机电专业的工程师，电工等证书者优先",
            [("二级建造师证", False), ("电工证", False)],
        ),
        ("有外贸跟单经验者优先英语四级以上", [("英语四级", True)]),
        ("最低要求：英语四级。加分项：1、会开车", [("英语四级", True)]),
        ("英语证书过四级，六级优先", [("英语四级", True), ("英语六级", False)]),
        (
            "有PMP证书，软件评测师证书，ISTQB证书优先",
            [("PMP证", False), ("软件评测师证", False), ("ISTQB证", False)],
        ),
        ("有医师资格证，执业证者优先", [("执业医师证", False)]),
        ("具备以下认证之一：\nCISSP\nCCSK", [("CISSP证", True), ("CCSK证", True)]),
        ("教师资格：持有小学教师资格证", [("小学教师资格证", True)]),
        ("有LED照明行业工作经验优先", []),
        ("持三级电工证，具备高压、低压电工操作和维修能力", [("电工证", True)]),
        ("forklift licence required", [("叉车证(N1)", True)]),
        ("low-voltage electrician certificate required", [("低压电工作业证", True)]),
        ("must hold a valid electrician's licence", [("电工证", True)]),
        ("CPA preferred", [("注册会计师证", False)]),
        ("forklift licence. College diploma preferred.", [("叉车证(N1)", True)]),
        ("high voltage equipment", []),
        (
            "持有制冷证（同时持有电工证者优先）",
            [("制冷与空调作业证", True), ("电工证", False)],
        ),
        ("有官方认证（OCP，OCM）等优先", [("OCP认证", False), ("OCM认证", False)]),
        ("有安全认证优先，如CISP、CISSP", [("CISP证", False), ("CISSP证", False)]),
        ("英语六级优秀者，优先考虑", [("英语六级", False)]),
        ("优先考虑持CISA，CISSP证书的人", [("CISA证", False), ("CISSP证", False)]),
        (
            "具备PMP，CISP，CISSP证书者优先",
            [("PMP证", False), ("CISP证", False), ("CISSP证", False)],
        ),
        ("具备以下条件优先：\n1、有过大项目；\n2、持有电工证", [("电工证", False)]),
        ("有驾照，能熟练开车者优先", [("驾驶证", False)]),
        ("具有C证，B证优先考虑，会驾驶", [("驾驶证C1", True), ("驾驶证B2", False)]),
        ("（数学专业优先）2. 英语四级以上", [("英语四级", True)]),
        ("有质量体系、CMA、CNAS审核经验的优先", []),
        ("建立标准化验证体系者优先，有机会从整体视角工作", []),
        ("日语熟练，N1，两年以上经验", []),
        ("持网络工程师认证者优先", [("网络工程师证", False)]),
        ("二本A类以上学历，会开车有驾照", [("驾驶证", True)]),
        ("参加脚手架、高处作业、有限空间作业的检查", []),
        ("有律师资格证书", [("法律职业资格证", True)]),
        ("地铁信号工，持信号工证", []),
        ("保育员\n照看幼儿午睡，打扫教室", []),
        ("注册安全工程师\n到工地查隐患", [("注册安全工程师证", True)]),
        (
            "持任一证书优先：网络工程师、软件设计师",
            [("网络工程师证", False), ("软件设计师证", False)],
        ),
        ("登高、低压资格证书齐全", [("高处作业证", True), ("低压电工作业证", True)]),
        ("一级、二级注册建造师优先", [("一级建造师证", False), ("二级建造师证", False)]),
        ("带教新人；培养数据分析师任职资格：1、大专", []),
        ("熟悉ASPICE（加分项）流程\n2、有PMP证书", [("PMP证", True)]),
        (
            "持低压电工证，有电梯等特种作业证可申请加薪",
            [("低压电工作业证", True), ("电梯作业证(T)", False)],
        ),
        ("考取PMP等资格证考试通过的给予奖励", []),
        ("要求：\\n1. 大专以上，会做表", []),
        ("有ITIL相关系统开发经验优先", []),
    ],
)
def test_levels_trades_and_papers(text: str, expected: list[tuple[str, bool]]) -> None:
    assert certificates.read(text) == expected
