/** French: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const frCopy: CopyWords = {
  bylines: '[Pp]ar|Texte|Propos recueillis par',
  abbreviations: {
    before: wordLines(`
      m mm mme mmes mlle mlles dr drs pr prof me mgr st ste sts gal col cdt lt cne av bd bld p.ex ex cf vs env
      c.-à-d
    `),
    beforeNumber: 'n no nos art p pp chap ch vol t fig al janv févr fév avr juil sept oct nov déc tél',
    either: 'etc cie s.a s.a.r.l ltd inc jr av.j.-c apr.j.-c éd min max km',
    starters: wordLines(`
      le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je en dans à au aux avec pour par
      sur sous sans selon après avant depuis pendant mais et ou or donc car si ne quand où comme que qui pourquoi
      cependant toutefois ainsi alors puis hier son sa ses leur leurs tout tous
    `),
  },
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  past: /\b(?:a|ont|avait|avaient|était|étaient|est|sont|fut)\s+\p{Ll}+/u,
  future: /(?<!\p{Ll})\p{Ll}+(?:ra|ront)(?!\p{L})|\b(?:jusqu|prochain|prévue?)\b/u,
  meantTwice: 'nous vous très non oui bien si tout en faire',
  elided: 'c d j l m n s t qu jusqu lorsqu puisqu quoiqu aujourd',
  otherYear:
    /(?:l[’']an(?:née)? (?:dernier|dernière|prochain|passé)|année (?:dernière|prochaine|précédente)|il y a (?:un an|\p{L}+ ans)|anniversaire)/iu,
  firstPerson: {
    recalls: 'rappelons|notons|précisons|signalons',
    lead: 'et mais car alors maintenant puis',
    opens: "je j[’']\\p{L}+ nous mon ma mes notre nos moi",
    own: 'je nous mon ma mes notre nos moi',
  },
  sentenceGoesOn:
    /^(?:et|mais|ou|puis|qui|que|quand|où|parce|alors|tandis|après|avant|comme|avec|dans|pour|par|de|il|elle|ils|le|la|les|est|était|ont|avait|ne)$/u,
  speech: {
    said: 'a-t-il a-t-elle dit explique déclare affirme assure précise',
    who: 'il elle',
    source: /./u,
    mine: 'je nous mon notre',
  },
};
