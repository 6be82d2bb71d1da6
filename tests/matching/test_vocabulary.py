"""Counting by the vocabulary is counting what `text.tokens` says, whatever the text."""

from collections import Counter
from pathlib import Path

import joblib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import gazetteers
from matcher.matching.text import tokens, words
from matcher.matching.vocabulary import Vocabulary

PIECES = [
    "高级维修电工",
    "负责车间电路检修，持低压电工证",
    "Ｊａｖａ开发",
    "c++",
    "node.js...",
    ".net",
    "3.5",
    "１３８００１３８０００",
    "T恤",
    "退伍军人",
    "ps软件",
    "cnc",
    "acnc",
    "developers",
    "the",
    "sql.developing.",
    "①",
    "㎡",
    "3一5",
    "🔥",
    "👩‍🔧",
    "𠮷",
    "龿鿿㐀",
    "はたらく",
    "Работа",
    "e\u0301",
    "\u0301",
    "\ud83d",
    "\0",
    "\n",
    "\t--",
    "~",
    "，",
    "；",
    "的",
    "经验",
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20).map("".join),
    st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), max_size=60),
)


def told(vocabulary: Vocabulary, text: str, *, grows: bool = True) -> Counter[str]:
    found = vocabulary.counts(text, grows=grows)
    return Counter({vocabulary.name(t): int(n) for t, n in zip(*found, strict=True)})


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=6), st.booleans())
def test_it_counts_what_text_says(texts: list[str], slang: bool) -> None:
    vocabulary = Vocabulary(slang=slang)
    counts = vocabulary.count_many(texts)
    assert counts.shape == (len(texts), len(vocabulary))
    names = [vocabulary.name(token) for token in range(len(vocabulary))]
    assert len(set(names)) == len(names)
    for row, text in zip(counts, texts, strict=True):
        said = {names[at]: n for at, n in zip(row.indices, row.data, strict=True)}
        assert said == Counter(tokens(text, slang)) == told(vocabulary, text)
        assert told(vocabulary, text, grows=False) == said


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_words_alone(text: str) -> None:
    assert told(Vocabulary(pairs=False), text) == Counter(words(text))


def test_numbers_stay_as_it_grows() -> None:
    vocabulary = Vocabulary()
    texts = [f"w{number:x} 电工{number}号证" for number in range(5000)]
    vocabulary.count_many(texts)
    before = [vocabulary.name(token) for token in range(len(vocabulary))]
    vocabulary.count_many([f"x{number:x}y" for number in range(60_000)])
    assert [vocabulary.name(token) for token in range(len(before))] == before
    assert [vocabulary.find(name) for name in before] == list(range(len(before)))
    assert len(vocabulary) > 60_000


def test_unknown_tokens_and_stop_words_have_no_number() -> None:
    vocabulary = Vocabulary()
    vocabulary.count_many(["电工的工作"])
    assert told(vocabulary, "高级电工", grows=False) == {"电工": 1, "~电工": 1}
    assert [vocabulary.find(token) for token in ("高级", "~高级", "的", "", "电")] == [-1] * 5
    assert "工作" in gazetteers.stopwords()
    assert vocabulary.find("工作") == -1
    assert vocabulary.find("~工作") >= 0


def test_words_are_told_from_pairs() -> None:
    vocabulary = Vocabulary()
    vocabulary.count_many(["维修电工 java"])
    names = [vocabulary.name(token) for token in range(len(vocabulary))]
    assert vocabulary.is_word().tolist() == [not name.startswith("~") for name in names]


@pytest.mark.parametrize("workers", [1, 2])
def test_helpers_change_nothing_and_progress_is_told(workers: int) -> None:
    texts = [f"招聘{trade}{number}名，会excel" for number in range(40) for trade in PIECES]
    done: list[int] = []
    vocabulary = Vocabulary()
    counts = vocabulary.count_many(texts, workers=workers, progress=done.append)
    alone = Vocabulary()
    assert (counts != alone.count_many(texts)).nnz == 0
    assert done == sorted(done)
    assert done[-1] == len(texts)


def test_one_that_was_kept_is_the_same_and_grows_alone(tmp_path: Path) -> None:
    vocabulary = Vocabulary()
    counts = vocabulary.count_many(["维修电工", "网店客服，会excel"])
    vocabulary.count_many([f"x{number:x}y" for number in range(20_000)])
    joblib.dump(vocabulary, tmp_path / "kept")
    opened, other = (joblib.load(tmp_path / "kept", mmap_mode="r") for _ in range(2))
    again = opened.count_many(["维修电工", "网店客服，会excel"], grows=False)
    assert (again[:, : counts.shape[1]] != counts).nnz == again[:, counts.shape[1] :].nnz == 0
    assert told(opened, "x4e1fy", grows=False)["x4e1fy"] == 1
    assert told(opened, "叉车司机") == Counter(tokens("叉车司机"))
    assert other.find("叉车") == -1
    assert np.array_equal(other.is_word(), vocabulary.is_word())


def test_no_texts_are_no_rows() -> None:
    assert Vocabulary().count_many([]).shape == (0, 0)
