/** Italian: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const itCopy: CopyWords = {
  bylines: '[Dd]i|[Aa] cura di|Testo',
  abbreviations: {
    before: wordLines(`
      sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch on sen mons gen col ten cap mar s ss st
      p.es es cfr vs c.so v.le p.zza gov
    `),
    beforeNumber: wordLines(`
      n nn art artt pag pagg p pp cap vol t fig par gen feb mar apr mag giu lug ago set sett ott nov dic tel ca
      circa
    `),
    either: 'ecc etc s.p.a s.r.l spa srl f.lli jr a.c d.c km min max',
    starters: wordLines(`
      il lo la i gli le l un uno una questo questa questi queste quello quella egli lui lei loro essi noi voi io in
      nel nella a al alla di del della da dal dalla con su sul per tra fra secondo dopo prima durante ma e o se non
      quando dove come che chi perché tuttavia inoltre così allora poi ieri oggi suo sua anche si ogni tutti
    `),
  },
  months: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  weekdays: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  past: /\b(?:è|sono|era|erano|ha|hanno|aveva|fu|furono)\s+\p{Ll}+/u,
  future: /(?<!\p{Ll})\p{Ll}+(?:rà|ranno)(?!\p{L})|\b(?:fino|prossimo|prevista?)\b/u,
  meantTwice:
    'molto no sì quasi così piano poco ancora via man subito proprio ben che se si lecca fuggi pigia corri gratta dopo',
  elided: 'l d c un all dell nell sull dall coll quell quest sant dev com',
  otherYear:
    /(?:(?:anno|'anno|’anno) (?:scorso|prossimo|precedente|successivo|dopo|prima)|prossimo anno|anni fa|un anno fa|anniversario)/iu,
  firstPerson: {
    recalls: 'ricordiamo|segnaliamo|precisiamo',
    lead: 'e ma perché ora adesso non mai anche tutti',
    opens: wordLines(String.raw`
      io noi mio mia miei nostro nostra nostri nostre ci\s\p{L}+(?:iamo|vamo) ho abbiamo avevo avevamo
      sono\sstat[oa] siamo eravamo posso possiamo voglio vogliamo so sappiamo aspettiamo dobbiamo devo chiediamo
      \p{L}{3,}iamo
    `),
    own: 'io noi mio mia nostro nostra mi abbiamo siamo ho',
  },
  sentenceGoesOn:
    /^(?:e|ma|che|chi|quando|dove|perché|mentre|poi|dopo|prima|come|con|in|per|di|il|la|gli|le|ha|era|è|sono|non|si|anche)$/u,
  speech: {
    said: 'detto dice dichiarato spiegato aggiunto afferma spiega aggiunge ha',
    who: 'lui lei',
    source: /./u,
    mine: 'io noi mio nostro',
  },
};
