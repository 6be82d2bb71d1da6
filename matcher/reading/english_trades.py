"""The papers of each trade by the words that name the trade in English: a table."""

TRADES = {
    "低压电工作业证": "low-voltage electrician|low voltage electrician|low-voltage electrical"
    "|low voltage electrical|low-voltage|low voltage|low-voltage electrician operation",
    "高压电工作业证": "high-voltage electrician|high voltage electrician|high-voltage electrical"
    "|high voltage electrical|high-voltage|high voltage",
    "电工证": "electrician",
    "焊工证(熔化焊接与热切割)": "welder|welding",
    "叉车证(N1)": "forklift|forklift operator|forklift driver|forklift truck|fork-lift"
    "|fork lift|n1",
    "起重机械作业证(Q2)": "crane operator|crane driver|crane|q2",
    "起重指挥证(Q1)": "rigging signal|crane signalman|q1",
    "高处作业证": "work at height|work-at-height|working at height|working at heights"
    "|high-altitude work"
    "|aerial work",
    "制冷与空调作业证": "refrigeration|refrigeration and air conditioning|hvac operator",
    "有限空间作业证": "confined space",
    "危险化学品操作证": "hazardous chemicals operation|hazardous chemicals operator",
    "锅炉作业证(G1)": "boiler operator|boiler|g1",
    "压力容器作业证(R1)": "pressure vessel operator|pressure vessel|r1",
    "电梯作业证(T)": "elevator maintenance|elevator technician|lift technician|elevator"
    "|lift engineer",
    "特种作业操作证": "special operation|special operations",
    "保安员证": "guard|security guard|security officer|security guard's",
    "健康证": "health|food handler|food handler's health",
    "厨师证": "chef|cook|culinary|cookery",
    "面点师证": "pastry chef|baker|pastry",
    "咖啡师证": "barista|sca barista",
    "调酒师证": "bartender|bartending|mixology",
    "茶艺师证": "tea art|tea ceremony|tea master",
    "护士执业证": "nurse|rn|nursing|nurse practising|nurse practicing|nurse's practising"
    "|nursing practice",
    "执业医师证": "physician|doctor|medical practitioner|medical practice",
    "执业药师证": "pharmacist|pharmacy",
    "康复治疗师证": "rehabilitation therapist|physiotherapist|physical therapist",
    "检验师证": "laboratory technologist|clinical laboratory",
    "放射技师证": "radiographer|radiology technician",
    "养老护理员证": "elderly care worker|elderly care|elder care|aged care|care worker|caregiver",
    "育婴师证": "infant care|infant nurse|childcare worker|nursery nurse",
    "母婴护理证": "maternity nurse|maternity care|postnatal care",
    "急救证": "first aid|first-aid|cpr|first aid and cpr|first responder",
    "救生员证": "lifeguard|life guard|lifesaving|pool lifeguard|lifeguarding",
    "健身教练证": "fitness instructor|personal trainer|fitness coach|ace|nsca|nasm|acsm",
    "瑜伽教练证": "yoga instructor|yoga teacher|yoga",
    "美容师证": "beautician|beauty therapist|beauty",
    "美发师证": "hairdresser|hairdressing|hair stylist",
    "导游证": "tour guide|tourist guide|guide",
    "教师资格证": "teacher|teaching|teacher's|teacher qualification",
    "幼儿园教师资格证": "kindergarten teacher|kindergarten teaching|preschool teacher|kindergarten",
    "小学教师资格证": "primary school teacher|primary teacher|elementary school teacher"
    "|primary school teaching",
    "初中教师资格证": "middle school teacher|junior high school teacher|middle school teaching",
    "高中教师资格证": "high school teacher|senior high school teacher|high school teaching",
    "TESOL证": "tesol|tefl|celta",
    "蒙氏教师证": "montessori|montessori teacher|ams|ami",
    "初级会计证": "junior accountant|junior accounting|accounting|bookkeeping|primary accounting",
    "中级会计证": "intermediate accountant|intermediate accounting|accountant",
    "高级会计证": "senior accountant|senior accounting",
    "注册会计师证": "cpa|public accountant|chinese cpa",
    "税务师证": "tax accountant|tax agent|tax advisor|tax adviser",
    "证券从业资格证": "securities|securities practice",
    "基金从业资格证": "fund|fund practice|fund qualification",
    "法律职业资格证": "legal professional|bar exam|legal profession|national judicial exam",
    "注册安全工程师证": "safety engineer",
    "安全员A证": "class a safety|safety a|type a safety",
    "安全员B证": "class b safety|safety b|b safety",
    "安全员C证": "class c safety|safety c|c safety|safety officer",
    "一级建造师证": "first-class constructor|class 1 constructor|first class constructor"
    "|level 1 constructor|grade 1 constructor|first-grade constructor",
    "二级建造师证": "second-class constructor|class 2 constructor|second class constructor"
    "|level 2 constructor|grade 2 constructor|second-grade constructor",
    "造价工程师证": "cost engineer",
    "监理工程师证": "supervision engineer|supervising engineer",
    "消防设施操作员证(中级)": "intermediate fire facility operator|intermediate fire control"
    "|intermediate fire-fighting facility operator|fire control room operator",
    "消防设施操作员证(初级)": "junior fire facility operator",
    "汽车维修工证": "auto mechanic|car mechanic|automotive technician|vehicle repair",
    "数控车工证": "cnc lathe|cnc operator|cnc turner",
    "钳工证": "fitter|bench fitter",
    "货运从业资格证": "freight driver|road freight|freight transport|cargo transport",
    "网约车驾驶员证": "ride-hailing driver|ride-hailing|online car-hailing",
    "客运从业资格证": "passenger transport|coach driver",
    "危险品运输从业资格证": "dangerous goods transport|hazmat transport|hazardous goods transport",
    "航空危险品运输证": "dgr|dangerous goods regulations|iata dangerous goods",
    "报关员证": "customs declarant|customs broker|customs declarer|customs clearance",
    "无人机驾驶证": "drone pilot|drone|uav pilot",
    "船员证": "seafarer|seaman|seafarer's|certificate of competency|seaman's",
    "快递员证": "courier",
    "人力资源管理师证": "human resources|hr management|human resource management|hr",
    "心理咨询师证": "psychological counsellor|psychological counselor|counsellor|counselor",
    "社会工作者证": "social worker|social work",
    "房地产经纪人证": "real estate agent|real estate broker|realtor",
    "内审员证": "internal auditor|iso 9001 internal auditor|iso9001 internal auditor"
    "|iso internal auditor|internal audit",
    "国际内审师证": "cia",
    "无损检测证": "ndt|non-destructive testing|nondestructive testing",
    "食品安全管理员证": "food safety manager|food safety|food safety management|haccp",
    "六西格玛绿带": "six sigma green belt|green belt",
    "六西格玛黑带": "six sigma black belt|black belt",
    "PMP证": "pmp",
    "营养配餐员证": "dietitian|catering nutrition",
    "公共营养师证": "nutritionist|public nutritionist",
    "安检员证": "security screener|security inspection",
    "宠物美容师证": "pet groomer|pet grooming",
    "推拿按摩师证": "massage therapist|massage|tuina",
    "司法鉴定人执业证": "forensic examiner",
    "室内设计师证": "interior designer",
    "普通话二甲": "putonghua level 2-a|putonghua level 2a|mandarin level 2a|putonghua 2a",
    "普通话一乙": "putonghua level 1-b|putonghua level 1b|mandarin level 1b|putonghua 1b",
    "普通话二乙": "putonghua level 2-b|putonghua level 2b|mandarin level 2b|putonghua 2b",
}
_STAGES = {"小学": "primary school", "初中": "middle school", "高中": "high school"}
# Names that need no word for a paper, or that are told in words of their own.
WHOLE = {
    "六西格玛绿带": "six sigma green belt|green belt in six sigma",
    "六西格玛黑带": "six sigma black belt",
    "船员证": "certificate of competency|stcw certificate|stcw|seaman's book",
    **{
        f"{paper}教师资格证": "|".join(
            f"{named} certificate {stage}"
            for named in ("teacher's", "teacher", "teaching")
            for stage in (f"for {school}", f"({school})", f", {school}")
        )
        for paper, school in _STAGES.items()
    },
    "导游证": "guide card|tour guide card",
    "保安员证": "guard card|guard's card|security licence|security license",
    "电梯作业证(T)": "t certificate|t licence|t license",
    "内审员证": "internal auditor iso 9001|internal auditor (iso 9001)|iso 9001 internal auditor"
    "|iso9001 internal auditor",
    "CATTI二级": "catti level 2|catti level ii",
    "CATTI三级": "catti level 3|catti level iii",
    "普通话二甲": "putonghua level 2-a|putonghua level 2a|mandarin level 2a",
    "普通话二乙": "putonghua level 2-b|putonghua level 2b|mandarin level 2b",
    "普通话一乙": "putonghua level 1-b|putonghua level 1b|mandarin level 1b",
    "日语N1": "japanese n1|japanese level n1|n1 japanese|n1 in japanese",
    "日语N2": "japanese n2|japanese level n2|n2 japanese|n2 in japanese",
    "日语N3": "japanese n3|japanese level n3|n3 japanese",
    "计算机二级": "ncre level 2|computer level 2",
    "驾驶证": "driver's permit|driving permit|car licence|car license|driver's licenses",
    "法律职业资格证": "bar qualification|passed the bar exam|bar exam passed",
}
