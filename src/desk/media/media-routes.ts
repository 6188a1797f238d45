/** The routes of the library: looked through and filled by everyone who writes, pictures ended and replaced by editors. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { type HandCut, pointIn } from '../../media/cuts.ts';
import { fetchPicture } from '../../media/fetch-picture.ts';
import { getMedia, LIBRARY_PAGE, listLibrary } from '../../media/library.ts';
import { addTrack, takeMedia } from '../../media/take-media.ts';
import {
  cutMedia,
  describeMedia,
  moveEye,
  replaceEverywhere,
  turnEverywhere,
} from '../../usage/change-media.ts';
import { killMedia, removeMedia, standsOf } from '../../usage/end-media.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query, upload, uploads } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { LibraryPage, type UploadLine } from './library-page.tsx';
import { mediaDone } from './media-done.ts';
import { isKind, LARGEST_MEDIA_FORM, registerMediaJson } from './media-json.ts';
import { MediaPage } from './media-page.tsx';
import { EYE_WIDTH } from './media-props.ts';

export function registerMediaRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  registerMediaJson(routes, desk);
  routes.get('reporter', '/desk/media', (request, reply, visit) => showLibrary(desk, request, reply, visit));
  routes.post('reporter', '/desk/media', (request, reply, visit) => takeAll(desk, request, reply, visit), {
    bodyLimit: LARGEST_MEDIA_FORM,
  });
  routes.get('reporter', '/desk/media/:mediaId', (request, reply, visit) =>
    showPiece(desk, reply, visit, param(request, 'mediaId'), { done: mediaDone[query(request, 'done')] }),
  );
  const act = (role: 'reporter' | 'editor', path: string, done: string, does: MediaAct, bodyLimit?: number) =>
    routes.post(
      role,
      `/desk/media/:mediaId/${path}`,
      (request, reply, visit) => changing(desk, request, reply, visit, done, does),
      bodyLimit ? { bodyLimit } : {},
    );
  act('reporter', 'words', 'kept', async (request, asked) => {
    await describeMedia(newsroom, { ...asked, words: wordsIn(request) });
  });
  act('reporter', 'eye', 'cut', async (request, asked) => {
    const eye = await eyeIn(desk, request, asked.mediaId);
    await moveEye(newsroom, { ...asked, eye });
  });
  act('reporter', 'cuts', 'cut', async (request, asked) => {
    await cutMedia(newsroom, { ...asked, shape: field(request, 'shape'), cut: cutIn(request) });
  });
  act('reporter', 'turn', 'turned', async (request, asked) => {
    await turnEverywhere(newsroom, { ...asked, quarters: Number(field(request, 'quarters')) || 0 });
  });
  act(
    'editor',
    'replacement',
    'replaced',
    async (request, asked) => {
      const file = upload(request, 'picture');
      if (!file?.bytes.byteLength)
        return refuse('form-incomplete', { fields: { picture: 'Choose a file.' } });
      await replaceEverywhere(newsroom, { ...asked, bytes: file.bytes, name: file.name });
    },
    LARGEST_MEDIA_FORM,
  );
  act(
    'reporter',
    'tracks',
    'kept',
    async (request, asked) => {
      const file = upload(request, 'track');
      if (!file?.bytes.byteLength) return refuse('form-incomplete', { fields: { track: 'Choose a file.' } });
      await addTrack(newsroom, { ...asked, language: field(request, 'language'), bytes: file.bytes });
    },
    LARGEST_MEDIA_FORM,
  );
  act('editor', 'kill', 'killed', (_request, asked) => killMedia(newsroom, asked));
  act('editor', 'removal', 'removed', (_request, asked) => removeMedia(newsroom, asked));
}

type MediaAct = (request: FastifyRequest, asked: { mediaId: string; by: Visit['staff'] }) => Promise<void>;

async function showLibrary(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  taken: UploadLine[] = [],
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { frame, when } = await openPage(newsroom, visit);
  const kind = query(request, 'kind');
  const isGone = query(request, 'ended') === 'yes';
  const found = await listLibrary(newsroom, {
    asked: query(request, 'q'),
    kinds: isKind(kind) ? [kind] : undefined,
    before: query(request, 'before') || undefined,
    isGone,
  });
  const pieces = found.slice(0, LIBRARY_PAGE);
  const stands = await standsOf(
    newsroom,
    pieces.map(({ id }) => id),
  );
  const asked = {
    words: query(request, 'q'),
    kind: isKind(kind) ? kind : '',
    isGone,
    storyId: query(request, 'for'),
  };
  const more = found.length > LIBRARY_PAGE ? (pieces.at(-1)?.id ?? null) : null;
  return sendPage(reply, LibraryPage({ frame, when, pieces, stands, asked, more, taken }));
}

/** Every file of a form: what was taken and what was not is said of each. */
async function takeAll(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const address = field(request, 'address').trim();
  const files = uploads(request, 'picture').filter(({ bytes }) => bytes.byteLength > 0 || address === '');
  const lines: UploadLine[] = [];
  for (const { bytes, name } of files)
    lines.push(
      await lineOf(name, () =>
        takeMedia(desk.newsroom, { bytes, name, alt: '', caption: '', credit: '', by: visit.staff }),
      ),
    );
  if (address !== '')
    lines.push(
      await lineOf(address, () =>
        fetchPicture(desk.newsroom, { address, orRecording: true, by: visit.staff }),
      ),
    );
  if (lines.length === 0)
    lines.push({ name: '', mediaId: null, words: 'Choose a file, or give an address.' });
  const refused = lines.some(({ mediaId }) => mediaId === null);
  return showLibrary(desk, request, reply.code(refused ? 422 : 200), visit, lines);
}

async function lineOf(
  name: string,
  take: () => Promise<{ pictureId: string; isKnown: boolean }>,
): Promise<UploadLine> {
  try {
    const { pictureId, isKnown } = await take();
    return { name, mediaId: pictureId, words: isKnown ? 'It was in the library already.' : '' };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { name, mediaId: null, words: refusal.words };
  }
}

async function showPiece(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  mediaId: string,
  told: { done?: string | undefined; refused?: Refusal },
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { frame, when } = await openPage(newsroom, visit);
  const piece = await getMedia(newsroom, mediaId);
  const stands = await standsOf(newsroom, [mediaId]);
  const { done, refused } = told;
  return sendPage(reply, MediaPage({ frame, when, piece, stands, done, refused }));
}

/** Does one thing to a piece and goes back to its page, which says what was done or why not. */
async function changing(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  done: string,
  does: MediaAct,
): Promise<FastifyReply> {
  const mediaId = param(request, 'mediaId');
  try {
    await does(request, { mediaId, by: visit.staff });
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    return await showPiece(desk, reply.code(refusal.status), visit, mediaId, { refused: refusal });
  }
  return reply.redirect(`/desk/media/${mediaId}?done=${done}`, 303);
}

function wordsIn(request: FastifyRequest) {
  const text = (name: string) => field(request, name);
  return {
    alt: text('alt'),
    isDecorative: text('isDecorative') === 'yes',
    caption: text('caption'),
    credit: text('credit'),
    headline: text('headline'),
    creator: text('creator'),
    copyright: text('copyright'),
    usageTerms: text('usageTerms'),
    webStatement: text('webStatement'),
    licensor: text('licensor'),
    sourceType: text('sourceType'),
    dataMining: text('dataMining'),
    takenAt: text('takenAt'),
    place: text('place'),
    persons: text('persons'),
  };
}

/** Where the picture was pressed, in pixels of it as the page shows it, or typed in hundredths. */
async function eyeIn(desk: Desk, request: FastifyRequest, mediaId: string) {
  const { width, height } = await getMedia(desk.newsroom, mediaId);
  const shownHeight = (EYE_WIDTH / width) * height;
  const [across, down] = [field(request, 'eye.x'), field(request, 'eye.y')];
  const pressed =
    across === ''
      ? pointIn(parts(field(request, 'across'), 100), parts(field(request, 'down'), 100))
      : pointIn(parts(across, EYE_WIDTH), parts(down, shownHeight));
  return (
    pressed ??
    refuse('form-incomplete', { words: 'The eye is a point of the picture: 0 to 100 across and down.' })
  );
}

function parts(number: string, whole: number): string {
  return number.trim() === '' ? '' : String(Math.min(1, Number(number) / whole));
}

/** Null lets the shape follow the eye again. */
function cutIn(request: FastifyRequest): HandCut | null {
  if (field(request, 'follow') === 'yes') return null;
  const corner = pointIn(parts(field(request, 'x'), 100), parts(field(request, 'y'), 100));
  const width = Number(field(request, 'width')) / 100;
  if (!corner || !(width > 0 && width <= 1))
    return refuse('form-incomplete', {
      words: 'A cut has a corner and a width, from 0 to 100 of the picture.',
    });
  return { ...corner, width };
}
