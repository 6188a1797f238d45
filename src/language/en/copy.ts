/** English: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const enCopy: CopyWords = {
  bylines:
    '[Bb]y|BY|[Rr]eporting by|[Ww]ritten by|[Ss]tory by|[Ww]ords|[Rr]eported by|Interview by|Live reporting by',
  abbreviations: {
    before: wordLines(`
      mr mrs ms mx messrs dr prof rev fr sr hon gen col lt maj capt cmdr sgt cpl pvt adm brig sen rep reps sens gov
      pres supt det insp msgr amb asst atty dist st ste mt ft vs v cf ca approx viz e.g i.e eg ie mlle mme
    `),
    beforeNumber: wordLines(`
      no nos p pp art arts fig figs vol vols ch chap sec sect par para pt ed rev op cl reg jan feb mar apr jun jul
      aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ver
    `),
    either: wordLines(`
      inc ltd co corp plc llc bros jr sr esq etc al dept est univ assn ave blvd rd hwy min max ala ariz ark calif
      colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt
      wash wis wyo ont que ph.d m.d b.a m.a
    `),
    starters: wordLines(`
      the a an he she it they we you i this that these those his her its their our my but and so or yet in on at by
      for from to of with as if when while where after before since until although though because however meanwhile
      then there here what who why how no not all some many most more several both another other only even still
      also once one two three earlier later last asked speaking according officials police
    `),
  },
  months: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  past: /\b(?:was|were|had|did|said|began|happened|died|fell|sank|signed|arrested|announced|\p{Ll}+ed)\b/u,
  future:
    /\b(?:will|shall|due|set to|scheduled|planned|going to|expected|to be held|until|by|upcoming|next|would|begins|starts|opens|expires|deadline|election|plans?|through)\b/u,
  meantTwice: wordLines(`
      had that very so no yes well now ha hey bye there many long far really much more again is do blah knock night
      tut hear
    `),
  otherYear:
    /\b(?:(?:last|next|previous|following|that) year|years? (?:ago|before|earlier|later|on)|anniversary)\b/iu,
  firstPerson: {
    recalls: 'we reported|we have reported',
    lead: 'and but so because then now',
    opens: "i i[’']m i[’']ve i[’']ll i[’']d we we[’']re we[’']ve we[’']ll we[’']d my our",
    own: 'i me my we our us',
  },
  sentenceGoesOn:
    /^(?:and|but|or|so|yet|which|who|while|because|although|though|when|where|after|before|as|with|in|on|at|for|from|by|to|the|he|she|it|they|was|were|is|are|has|had|said|then|that|until)$/u,
  speech: {
    said: wordLines(`
      said says told added adds explained replied noted argued warned insisted claimed stated wrote tweeted recalled
      announced continued declared
    `),
    who: 'he she they',
    source:
      /\b(?:said|says|say|saying|told|tells|according|alleg\w*|accus\w*|claim\w*|report\w*|stated|states|announc\w*|cit\w+|quot\w+|den\w+|insist\w*|argu\w+|warn\w*|charg\w+|convict\w*|indict\w*|plead\w*|pled|guilty|court|judge|jury|trial|prosecut\w*|investigat\w*|police|suspect\w*|believ\w*|think\w*|thought|found|ruled|sentenc\w*|confirm\w*|admit\w*|acknowledg\w*|describ\w*|call\w*|wrote|written|tweet\w*|show\w*|testif\w*|confess\w*|lawsuit|sued|complaint|would|could|might|may|if|whether|should|will)\b/iu,
    mine: 'i we my our us me',
  },
};
