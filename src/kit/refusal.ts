/**
 * Refusals: the expected no's. Each has a code that is never reused, a status and words for the person; all are listed
 * here and in docs/refusals.md, and a test compares the two. Anything else that is thrown is a bug.
 */
import { enRefusals } from '../language/en/refusals.ts';

export const refusals = {
  'not-found': { status: 404, words: 'There is nothing here.' },
  'story-killed': { status: 410, words: 'This story was withdrawn.' },
  'form-incomplete': { status: 422, words: 'Something in the form is missing or not as it should be.' },
  'form-expired': {
    status: 403,
    words: 'This form is out of date. Load the page again and send it once more.',
  },
  'key-wrong': { status: 401, words: 'The key is missing, wrong or ended.' },
  'other-site': { status: 403, words: 'This form was sent from another site.' },
  'sign-in-needed': { status: 401, words: 'Sign in first.' },
  'sign-in-refused': { status: 401, words: 'That address and password do not go together.' },
  'password-due': { status: 403, words: 'Choose a password of your own first.' },
  'role-needed': { status: 403, words: 'Your role does not allow this.' },
  'staff-exists': { status: 409, words: 'Someone with this address is on the staff already.' },
  'last-administrator': {
    status: 409,
    words: 'The last administrator has to stay. Make someone else one first.',
  },
  'setup-done': { status: 410, words: 'This newsroom is already set up.' },
  'setup-link-wrong': { status: 403, words: 'This set-up link is not the one printed at start.' },
  'too-many-tries': { status: 429, words: 'Too many tries. Wait a minute.' },
  'disk-full': {
    status: 507,
    words: 'The disk of this newsroom is full. Nothing was saved; free some space and try again.',
  },
  'store-away': {
    status: 503,
    words: 'The database of this newsroom does not answer just now. Try again in a few seconds.',
  },
  'too-large': { status: 413, words: 'That is too large.' },
  'story-locked': { status: 409, words: 'Someone else is editing this story.' },
  'take-outdated': { status: 409, words: 'The story was saved by someone else since you opened it.' },
  'story-not-ready': { status: 409, words: 'The story cannot be published yet.' },
  'finding-stands': { status: 409, words: 'The check still finds the same there.' },
  'story-state-wrong': { status: 409, words: 'The story is not in a state for this.' },
  'entry-not-ready': { status: 409, words: 'The entry cannot go out yet.' },
  'entry-changed': { status: 409, words: 'Somebody else has dealt with this entry meanwhile.' },
  'item-taken': { status: 409, words: 'This item was picked up already.' },
  'cluster-changed': {
    status: 409,
    words: 'These items were put together or parted otherwise meanwhile.',
  },
  'item-withheld': {
    status: 409,
    words: 'The source has withheld or withdrawn this item, or it is under embargo.',
  },
  'signature-wrong': {
    status: 401,
    words: 'The signature is missing, wrong or too old. See docs/webhook.md.',
  },
  'translation-not-allowed': {
    status: 403,
    words: 'The contract with the source does not allow translation.',
  },
  'translation-unsettled': {
    status: 409,
    words: 'Something critical between original and translation is not settled.',
  },
  'source-exists': { status: 409, words: 'This source is there already.' },
  'feed-not-found': { status: 422, words: 'No feed was found at that address.' },
  'address-refused': { status: 422, words: 'That address is not on the public internet.' },
  'upload-not-image': { status: 422, words: 'That file is not a picture this newsroom can read.' },
  'media-ended': { status: 409, words: 'This picture may not be shown any more.' },
  'media-changed': { status: 409, words: 'Somebody else changed this picture meanwhile. Look at it again.' },
  'media-in-use': { status: 409, words: 'This picture stands in stories.' },
  'media-uncut': { status: 409, words: 'The terms of this picture forbid to cut it.' },
  'media-away': { status: 503, words: 'The store of media does not do what it is asked.' },
  'upload-not-media': { status: 422, words: 'That file is not a film or sound that browsers play.' },
  'media-not-fetched': { status: 422, words: 'The picture cannot be fetched there.' },
  'embed-not-read': { status: 422, words: 'What stands there cannot be read. Type its words.' },
  'push-service-unknown': { status: 422, words: 'That is not the address of a push service.' },
  'push-keys-wrong': { status: 422, words: 'The keys of this subscription are not valid.' },
  'device-unknown': { status: 404, words: 'This device is not known here.' },
  'alert-left': {
    status: 409,
    words:
      'This alert has left already, or was stopped. What is on its way can be stopped, corrected or withdrawn.',
  },
  'alert-told': { status: 409, words: 'Readers were told of this story already.' },
  'replies-closed': { status: 409, words: 'Replies to this story are closed.' },
  'reply-decided': { status: 409, words: 'Somebody else has decided on this reply meanwhile.' },
  'objection-weighed': { status: 409, words: 'Somebody else has weighed this meanwhile.' },
  'move-under-way': {
    status: 409,
    words: 'This move is under way already. Wait for it, or end it where it runs.',
  },
  'plan-changed': {
    status: 409,
    words: 'Somebody else changed this on the plan meanwhile. Look at it again.',
  },
  'plan-has-story': { status: 409, words: 'There is a story of this already.' },
  'handover-taken': { status: 409, words: 'Somebody else has taken this over already.' },
  'staff-left': { status: 409, words: 'That colleague works here no more.' },
  'calendar-not-read': { status: 422, words: 'That is not a calendar that can be read.' },
  'front-changed': { status: 409, words: 'Somebody else changed this front meanwhile.' },
  'reply-refused': { status: 422, words: 'This reply cannot be taken.' },
} as const satisfies Record<string, { status: number; words: string }>;

export type RefusalCode = keyof typeof refusals;

type Reasons = typeof enRefusals;
export type ReasonName = keyof Reasons;
type FactsOf<Name extends ReasonName> = Reasons[Name] extends (facts: infer Facts) => string ? Facts : never;

/** Why exactly, as a name and the facts that it tells of. What is said of it stands in catalogs, `language/<code>/refusals.ts`. */
export interface Reason {
  name: ReasonName;
  facts: object;
}

/** `because('storyIs', { status })`; without facts where the reason has none. */
export function because<Name extends ReasonName>(
  name: Name,
  ...facts: [FactsOf<Name>] extends [never] ? [] : [FactsOf<Name>]
): Reason {
  return { name, facts: facts[0] ?? {} };
}

/** What a catalog says of a reason. */
export function sayReason({ name, facts }: Reason, catalog: Reasons = enRefusals): string {
  const said: string | ((facts: never) => string) = catalog[name];
  return typeof said === 'string' ? said : said(facts as never);
}

/** Reasons that tell of no facts. */
type PlainReason = { [Name in ReasonName]: Reasons[Name] extends string ? Name : never }[ReasonName];

interface RefusalDetails {
  because?: Reason | PlainReason;
  /** What is passed on as somebody else said it: a list of obstacles, a check's finding. */
  words?: string;
  /** Beside form fields, by field name: a reason, or a code of the form's own. */
  fields?: Record<string, Reason | string>;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  /** For the person, in a sentence; in English. */
  readonly words: string;
  /** Words beside form fields, by field name; in English. */
  readonly fields: Record<string, string>;
  /** Why exactly, for whoever says it in other words or does something about it. */
  readonly reason: Reason | null;
  readonly #details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    const { because: why } = details;
    const reason = typeof why === 'string' ? because(why) : (why ?? null);
    const words = details.words ?? (reason ? sayReason(reason) : refusals[code].words);
    super(`${code}: ${words}`);
    this.name = 'Refusal';
    this.code = code;
    this.status = refusals[code].status;
    this.words = words;
    this.reason = reason;
    this.#details = details;
    this.fields = this.sayFields(enRefusals);
  }

  /** Words beside form fields as another catalog has them. */
  sayFields(catalog: Reasons): Record<string, string> {
    const fields = Object.entries(this.#details.fields ?? {});
    return Object.fromEntries(
      fields.map(([field, why]) => [field, typeof why === 'string' ? why : sayReason(why, catalog)]),
    );
  }
}

/** Refuses, from inside an expression. */
export function refuse(code: RefusalCode, details?: RefusalDetails): never {
  throw new Refusal(code, details);
}
