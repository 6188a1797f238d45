/** What the editor has the newsroom ask of other sites: a picture for the library, a post for its words. */
import type { ChosenMedia } from './upload-media.ts';

/** A post or a film as the newsroom found it. */
export interface FoundEmbed {
  href: string;
  title: string;
  author: string;
  site: string;
  still: string | null;
  thumb: string;
}

interface LibraryAnswer {
  media?: ChosenMedia;
  embed?: FoundEmbed;
  words?: string | null;
  detail?: string;
}

/** What is refused is thrown, in words for the person. */
export async function fetchIntoLibrary(
  picture: { address: string } & Record<'alt' | 'caption' | 'credit', string>,
): Promise<ChosenMedia> {
  const { media, detail } = await ask('/desk/media/fetch', picture);
  if (!media) throw new Error(detail ?? 'The newsroom did not take it.');
  return media;
}

/** `words` say what of it is not to be had. What is refused is thrown, in words for the person. */
export async function findPost(address: string): Promise<{ embed: FoundEmbed; words: string | null }> {
  const { embed, words = null, detail } = await ask('/desk/media/elsewhere', { address });
  if (!embed) throw new Error(detail ?? 'The newsroom found nothing there.');
  return { embed, words };
}

async function ask(address: string, fields: Record<string, string>): Promise<LibraryAnswer> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="desk-form"]')?.content ?? '';
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'x-form': token },
      body: new URLSearchParams(fields),
    });
    return (await answer.json()) as LibraryAnswer;
  } catch {
    throw new Error('The newsroom does not answer.'); // offline, or a proxy's page in its stead
  }
}
