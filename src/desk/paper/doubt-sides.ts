/** The two sides of a doubt: the page as it stood in the other house, made safe, and the story as it is worked on here. */
import { htmlToText } from '../../kit/safe-html.ts';
import { listMediaOf } from '../../media/media.ts';
import { type OpenDoubt, picturesHere } from '../../moving/desk-view.ts';
import { oldPage, pictureAddresses } from '../../moving/markup/old-page.ts';
import { fileOf } from '../../moving/markup/pictures.ts';
import type { Newsroom } from '../../newsroom.ts';
import { editionsForReaders, getForDesk } from '../../stories/desk-read.ts';
import { readersBody } from '../../stories/readers-body.ts';
import { dressedBody } from '../../views/dressed-body.tsx';
import type { DoubtPageProps, TextFacts } from './doubt-page.tsx';

/** Null where nothing is kept of it. */
export async function showThere(
  newsroom: Newsroom,
  { doubt, original }: OpenDoubt,
): Promise<DoubtPageProps['there']> {
  if (!original) return null;
  const { html, markup, picture } = original;
  const base = doubt.address !== null && URL.canParse(doubt.address) ? doubt.address : null;
  const keyOf = (address: string) => fileOf(address, base)?.key ?? '';
  const ids = await picturesHere(
    newsroom,
    doubt.origin,
    [...pictureAddresses(html), ...(picture === null ? [] : [picture])].map(keyOf),
  );
  const media = await listMediaOf(newsroom, [...ids.values()], original.language ?? '');
  const pictureHere = (address: string) =>
    media.get(ids.get(keyOf(address)) ?? '')?.shapes.full.jpeg.at(0)?.href ?? null;
  const shown = oldPage(html, { markup, base, pictureHere });
  return { html: shown, facts: factsOf(html), picture: picture === null ? null : pictureHere(picture) };
}

/** Null where no story came of it. */
export async function showHere(
  newsroom: Newsroom,
  { doubt: { storyId } }: OpenDoubt,
): Promise<DoubtPageProps['here']> {
  if (storyId === null) return null;
  const story = await getForDesk(newsroom, storyId);
  const [edition] = editionsForReaders(story);
  if (!edition) return null;
  const { copy, language } = edition;
  const { bodyHtml, bodyMedia } = await readersBody(newsroom, copy.bodyHtml, language);
  const facts = factsOf(copy.bodyHtml);
  return { story, edition, html: dressedBody(bodyHtml, { media: bodyMedia }), facts };
}

const factsOf = (html: string): TextFacts => ({
  words: htmlToText(html).match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
  pictures: html.match(/<img\b/gi)?.length ?? 0,
  tables: html.match(/<table\b/gi)?.length ?? 0,
});
