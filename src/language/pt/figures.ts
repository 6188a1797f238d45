/** Portuguese: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const ptFigures: FigureWords = {
  up: 'aument\\p{L}*|sub(?:iu|iram|ida|ir|e|em)|cresc\\p{L}*|disparou|elev\\p{L}*|alta|encarec\\p{L}*|mais',
  down: 'ca(?:iu|íram|ir|i|em|ído)|queda|baix\\p{L}+|desc(?:eu|eram|ida|e|er)|diminu\\p{L}*|redu[zç]\\p{L}*|recu\\p{L}+|menos',
  from: 'de|dos|das',
  to: 'para|a|até',
  against: 'de|desde',
  by: 'em|MOVES de|MOVES em',
  joins: 'passando|ao passar|ou seja|uma?|num ano|este ano|no ano passado|em um ano',
  times: {
    2: 'duplic\\p{L}+|dobr(?:ou|aram|ado|ada|ar)',
    3: 'triplic\\p{L}+',
    4: 'quadruplic\\p{L}+',
    0.5: '(?:para|à|pela) metade',
  },
  parts: { 33.3: '(?:em )?um terço', 25: '(?:em )?um quarto' },
  nearly:
    'quase|cerca|praticamente|mais|menos|perto|uns|umas|aproximadamente|não|nunca|sem|apenas|que|pelo menos|só',
  otherwise:
    'orgânic\\p{L}*|comparáve\\p{L}*|constante\\p{L}*|cambia\\p{L}*|câmbio|ao ano(?! (?:anterior|passado))|por ano|anua\\p{L}*|inflação|excluindo|pontos?|por ação',
  between: ['entre(?: os| as| o| a)?', 'e(?: os| as| o| a)?'],
  twoThings: 'diferença\\p{L}*|escolh\\p{L}*|compar\\p{L}*|distância|margem|fosso',
  stayed: 'trabalhou|viveu|serviu|estudou|ensinou|jogou|reinou|governou|presidiu|dirigiu|durou',
  until: 'a|até',
  backwards: 'atrás|trás|inversa|inverso|decrescente|antecip\\p{L}*|adiant\\p{L}*',
  ago: 'há N anos,? em Y',
  totals: ['total|soma', 'outros|outras|restantes?'],
  people: {
    all: 'pessoas|membros|alunos|estudantes|trabalhadores|passageiros|vítimas|mortos|feridos|candidatos|suspeitos|detidos|reféns|presos',
    kinds: ['mulheres', 'homens', 'crianças', 'rapazes', 'raparigas', 'meninos', 'meninas', 'bebés', 'bebês'],
    and: 'e',
    outOf: 'de|das|dos|entre',
  },
};
