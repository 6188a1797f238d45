/** A Spanish piece of 5,000 words and what an engine makes of it: the longest that a small paper translates. */
import { type BodyHtml, safeBody } from '../src/kit/safe-html.ts';

export interface Piece {
  headline: string;
  bodyHtml: BodyHtml;
  words: number;
  sentences: number;
  /** What the engine on loopback answers. */
  english: Map<string, string>;
}

const WORDS = 5_000;
const names = [
  'Elena Duque',
  'Marcos Ibáñez',
  'Lucía Prado',
  'Tomás Herrero',
  'Irene Salas',
  'Andrés Beltrán',
];
const boats = ['Aurelia', 'Constancia', 'Halcón', 'Petrel', 'Vieja María'];

/** Sentences as they come in a report: numbers, names, words that somebody said, a not. No two alike. */
function sentence(at: number): [spanish: string, english: string] {
  const [name, boat] = [names[at % names.length] ?? '', boats[at % boats.length] ?? ''];
  const [many, hour, minute] = [1_200 + at * 37, 6 + (at % 12), String((at * 7) % 60).padStart(2, '0')];
  const [es, en] = [many.toLocaleString('de'), many.toLocaleString('en')];
  const forms: [string, string][] = [
    [
      `El «${boat}» salió del muelle norte a las ${hour}.${minute} con ${es} pasajeros a bordo, según contó ${name} a los periodistas que esperaban en el puerto.`,
      `The “${boat}” left the north quay at ${hour}.${minute} with ${en} passengers aboard, ${name} told the reporters who were waiting at the harbour.`,
    ],
    [
      `«No habrá ${es} plazas para los vehículos de la isla antes del verano», dijo ${name}, que dirige desde enero la oficina de la autoridad portuaria.`,
      `“There will not be ${en} places for the island’s vehicles before the summer,” said ${name}, who has run the office of the port authority since January.`,
    ],
    [
      `La comisión aprobó un gasto de ${es} euros para reparar las grúas que la tormenta dejó inservibles durante la segunda semana del mes pasado.`,
      `The committee approved a spending of ${en} euros to repair the cranes that the storm left useless during the second week of last month.`,
    ],
    [
      `Ningún vecino de la calle del Faro recibió la carta, y ${name} asegura que nadie del ayuntamiento llamó a su puerta en ${(at % 27) + 3} días.`,
      `No neighbour in Lighthouse Street received the letter, and ${name} says that nobody from the town hall knocked on the door in ${(at % 27) + 3} days.`,
    ],
    [
      `El informe, de ${(at % 300) + 40} páginas, describe cómo la compañía vendió más billetes de los que permitía la licencia del «${boat}» en cada uno de sus viajes.`,
      `The report, of ${(at % 300) + 40} pages, describes how the company sold more tickets than the licence of the “${boat}” allowed on each of its voyages.`,
    ],
  ];
  return forms[at % forms.length] ?? ['', ''];
}

export function longPiece(): Piece {
  const headline = 'El puerto vuelve a abrir después de la tormenta';
  const english = new Map([[headline, 'The harbour opens again after the storm']]);
  const paragraphs: string[] = [];
  let [words, at] = [0, 0];
  while (words < WORDS) {
    const sentences = Array.from({ length: 4 }, () => sentence(at++));
    for (const [es, en] of sentences) {
      english.set(es, en);
      words += es.split(/\s+/).length;
    }
    paragraphs.push(`<p>${sentences.map(([es]) => es).join(' ')}</p>`);
  }
  return { headline, bodyHtml: safeBody(paragraphs.join('')), words, sentences: at + 1, english };
}
