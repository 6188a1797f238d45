/** The library as the desk's scripts ask it: pieces as JSON, uploads one by one, a picture from an address. */
import type { FastifyReply } from 'fastify';
import { wordsOfRuns } from '../../kit/body-shape.ts';
import { refuse } from '../../kit/refusal.ts';
import { askElsewhere } from '../../media/ask-elsewhere.ts';
import { fetchPicture } from '../../media/fetch-picture.ts';
import { getMedia, LIBRARY_PAGE, type LibraryLine, listLibrary } from '../../media/library.ts';
import type { MediaKind } from '../../media/media.ts';
import { LARGEST_PICTURE } from '../../media/picture-file.ts';
import { takeMedia } from '../../media/take-media.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { field, param, query, upload } from '../door/form-fields.ts';

export const LARGEST_MEDIA_FORM = LARGEST_PICTURE + 1024 * 1024; // bytes: the file and its words

/** What a script is told of a piece. */
interface ListedMedia {
  id: string;
  kind: MediaKind;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
  /** A small rendition, for the editor's page. */
  thumb: string;
  name: string;
  /** It was in the library before it was sent. */
  isKnown?: boolean;
}

export function registerMediaJson(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('reporter', '/desk/media.json', async (request, reply) => {
    const kinds = query(request, 'kind').split(',').filter(isKind);
    const found = await listLibrary(newsroom, {
      asked: query(request, 'q'),
      kinds: kinds.length > 0 ? kinds : BLOCKS, // a document is no block of a text
      before: query(request, 'before') || undefined,
    });
    const media = found.slice(0, LIBRARY_PAGE).map(listed);
    return sendMedia(reply, { media, more: found.length > LIBRARY_PAGE });
  });
  routes.post(
    'reporter',
    '/desk/media.json',
    async (request, reply, { staff }) => {
      const file = upload(request, 'picture') ?? upload(request, 'file');
      if (!file) return refuse('form-incomplete', { fields: { picture: 'Choose a file.' } });
      const { pictureId, isKnown } = await takeMedia(newsroom, {
        bytes: file.bytes,
        name: file.name,
        alt: field(request, 'alt'),
        caption: field(request, 'caption'),
        credit: field(request, 'credit'),
        by: staff,
      });
      const media = { ...listed(await getMedia(newsroom, pictureId)), isKnown };
      return sendMedia(reply.code(isKnown ? 200 : 201), { media });
    },
    { bodyLimit: LARGEST_MEDIA_FORM },
  );
  // For the editor, whose blocks know nothing of a picture but its id.
  routes.get('reporter', '/desk/media/:mediaId/thumb', async (request, reply) => {
    const { thumb } = listed(await getMedia(newsroom, param(request, 'mediaId')));
    return thumb === '' ? refuse('not-found') : reply.redirect(thumb, 302);
  });
  routes.post('reporter', '/desk/media/fetch', async (request, reply, { staff }) => {
    const address = field(request, 'address').trim();
    const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((name) => field(request, name));
    const words = { alt: alt ?? '', caption: caption ?? '', credit: credit ?? '' };
    const { pictureId, isKnown } = await fetchPicture(newsroom, {
      address,
      ...words,
      orRecording: true,
      by: staff,
    });
    return sendMedia(reply, { media: { ...listed(await getMedia(newsroom, pictureId)), isKnown } });
  });
  routes.post('reporter', '/desk/media/elsewhere', async (request, reply, { staff }) => {
    const asked = await askElsewhere(newsroom, { address: field(request, 'address'), by: staff });
    const { href, title, author, site, still } = asked.block;
    const thumb = still === null ? '' : listed(await getMedia(newsroom, still)).thumb;
    const embed = { href, title: wordsOfRuns(title), author, site, still, thumb };
    return sendMedia(reply, { embed, words: asked.withoutStill });
  });
}

function sendMedia(reply: FastifyReply, answer: object): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(answer);
}

const BLOCKS: MediaKind[] = ['picture', 'video', 'audio'];
const KIND_NAMES: string[] = [...BLOCKS, 'document'];

export const isKind = (word: string): word is MediaKind => KIND_NAMES.includes(word);

function listed(piece: LibraryLine): ListedMedia {
  const { id, kind, alt, caption, credit, width, height, name, sources, poster } = piece;
  const thumb = kind === 'picture' ? (sources[0]?.href ?? '') : (poster ?? '');
  return { id, kind, alt, caption, credit, width, height, name, thumb };
}
