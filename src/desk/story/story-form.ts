/** The editor's form: what it holds when a story is opened, and what was typed into it. */
import type { FastifyRequest } from 'fastify';
import { mayAsk } from '../../alerts/alert-check.ts';
import type { AlertText } from '../../alerts/alert-text.ts';
import { keepAlertTexts, textFields } from '../../alerts/compose.ts';
import { safeHref } from '../../kit/body-blocks.ts';
import { copyTextToHtml } from '../../kit/copy-text.ts';
import { refuse } from '../../kit/refusal.ts';
import { type BodyHtml, safeBody } from '../../kit/safe-html.ts';
import { slugOf } from '../../kit/slug.ts';
import { storyKindIn } from '../../kit/story-kind.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { HopAct } from '../../sourcing/hops.ts';
import type { Staff } from '../../staff/staff.ts';
import type { FormEdition, FormStory } from '../../stories/desk-read.ts';
import { saveTake } from '../../stories/edit.ts';
import { fileStory } from '../../stories/file.ts';
import { setEmbargo } from '../../stories/hold-story.ts';
import { type HopDraft, isAlertLevel, oneLine } from '../../stories/story.ts';
import { readBack } from '../../translation/read-back.ts';
import { field, fieldList, hasField } from '../door/form-fields.ts';
import { fromLocalInput, localInput } from '../views/words.ts';
import { hopActs } from './hop-form.tsx';
import type { StoryForm } from './story-view.ts';

/** The form as the saved story fills it. */
export function typedOf(story: FormStory, edition: FormEdition, zone: string): StoryForm {
  return {
    ...edition.copy,
    bodyText: null,
    slug: story.slug,
    sectionId: story.section?.id ?? '',
    topics: story.topics.map(({ name }) => name).join(', '),
    alertLevel: story.alertLevel ?? '',
    repliesOpen: story.repliesOpen,
    kind: story.kind,
    override: '',
    publishAt: localInput(story.publishAt, zone),
    holdUntil: localInput(story.embargoUntil, zone),
    notice: '',
    flashWord: '',
    alertTexts: {},
  };
}

/** What was sent, over what is saved, with links to pages of ours under the newsroom's `address`: a field that the form did not have stays as it was. */
export function typedIn(request: FastifyRequest, saved: StoryForm, address: string): StoryForm {
  const given = (name: keyof StoryForm) =>
    hasField(request, name) ? field(request, name) : String(saved[name] ?? '');
  // One line each, as they are kept: otherwise a space at the end would be a new take.
  const line = (name: keyof StoryForm) => oneLine(given(name));
  const bodyHtml = bodyIn(request, address) ?? saved.bodyHtml;
  return {
    headline: line('headline'),
    dek: line('dek'),
    byline: line('byline'),
    dateline: line('dateline'),
    bodyHtml,
    bodyText: hasField(request, 'bodyText') ? field(request, 'bodyText') : null,
    pictureId: given('pictureId') || null,
    slug: given('slug'),
    sectionId: given('sectionId'),
    topics: given('topics'),
    alertLevel: given('alertLevel'),
    // A box that is not ticked is not sent; `filed` says that the form had it.
    repliesOpen: hasField(request, 'filed') ? field(request, 'repliesOpen') === 'yes' : saved.repliesOpen,
    kind: given('kind'),
    override: given('override'),
    publishAt: given('publishAt'),
    holdUntil: given('holdUntil'),
    notice: given('notice'),
    flashWord: field(request, 'flashWord'),
    alertTexts: alertTextsIn(request),
  };
}

/** The alert's own words of each edition that the form had. */
function alertTextsIn(request: FastifyRequest): Record<string, AlertText> {
  const texts: Record<string, AlertText> = {};
  const names = typeof request.body === 'object' && request.body !== null ? Object.keys(request.body) : [];
  for (const name of names) {
    const editionId = /^alertHeadline-([\w-]+)$/.exec(name)?.[1];
    if (!editionId) continue;
    const fields = textFields(editionId);
    texts[editionId] = { headline: field(request, fields.headline), body: field(request, fields.body) };
  }
  return texts;
}

/** The editor island sends HTML, the plain form copy text; either way only our subset is kept. Null when neither came. */
function bodyIn(request: FastifyRequest, address: string): BodyHtml | null {
  if (field(request, 'bodyHtml') !== '') return safeBody(field(request, 'bodyHtml'), address);
  return hasField(request, 'bodyText') ? copyTextToHtml(field(request, 'bodyText'), address) : null;
}

/** Saves what was typed: the copy as a take, and where the story is filed. */
export async function saveTyped(
  newsroom: Newsroom,
  save: {
    story: FormStory;
    edition: FormEdition;
    typed: StoryForm;
    basedOn: string;
    /** The paper's zone, in which instants were typed. */
    zone: string;
    by: Staff;
  },
): Promise<{ takeId: string; number: number }> {
  const { story, edition, by } = save;
  // An alert is an editor's: what anyone else sends of it is left as it was.
  const typed = mayAsk(by.role)
    ? save.typed
    : { ...save.typed, alertLevel: story.alertLevel ?? '', alertTexts: {} };
  const { headline, dek, byline, dateline, bodyHtml, pictureId } = typed;
  const copy = { headline, dek, byline, dateline, bodyHtml, pictureId };
  return await newsroom.transact(async (inner) => {
    const take = await saveTake(inner, { editionId: edition.id, copy, basedOn: save.basedOn, by });
    if (edition.translatedFrom !== null) await readBack(inner, { editionId: edition.id, by });
    if (isFiledOtherwise(story, typed)) {
      await fileStory(inner, {
        storyId: story.id,
        slug: slugFor(story, typed, edition.language),
        sectionId: typed.sectionId || null,
        topicNames: topicNamesIn(typed.topics),
        alertLevel: isAlertLevel(typed.alertLevel) ? typed.alertLevel : null,
        repliesOpen: typed.repliesOpen,
        kind: storyKindIn(typed.kind) ?? story.kind,
        by,
      });
    }
    if (typed.holdUntil !== localInput(story.embargoUntil, save.zone))
      await setEmbargo(inner, { storyId: story.id, until: embargoIn(typed, save.zone), by });
    const texts = new Map(
      story.editions.flatMap(({ id }) => {
        const text = typed.alertTexts[id];
        return text ? [[id, text] as const] : [];
      }),
    );
    if (texts.size > 0) await keepAlertTexts(inner, { texts, by });
    return take;
  });
}

function isFiledOtherwise(story: FormStory, typed: StoryForm): boolean {
  return (
    typed.slug !== story.slug ||
    typed.sectionId !== (story.section?.id ?? '') ||
    topicNamesIn(typed.topics).join() !== story.topics.map(({ name }) => name).join() ||
    typed.alertLevel !== (story.alertLevel ?? '') ||
    typed.repliesOpen !== story.repliesOpen ||
    typed.kind !== story.kind ||
    story.slug === UNTITLED
  );
}

/** Null for an empty field; what is no time is refused, so that a slip lifts no embargo. */
function embargoIn({ holdUntil }: StoryForm, zone: string): number | null {
  if (holdUntil.trim() === '') return null;
  const until = fromLocalInput(holdUntil, zone);
  return (
    until ?? refuse('form-incomplete', { fields: { holdUntil: 'Say a day and a time, or leave it empty.' } })
  );
}

const UNTITLED = 'untitled';

/** The working name of a story begun without a headline follows the first one it gets, unless someone chose another. */
function slugFor(story: FormStory, typed: StoryForm, language: string): string {
  const isUntouched = typed.slug === story.slug && story.slug === UNTITLED;
  return isUntouched ? slugOf(typed.headline, language) || UNTITLED : typed.slug;
}

export function topicNamesIn(text: string): string[] {
  return text
    .split(/[,،、\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The rows of the form of steps; a row without a party is left out. */
export function hopsIn(request: FastifyRequest, zone: string): HopDraft[] {
  const column = (name: string) => fieldList(request, name);
  const [acts, languages, links, times, sources] = ['act', 'language', 'link', 'at', 'sourceId'].map(column);
  return column('party').flatMap((party, row) => {
    if (party.trim() === '') return [];
    return [
      {
        party,
        sourceId: sources?.[row] || null,
        act: actIn(acts?.[row]),
        language: languages?.[row]?.trim() || null,
        link: safeHref(links?.[row] ?? ''),
        at: fromLocalInput(times?.[row] ?? '', zone),
      },
    ];
  });
}

function actIn(text: string | undefined): HopAct {
  return hopActs.find((act) => act === text) ?? 'reported';
}
