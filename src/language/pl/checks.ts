/** Polish: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';

export const plChecks: CheckWords = {
  adjectiveEnds: /(?:[nwkcł]y|[skgc]i|[nwkł]a|[nwkł]e|ego|emu|[nwk]ej|ych|ich|ymi|imi)$/u,
  noPersons:
    /^(?:Stan|Zjedn|Rzeczp|Polsk|Unii|Unia|Europ|Now|Wielk|Bliski|Świę|Król|Organiz|Narod|Minist|Komisj|Sąd|Rad[ay]|Bank|Uniwers|Dzień|Dom|Prezydent|Trybuna|Powsz|Państw|Partia|Prawo|Koalicja|Platform|Instytut|Wojsk|Zgromadz|Centr)/u,
};
