/** Nouns that serve a man and a woman alike (portavoz, fiscal, porte-parole): the article before one says which, or nothing does. */
import { perLanguage, type Span } from './translation.ts';

interface BothNouns {
  nouns: string;
  he: string;
  she: string;
  /** What may stand between article and noun. */
  between: string;
}

const TABLES: Readonly<Record<string, BothNouns>> = {
  es: {
    nouns:
      'portavoz|fiscal|jueza?|presidente|periodista|testigo|agente|soldado|médico|jefe|artista|deportista|economista|comandante|representante',
    he: 'el|un|este|del|al|ese',
    she: '(?:de |a )?la|una|esta|esa',
    between: 'nuev[oa]|actual|antigu[oa]|ex|primer[oa]?|entonces',
  },
  fr: {
    nouns: 'ministre|porte-parole|juge|journaliste|maire|secrétaire|pilote|artiste|élève|collègue|capitaine',
    he: 'le|un|ce|du|au|cet',
    she: '(?:de |à )?la|une|cette',
    between: 'nouveau|nouvelle|ancien|ancienne|premier|première|vice|actuelle?',
  },
  it: {
    nouns: 'portavoce|presidente|giudice|giornalista|testimone|agente|artista|insegnante|preside',
    he: 'il|un|lo|del|al|dal|questo',
    she: 'la|una|della|alla|dalla|questa',
    between: 'nuov[oa]|attuale|ex|prim[oa]|vice',
  },
  el: {
    nouns:
      'πρόεδρος|υπουργός|πρωθυπουργός|εκπρόσωπος|βουλευτής|δικαστής|εισαγγελέας|δημοσιογράφος|γιατρός|δήμαρχος',
    he: 'ο|ένας',
    she: 'η|μια|μία',
    between: 'νέ[οα]ς?|πρώην|τότε|αρμόδι[οα]ς?',
  },
};

const patternOf = perLanguage((language) => {
  const table = TABLES[language];
  if (!table) return { pattern: null };
  const { nouns, he, she, between } = table;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}])(?:(${he})|(${she}))\\s(?:(?:${between})[\\s-])?((?:${nouns}))(?![\\p{L}\\p{M}-])`,
    'giu',
  );
  return { pattern };
});

/** Each with what its article says; those without one are left out. */
export function bothIn(text: string, language: string): (Span & { sex: 'he' | 'she' })[] {
  const { pattern } = patternOf(language);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: he, 3: noun = '', index }) => {
    const end = index + whole.length;
    return { sex: he === undefined ? 'she' : 'he', start: end - noun.length, end };
  });
}
