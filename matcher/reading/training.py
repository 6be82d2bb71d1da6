"""Whether a posting takes people who still have to learn the work."""

import re

from matcher.reading.headings import in_duties
from matcher.reading.told import Reading, clauses, told

_NO = re.compile(
    r"(?:不|无)(?:提供)?(?:培训|带教|招学徒|带新人|收学徒|招新手|招生手|接受无经验|接受新手"
    r"|接受小白"
    r"|接受应届|带徒弟?)|(?:生手|新手|小白|无经验者?|没经验的?|没有经验的?)类?(?:请)?(?:勿|别|不要"
    r"|绕|不收|不招)"
    r"|(?:无|没有?)[^，。；\n、]{0,5}经验[^，。；\n]{0,4}(?:勿扰|勿投|请绕|免谈)"
    r"|(?:只|仅)(?:要|招|收)(?:熟手|熟练工|师傅)|必须(?:是)?熟(?:手|练工)|非熟手勿"
)
_NEWCOMER = (
    r"(?:无需|无须|不需要?|不要求)(?:有)?[^，。；、\n有无]{0,6}经[验历](?!的|者?(?:请)?(?:勿|别|不))"
    r"|(?:有无|有没有)(?:相关|工作)?经验|(?:无|不需要?|没有?|零|0|无需|不限|无须|不要求|不限制)"
    r"(?:学历)?(?:和|、|与)?(?:相关|工作|任何|从业|行业|工作从业|能力"
    r"|代码)*经验(?!者?(?:请)?(?:勿|别|不|w)|[^，。；\n]{0,14}(?:勿|wurao))"
    r"|可无经验"
    r"|零基础|0基础|小白(?!鼠|[+➕/、]?[大小]夜)|新手(?!机|册|村|段)|生手|生熟手"
    r"|不懂(?:的)?(?:可以|可)?教|不会(?:的)?(?:可以|可)?(?:教|学|免费)"
    r"|(?<!非)应(?:、?往)?届(?:生|毕业生)?(?:勿)?"
    r"|宝妈均?可|学会为止|no experience (?:needed|required|necessary)|fresh graduates?"
    r"|training provided"
)
_TAUGHT = (
    r"(?:有|专人|专业人员|师傅|老员工|老师|老师傅|老手|主管|一对一|1对1|骑手|队长|前辈|专业老师"
    r"|专业人士)(?:师傅|老员工)?[^，。；\n]{0,4}"
    r"(?:(?<!携)带(?!动|领|来|货|团|好|薪|宽|有|给|班|走|电|菜|队(?!长))(?:教|新|领入门)?|教(?!师|学|育"
    r"|室|练|材|辅|案|务|导|研|程|官|具|培|改|堂))|师带徒"
    r"|老带新(?!奖|红包)"
    r"|(?<!负责)带教(?!老师|经验|工作|员工)|传帮带(?!作用)|包教(?:包)?会|包会|包学会|(?:招|收"
    r"|招聘|做"
    r"|当)学徒|学徒(?:工|可|也|均|零)|可学徒|零技术|手把手|可培养(?!成?为)|可以培养|易学易懂"
    r"|导师(?:培养|制|辅导|指导)|新员工(?:都|均)会?[^，。；\n]{0,4}培训|跟师学习|带薪学习|边学边(?!用)|一对一辅导|帮扶制"
)
_COURSE = (
    r"含培训|接受(?!过|[^，。；\n]{0,3}客户)[^，。；\n]{0,10}培训(?!经历|任务|合格)"
    r"|(?:定期|不定期)(?:开展|组织|举行|举办|进行)[^，。；\n]{0,8}培训"
    r"|(?:带薪|免费|岗前|入职|上岗|岗位|新人|新员工|员工|在职|专业|系统|系统化|完善|规范化|技能"
    r"|业务|内部|产品|职业|定期|全面"
    r"|全方位|多元化|丰富|阶段|广阔|优质|良好|统一|集中|简单|专项|统一安排|进阶|完整|成熟|标准化"
    r"|体系化)"
    r"(?:的|性|化|业务|专业|技能|系统|岗前|入职|产品|技术|知识|素质|职业|前沿|内部|培养|、|与|和"
    r"|及|各类|职能|学习)*培训(?!资格|证书|合格|经历)"
    r"|(?:(?:提供|给予|安排|享受|享有|可|可以|进行|给)[^，。；\n负责】\]]{0,16}|(?<![拥具])有[^，。；\n负责】\]]{0,16}"
    r"|有[^，。；、\n负责】\]]{0,12}|\d天的?)培训(?!期间|费|能力"
    r"|资格|证书"
    r"|合格|经历|背景|师|机构|班"
    r"|学校|讲师|经验|需求|资料|工作|生)"
    r"|培训(?:体系|机会|课程|后(?:即可|可)?上岗|上岗|机制|系统|晋升|和晋升|及晋升|、晋升"
    r"|学习机会|福利)|每?[年月]?培训(?:发展|补贴|津贴)"
    r"|(?:技术|技能)训练"
)
_COSTS = re.compile(r"(?:无|没有|不收|任何)[^，。；\n]{0,12}培训费")
_YES = re.compile(rf"{_NEWCOMER}|{_TAUGHT}|{_COURSE}")
_STRONG = re.compile(rf"{_NEWCOMER}|{_TAUGHT}|带薪培训|岗前培训|免费培训|带薪岗前|入职培训后")
_DUTY = re.compile(
    r"(?:负责|(?<!公司)(?<!定期)(?<!不定期)组织|参与|协助|(?<!定期)开展|完成|做好|制定|拟定|建立|搭建"
    r"|统筹|策划|执行|实施|推动|推进|指导|监督|对接|跟进|编制"
    r"|策划|主导|落实|承担|配合|支持|熟悉|精通|了解|(?<!公司)具备|从事|优化|设计|开发|主持"
    r"|招聘、)[^，。；\n]{0,24}(?:培训|带教|带新|训练)"
    r"|(?:根据(?!公司|您|你|个人)|懂|经过|确保)[^，。；\n]{0,16}培训"
    r"|(?:导购员?|店员|下属|代理商|经销商|客户|用户|学员|咨询|支持|答疑|宣讲)[^，。；\n]{0,6}培训"
    r"|培训(?:(?![无没不零0])[^，。；\n]){0,12}(?:经验|经历|背景|服务)"
    r"|(?:对|为|给|向)(?!员工提供|新人|新员工|您|你)[^，。；\n]{0,14}(?:进行|开展|做"
    r"|提供)?[^，。；\n]{0,8}培训"
    r"|培训(?:客户|下属|经销商|讲师|老师|师|教材|资料|课件|需求|经验|机构|行业|学校|班|工作|管理"
    r"|业务|组|主管|经理|专员|计划|、考核|及考核|和考核)"
    r"|(?:招聘|薪酬|绩效|考勤|社保)[、，,/和与](?:[^，。；\n]{0,8}[、/])?培训"
)


def read(text: str) -> bool | None:
    """True where training or no need of experience is said, False where it is refused."""
    found = find(text)
    return found.value if found else None


def find(text: str) -> Reading[bool] | None:
    """Whether newcomers are taught or taken, and the words that say so."""
    seen = told(text)
    refused = _NO.search(seen.text)
    if refused:
        return seen.reading(False, refused)
    for start, end in clauses(seen.text):
        clause = _without_duties(seen.text[start:end])
        found = _YES.search(clause)
        if found and in_duties(seen.text, start):
            found = _STRONG.search(clause)
        if found:
            return seen.reading(True, (start + found.start(), start + found.end()))
    return None


def _without_duties(clause: str) -> str:
    if "培训" not in clause and "带" not in clause and "训练" not in clause:
        return clause
    for pattern in (_COSTS, _DUTY):
        clause = pattern.sub(lambda found: "·" * len(found.group()), clause)
    return clause
