"""Words for graduates whom a posting takes: 接受毕业生, 2026届本科毕业生."""

# 毕业生 alone is schooling (本科毕业生); an invitation or a year of leaving makes it a newcomer.
# Not who is to have experience, is merely preferred, or only brings papers (接收毕业生户口).
_GRADUATE = r"毕业生(?!户|档|落户|就业|[^，。；\n]{0,8}优先)"
GRADUATES = (
    rf"(?<!不)(?:接受|接收|欢迎|招收|可招|招聘(?!会))(?!过)(?:(?!经验|经历|[，。；、\n]).){{0,14}}{_GRADUATE}"
    rf"|(?<!\d)(?:20)?[12]\d(?:-(?:20)?[12]\d)?[届级](?!及?以[上前])(?:(?!经验|经历|[，。；、\n]).){{0,14}}{_GRADUATE}"
    r"|(?<!经验的)(?<!经验的优秀)毕业生(?:也|亦|均|都|皆)?可(?!以?(?:优先|放|享|降)|考取)"
)
