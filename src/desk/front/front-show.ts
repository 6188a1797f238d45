/** How the page of a front is put together: as it is, with a refusal, or after somebody else changed it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFrontState } from '../../fronts/front.ts';
import { placeWord } from '../../fronts/places.ts';
import type { Refusal } from '../../kit/refusal.ts';
import { getMedia, listLibrary } from '../../media/library.ts';
import type { Newsroom } from '../../newsroom.ts';
import { readersNow, waysLately } from '../../readership/readership.ts';
import { listPublished } from '../../stories/read.ts';
import type { Desk, Visit } from '../door/editor-route.ts';
import { field, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { searchDays } from '../views/search-fields.ts';
import { FrontChangedPage } from './front-changed-page.tsx';
import { FrontDeskPage } from './front-page.tsx';
import { type FrontPageProps, frontAddress, type HandTyping } from './front-props.ts';
import { type FrontView, type frontNamed, viewFront } from './front-view.ts';
import { typedAgain, typingOf } from './hand-typing.ts';

const doneWords: Record<string, string> = {
  out: 'Out. Readers see it so.',
  undone: 'The last change was taken back.',
  back: 'Taken back: readers see the front as it was before.',
  dropped: 'Dropped: what is here is what readers see.',
  banner: 'The banner is up, on open pages too.',
  'banner-down': 'The banner is down.',
};

export async function showFront(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  refusal?: Refusal,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { frame, when } = await openPage(newsroom, visit);
  const said = (name: string) => (refusal ? field(request, name) : query(request, name));
  const words = query(request, 'words');
  const typed = { typed: words, role: visit.staff.role, days: searchDays(when) };
  const search = words.trim() === '' ? undefined : typed;
  const view = await viewFront(newsroom, { language: said('language'), section: said('section'), search });
  const [act, , laidOn = ''] = field(request, 'act').split('|');
  const isForm = refusal !== undefined && act === 'lay';
  const storyId = isForm ? laidOn : query(request, 'story');
  const story = storyId === '' ? null : await findStory(desk, view, storyId);
  let open: HandTyping | null = null;
  if (isForm) open = typedAgain(request, { storyId, story, basedOn: field(request, 'basedOn') });
  else if (storyId !== '') {
    const hand = view.state.draft.find((each) => each.storyId === storyId && each.until > when.now) ?? null;
    const row = view.rows.find((each) => each.story.storyId === storyId);
    const place = row ? placeWord(row.place) : '';
    open = typingOf({ storyId, story, version: view.state.version, hand, place }, when);
  }
  const isBanner = request.routeOptions.url?.includes('/banner') ?? false;
  const of = isForm ? 'hand' : isBanner ? 'banner' : 'front';
  const shown = [...view.rows.map((row) => row.story), ...view.pool];
  const storyIds = [...new Set(shown.map((each) => each.storyId))];
  const props: FrontPageProps = {
    frame,
    when,
    view,
    words,
    open,
    pictures: open ? await picturesFor(newsroom, open.pictureId) : [],
    readers: await readersNow(newsroom, storyIds),
    ways: await waysLately(newsroom, storyIds),
    proof: frontAddress(view).replace('/desk/front', '/desk/front/proof'),
    done: doneWords[query(request, 'done')],
    refused: refusal && { words: refusal.words, fields: refusal.fields, of },
  };
  return sendPage(refusal ? reply.code(refusal.status) : reply, FrontDeskPage(props));
}

const OFFERED = 24; // pictures that are offered without script: a screen of them

/** The newest of the library that may be shown, and the one that stands there. */
async function picturesFor(newsroom: Newsroom, chosen: string): Promise<FrontPageProps['pictures']> {
  const newest = (await listLibrary(newsroom, { asked: '', kinds: ['picture'] })).slice(0, OFFERED);
  if (chosen === '' || newest.some(({ id }) => id === chosen)) return newest;
  const piece = await getMedia(newsroom, chosen).catch(() => null); // a word that names none: the form says so
  return piece && piece.ended === null ? [piece, ...newest] : newest;
}

async function findStory({ newsroom }: Desk, view: FrontView, storyId: string) {
  const { language } = view.front;
  const known = [...view.rows.map(({ story }) => story), ...view.pool].find(
    (story) => story.storyId === storyId,
  );
  return known ?? (await listPublished(newsroom, { storyIds: [storyId], language, limit: 1 }))[0] ?? null;
}

/** Somebody was quicker: what they did, what was wanted, and a way to do it all the same. */
export async function showFrontChanged(
  { newsroom }: Desk,
  asked: {
    request: FastifyRequest;
    reply: FastifyReply;
    visit: Visit;
    refusal: Refusal;
    named: Awaited<ReturnType<typeof frontNamed>>;
  },
): Promise<FastifyReply> {
  const { request, reply, visit, refusal, named } = asked;
  const { frame, when } = await openPage(newsroom, visit);
  const view = await viewFront(newsroom, {
    language: named.front.language,
    section: named.section?.slug ?? '',
  });
  const state = await readFrontState(newsroom, named.front);
  const isBanner = request.routeOptions.url?.includes('/banner') ?? false;
  const seen = Number(field(request, 'basedOn'));
  const [, , storyId = ''] = field(request, 'act').split('|');
  const story = storyId === '' ? null : await findStory({ newsroom } as Desk, view, storyId);
  const sent = Object.entries(request.body as Record<string, unknown>).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? [{ name, value: each }] : [])),
  );
  return sendPage(
    reply.code(refusal.status),
    FrontChangedPage({
      frame,
      when,
      view,
      words: refusal.words,
      since: isBanner ? [] : state.doings.filter(({ version }) => version > seen),
      to: request.url,
      sent: sent.filter(({ name }) => name !== '_form' && name !== 'basedOn'),
      basedOn: isBanner ? (view.banner?.id ?? '') : String(state.version),
      headline: story?.headline ?? '',
    }),
  );
}
