/** In Spanish: the yards and the market on the far side of the strait. */
import type { CastStory } from '../cast-story.ts';

export const yards: CastStory = {
  key: 'yards',
  language: 'es',
  section: 'Work',
  topics: ['Shipyards'],
  headline: 'Los astilleros de Puerto Claro contratan a cien aprendices',
  dek: 'Es la primera promoción en once años. El sindicato cuenta 84 plazas nuevas; la empresa, cien.',
  byline: 'Agencia del Estrecho',
  dateline: 'Puerto Claro',
  body: `Los astilleros de Puerto Claro abrirán el 7 de enero las puertas a cien aprendices, los primeros en once años. La lista se cuelga {day:1} en la verja, como se hacía antes, y también en la página de la empresa.

«Hemos enseñado a soldar a media costa y luego nos quedamos sin nadie que supiera soldar», dijo la directora, Pilar Arce, a la Agencia del Estrecho. Los aprendices cobrarán desde el primer día y vivirán, quien quiera, en la antigua casa de prácticos.

El sindicato hace otra cuenta. De los cien, afirma, dieciséis ya trabajaban en el astillero con contratos de verano. «Nos alegran los ochenta y cuatro. Que no nos vendan los otros dieciséis», dijo su portavoz, Joaquín Robles. La empresa no lo niega: responde que un aprendiz es un aprendiz.

El primer encargo será pequeño. Hay que cambiar la proa a un transbordador viejo, el *Halcyon*, que hace de noche la línea de la isla de Lyra.`,
  by: 'petros',
  source: 'strait',
  original: {
    headline: 'Los astilleros de Puerto Claro vuelven a admitir aprendices',
    text: 'Cien aprendices entrarán el 7 de enero en los astilleros de Puerto Claro, según anunció su directora, Pilar Arce. El sindicato rebaja a 84 las plazas nuevas.',
  },
  hops: [{ party: 'Agencia del Estrecho', act: 'reported', language: 'es', source: 'strait', before: 120 }],
  statements: [
    {
      speaker: 'Pilar Arce',
      role: 'Directora de los astilleros de Puerto Claro',
      form: 'direct',
      words: '«Hemos enseñado a soldar a media costa y luego nos quedamos sin nadie que supiera soldar»',
      occasion: 'a la Agencia del Estrecho',
      through: [{ party: 'Agencia del Estrecho', act: 'reported', language: 'es', source: 'strait' }],
      standing: 'confirmed',
    },
    {
      speaker: 'Joaquín Robles',
      role: 'Portavoz sindical',
      form: 'direct',
      words: '«Nos alegran los ochenta y cuatro. Que no nos vendan los otros dieciséis»',
      occasion: 'a la Agencia del Estrecho',
      through: [{ party: 'Agencia del Estrecho', act: 'reported', language: 'es', source: 'strait' }],
      standing: 'disputed',
      note: 'La empresa cuenta los dieciséis como nuevos.',
    },
  ],
  drawing: 'yard',
  ago: 1_700,
};

export const sundays: CastStory = {
  key: 'sundays',
  language: 'es',
  section: 'City',
  topics: ['Market hall'],
  headline: 'El mercado del puerto abrirá los domingos durante las obras',
  dek: 'Los puestos pidieron una mañana más para compensar el frío.',
  byline: 'María Leontis',
  body: `Mientras dure la obra del tejado, el mercado del puerto abrirá también los domingos, de ocho a una. Lo decidieron {day:0} los propios puestos, a mano alzada y con los abrigos puestos.

«El domingo la gente viene a mirar, y el que mira en invierno compra», dijo Katina Rousou, del puesto de la fuente. Las pescaderas, que se mudan al patio de la aduana, abrirán solo si ha salido la flota.

El ayuntamiento pondrá braseros. La leña, que cada cual la traiga.`,
  by: 'maria',
  statements: [
    {
      speaker: 'Katina Rousou',
      role: 'Vendedora, puesto de la fuente',
      form: 'direct',
      words: '«El domingo la gente viene a mirar, y el que mira en invierno compra»',
      occasion: 'a este periódico, en el mercado',
      standing: 'confirmed',
    },
  ],
  ago: 2_450,
};
