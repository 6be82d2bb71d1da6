"""Whether a posting takes people who still have to learn the work."""

import re

from matcher.reading.plain import clauses, plain

_NO = re.compile(
    r"(?:不|无)(?:提供)?(?:培训|带教|招学徒|带新人|收学徒|招新手|接受无经验|接受新手|接受小白"
    r"|接受应届)|(?:生手|新手|小白|无经验者?)勿"
    r"|(?:只|仅)(?:要|招)(?:熟手|熟练工|师傅)|必须(?:是)?熟(?:手|练)"
)
_YES = re.compile(
    r"(?:可|带薪|免费|岗前|入职|上岗|有|提供|给予|可以|一对一|系统|公司)(?:岗前|岗位|免费|带薪"
    r"|专业|系统|入职|技能)*培训|可培养|有人带|"
    r"(?:有|专人|师傅|老员工|老师|一对一)(?:师傅|带|老员工)*(?:带教|带新|带|传授)|师带徒|老带新"
    r"|带教|传帮带|包教包会|包会|学徒|手把手"
    r"|(?:无|不需要?|没有|零|0|无需|不限|无须|不要求)(?:相关|工作|任何)?经验|零基础|0基础|小白"
    r"|新手(?:可|也|均)|生手|生熟手|学会为止|"
    r"培训(?:后)?(?:上岗|取证|考证|拿证)|考证|应届(?:生|毕业生)?(?:亦|也|均)?(?:可|优先|欢迎)"
    r"|接受应届|欢迎应届|边学边|实习生|储备"
)
_DUTY = re.compile(
    r"(?:负责|组织|参与|协助|开展|对|完成|做好|进行|制定|安排)[^，。；]{0,14}(?:培训|带教|带新)"
)
_OWN = re.compile(
    r"想学|愿意学|有人带|有师傅带|带新人|能学|可以学|能带|有培训|学徒|肯学|学点|学门|给培训"
)


def read(text: str) -> bool | None:
    """True where training or no need of experience is said, False where it is refused."""
    told = plain(text)
    if _NO.search(told):
        return False
    for clause in clauses(told):
        if _YES.search(_DUTY.sub("", clause)):
            return True
    return None


def wanted(text: str) -> bool:
    """Whether a person asks for work that can be learned on the spot."""
    return bool(_OWN.search(plain(text)))
