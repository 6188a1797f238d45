/** Chinese: what is compared between an original and its translation. */
import type { PairWords } from '../pair-words.ts';

export const zhPairs: PairWords = {
  negation: {
    not: '不 没 沒 无 無 未 非 别 莫 勿 否 毫',
    near: '拒 免 缺 乏 禁 防 难 難 只 仅 才 除 绝 尚',
  },
  sureNo:
    /(?:(?<![有还還])[没沒]有(?![^，。]*(?:之前|以前|什么|什麼|比))|(?<!是)不是(?![^。]*(?:就是|而是))|(?<!会|會)不[会會](?![^，。]*不)|(?:从|從|并|並|尚)未|[没沒]能|不再)(?![^，。]{0,6}[吗嗎？])/u,
  opposites: {
    before: ['之前 以前 前', '之后 以后 后'],
    rises: ['增加 上升 增长 上涨 提高', '减少 下降 下跌 降低'],
    north: ['北', '南'],
    east: ['东', '西'],
    first: ['第一 首 初', '最后 末 上周 去年'],
  },
  sexes: { he: '他 先生 男 父 丈夫 儿子 兄 弟', she: '她 女 母 妻 姐 妹 夫人' },
  relativeLength: 0.3,
};
