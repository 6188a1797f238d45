/**
 * What the API takes and gives, once: requests are read by these, answers are held to them by a test, and
 * /api/openapi.json is made of them.
 */
import { z } from 'zod';
import { storyKinds } from '../kit/story-kind.ts';

const instant = z.iso.datetime().describe('ISO 8601, UTC');
const language = z.string().describe('BCP 47');
const address = z.url();

export const storyId = z.uuid().describe('An edition: a story in one language');

export const listing = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many'),
  after: z
    .string()
    .regex(/^\d{1,15}(_[0-9a-f-]{36})?$/)
    .optional()
    .describe('Where the page before ended; `next` has it'),
  language: language.max(35).optional().describe('Only editions in this language'),
  section: z.string().max(100).optional().describe('Only stories of the section with this slug'),
  topic: z.string().max(100).optional().describe('Only stories of the topic with this slug'),
  kind: z.enum(storyKinds).optional().describe('Only stories of this kind: news, opinion …'),
  source: z.string().max(100).optional().describe('Only stories that came from the source with this slug'),
});

const named = z.strictObject({ slug: z.string(), name: z.string() });

export const summary = z.strictObject({
  id: storyId,
  story: z.uuid().describe('The same in all editions of a story'),
  url: address.describe('The page for readers'),
  api: address,
  language,
  headline: z.string(),
  dek: z.string(),
  kind: z.enum(storyKinds).describe('What it is for its readers'),
  byline: z.string(),
  section: named.nullable(),
  source: z.strictObject({ name: z.string(), credit: z.string() }).nullable(),
  through: z.array(z.string()).describe('Who the story came through, first first; empty for own reports'),
  published: instant,
  changed: instant.describe('When what readers see last changed'),
});

const hop = z.strictObject({
  party: z.string(),
  act: z.enum(['said', 'reported', 'translated', 'aggregated', 'published']),
  language: language.nullable(),
  link: z.string().nullable(),
  at: instant.nullable(),
});

const statement = z.strictObject({
  words: z.string().describe('As they stand in the body'),
  form: z.enum(['direct', 'mixed', 'indirect']),
  speaker: z.strictObject({ name: z.string(), role: z.string() }),
  occasion: z.string().describe('Where and when it was said'),
  hops: z.array(hop).describe('From the speaker to us'),
  standing: z.enum(['unverified', 'confirmed', 'disputed', 'denied', 'retracted']),
  standingNote: z.string(),
  original: z.strictObject({ words: z.string(), language: language.nullable() }).nullable(),
});

const translation = z.strictObject({
  from: language.describe('The language of the original'),
  of: z.string().nullable().describe('The original: our own edition, else the report that it was made of'),
  made: z
    .enum(['trained', 'rules', 'desk'])
    .describe('By a trained engine, by an engine of rules, or by people alone'),
  engines: z.array(z.strictObject({ name: z.string(), version: z.string().nullable() })),
  read: z
    .strictObject({ by: z.string(), at: instant })
    .nullable()
    .describe('Who read it against the original before it went out'),
  sentences: z
    .array(z.strictObject({ original: z.string(), translated: z.string() }))
    .describe('Side by side, where the contract with the source lets us show its words'),
});

export const live = z.strictObject({
  started: instant,
  ended: instant.nullable().describe('Null while it is under way'),
  entries: z.int().describe('The number of the newest entry; 0 for none'),
  api: address.describe('Where the entries are'),
});

export const story = summary.extend({
  dateline: z.string(),
  html: z.string().describe('Safe to put into a page'),
  topics: z.array(named),
  original: z.string().nullable().describe('The report that it was made of'),
  hops: z.array(hop),
  statements: z.array(statement).describe('Who said what; confirmed by an editor'),
  corrections: z.array(
    z.strictObject({ kind: z.enum(['correction', 'update', 'kill']), notice: z.string(), at: instant }),
  ),
  editions: z.array(z.strictObject({ language, url: address, api: address, headline: z.string() })),
  translation: translation.nullable().describe('How it was translated; null for an edition that is none'),
  live: live.nullable().describe('Of a live story; null for any other'),
  ninjs: address,
});

export const entryListing = z.strictObject({
  limit: listing.shape.limit,
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(9_999_999)
    .optional()
    .describe('Only entries with a lower number'),
  key: z.enum(['yes']).optional().describe('Only key moments'),
});

export const entry = z.strictObject({
  id: z.uuid(),
  number: z.int().describe('Its place among the entries of the edition; it never changes'),
  url: address,
  headline: z.string().describe('May be empty'),
  title: z.string().describe('Its headline, else how it begins'),
  byline: z.string(),
  html: z.string().describe('Safe to put into a page; empty where it was withdrawn'),
  key: z.boolean().describe('A key moment'),
  pinned: z.boolean(),
  published: instant,
  changed: instant,
  source: z.strictObject({ name: z.string(), credit: z.string() }).nullable(),
  original: z.string().nullable().describe('The report that it was made of'),
  hops: z.array(hop),
  statements: z.array(statement),
  picture: z
    .strictObject({ url: address, alt: z.string(), caption: z.string(), credit: z.string() })
    .nullable(),
  corrections: z.array(z.strictObject({ notice: z.string(), at: instant })).describe('The last first'),
  withdrawn: z.strictObject({ notice: z.string(), at: instant }).nullable(),
  translationOf: z.uuid().nullable().describe('The entry of another edition that it is a translation of'),
  translation: translation
    .omit({ of: true, made: true })
    .nullable()
    .describe('How it was translated; null for an entry that is no translation'),
});

export const entryList = z.strictObject({
  live,
  entries: z.array(entry).describe('Newest first'),
  next: address.optional().describe('The next page; absent on the last'),
});

export const frontListing = z.strictObject({
  language: language.max(35).optional().describe('Of which language; the paper’s own where it is not said'),
  section: z.string().max(100).optional().describe('The page of the section with this slug'),
});

export const frontAnswer = z.strictObject({
  language,
  section: named.nullable().describe('Null for the paper’s own front'),
  until: instant.nullable().describe('When it may be otherwise though nothing is published; null for never'),
  places: z
    .array(
      z.strictObject({
        place: z.enum(['lead', 'pair', 'middle', 'strip', 'list']),
        number: z.int().describe('Within its part, from 1'),
        strip: named.nullable().describe('Whose strip it is'),
        held: z.boolean().describe('An editor holds it there; else the machine chose it'),
        headline: z.string().describe('As it stands there'),
        kicker: z.string(),
        size: z.enum(['usual', 'bigger', 'smaller']),
        package: z.string().nullable().describe('The name of the event, where it stands with its pieces'),
        story: summary,
        under: z.array(summary).describe('What stands under it'),
      }),
    )
    .describe('In the order in which a reader meets them'),
});

export const storyList = z.strictObject({
  stories: z.array(summary),
  next: address.optional().describe('The next page; absent on the last'),
});

export const paperAnswer = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  language,
  timeZone: z.string(),
  url: address,
  sections: z.array(
    named.extend({
      names: z.record(z.string(), z.string()).describe('What it is called in other languages of the paper'),
      url: address,
    }),
  ),
});

export const corrections = z.strictObject({
  corrections: z.array(
    z.strictObject({
      kind: z.enum(['correction', 'update', 'kill']),
      notice: z.string(),
      at: instant,
      headline: z.string(),
      language,
      url: address.nullable().describe('Null when the story was withdrawn'),
    }),
  ),
  next: address.optional(),
});

const released = z.strictObject({
  id: storyId,
  story: z.uuid().describe('The same in all editions of a story'),
  state: z
    .enum(['embargoed', 'lifted', 'out', 'withdrawn'])
    .describe('lifted: may be used now; out: readers have it, at `url`; withdrawn: not to be used'),
  embargoedUntil: instant.nullable().describe('Not for readers before; null once that is over'),
  version: z.int().describe('Rises with each release and each change of it'),
  released: instant,
  why: z.string().describe('What became of it, in words'),
  language: language.nullable(),
  kind: z.enum(storyKinds).nullable(),
  headline: z.string().nullable().describe('Null, as all its words, once it was withdrawn'),
  dek: z.string().nullable(),
  byline: z.string().nullable(),
  url: address.nullable(),
  ninjs: address,
});

export const ninjs = z.looseObject({ uri: z.string() }).describe('IPTC ninjs 3.1');

export const releases = z.strictObject({
  stories: z.array(released).describe('The soonest embargo first, then what became of others'),
  advisories: z.array(ninjs).describe('Messages about copy, no copy: of the genre Advisory'),
});

/** RFC 9457. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('One of docs/refusals.md'),
  detail: z.string(),
  fields: z.record(z.string(), z.string()),
});
