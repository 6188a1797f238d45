/** Spanish: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const esFigures: FigureWords = {
  up: 'subió|sub(?:e|en|ido|ida|ir|irá|irán|ieron)|aument\\p{L}*|crec\\p{L}*|increment\\p{L}*|elev\\p{L}*|dispar\\p{L}*|alza|encarec\\p{L}*|más',
  down: 'baj\\p{L}+|ca(?:e|en|yó|yeron|ído|ída|er)|descen\\p{L}*|disminu\\p{L}*|redu\\p{L}*|recort\\p{L}*|retroce\\p{L}*|menos|abarat\\p{L}*',
  from: 'de|desde|de l[oa]s|desde l[oa]s',
  to: 'a|hasta|a l[oa]s|hasta l[oa]s',
  against: 'desde|desde l[oa]s',
  by: 'MOVES(?: \\p{L}+){0,2}? (?:en )?un|MOVES del',
  joins: 'un|una|al pasar|pasando|pasar|hasta|en un año|este año|el año pasado|es decir|o sea|lo que supone',
  times: {
    2: 'duplic\\p{L}+|doblado|dobló|multiplicad\\p{L} por (?:dos|2)',
    3: 'triplic\\p{L}+|multiplicad\\p{L} por (?:tres|3)',
    4: 'cuadruplic\\p{L}+|multiplicad\\p{L} por (?:cuatro|4)',
    0.5: 'a la mitad',
  },
  parts: { 33.3: 'en un tercio|un tercio', 25: 'una cuarta parte', 20: 'una quinta parte' },
  nearly:
    'casi|cerca|prácticamente|más|menos|alrededor|unos|unas|aproximadamente|no|nunca|sin|apenas|que|solo|sólo|al menos',
  otherwise:
    'orgánic\\p{L}*|comparable\\p{L}*|constante\\p{L}*|divisa\\p{L}*|cambio|al año(?! (?:anterior|pasado))|anual\\p{L}*|inflación|desestacionalizad\\p{L}*|sin contar|puntos?|por acción',
  between: ['entre(?: un| una| el| los| las)?', 'y(?: un| una| el| los| las)?'],
  twoThings: 'diferencia\\p{L}*|brecha|eleg\\p{L}*|elección|compar\\p{L}*|distancia|margen',
  stayed: 'trabajó|vivió|sirvió|estudió|enseñó|jugó|reinó|gobernó|presidió|dirigió|duró',
  until: 'a|hasta',
  backwards: 'atrás|inverso|inversa|decreciente|adelant\\p{L}*|regresiva|retroced\\p{L}*',
  ago: 'hace N años,? en Y',
  totals: ['total|suma|en total', 'otros|otras|resto'],
  people: {
    all: 'personas|miembros|alumnos|estudiantes|trabajadores|pasajeros|víctimas|muertos|heridos|candidatos|sospechosos|detenidos|rehenes|presos',
    kinds: ['mujeres', 'hombres', 'niños', 'niñas', 'bebés'],
    and: 'y',
    outOf: 'de|de los|de las|entre',
  },
  votes: {
    result: 'por A votos (?:a favor y|contra|frente a) B',
    all: '(?:todos )?los N (?:concejales|diputados|miembros|delegados|senadores) votaron',
    apart: 'absten\\p{L}*|abstuv\\p{L}*|nulos?|blanco|ausentes?',
    none: 'ningun\\p{L}*|sin|nadie',
  },
};
