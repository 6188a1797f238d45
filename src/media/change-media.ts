/**
 * Changes a piece of media: its words and rights, how it is cut and turned, or its file. What stands in renditions is made anew
 * under the next version, so that no cache keeps the old; the old files stay a day for pages that are open.
 */
import { createHash } from 'node:crypto';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { cutShapes, type Framing, framingOf, type HandCut, type Point } from './cuts.ts';
import { foundWords } from './found-words.ts';
import { openMediaFiles, originalName } from './media-files.ts';
import { openPicture } from './open-picture.ts';
import { findByHash, findMediaRow, holdMedia, type MediaRow, updateMedia } from './queries.ts';
import { removeRenditions, renderRow } from './take-picture.ts';

/** What else happens in the same transaction: pages that show it are rung. */
export interface Along {
  by: Actor;
  along: (inner: Newsroom) => Promise<void>;
}

/** What is said of a piece of media, as an editor types it. */
export interface MediaWords {
  alt: string;
  isDecorative: boolean;
  caption: string;
  credit: string;
  headline: string;
  creator: string;
  copyright: string;
  usageTerms: string;
  webStatement: string;
  licensor: string;
  sourceType: string;
  dataMining: string;
  takenAt: string;
  place: string;
  persons: string;
}

/** Refuses with `form-incomplete` what is decorative and described, `media-changed` where somebody was faster. */
export async function changeMediaWords(
  newsroom: Newsroom,
  { mediaId, words, ...rest }: { mediaId: string; words: Partial<MediaWords> } & Along,
): Promise<void> {
  if (words.isDecorative && words.alt?.trim())
    refuse('form-incomplete', {
      fields: { alt: because('decorativeOrDescribed') },
    });
  if (words.webStatement && !/^https?:\/\/\S+$/i.test(words.webStatement.trim()))
    refuse('form-incomplete', { fields: { webStatement: because('addressNotHttps') } });
  await remake(newsroom, mediaId, { ...rest, act: 'describe', change: (row) => withWords(row, words) });
}

function withWords(row: MediaRow, words: Partial<MediaWords>): MediaRow {
  const text = (given: string | undefined, had: string) => (given === undefined ? had : given.trim());
  const isDecorative = words.isDecorative ?? row.is_decorative === 1;
  return {
    ...row,
    alt: isDecorative ? '' : text(words.alt, row.alt),
    is_decorative: isDecorative ? 1 : 0,
    caption: text(words.caption, row.caption),
    credit: text(words.credit, row.credit),
    headline: text(words.headline, row.headline),
    creator: text(words.creator, row.creator),
    copyright: text(words.copyright, row.copyright),
    usage_terms: text(words.usageTerms, row.usage_terms),
    web_statement: text(words.webStatement, row.web_statement),
    licensor: text(words.licensor, row.licensor),
    source_type: text(words.sourceType, row.source_type),
    data_mining: text(words.dataMining, row.data_mining),
    taken_at: text(words.takenAt, row.taken_at),
    place: text(words.place, row.place),
    persons: text(words.persons, row.persons),
  };
}

/** Sets the eye: every shape that was not cut by hand follows. */
export async function setEye(
  newsroom: Newsroom,
  { mediaId, eye, ...rest }: { mediaId: string; eye: Point } & Along,
): Promise<void> {
  await remake(newsroom, mediaId, {
    ...rest,
    act: 'cut',
    change: (row) => ({ ...row, focus_json: JSON.stringify(eye) }),
  });
}

/** Cuts one shape by hand; null lets it follow the eye again. */
export async function cutByHand(
  newsroom: Newsroom,
  { mediaId, shape, cut, ...rest }: { mediaId: string; shape: string; cut: HandCut | null } & Along,
): Promise<void> {
  const known = cutShapes.find((each) => each === shape) ?? refuse('form-incomplete');
  await remake(newsroom, mediaId, {
    ...rest,
    act: 'cut',
    change: (row) => {
      if (framingOf(row).isWhole) refuse('media-uncut', { because: 'cutForbidden' });
      const { [known]: _, ...others }: Framing['cuts'] = framingOf(row).cuts;
      return { ...row, cuts_json: JSON.stringify(cut ? { ...others, [known]: cut } : others) };
    },
  });
}

/** Turns it clockwise by a quarter, or several; its eye turns along, cuts by hand do not fit any more. */
export async function turnMedia(
  newsroom: Newsroom,
  { mediaId, quarters, ...rest }: { mediaId: string; quarters: number } & Along,
): Promise<void> {
  const turns = ((Math.round(quarters) % 4) + 4) % 4;
  await remake(newsroom, mediaId, {
    ...rest,
    act: 'turn',
    change: (row) => {
      let { focus } = framingOf(row);
      for (let turn = 0; turn < turns; turn += 1) focus = focus && { x: 1 - focus.y, y: focus.x };
      const focus_json = focus && JSON.stringify(focus);
      const cuts_json = framingOf(row).isWhole ? row.cuts_json : '{}';
      return { ...row, turn: (row.turn + turns * 90) % 360, focus_json, cuts_json };
    },
  });
}

/** Puts another file in its place, wherever it stands; what was said of it stays. What it replaces is gone at once. */
export async function replaceMedia(
  newsroom: Newsroom,
  { mediaId, bytes, name, ...rest }: { mediaId: string; bytes: Uint8Array; name: string } & Along,
): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const known = await findByHash(newsroom, hash);
  if (known)
    refuse('form-incomplete', {
      fields: { picture: because('pictureInLibrary') },
    });
  const before = await findMediaRow(newsroom, mediaId);
  const { file, says } = await newsroom.pictureHelpers.hire(async (helper) => {
    const opened = await openPicture(helper, bytes);
    return { file: opened, says: await opened.said() };
  });
  const files = openMediaFiles(newsroom);
  await files.put(originalName(hash), bytes);
  await remake(newsroom, mediaId, {
    ...rest,
    act: 'replace',
    change: (row) => ({
      ...row,
      hash,
      name,
      format: file.format,
      size: bytes.byteLength,
      said_json: JSON.stringify({ said: says.said, problems: says.problems }),
      credentials: says.credentials,
      is_moving: file.frames > 1 ? 1 : 0,
      turn: 0,
      focus_json: null,
      cuts_json: '{}',
    }),
  });
  if (!before) return;
  if (before.version > 0) await removeRenditions(files, before);
  if (before.hash) await files.remove(originalName(before.hash));
}

interface Remaking extends Along {
  act: string;
  change: (row: MediaRow) => MediaRow;
}

const MADE_OF = [
  ...(['hash', 'turn', 'focus_json', 'cuts_json', 'caption', 'headline', 'creator', 'credit'] as const),
  ...(['copyright', 'usage_terms', 'web_statement', 'licensor', 'source_type', 'data_mining'] as const),
  ...(['taken_at'] as const),
]; // what stands in a rendition, or in its packet

async function remake(
  newsroom: Newsroom,
  mediaId: string,
  { act, change, by, along }: Remaking,
): Promise<void> {
  const row = (await findMediaRow(newsroom, mediaId)) ?? refuse('not-found', { because: 'noSuchPicture' });
  if (row.gone_at !== null) refuse('media-ended');
  const wanted = change(row);
  const isAnew = row.kind === 'picture' && MADE_OF.some((name) => wanted[name] !== row[name]);
  const next = isAnew ? await renderedAnew(newsroom, wanted) : wanted;
  next.found_words = foundWords(next);
  try {
    await newsroom.transact(async (inner) => {
      const held = await holdMedia(inner, mediaId);
      if (held?.version !== row.version || held.gone_at !== null) refuse('media-changed');
      const { id: _, ...changed } = next;
      await updateMedia(inner, mediaId, changed);
      await recordAct(inner, { by, act, subjectKind: 'media', subjectId: mediaId });
      await along(inner);
    });
  } catch (error) {
    if (next.version !== row.version) await removeRenditions(openMediaFiles(newsroom), next);
    throw error;
  }
}

/** Under the next version. A picture from before originals were kept has nothing to be made of: its files stay as they are. */
async function renderedAnew(newsroom: Newsroom, wanted: MediaRow): Promise<MediaRow> {
  const bytes = wanted.hash && (await openMediaFiles(newsroom).read(originalName(wanted.hash)));
  if (!bytes) return wanted;
  return newsroom.pictureHelpers.hire(async (helper) => {
    const file = await openPicture(helper, bytes, { turn: wanted.turn });
    const next = { ...wanted, width: file.width, height: file.height, version: wanted.version + 1 };
    await renderRow(newsroom, next, file);
    return next;
  });
}
