/** The English words by which a text says that someone says, thinks or shows something. Written for this project. */

/** How a verb takes what is said: see the classes below. */
export interface Cue {
  /** Takes a clause: ‘said that …’, ‘…, she said’. */
  clause: boolean;
  /** Names who is told before what is told: ‘told reporters that’. */
  told: boolean;
  /** Takes a thing: ‘criticised the plan’, ‘called for a vote’. */
  thing: boolean;
  /** May follow or break off what is said: ‘…, warned the mayor, …’. */
  aside: boolean;
  /** 0 to 1: how surely it is a report of speech rather than of thought or evidence. */
  weight: number;
}

const speech = `say add argue assert affirm allege announce answer ask claim comment complain concede conclude confess confirm
 contend continue counter declare deny disclose emphasize emphasise exclaim explain hint insist interject joke lament
 maintain mention muse note object observe opine predict proclaim promise quip reason recall recount reflect reiterate
 relate remark repeat reply report respond retort reveal scoff shout snap speculate state stress swear testify tweet
 post underline underscore vow warn whisper wonder write yell chant cry scream boast brag caution advise acknowledge
 admit agree disagree echo charge clarify elaborate estimate forecast guarantee imply inquire mutter murmur plead
 pledge protest propose recommend stipulate volunteer blog email tell suggest sing urge demand rule argue read bristle
 grumble thunder beg lecture chime groan gush deadpan fume rail rant sneer marvel interrupt conjecture posit theorize
 theorise decree tease crow counsel avow attest aver gripe surmise venture signal concur enthuse prophesy foretell infer deduce
 expound recite intone stammer sigh laugh bellow roar holler mumble stutter growl snarl bark intimate rejoin parry demur
 cheer pray warrant certify retaliate growl vouch rehearse restate summarize summarise acknowledge profess relay`;
const told = `tell assure inform warn remind advise notify ask caution promise reassure brief`;
const moved = `urge order instruct convince persuade teach implore beg challenge encourage invite press lobby direct command
 exhort entreat petition admonish allow let`;
const thought = `think believe hope fear worry expect feel know assume doubt guess imagine realize realise understand suspect
 wish intend plan dream decide determine learn anticipate suppose figure regret want need hear conclude forget remember
 reckon presume foresee`;
const evidence = `show indicate demonstrate find reveal prove document detail specify provide require`;
const things = `criticize criticise condemn denounce blast slam attack ridicule mock praise hail applaud welcome laud defend
 endorse support oppose reject dismiss question challenge dispute describe characterize characterise portray
 depict label brand dub cite quote invoke discuss debate outline detail tout highlight blame accuse liken compare demand
 seek request propose favor favour advocate urge vow pledge promise threaten offer decline refuse order deny downplay
 decry bemoan embrace bash rip lambaste lambast express voice raise want announce predict reference recommend slate
 call chide rebuke scold excoriate deride belittle disparage deplore champion back resist rule approve authorize permit
 forbid prohibit mention note acknowledge recall explain address stress emphasize emphasise underscore consider view
 regard see deem report reveal disclose recount repeat reiterate echo claim admit confirm warn suggest protest
 contemplate envision declare cheer commend salute credit fault thank insult taunt berate assail castigate skewer plan
 support prefer like love hate admire respect appreciate trust fear expect ask answer accept agree doubt interpret
 understand identify name rate rank judge assess pronounce argue promote chastise upbraid disavow repudiate renounce
 contest rebut refute rebuff retract recant vilify malign demonize demonise scorn spurn extol congratulate float
 exhort restate eschew spell recite acknowledge lament complain protest celebrate honor honour disclose evoke hint
 pan savage trash scorch vet weigh probe investigate document predict pitch preach read request profess`;

/** Verbs that are cues only with their preposition or particle; the cue reaches over it. */
const phrasal: Record<string, string> = {
  point: 'to out',
  speak: 'of about out against',
  talk: 'about of',
  refer: 'to',
  allude: 'to',
  object: 'to',
  respond: 'to',
  complain: 'about of that',
  worry: 'about',
  warn: 'of about against',
  boast: 'of about',
  brag: 'about',
  apologize: 'for',
  apologise: 'for',
  argue: 'for against',
  comment: 'on',
  push: 'for back',
  rail: 'against',
  lash: 'out',
  agree: 'with to on',
  disagree: 'with',
  vote: 'for against to',
  campaign: 'for against',
  press: 'for',
  plead: 'for with',
  hint: 'at',
  rule: 'out',
  lay: 'out',
  focus: 'on',
  joke: 'about',
  ask: 'about for',
  dream: 'of about',
  insist: 'on',
  think: 'of about',
  care: 'about',
  hear: 'about of',
  know: 'about of',
  believe: 'in',
  hope: 'for to',
  commit: 'to',
  promise: 'to',
  react: 'to',
  sign: 'off',
  weigh: 'in',
  chip: 'in',
  pipe: 'up',
  sum: 'up',
  blurt: 'out',
  cry: 'out',
  call: 'for on out',
  sound: 'off',
  fire: 'back',
  hit: 'back out at',
  shoot: 'back',
  put: 'it forward',
  go: 'on',
  opt: 'for',
};

const irregular: Record<string, string> = {
  said: 'say',
  says: 'say',
  saying: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  thought: 'think',
  knew: 'know',
  known: 'know',
  felt: 'feel',
  found: 'find',
  shown: 'show',
  swore: 'swear',
  sworn: 'swear',
  forbade: 'forbid',
  forbidden: 'forbid',
  saw: 'see',
  seen: 'see',
  sang: 'sing',
  sung: 'sing',
  sought: 'seek',
  understood: 'understand',
  foresaw: 'foresee',
  heard: 'hear',
  learnt: 'learn',
  dreamt: 'dream',
  forgot: 'forget',
  forgotten: 'forget',
  taught: 'teach',
  spoke: 'speak',
  spoken: 'speak',
  laid: 'lay',
  hit: 'hit',
  shot: 'shoot',
  put: 'put',
  went: 'go',
  gone: 'go',
  read: 'read',
  began: 'begin',
  begun: 'begin',
  cast: 'cast',
  stood: 'stand',
  lied: 'lie',
  meant: 'mean',
};

const doubling =
  /^(?:admit|refer|quip|rebut|plan|rip|slam|brag|beg|commit|permit|forget|forbid|begin|put|hit|rap|pan|tip|dub|prefer|opt|demur)$/;

/** Every inflected form of the verbs above, with what it is a form of. */
export function formsOfCues(): {
  cues: Map<string, Cue>;
  lemmas: Map<string, string>;
  particles: Map<string, Set<string>>;
} {
  const cues = new Map<string, Cue>();
  const add = (words: string, change: Partial<Cue>) => {
    for (const lemma of words.split(/\s+/).filter(Boolean)) {
      const known = cues.get(lemma) ?? { clause: false, told: false, thing: false, aside: false, weight: 0 };
      cues.set(lemma, { ...known, ...change, weight: Math.max(known.weight, change.weight ?? 0) });
    }
  };
  add(speech, { clause: true, aside: true, weight: 1 });
  add(told, { clause: true, told: true, weight: 0.95 });
  add(moved, { thing: true, weight: 0.65 }); // to have others do something: below what the desk is shown
  add(thought, { clause: true, weight: 0.6 });
  add(evidence, { clause: true, thing: true, weight: 0.6 });
  add(things, { thing: true, weight: 0.5 });
  add('believe think suspect fear figure guess', { aside: true });
  add('order instruct command implore beg offer', { aside: true, clause: true }); // ‘“Out!” an officer ordered’
  const particles = new Map(
    Object.entries(phrasal).map(([verb, words]) => [verb, new Set(words.split(' '))]),
  );
  const lemmas = new Map<string, string>();
  for (const lemma of [...cues.keys(), ...particles.keys()])
    for (const form of inflect(lemma)) lemmas.set(form, lemma);
  for (const [form, lemma] of Object.entries(irregular)) {
    if (cues.has(lemma) || particles.has(lemma)) lemmas.set(form, lemma);
  }
  return { cues, lemmas, particles };
}

function inflect(verb: string): string[] {
  const stem = doubling.test(verb) ? verb + verb.at(-1) : verb;
  if (/[^aeiou]y$/.test(verb)) {
    const base = verb.slice(0, -1);
    return [verb, `${base}ies`, `${base}ied`, `${verb}ing`];
  }
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const s = /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, s, `${stem}ed`, `${stem}ing`];
}

/** Nouns of how somebody puts something: ‘Rigas's description of it as “…”’. */
export const describingNouns: ReadonlySet<string> = new Set(
  'description characterization characterisation portrayal depiction assessment'.split(' '),
);

/** Nouns that carry a statement: ‘the mayor's claim that …’, ‘a call for …’. */
export const sayingNouns = new Set(
  `claim claims belief view views statement assertion assertions allegation allegations argument arguments suggestion
 suggestions promise promises threat threats fear fears hope hopes concern concerns conclusion prediction warning
 warnings accusation accusations demand demands call calls pledge vow announcement opinion contention insistence
 acknowledgment admission proposal remark remarks comment comments criticism request plea complaint complaints doubt
 doubts assurance assurances finding findings testimony declaration confession estimate denial notion idea emphasis
 refusal reminder rumor rumors rumour rumours theory suspicion suspicions perception impression consensus confidence
 understanding reassurance question questions feeling feelings sense judgment judgement ruling expectation expectations`.split(
    /\s+/,
  ),
);

/** ‘is worried that’, ‘were sure he’: what someone is, when they think something. */
export const sayingStates = new Set(
  `worried confident sure certain concerned afraid convinced hopeful optimistic proud glad happy sorry aware unaware angry
 surprised disappointed frustrated skeptical sceptical doubtful adamant clear unsure uncertain grateful determined
 pleased alarmed outraged upset eager reluctant unwilling willing wary critical supportive opposed committed
 embarrassed excited fearful ashamed shocked stunned furious nervous relieved thrilled troubled`.split(/\s+/),
);

/** After these a clause of its own begins, not more of what is said. */
export const breaks = new Set('while although though whereas but'.split(' '));

/** Days and parts of days, that may stand between a cue and what is said. */
export const timeWords = new Set(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow morning afternoon evening night
 earlier later recently last week month year now then also again once late early publicly privately repeatedly
 bluntly flatly january february march april may june july august september october november december`.split(
    /\s+/,
  ),
);

/** Titles before a name; also told by what follows them. */
export const titles = new Set(
  `me mr mr. mrs mrs. ms ms. miss dr dr. prof prof. gov gov. sen sen. rep reps rep. reps. gen gen. lt lt. col col. capt capt. sgt sgt. maj
 maj. adm adm. rev rev. fr fr. hon hon. sir dame lord lady president chancellor premier minister secretary senator
 governor mayor representative congressman congresswoman chairman chairwoman director justice judge general colonel
 captain sergeant officer detective sheriff professor bishop archbishop pope cardinal king queen prince princess
 ambassador commissioner councillor councilman councilwoman attorney spokesman spokeswoman spokesperson deputy
 мэр президент премьер министр глава губернатор депутат мер міністр голова bürgermeister bürgermeisterin präsident
 präsidentin ministerin kanzler kanzlerin sprecher sprecherin alcalde alcaldesa presidente presidenta ministro ministra
 maire président présidente ministre sindaco sindaca πρόεδρος δήμαρχος υπουργός πρωθυπουργός εκπρόσωπος
 ceo cfo coo cto mp mep msp pm del. co-ceo vp chief coach inspector harbourmaster pastor imam rabbi brother sister father`.split(
    /\s+/,
  ),
);
