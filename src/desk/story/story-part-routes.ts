/** The routes of what belongs to a story: its takes, steps, statements, picture and preview. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { getPicture } from '../../media/media.ts';
import { saidFirst } from '../../media/media-words.ts';
import { takePicture } from '../../media/take-picture.ts';
import { markStatements } from '../../sourcing/mark-statements.ts';
import { type Form, forms, type Standing, standings } from '../../sourcing/statement.ts';
import { getTake } from '../../stories/desk-read.ts';
import { restoreTake, saveTake } from '../../stories/edit.ts';
import { setHops } from '../../stories/file.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { keepPictureWords } from '../../stories/picture-words.ts';
import { readersBody } from '../../stories/readers-body.ts';
import { listStatements } from '../../stories/statements.ts';
import { nameSpeaker, unnameSpeaker } from '../../stories/who-says.ts';
import { findOriginalWords, type OriginalWords } from '../../translation/original-words.ts';
import { readBack } from '../../translation/read-back.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, hasField, param, query, upload } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { diffWords } from '../views/word-diff.ts';
import { backTo, backToPart, type PartBeside } from './back-to.ts';
import { copyText } from './copy-changes.ts';
import { PreviewPage } from './preview-page.tsx';
import { hopsIn } from './story-form.ts';
import { getStoryAtDesk, hopsBefore, showStory } from './story-show.ts';
import { TakesPage } from './takes-page.tsx';

const LARGEST_UPLOAD = 65 * 1024 * 1024; // bytes; media/picture-file.ts says no in words at 64 MB

export function registerStoryPartRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', '/desk/stories/:storyId/takes', (request, reply, visit) =>
    showTakes(desk, request, reply, visit),
  );
  routes.post('reporter', '/desk/stories/:storyId/takes/:takeId/restoration', (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'restored' }, async (editionId) => {
      await newsroom.transact(async (inner) => {
        await restoreTake(inner, { editionId, takeId: param(request, 'takeId'), by: visit.staff });
        await readBack(inner, { editionId, by: visit.staff });
      });
    }),
  );
  routes.post('reporter', '/desk/stories/:storyId/hops', (request, reply, visit) =>
    changePart(
      desk,
      request,
      reply,
      visit,
      { done: 'steps', part: 'steps' },
      async (_editionId, storyId, zone) => {
        await setHops(newsroom, { storyId, hops: hopsIn(request, zone), by: visit.staff });
      },
    ),
  );
  routes.post('reporter', '/desk/stories/:storyId/statements', (request, reply, visit) =>
    changePart(
      desk,
      request,
      reply,
      visit,
      { done: 'statement', part: 'statements' },
      async (editionId, storyId) => {
        const { story } = await getStoryAtDesk(newsroom, storyId);
        const hops = hopsBefore(story, (await findMasthead(newsroom))?.name);
        const statement = statementIn(request);
        const original: OriginalWords =
          field(request, 'verbatim') === 'original'
            ? { verbatim: 'original' }
            : await findOriginalWords(newsroom, { editionId, words: statement.words });
        await nameSpeaker(newsroom, { ...statement, ...original, editionId, hops, by: visit.staff });
      },
    ),
  );
  routes.post('reporter', '/desk/stories/:storyId/statements/:statementId/removal', (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'unsaid', part: 'statements' }, async () => {
      await unnameSpeaker(newsroom, { statementId: param(request, 'statementId'), by: visit.staff });
    }),
  );
  routes.post(
    'reporter',
    '/desk/stories/:storyId/picture',
    (request, reply, visit) =>
      changePart(
        desk,
        request,
        reply,
        visit,
        { done: 'picture', part: 'story-picture' },
        async (_editionId, storyId) => {
          await putPicture(desk, visit, storyId, await pictureIn(desk, request, visit));
        },
      ),
    { bodyLimit: LARGEST_UPLOAD },
  );
  routes.post('editor', '/desk/stories/:storyId/picture/words', (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'picture', part: 'story-picture' }, async (editionId) => {
      const [alt, caption] = [field(request, 'pictureAlt'), field(request, 'pictureCaption')];
      await keepPictureWords(newsroom, { editionId, alt, caption, by: visit.staff });
    }),
  );
  routes.post('reporter', '/desk/stories/:storyId/picture/placement', (request, reply, visit) =>
    changePart(
      desk,
      request,
      reply,
      visit,
      { done: 'picture', part: 'story-picture' },
      async (_editionId, storyId) => {
        const { id } = (await getPicture(newsroom, field(request, 'mediaId'))) ?? refuse('media-ended');
        await putPicture(desk, visit, storyId, id);
      },
    ),
  );
  routes.post('reporter', '/desk/stories/:storyId/picture/removal', (request, reply, visit) =>
    changePart(
      desk,
      request,
      reply,
      visit,
      { done: 'no-picture', part: 'story-picture' },
      (_editionId, storyId) => putPicture(desk, visit, storyId, null),
    ),
  );
  routes.get('reporter', '/desk/stories/:storyId/preview', (request, reply, visit) =>
    showPreview(desk, request, reply, visit),
  );
}

type Change = (editionId: string, storyId: string, zone: string) => Promise<void>;

interface Doing {
  done: string;
  /** Where the hand was; it was at the copy where this is left away. */
  part?: PartBeside;
}

/** Does one thing to a story and goes back to its page, which says what was done or why not. */
export async function changePart(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  { done, part }: Doing,
  change: Change,
): Promise<FastifyReply> {
  const { when } = await openPage(desk.newsroom, visit);
  const { story, edition } = await getStoryAtDesk(desk.newsroom, param(request, 'storyId'));
  try {
    await change(edition.id, story.id, when.zone);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    const sentPart = sentIn(request);
    const show = { storyId: story.id, refused: refusal, sentPart };
    return await showStory(desk, reply.code(refusal.status), visit, show);
  }
  return part ? backToPart(reply, story.id, { done, part }) : backTo(reply, story.id, done);
}

/** Of statements, ties, series and mergers: nothing that was typed is lost to a no. */
function sentIn(request: FastifyRequest): Record<string, string> {
  const ofStatement = [
    ...['words', 'speakerName', 'speakerRole', 'form', 'occasion', 'standing', 'standingNote', 'verbatim'],
    'wordsBefore',
  ];
  const names = [...ofStatement, 'tiedTo', 'tieKind', 'series', 'place', 'mergeInto'];
  const sent = names.filter((name) => hasField(request, name));
  return Object.fromEntries(sent.map((name) => [name, field(request, name)]));
}

function statementIn(request: FastifyRequest) {
  return {
    speakerName: field(request, 'speakerName'),
    speakerRole: field(request, 'speakerRole'),
    form: (forms.find((form) => form === field(request, 'form')) ?? 'direct') as Form,
    words: field(request, 'words'),
    wordsBefore: field(request, 'wordsBefore'),
    occasion: field(request, 'occasion'),
    standing: (standings.find((one) => one === field(request, 'standing')) ?? 'unverified') as Standing,
    standingNote: field(request, 'standingNote'),
  };
}

async function pictureIn(desk: Desk, request: FastifyRequest, visit: Visit): Promise<string> {
  const file = upload(request, 'picture');
  const [alt, credit] = [field(request, 'alt').trim(), field(request, 'credit').trim()];
  const fields: Record<string, string> = {};
  if (!file || file.bytes.byteLength === 0) fields.picture = 'Choose a file.';
  if (alt === '') fields.alt = 'Say what the picture shows, for those who cannot see it.';
  if (credit === '') fields.credit = 'Say who made it.';
  if (!file || Object.keys(fields).length > 0) return refuse('form-incomplete', { fields });
  const { pictureId } = await takePicture(desk.newsroom, {
    bytes: file.bytes,
    name: file.name,
    alt,
    caption: field(request, 'caption'),
    credit,
    by: visit.staff,
  });
  return pictureId;
}

async function putPicture(
  desk: Desk,
  visit: Visit,
  storyId: string,
  pictureId: string | null,
): Promise<void> {
  const { edition } = await getStoryAtDesk(desk.newsroom, storyId);
  await desk.newsroom.transact(async (inner) => {
    if (pictureId) await saidFirst(inner, { pictureId, language: edition.language });
    await saveTake(inner, {
      editionId: edition.id,
      copy: { ...edition.copy, pictureId },
      basedOn: edition.takeId,
      note: pictureId ? 'a picture put in' : 'the picture taken away',
      by: visit.staff,
    });
    await readBack(inner, { editionId: edition.id, by: visit.staff });
  });
}

async function showTakes(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { frame, when } = await openPage(desk.newsroom, visit);
  const { story, edition } = await getStoryAtDesk(desk.newsroom, param(request, 'storyId'));
  const asked = edition.takes.findIndex(({ id }) => id === query(request, 'take'));
  const place = Math.max(0, asked);
  const [line, before] = [edition.takes[place], edition.takes[place + 1]];
  if (!line) return refuse('not-found');
  const shown = await getTake(desk.newsroom, line.id);
  const earlier = before ? await getTake(desk.newsroom, before.id) : null;
  const changes = diffWords(earlier ? copyText(earlier.copy) : '', copyText(shown.copy));
  return sendPage(reply, TakesPage({ frame, when, story, edition, shown, earlier, changes }));
}

async function showPreview(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { frame, when } = await openPage(desk.newsroom, visit);
  const { story, edition } = await getStoryAtDesk(desk.newsroom, param(request, 'storyId'));
  const { bodyHtml, bodyMedia: media } = await readersBody(
    desk.newsroom,
    edition.copy.bodyHtml,
    edition.language,
  );
  const marked = markStatements(bodyHtml, await listStatements(desk.newsroom, edition.id));
  return sendPage(reply, PreviewPage({ frame, when, story, edition, marked, media }));
}
