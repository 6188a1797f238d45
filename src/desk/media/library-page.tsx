/** The library: everything that was sent or received, once; found by its words; filled by choosing, dropping or pasting. */
import type { LibraryLine } from '../../media/library.ts';
import type { MediaStand } from '../../usage/media-stand.ts';
import { PictureTag } from '../../views/picture.tsx';
import { type DeskFrame, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { ago, counted, type PageTime } from '../views/words.ts';

/** One file that was sent, and what became of it. */
export interface UploadLine {
  name: string;
  /** Null where it was refused. */
  mediaId: string | null;
  words: string;
}

export interface LibraryPageProps {
  frame: DeskFrame;
  when: PageTime;
  pieces: LibraryLine[];
  stands: MediaStand[];
  asked: {
    words: string;
    kind: string;
    isGone: boolean;
    /** A story to place a picture in; empty where none is meant. */
    storyId: string;
  };
  /** The last piece of this page, where there are older ones. */
  more: string | null;
  taken: UploadLine[];
}

// HEIC is left out: a phone then makes a JPEG of its picture by itself.
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/tiff';
const MEDIA_TYPES = `${PICTURE_TYPES},video/mp4,video/webm,audio/mpeg,audio/mp4`;

export function LibraryPage(props: LibraryPageProps) {
  const { frame, pieces, asked, more } = props;
  return (
    <DeskPage
      {...frame}
      title="Library"
      current="media"
      keys={[{ keys: ['/'], does: 'look for a picture', foot: true }]}
    >
      <div class="page-head">
        <h1>Library</h1>
        <form action="/desk/media" class="inline" role="search">
          {asked.storyId !== '' && <input type="hidden" name="for" value={asked.storyId} />}
          <input
            name="q"
            type="search"
            value={asked.words}
            aria-label="Caption, credit, file, person, place or day"
            placeholder="Caption, credit, file, person, place, day"
            dir="auto"
          />
          <button type="submit" class="quiet small">
            Look
          </button>
        </form>
      </div>
      {asked.storyId !== '' && (
        <p class="lead">
          Choose a picture for the <a href={`/desk/stories/${asked.storyId}`}>story</a>.
        </p>
      )}
      {!asked.isGone && <UploadForm {...props} />}
      <TakenLines {...props} />
      {pieces.length === 0 ? (
        <p class="empty">
          {asked.words === '' ? 'There are no pictures here yet.' : 'No picture has all of these words.'}
        </p>
      ) : (
        <ul class="library" id="library">
          {pieces.map((piece) => (
            <Piece key={piece.id} piece={piece} page={props} />
          ))}
        </ul>
      )}
      <p class="actions library-more">
        {more !== null && (
          <a class="btn quiet" href={pageOf(asked, more)}>
            Older ones
          </a>
        )}
        <a class="dim" href={asked.isGone ? '/desk/media' : '/desk/media?ended=yes'}>
          {asked.isGone ? 'What may be shown' : 'What has ended'}
        </a>
      </p>
    </DeskPage>
  );
}

function pageOf({ words, kind, isGone, storyId }: LibraryPageProps['asked'], before: string): string {
  const query = new URLSearchParams({ before });
  if (words) query.set('q', words);
  if (kind) query.set('kind', kind);
  if (storyId) query.set('for', storyId);
  if (isGone) query.set('ended', 'yes');
  return `/desk/media?${query}`;
}

/** Works by choosing and sending; with script also by dropping and pasting, each file with how far it is. */
function UploadForm({ frame, asked }: LibraryPageProps) {
  const action = asked.storyId ? `/desk/media?for=${encodeURIComponent(asked.storyId)}` : '/desk/media';
  return (
    <form class="media-drop" method="post" action={action} enctype="multipart/form-data" data-media-drop>
      <FormToken form={frame.form} />
      <label for="picture">
        Add pictures
        <span class="dim" data-say-scripted>
          : choose, drop or paste as many as you like
        </span>
      </label>
      <input id="picture" name="picture" type="file" accept={MEDIA_TYPES} multiple />
      <label for="address">or from an address</label>
      <input id="address" name="address" type="url" placeholder="https://" />
      <button type="submit" class="small">
        Add
      </button>
      <ul class="media-lines" aria-live="polite" data-media-lines />
    </form>
  );
}

function TakenLines({ taken }: LibraryPageProps) {
  if (taken.length === 0) return null;
  const good = taken.filter(({ mediaId }) => mediaId !== null);
  return (
    <>
      {good.length > 0 && (
        <Notice kind="good">
          {counted(good.length, 'picture')} added.{' '}
          {good.map(({ name, mediaId, words }) => (
            <span key={mediaId}>
              <a href={`/desk/media/${mediaId}`}>{name || 'Picture'}</a> {words}{' '}
            </span>
          ))}
        </Notice>
      )}
      {taken
        .filter(({ mediaId }) => mediaId === null)
        .map(({ name, words }) => (
          <Notice key={name} kind="bad">
            {name && <b>{name}: </b>}
            {words}
          </Notice>
        ))}
    </>
  );
}

const KIND_WORDS = { picture: 'Picture', video: 'Film', audio: 'Sound', document: 'Document' } as const;

function Piece({ piece, page }: { piece: LibraryLine; page: LibraryPageProps }) {
  const { frame, stands, asked, when } = page;
  const here = stands.filter(({ mediaId }) => mediaId === piece.id);
  const title = piece.headline || piece.caption || piece.name || 'Without words';
  return (
    <li data-row>
      <a href={`/desk/media/${piece.id}`} class="library-picture">
        {piece.ended !== null ? (
          <span class="ended">{piece.ended}</span>
        ) : piece.sources.length === 0 ? (
          <span class="ended">{KIND_WORDS[piece.kind]}</span>
        ) : (
          <PictureTag shown={piece.shapes.classic} alt={piece.alt} sizes="15rem" />
        )}
      </a>
      <p class="library-title" dir="auto">
        <a href={`/desk/media/${piece.id}`}>{title}</a>
      </p>
      <p class="dim library-facts">
        <bdi>{piece.credit || 'no credit'}</bdi> · {ago(piece.createdAt, when)}
        {piece.kind !== 'document' && piece.alt === '' && !piece.isDecorative && (
          <span class="unsure"> · not described</span>
        )}
        {here.length > 0 && (
          <span class="source">
            {' '}
            · in {counted(new Set(here.map(({ storyId }) => storyId)).size, 'story', 'stories')}
          </span>
        )}
      </p>
      {asked.storyId !== '' && piece.ended === null && piece.kind === 'picture' && (
        <form method="post" action={`/desk/stories/${asked.storyId}/picture/placement`} class="inline">
          <FormToken form={frame.form} />
          <input type="hidden" name="mediaId" value={piece.id} />
          <button type="submit" class="small">
            Place it
          </button>
        </form>
      )}
    </li>
  );
}
