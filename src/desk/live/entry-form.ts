/** What was typed of an entry, and what a form for one holds. */
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type EntryCopy, isClientId } from '../../entries/entry.ts';
import { copyTextToHtml } from '../../kit/copy-text.ts';
import { htmlToText } from '../../kit/safe-html.ts';
import { takePicture } from '../../media/take-picture.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { EntrySaying } from '../../sourcing/entry-statements.ts';
import { type Standing, standings } from '../../sourcing/statement.ts';
import type { Staff } from '../../staff/staff.ts';
import { field, upload } from '../door/form-fields.ts';

export interface TypedEntry {
  /** New with every form that is shown; kept when the same is shown again. */
  clientId: string;
  editionId: string;
  headline: string;
  byline: string;
  /** In the plain form. */
  text: string;
  pictureId: string;
  alt: string;
  isKey: boolean;
  speakerName: string;
  speakerRole: string;
  saidWords: string;
  occasion: string;
  /** Through whom it was heard; empty for our own ears. */
  heardFrom: string;
  standing: string;
  standingNote: string;
  override: string;
}

export function emptyEntry(byline: string): TypedEntry {
  const none = { editionId: '', headline: '', text: '', pictureId: '', alt: '', override: '' };
  const nobody = { speakerName: '', speakerRole: '', saidWords: '', occasion: '', heardFrom: '' };
  return {
    ...none,
    ...nobody,
    clientId: randomUUID(),
    byline,
    isKey: false,
    standing: 'unverified',
    standingNote: '',
  };
}

export function entryIn(request: FastifyRequest): TypedEntry {
  const clientId = field(request, 'clientId');
  return {
    clientId: isClientId(clientId) ? clientId : randomUUID(),
    editionId: field(request, 'editionId'),
    headline: field(request, 'headline'),
    byline: field(request, 'byline'),
    text: field(request, 'text'),
    pictureId: field(request, 'pictureId'),
    alt: field(request, 'alt'),
    isKey: field(request, 'isKey') === 'yes',
    speakerName: field(request, 'speakerName'),
    speakerRole: field(request, 'speakerRole'),
    saidWords: field(request, 'saidWords'),
    occasion: field(request, 'occasion'),
    heardFrom: field(request, 'heardFrom'),
    standing: field(request, 'standing') || 'unverified',
    standingNote: field(request, 'standingNote'),
    override: field(request, 'override'),
  };
}

/** The picture that came with the form, taken into the library once, however often it is sent; else the one named. */
export async function takeSentPicture(
  newsroom: Newsroom,
  request: FastifyRequest,
  by: Staff,
): Promise<string> {
  const file = upload(request, 'picture');
  if (!file || file.bytes.byteLength === 0)
    return field(request, 'withoutPicture') === 'yes' ? '' : field(request, 'pictureId');
  const { bytes, name } = file;
  const words = { alt: field(request, 'alt'), caption: '', credit: '' };
  const { pictureId } = await takePicture(newsroom, { bytes, name, ...words, by });
  return pictureId;
}

export function copyOfEntry(typed: TypedEntry, address: string): EntryCopy {
  const { headline, byline, text, pictureId } = typed;
  return { headline, byline, bodyHtml: copyTextToHtml(text, address), pictureId: pictureId || null };
}

/** Who says something in it; null where nobody is named. Without words of theirs, it is what the entry begins with. */
export function sayingOf(typed: TypedEntry, copy: EntryCopy): EntrySaying | null {
  if (typed.speakerName.trim() === '') return null;
  const [first = ''] = htmlToText(copy.bodyHtml).split('\n\n');
  const words = typed.saidWords.trim() || first;
  const heardFrom = typed.heardFrom.trim();
  const relay = { sourceId: null, act: 'reported' as const, language: null, link: null, at: null };
  const quotes = /["“”„«»‘’「」]/u;
  return {
    speakerName: typed.speakerName,
    speakerRole: typed.speakerRole,
    form: !quotes.test(words) ? 'indirect' : quotes.test(words.slice(0, 1)) ? 'direct' : 'mixed',
    words,
    occasion: typed.occasion,
    hops: heardFrom === '' ? [] : [{ party: heardFrom, ...relay }],
    standing: standings.find((each) => each === typed.standing) ?? ('' as Standing),
    standingNote: typed.standingNote,
  };
}
