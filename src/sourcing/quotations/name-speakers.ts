/** Gives each statement's speaker one name: full names, surnames, titles and, where only one person can be meant, pronouns. */
import type { Span } from '../../kit/paragraphs.ts';
import type { FoundSpeaker, RawStatement } from './found.ts';
import { articles, type Mention, readMention } from './mention.ts';
import {
  appositionAfter,
  fullNamesOf,
  isAddressed,
  isUnsaidBehind,
  kin,
  nameBehind,
  nameGiven,
  nameOfKin,
  standsWithin,
  startsSentence,
  surnameOfHer,
  surnameOfHim,
  wordsOfName,
} from './name-words.ts';
import { pronounsOf } from './pronouns.ts';
import { isWithinWords } from './within-words.ts';

/** A speaker while the text is read. */
interface Known {
  name: string;
  words: string[];
  variants: Set<string>;
  roles: Set<string>;
  /** Whether it has a personal name rather than a description or a body's name. */
  isPerson: boolean;
  gender: 'm' | 'f' | null;
}

export interface NamedSpeaker {
  speaker: string | null;
  /** How sure the name is, to be multiplied with how sure the statement is. */
  sure: number;
}

const bodyWords =
  /(?:agency|office|ministry|council|committee|police|union|party|court|bank|university|institute|campaign|company|group|department|administration|government|association|federation|board|service|times|post|journal|news|radio|report|study|poll|survey|statement|inc|corp|ltd|house|senate|congress|commission|parliament|fund|press|foundation|center|centre|street|party|army|navy|nato|fbi|cia|white house)\b/iu;
const postOf = /\s(?:of|for|at|in|de|du|des|del|della|di|der|des|von|im|am|του|της|των)\s/iu; // what a post is over stands after it
const NEAR = 1_500; // characters back in which a pronoun's person is looked for
const MOST = 2_000; // speakers of one text; later ones keep the name of their own place

/** One for each statement, and the speakers in the order in which they come. */
export function nameSpeakers(
  text: string,
  raw: readonly RawStatement[],
  language: string,
): { named: NamedSpeaker[]; speakers: FoundSpeaker[] } {
  const registry = new Registry(text);
  const pronouns = pronounsOf(language);
  const inOrder = raw
    .map((each, index) => ({ each, index }))
    .sort((a, b) => placeOf(a.each) - placeOf(b.each));
  for (const { each } of inOrder) if (each.source) registry.learn(each.source, pronouns, each.content);
  const named: NamedSpeaker[] = raw.map(() => ({ speaker: null, sure: 1 }));
  for (const { each, index } of inOrder) {
    if (each.before) registry.mention(each.before, pronouns);
    if (each.source)
      named[index] = registry.nameOf(each.source, pronouns, each.content, isWithinWords(raw, index));
    else if (each.implied && each.cue) named[index] = registry.lastBefore(each.cue.start);
  }
  return { named, speakers: registry.speakers(named) };
}

/** Where a statement's speaker is named, or else would be. */
function placeOf({ source, cue, content }: RawStatement): number {
  return source?.start ?? cue?.start ?? content[0]?.start ?? 0;
}

type Pronouns = ReturnType<typeof pronounsOf>;

class Registry {
  readonly #text: string;
  readonly #known: Known[] = [];
  readonly #byWord = new Map<string, Known[]>();
  #last: { who: Known; at: number } | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** First reading: every full name, so that an early surname finds a later full name. */
  learn(source: Span, pronouns: Pronouns, content: readonly Span[]): void {
    const said = this.#text.slice(source.start, source.end);
    if (pronouns.has(said.trim().toLowerCase()) || this.#known.length >= MOST) return;
    const mention = this.#mention(source, content);
    if (mention?.kind !== 'full') return;
    const known = this.#same(mention.name) ?? this.#add(mention.name);
    this.#note(known, mention, isUnsaidBehind(source, content) ? source.end : null);
  }

  /** `after`: where a post may stand behind the name; null where what is said stands there. */
  #note(known: Known, mention: Mention, after: number | null): void {
    known.variants.add(mention.name);
    known.gender ??= mention.gender;
    if (mention.role !== '') known.roles.add(mention.role);
    const post = after === null ? '' : appositionAfter(this.#text, after);
    if (post !== '' && known.isPerson) known.roles.add(post);
  }

  /** What the phrase says; ‘the head of the inquiry, Eleni Doukas,’ names somebody behind the comma. */
  #mention(source: Span, content: readonly Span[]): Mention | null {
    const said = this.#text.slice(source.start, source.end);
    const mention = readMention(said);
    if (!mention || mention.kind === 'full' || !isUnsaidBehind(source, content)) return mention;
    const rest = this.#text.slice(source.end, source.end + 80);
    const name = (kin.test(said) ? nameOfKin : nameBehind).exec(rest)?.[1] ?? nameGiven(rest);
    return name ? { ...mention, name, kind: 'full', role: said.replace(articles, '').trim() } : mention;
  }

  #add(name: string, isDescription = false): Known {
    const words = wordsOfName(name);
    const isPerson =
      !isDescription && // ‘President Mantas's advisers’
      words.length >= 2 &&
      words.length <= 5 &&
      /^\p{Lu}/u.test(name) &&
      !bodyWords.test(name) &&
      !articles.test(name);
    const known: Known = { name, words, variants: new Set([name]), roles: new Set(), isPerson, gender: null };
    this.#known.push(known);
    for (const word of new Set(words)) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), known]);
    return known;
  }

  /** The same name, or one whose words hold all of these in order. */
  #same(name: string): Known | null {
    const words = wordsOfName(name);
    const near = this.#byWord.get(words.at(-1) ?? '') ?? [];
    const equal = near.find((known) => known.words.join(' ') === words.join(' '));
    if (equal) return equal;
    const holds = near.filter(
      (known) =>
        known.isPerson &&
        words.length >= 2 &&
        (standsWithin(words, known.words) || standsWithin(known.words, words)),
    );
    if (holds.length !== 1) return null;
    const [known] = holds as [Known];
    if (words.length > known.words.length) {
      known.name = name;
      known.words = words;
    }
    return known;
  }

  /** Second reading: who is meant here. */
  nameOf(source: Span, pronouns: Pronouns, content: readonly Span[], isWithin: boolean): NamedSpeaker {
    const said = this.#text.slice(source.start, source.end).trim();
    const pronoun = pronouns.get(said.toLowerCase());
    if (pronoun) return this.#pronoun(pronoun, source);
    const mention = this.#mention(source, content);
    if (!mention) return { speaker: null, sure: 0.7 };
    const found = mention.kind === 'surname' ? this.#surname(mention) : this.#same(mention.name);
    const known =
      found ??
      this.#namedInFull(mention) ??
      this.#byRole(mention.name) ??
      this.#add(mention.name, mention.kind === 'description');
    this.#note(known, mention, isUnsaidBehind(source, content) ? source.end : null);
    if (!isWithin) this.#last = { who: known, at: source.end };
    return { speaker: known.name, sure: found || mention.kind !== 'surname' ? 1 : 0.9 };
  }

  /** Somebody whom a sentence is about, and who says nothing in it: what follows without a name is theirs. */
  mention(place: Span, pronouns: Pronouns): void {
    if (this.#last && this.#last.at >= place.end) return;
    const said = this.#text.slice(place.start, place.end).trim();
    if (pronouns.has(said.toLowerCase())) return;
    const mention = readMention(said);
    if (!mention || mention.kind === 'description') return;
    const known = mention.kind === 'surname' ? this.#surname(mention) : this.#same(mention.name);
    if (!known && (mention.kind === 'surname' || this.#known.length >= MOST)) return;
    const who = known ?? this.#add(mention.name);
    if (!who.isPerson) return;
    this.#note(who, mention, null);
    this.#last = { who, at: place.end };
  }

  /** Whom the text names in full though they say nothing there: ‘Ana Ruiz was late. Ruiz said …’. */
  #namedInFull({ kind, name }: Mention): Known | null {
    if (kind !== 'surname' || this.#known.length >= MOST) return null;
    const names = fullNamesOf(this.#text, name);
    return names.length === 1 ? (this.#same(names[0] ?? '') ?? this.#add(names[0] ?? '')) : null;
  }

  #surname(mention: Mention): Known | null {
    const fitting = (this.#byWord.get(wordsOfName(mention.name)[0] ?? '') ?? []).filter(
      (known) =>
        (known.isPerson || known.name === mention.name) &&
        (known.gender === null || mention.gender === null || known.gender === mention.gender),
    );
    const byLast = fitting.filter((known) => known.words.at(-1) === wordsOfName(mention.name)[0]);
    const pick =
      byLast.length > 0
        ? byLast
        : fitting.length > 0
          ? fitting
          : this.#inflected(wordsOfName(mention.name)[0] ?? '');
    if (pick.length === 1) return pick[0] ?? null;
    return pick.find((known) => known === this.#last?.who) ?? null;
  }

  /** ‘Вамвакаса’ is Вамвакас: Slavic and Greek names change their endings. */
  #inflected(word: string): Known[] {
    if (word.length < 5 || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return [];
    const stem = word.slice(0, Math.max(4, word.length - 2));
    return this.#known.filter(({ isPerson, words }) => {
      const last = words.at(-1) ?? '';
      return isPerson && last.startsWith(stem) && Math.abs(last.length - word.length) <= 2;
    });
  }

  /** ‘the mayor’, when one known person is a mayor. */
  #byRole(description: string): Known | null {
    if (!articles.test(description)) return null;
    const title = description.replace(articles, '').toLowerCase();
    const holds = (role: string) => ` ${role.toLowerCase().split(postOf)[0]}`.endsWith(` ${title}`);
    const fitting = this.#known.filter(({ isPerson, roles }) => isPerson && [...roles].some(holds));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  /** The last speaker, when nobody else who could be meant is named since. */
  #pronoun(gender: 'm' | 'f' | 'any' | 'none', source: Span): NamedSpeaker {
    const addressed = this.#addressed(gender, source);
    if (addressed) return addressed;
    const last = this.#last;
    const isOne = gender === 'm' || gender === 'f' ? last && isAddressed(this.#text, last.who.name) : false;
    if (gender === 'none' || !last || source.start - last.at > NEAR || !(last.who.isPerson || isOne))
      return { speaker: null, sure: 0.8 };
    if (gender !== 'any' && last.who.gender !== null && last.who.gender !== gender)
      return { speaker: null, sure: 0.7 };
    const between = this.#text.slice(last.at, source.start);
    const others = this.#known.some(
      (known) => known !== last.who && known.isPerson && startsSentence(between, known),
    );
    if (others) return { speaker: null, sure: 0.7 };
    if (gender !== 'any') last.who.gender ??= gender;
    this.#last = { who: last.who, at: source.end };
    return { speaker: last.who.name, sure: 0.9 };
  }

  /** ‘Ms. Solheim went to sea. … she recalled’: whom the text addresses last since somebody spoke, where only one is so addressed. */
  #addressed(gender: 'm' | 'f' | 'any' | 'none', source: Span): NamedSpeaker | null {
    if (gender !== 'm' && gender !== 'f') return null;
    const from = Math.max(this.#last?.at ?? 0, source.start - NEAR);
    const between = this.#text.slice(from, source.start);
    const surnames = new Set(
      [...between.matchAll(gender === 'f' ? surnameOfHer : surnameOfHim)].map(([, name]) => name),
    );
    const [surname] = surnames;
    if (surnames.size !== 1 || surname === undefined || this.#known.length >= MOST) return null;
    const who = this.#byAddress(surname, source.start);
    if (!who || (who.gender !== null && who.gender !== gender)) return null;
    who.gender = gender;
    this.#last = { who, at: source.end };
    return { speaker: who.name, sure: 0.9 };
  }

  /** The one person of this surname who has said something or is named in full before. */
  #byAddress(surname: string, end: number): Known | null {
    const known = this.#byWord.get(surname.toLowerCase());
    if (known) return known.length === 1 ? (known[0] ?? null) : null;
    const whole = new RegExp(`\\p{Lu}[\\p{L}.’'-]+ (?:\\p{Lu}[\\p{L}.’'-]* )?${surname}(?![\\p{L}])`, 'gu');
    for (const [found] of this.#text.slice(0, end).matchAll(whole)) {
      const mention = readMention(found);
      if (mention?.kind === 'full') return this.#same(mention.name) ?? this.#add(mention.name);
    }
    return null;
  }

  /** Who is meant by a verb without a subject. */
  lastBefore(at: number): NamedSpeaker {
    const last = this.#last;
    if (!last || at - last.at > NEAR) return { speaker: null, sure: 0.8 };
    const others = this.#known.some(
      (known) => known !== last.who && known.isPerson && this.#text.lastIndexOf(known.name, at) >= 0,
    );
    this.#last = { who: last.who, at };
    return { speaker: last.who.name, sure: others ? 0.7 : 1 };
  }

  /** Those who say something, in the order in which they were met. */
  speakers(named: readonly NamedSpeaker[]): FoundSpeaker[] {
    const speaking = new Set(named.map(({ speaker }) => speaker));
    return this.#known
      .filter(({ name }) => speaking.has(name))
      .map(({ name, variants, roles }) => ({
        name,
        variants: [...variants].filter((each) => each !== name),
        roles: [...roles],
      }));
  }
}
