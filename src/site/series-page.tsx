/** The page of a series: its parts, in the order of the desk. */
import { countRepliesUnder } from '../replies/read-replies.ts';
import { findSeriesForReaders } from '../stories/read-ties.ts';
import { render } from '../views/document.tsx';
import { html, type Make } from './answer.tsx';
import { ListPage } from './list-page.tsx';
import { describeList, listData } from './page-data.ts';
import { asPublished, headOf, makeStory } from './pages.tsx';

/** A story may stand at that address too, in a section of that name: the series comes first. */
export const makeSeries: Make = async (site, asked) => {
  const { frame, params } = asked;
  const slug = params.slug ?? '';
  const found = await findSeriesForReaders(site.newsroom, { slug, language: frame.masthead.language });
  if (!found) return makeStory(site, { ...asked, params: { section: 'series', slug } });
  const { series, parts } = found;
  const path = `/series/${series.slug}`;
  const kind = frame.words.ties.series;
  const description = describeList(`${kind}: ${series.name}`, parts);
  const { feeds: _, ...head } = headOf(frame, series.name, path);
  const data = listData(frame, { name: series.name, path, description, stories: parts });
  const replies = await countRepliesUnder(
    site.newsroom,
    parts.map(({ storyId }) => storyId),
  );
  const body = render(
    <ListPage
      replies={replies}
      {...{ frame, kind, name: series.name, stories: parts.map(asPublished), before: null, later: false }}
      head={{ ...head, feeds: '', description, data }}
    />,
  );
  return html(body, [`series:${series.id}`, ...parts.map(({ storyId }) => `story:${storyId}` as const)]);
};
