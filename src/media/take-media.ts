/** Takes what was sent into the library: a picture, or a film or sound of our own with a still and its length where ffmpeg is at hand. */

import { createHash } from 'node:crypto';
import { because, refuse } from '../kit/refusal.ts';
import type { Helper } from '../kit/side-process.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { readRecords } from '../store/json-column.ts';
import { probeRecording } from './ffmpeg.ts';
import { foundWords } from './found-words.ts';
import type { Track } from './media.ts';
import { openMediaFiles } from './media-files.ts';
import { openPicture } from './open-picture.ts';
import { findByHash, findMediaRow, holdMedia, insertMedia, updateMedia } from './queries.ts';
import { type RecordingKind, recordingKind } from './recording-file.ts';
import { emptyRow, renderRow, type TakenPicture, takePicture, type Upload } from './take-picture.ts';
import { vttFault } from './web-vtt.ts';

/** Refuses as `takePicture` does, and with `upload-not-media` a film or sound that browsers do not play. */
export async function takeMedia(newsroom: Newsroom, upload: Upload): Promise<TakenPicture> {
  const kind = recordingKind(upload.bytes);
  if (kind === null) return takePicture(newsroom, upload);
  const hash = createHash('sha256').update(upload.bytes).digest('hex');
  const known = await findByHash(newsroom, hash);
  if (known?.gone_at === null) return { pictureId: known.id, isKnown: true };
  if (known) return refuse('media-ended');
  return newsroom.pictureHelpers.hire((helper) => keepRecording(newsroom, { ...upload, hash }, kind, helper));
}

async function keepRecording(
  newsroom: Newsroom,
  upload: Upload & { hash: string },
  { kind, format }: RecordingKind,
  helper: Helper,
): Promise<TakenPicture> {
  const facts = await probeRecording(upload.bytes, format);
  if (facts === 'broken')
    return no('This film or sound is damaged, or not what its first bytes say. Save it anew.');
  if (facts?.strange)
    return no(
      `It is written in ${facts.strange}, which browsers do not play. Export it as MP4 (H.264, AAC).`,
    );
  const poster = facts?.poster ? await openPicture(helper, facts.poster).catch(() => null) : null; // too small for a still
  const size = poster ?? { width: 0, height: 0 };
  const row = {
    ...emptyRow(newsroom, upload),
    kind: facts !== null && facts.width === 0 && format !== 'mp3' ? 'audio' : kind,
    width: size.width,
    height: size.height,
    format,
    seconds: facts?.seconds ?? null,
  };
  row.found_words = foundWords(row);
  const files = openMediaFiles(newsroom);
  await files.put(recordingName(row.id, format), upload.bytes);
  if (poster) await renderRow(newsroom, row, poster);
  if (await insertMedia(newsroom, row)) return { pictureId: row.id, isKnown: false };
  await files.remove(recordingName(row.id, format)); // the sweep takes its stills
  const first = (await findByHash(newsroom, upload.hash)) ?? refuse('not-found');
  return { pictureId: first.id, isKnown: true };
}

export const recordingName = (id: string, format: string): string => `${id}-v1-file.${format}`;

function no(words: string): never {
  return refuse('upload-not-media', { words, fields: { picture: words } });
}

/** Puts captions to a recording, in a language; those it had in it go. Refuses with `form-incomplete` what browsers do not show. */
export async function addTrack(
  newsroom: Newsroom,
  asked: { mediaId: string; language: string; bytes: Uint8Array; by: Actor },
): Promise<void> {
  const { mediaId, by } = asked;
  const fault = vttFault(asked.bytes);
  if (fault !== null) refuse('form-incomplete', { words: fault, fields: { track: fault } });
  const [language] = Intl.getCanonicalLocales(
    /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(asked.language) ? asked.language : 'und',
  );
  if (!language || language === 'und')
    return refuse('form-incomplete', { fields: { language: because('languageMissing') } });
  const row = (await findMediaRow(newsroom, mediaId)) ?? refuse('not-found');
  if (row.kind === 'picture' || row.gone_at !== null) refuse('not-found');
  await openMediaFiles(newsroom).put(`${mediaId}-v1-track-${language}.vtt`, asked.bytes);
  await newsroom.transact(async (inner) => {
    const held = (await holdMedia(inner, mediaId)) ?? refuse('not-found');
    const others = readRecords<Track>('media.tracks_json', mediaId, held.tracks_json).filter(
      (track) => track.language !== language,
    );
    const label = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    const tracks: Track[] = [
      ...others,
      { href: `/media/${mediaId}-v1-track-${language}.vtt`, language, label },
    ];
    await updateMedia(inner, mediaId, { tracks_json: JSON.stringify(tracks) });
    await recordAct(inner, {
      by,
      act: 'caption',
      subjectKind: 'media',
      subjectId: mediaId,
      facts: { language },
    });
  });
}
