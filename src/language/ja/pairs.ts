/** Japanese: what is compared between an original and its translation. */
import type { PairWords } from '../pair-words.ts';

export const jaPairs: PairWords = {
  negation: {
    not: 'ない なかっ なく ません ませ ず ぬ 無 不 非 未 なし なけれ まい ざる なき',
    near: '拒 否 欠 禁 防 難 以外 しか だけ 除 避 のみ',
  },
  sureNo:
    /(?:し|て|では|じゃ|られ|され|でき|わけでは|こと[はが])(?:ない(?=と(?:述べ|語|話|し|の|発|主)|[。、」]|$)|ません(?!か))|(?<!しか)なかった(?!ら)/u,
  opposites: {
    before: ['前', '後'],
    rises: ['増加 上昇 増え', '減少 下落 低下 減り'],
    north: ['北', '南'],
    east: ['東', '西'],
    first: ['最初 初 第一 一', '最後 昨年 先'],
  },
  sexes: { he: '彼の 彼は 彼が 彼を 彼に 男 父 夫 息子', she: '彼女 女 母 妻 娘' },
  relativeLength: 0.42,
};
