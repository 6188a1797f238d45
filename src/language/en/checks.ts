/** English: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';
import { WITHIN, WORD, wordLines } from '../lists.ts';

export const enChecks: CheckWords = {
  bodyWords: {
    heads:
      'ministry|department|commission|agency|authority|directorate|secretariat|parliament|court|council|committee|board|union|bureau',
    links: 'of the|of|for the|for',
    isAfter: true,
    names: 'both',
    common: /^(?:court|council|committee|board|union|department|commission|agency|authority|bureau)/iu,
  },
  smallWords: {
    after:
      'the an and but or he she they it we his her its their who whom while because although though if that this these those in on at for with from by to as of so not was were is are has had have said there after before until since however meanwhile according police officials some many most then now when where which nobody nothing everyone everybody someone somebody neither none',
    said: 'he she they it we the a an said says added told asked wrote according his her their who and but while as in',
  },
  bodyGender: {
    patterns: [
      `the (?:${WORD} ){0,2}(?:party|ministry|commission|government|union|agency|authority|council|committee|company|bank|club|federation|association|parliament|cabinet|department|bureau|institute|board|firm|airline|museum|university|regulator|carmaker|group)(?: of (?:the )?${WORD})? (?:said|says|announced|added|confirmed|denied|insisted|warned|promised|stated|noted|declared),?(?: on ${WORD})?(?: that)? (s?he) `,
    ],
    across: [
      `the (?:${WORD} ){0,2}(?:party|ministry|commission|government|union|agency|council|committee|company|bank|federation|association|parliament|cabinet|department|board|airline|university)(?: of (?:the )?${WORD})?(?<between> [^.!?\\n“”"]{1,160})[.!?] (?<pronoun>s?he) (?:will|would|is|was|has|had|plans|wants|hopes|said|says|also|\\p{Ll}{3,}ed) `,
    ],
    person:
      'he|she|his|her|him|man|woman|men|women|boy|girl|minister|president|mayor|leader|driver|suspect|player|coach|officer|chief|director|manager|teacher|student|worker|employee|patient|victim|witness|lawyer|judge|candidate|senator|governor|spokes\\p{L}+|chair\\p{L}*|actor|actress|singer|founder|secretary|king|queen|captain|pilot|nurse|doctor|mr|mrs|ms|dr|mother|father|son|daughter|wife|husband|owner|boss|head|executive|member|official|journalist|reporter',
  },
  hearsay: [
    `\\b(?:said|says|told|claimed|reported|according to)\\b${WITHIN}\\bhad (?:been told|told|heard|said|learned|learnt)\\b${WITHIN}\\bhad (?:been told|told|heard|said|seen|learned|learnt)\\b`,
    `\\bheard (?:it |this |that |of it )?from [^.!?;\\n]{1,60}? who (?:had )?(?:heard|been told)\\b`,
    `\\btold [^.!?;\\n]{1,60}? who (?:had )?told [^.!?;\\n]{1,60}? who (?:had )?told\\b`,
    `\\b(?:said|says|told|claimed)\\b${WITHIN}\\b(?:heard|been told|was told|were told|learned|learnt) (?:it |this |that )?(?:from|by) (?:someone|somebody|others|friends|neighbou?rs|relatives|acquaintances|a (?:friend|neighbou?r|cousin|relative|acquaintance|colleague)) who (?:had )?(?:heard|been told|was told|knew)\\b`,
    `\\b(?:according to|reported|citing|quoting)\\b${WITHIN}\\b(?:citing|quoting|which cited|who cited|which quoted|who quoted)\\b${WITHIN}\\b(?:citing|quoting|which cited|who cited|which quoted|who quoted)\\b`,
  ],
  speechFirst:
    /^(?:(?:And|But|Then|Also|Later) )?(?:also |then |later )?(?:added|said|insisted|claimed|warned|argued|noted|explained|stressed|replied|promised|announced)(?: that)? (?:the|it|he|she|they|there|nobody|no one|a|an|his|her|their|its|all|some) /iu,
  andThat: {
    opens: /^And (?:that|how) (?:the|he|she|they|it|there|nobody|no|a|an|his|her|their|all|every) /u,
    before: /\bthat\b|\bhow\b/iu,
  },
  speakerPosts:
    'Inspector|Sergeant|Sgt\\.?|Captain|Capt\\.?|Lieutenant|Lt\\.?|Detective|Superintendent|Constable|Councill?or|Councilman|Councilwoman|Alderman|Mayor|Sheriff|Deputy|Judge|Professor|Prof\\.?|Dr\\.?|Mrs?\\.?|Ms\\.?|Rev\\.?|Fr\\.?|Bishop|Commissioner|Coach|spokes(?:man|woman|person)|lawyer|solicitor|barrister|skipper|farmer|engineer|headteacher|shopkeeper|neighbou?r|fisherman',
  titles:
    'president|mayor|governor|minister|senator|judge|bishop|professor|captain|sergeant|commissioner|councillor',
  bodies: wordLines(`
    un:UN who:WHO nato:NATO eu:EU imf:IMF ecb:ECB osce:OSCE iaea:IAEA oecd:OECD opec:OPEC wto:WTO unhcr:UNHCR echr:ECHR icrc:ICRC icj:ICJ ilo:ILO ema:EMA fatf:FATF wfp:WFP
  `),
};
