/** The pictures that came with an item: each with its credit and its terms, to be taken with the item or alone. */
import type { ItemPicture } from '../../wire/items/item-pictures.ts';
import { FormToken, PaneHead } from '../views/desk-layout.tsx';
import { counted, dayAndTime } from '../views/words.ts';
import type { BesideProps } from './wire-view.ts';

export function WirePictures(props: BesideProps) {
  const { item } = props;
  if (item.pictures.length === 0) return null;
  return (
    <>
      <PaneHead>{counted(item.pictures.length, 'picture')}</PaneHead>
      <ul class="wire-pictures">
        {item.pictures.map((picture) => (
          <Picture key={picture.href} picture={picture} {...props} />
        ))}
      </ul>
    </>
  );
}

function Picture({ picture, item, form, when }: BesideProps & { picture: ItemPicture }) {
  const { number, caption, credit, terms, mediaId } = picture;
  return (
    <li>
      <img
        src={`/desk/wire/${item.id}/pictures/${number}`}
        alt={caption}
        loading="lazy"
        width={480}
        height={320}
      />
      {caption !== '' && <p dir="auto">{caption}</p>}
      <p class="dim">
        <bdi>{credit}</bdi>
      </p>
      {terms.words?.map((words) => (
        <p key={words} class="unsure" dir="auto">
          {words}
        </p>
      ))}
      {terms.until !== undefined && <p class="unsure">It ends {dayAndTime(terms.until, when)}.</p>}
      {mediaId !== null ? (
        <a href={`/desk/media/${mediaId}`}>In the library</a>
      ) : (
        <form method="post" action={`/desk/wire/${item.id}/pictures/${number}`} class="inline">
          <FormToken form={form} />
          <button type="submit" class="quiet small">
            Into the library
          </button>
        </form>
      )}
    </li>
  );
}
