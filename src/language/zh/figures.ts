/** Chinese: figures that became others. */
import type { FigureWords } from '../figure-words.ts';

export const zhFigures: FigureWords = {
  up: '增长|增加|上升|上涨|提高|增幅为?|涨幅为?|增|升|涨',
  down: '下降|减少|下跌|降低|降幅为?|跌幅为?|降|减|跌',
  from: '从|由',
  to: '(?:增加|增长|上升|上涨|下降|减少|提高|下跌|扩大|回落|攀升|增|升|涨|降|减|跌)?(?:至|到|为)',
  by: '增长了|增加了|上升了|上涨了|下降了|减少了|下跌了',
  joins: '同比|一年内|今年|去年|环比',
  times: { 2: '翻了?一番|翻了?一倍', 0.5: '减半' },
  nearly: '约|近|大约|将近|超过|几乎|不到|逾|至少|接近|左右|没有|并未',
  otherwise: '年均|平均|个百分点|通胀|不变价|剔除|每股|年化',
  ago: 'N年前的?，?(?:即|也就是)?Y年',
  totals: ['合计|总计|总数', '其他|其它'],
};
