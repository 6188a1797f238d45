/** Spanish: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const esCopy: CopyWords = {
  bylines: '[Pp]or|Texto|Informa|Entrevista de',
  abbreviations: {
    before: wordLines(`
      sr sra srta sres d dña dn dr dra prof lic ing gral cnel tte cap sto sta mons excmo excma ilmo av avda c pza pl
      gob p.ej ej cf vs ee pág
    `),
    beforeNumber: wordLines(`
      n nº núm num art arts pág págs p pp cap vol t fig párr ene feb mar abr may jun jul ago sep sept oct nov dic
      tel aprox
    `),
    either: 'etc uu ee.uu s.a s.l cía ltda hnos jr a.m p.m a.c d.c ud uds vd vds km',
    starters: wordLines(`
      el la los las lo un una unos unas este esta estos estas ese esa eso esto aquel él ella ellos ellas en de a al
      del con por para según sin sobre tras desde hasta entre pero y o ni también además sin si no cuando donde como
      que quien por mientras después antes ayer hoy su sus se ya más otro otra todos
    `),
  },
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre setiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  past: /(?<!\p{Ll})\p{Ll}+(?:ó|aron|ieron|aba|ía)(?!\p{L})|\bfue(?:ron)?\b/u,
  future: /(?<!\p{Ll})\p{Ll}+(?:rá|rán)(?!\p{L})|\b(?:hasta|próximo|prevista?)\b/u,
  meantTwice: 'muy no sí casi así nada poco luego ya los',
  otherYear:
    /\b(?:año (?:pasado|próximo|anterior|siguiente|que viene)|próximo año|hace (?:un|\p{L}+) años?|aniversario)/iu,
  firstPerson: {
    recalls: 'recordemos|cabe recordar',
    lead: 'y pero porque ahora ya no nunca también todos',
    opens: wordLines(`
      yo nosotros nosotras mi mis nuestro nuestra nuestros nuestras nos me he hemos tengo tenemos teníamos puedo
      podemos estoy estamos estábamos soy somos fui fuimos quiero queremos sé sabemos vi vimos vamos íbamos
      necesitamos esperamos perdimos pedimos creo creemos llevo llevamos
    `),
    own: 'yo nosotros mi mis nuestro nuestra nos me hemos tenemos estamos somos',
  },
  sentenceGoesOn:
    /^(?:y|pero|sino|que|quien|cuando|donde|porque|aunque|mientras|luego|después|antes|como|con|en|por|para|de|el|la|los|las|se|fue|era|está|ha|había|no)$/u,
  speech: {
    said: 'dijo afirmó señaló añadió explicó declaró aseguró indicó subrayó agregó',
    who: 'él ella',
    source: /./u,
    mine: 'yo nosotros mi nuestro me nos',
  },
};
