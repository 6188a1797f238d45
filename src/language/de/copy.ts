/** German: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const deCopy: CopyWords = {
  bylines: '[Vv]on|Text|Bericht|Interview',
  abbreviations: {
    before: wordLines(`
      hr fr frl dr prof dipl ing hl st med jur phil rer nat hc h.c gen oberst lt hptm abg bspw bzgl bzw ca evtl ggf
      inkl exkl insb sog vgl z.b d.h u.a s.o s.u i.d.r z.t o.g v.a zzgl einschl gem lt geb gest verh
    `),
    beforeNumber: wordLines(`
      nr nrn s art abs ziff bd kap abb tab anm aufl jg hrsg jan feb mär apr jun jul aug sep sept okt nov dez tel ab
    `),
    either: 'usw etc u.v.m u.ä o.ä co gmbh ag str pl mio mrd tsd std min sek jh jhd n.chr v.chr jr sen',
    starters: wordLines(`
      der die das den dem des ein eine einen einem einer er sie es wir ihr ich man dies diese dieser dieses in im an
      am auf aus bei beim mit nach seit von vom zu zum zur für über unter vor während wegen gegen durch ohne um bis
      aber und oder doch denn wenn als da dann dort hier nun so auch nicht kein keine was wer wie wo warum zudem
      außerdem jedoch allerdings danach davor zuvor sein seine ihre alle viele mehr nur noch laut
    `),
    afterOrdinal: wordLines(`
      januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert
      jahrhunderts jahrestag geburtstag platz rang runde liga bundesliga stock stockwerk klasse mal quartal halbjahr
      spieltag minute weltkrieg armee division fc sv tag woche etage sitzung auflage teil kapitel armeekorps
    `),
    beforeOrdinal: wordLines(`
      am der die das den dem des im vom zum zur bis ab seit ein eine einen einem einer jeder jeden jedem vor nach
      und
    `),
  },
  months: [
    'januar jänner',
    'februar',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
  ],
  weekdays: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag sonnabend', 'sonntag'],
  past: /\b(?:war|waren|wurde|wurden|hatte|hatten|kam|starb|\p{Ll}+te|\p{Ll}+ten)\b/u,
  future: /\b(?:wird|werden|soll|sollen|bis|geplant|kommenden|nächsten)\b/u,
  meantTwice: 'die der das sehr so nein ja den dem sie ihr es ihnen was wer dass nach an',
  otherYear:
    /(?:(?:vorig|vergangen|letzt|nächst|kommend)\p{Ll}+ Jahr|Vorjahr|vor (?:einem Jahr|\p{Ll}+ Jahren)|Jahrestag)/u,
  firstPerson: {
    recalls: 'wir (?:erinnern|berichteten)|wie wir berichteten',
    lead: 'und aber denn dann jetzt da so',
    opens: 'ich wir mein meine meinen unser unsere unseren mir uns \\p{Ll}+(?:e|en)\\s(?:ich|wir)',
    own: 'ich wir mir uns mich mein meine unser unsere',
  },
  sentenceGoesOn:
    /^(?:und|aber|oder|doch|der|die|das|dass|weil|als|wenn|wo|nach|vor|wie|mit|in|auf|für|von|er|sie|es|war|wurde|ist|hat|hatte|dann|nicht|sondern)$/u,
  speech: {
    said: 'sagte sagt erklärte betonte fügte ergänzte berichtete meinte',
    who: 'er sie',
    source: /./u,
    mine: 'ich wir mein unser',
  },
};
