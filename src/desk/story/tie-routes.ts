/** The routes of what ties a story to others: ties, its series, and a merger. */
import type { FastifyRequest } from 'fastify';
import { refuse } from '../../kit/refusal.ts';
import { mergeStory, partStory } from '../../stories/merge.ts';
import { placeInSeries, raiseTie, type TieKind, tieKinds, tieStory, untieStory } from '../../stories/ties.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { field, param } from '../door/form-fields.ts';
import { changePart } from './story-part-routes.ts';

export function registerTieRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  const at = '/desk/stories/:storyId';
  routes.post('reporter', `${at}/ties`, (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'tied', part: 'ties' }, async (_editionId, storyId) => {
      const kind = kindIn(field(request, 'tieKind'));
      await tieStory(newsroom, { storyId, kind, to: field(request, 'tiedTo'), by: visit.staff });
    }),
  );
  routes.post('reporter', `${at}/ties/:kind/:toId/removal`, (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'untied', part: 'ties' }, async (_editionId, storyId) => {
      await untieStory(newsroom, { storyId, ...tieIn(request), by: visit.staff });
    }),
  );
  routes.post('reporter', `${at}/ties/:kind/:toId/rise`, (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'saved', part: 'ties' }, async (_editionId, storyId) => {
      await raiseTie(newsroom, { storyId, ...tieIn(request), by: visit.staff });
    }),
  );
  routes.post('reporter', `${at}/series`, (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'series', part: 'ties' }, async (_editionId, storyId) => {
      const place = field(request, 'place').trim();
      const name = field(request, 'series');
      await placeInSeries(newsroom, {
        storyId,
        name,
        place: place === '' ? null : Number(place),
        by: visit.staff,
      });
    }),
  );
  routes.post('editor', `${at}/merger`, (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'merged' }, async (_editionId, storyId) => {
      await mergeStory(newsroom, { storyId, into: field(request, 'mergeInto'), by: visit.staff });
    }),
  );
  routes.post('editor', `${at}/merger/end`, (request, reply, visit) =>
    changePart(desk, request, reply, visit, { done: 'parted' }, async (_editionId, storyId) => {
      await partStory(newsroom, { storyId, by: visit.staff });
    }),
  );
}

const tieIn = (request: FastifyRequest) => ({
  kind: kindIn(param(request, 'kind')),
  toId: param(request, 'toId'),
});

function kindIn(word: string): TieKind {
  return tieKinds.find((kind) => kind === word) ?? refuse('not-found');
}
