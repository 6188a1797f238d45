/** What happens to a story of the cast, each thing at its time: drafted, published, corrected, replied to, killed. */
import { MINUTE } from '../../kit/clock.ts';
import { copyTextToHtml } from '../../kit/copy-text.ts';
import { escapeText, safeBody } from '../../kit/safe-html.ts';
import { slugOf } from '../../kit/slug.ts';
import type { Actor, Newsroom } from '../../newsroom.ts';
import { answerReply, approveReply, rejectReply } from '../../replies/moderate.ts';
import { objectionToken, takeObjection } from '../../replies/take-objection.ts';
import { replyToken, takeReply } from '../../replies/take-reply.ts';
import { correctStory } from '../../stories/correct.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { saveTake } from '../../stories/edit.ts';
import { killStory } from '../../stories/kill.ts';
import { publishStory } from '../../stories/publish.ts';
import { scheduleStory } from '../../stories/schedule.ts';
import { addStatement } from '../../stories/statements.ts';
import type { Copy, HopDraft } from '../../stories/story.ts';
import { writeSentence } from '../../translation/edit-pairs.ts';
import { readLines, writeLines } from '../../translation/lines.ts';
import { findTranslation, markRead } from '../../translation/read-translation.ts';
import { startTranslation } from '../../translation/start-translation.ts';
import { harbourPost, type SectionName, type SourceKey, type StaffKey } from './cast.ts';
import type {
  CastCorrection,
  CastHop,
  CastObjection,
  CastReply,
  CastStatement,
  CastStory,
  CastTranslation,
} from './cast-story.ts';
import { withDays } from './days.ts';
import type { DrawingName } from './drawings.ts';

/** What is there already, and what the happenings themselves add to it. */
export interface DemoPaper {
  newsroom: Newsroom;
  now: number;
  staff: Record<StaffKey, Actor & { id: string }>;
  sections: Record<SectionName, string>;
  sources: Record<SourceKey, string>;
  pictures: Partial<Record<DrawingName, string>>;
  siteOf: (source: SourceKey) => string;
  stories: Record<string, { storyId: string; editionId: string }>;
}

export interface Happening {
  at: number;
  happens: () => Promise<unknown>;
}

const DESK_TIME = 14 * MINUTE; // from the draft to its publication
const READING_TIME = 2 * MINUTE; // a moderator's for one reply, an editor's for a translation

export function happeningsOf(story: CastStory, made: DemoPaper): Happening[] {
  const at = made.now - story.ago * MINUTE;
  const one = new OneStory(story, at, made);
  const drafted = { at: story.fate === 'draft' ? at : at - DESK_TIME, happens: () => one.draft() };
  if (story.fate === 'draft') return [drafted];
  const fate = story.fate;
  if (fate !== undefined && 'scheduledIn' in fate) {
    const publishAt = made.now + fate.scheduledIn * MINUTE;
    return [drafted, { at, happens: () => one.schedule(publishAt) }];
  }
  const happenings: Happening[] = [drafted];
  if (story.translation) {
    const { translation } = story;
    happenings.push({ at: at - READING_TIME, happens: () => one.translate(translation) });
  }
  happenings.push({ at, happens: () => one.publish() });
  for (const said of story.translation?.objections ?? []) {
    happenings.push({ at: at + said.after * MINUTE, happens: () => one.object(said) });
  }
  for (const correction of story.corrections ?? []) {
    happenings.push({ at: at + correction.after * MINUTE, happens: () => one.correct(correction) });
  }
  for (const [index, reply] of (story.replies ?? []).entries()) happenings.push(...one.reply(reply, index));
  if (fate !== undefined) {
    happenings.push({ at: at + fate.after * MINUTE, happens: () => one.kill(fate.killed) });
  }
  return happenings;
}

class OneStory {
  readonly #story: CastStory;
  readonly #at: number;
  readonly #made: DemoPaper;
  readonly #by: Actor & { id: string };

  constructor(story: CastStory, at: number, made: DemoPaper) {
    this.#story = story;
    this.#at = at;
    this.#made = made;
    this.#by = made.staff[story.by];
  }

  async draft(): Promise<void> {
    const { newsroom, sections, sources, stories } = this.#made;
    const { key, language, section, kind, topics = [], source, alertLevel = null, hops = [] } = this.#story;
    const drafted = await draftStory(newsroom, {
      copy: this.#copy(),
      language,
      slug: key,
      sectionId: sections[section],
      ...(kind && { kind }),
      topicNames: topics,
      sourceId: source ? sources[source] : null,
      hops: hops.map((hop) => this.#hop(hop)),
      alertLevel,
      by: this.#by,
    });
    stories[key] = drafted;
    for (const statement of this.#story.statements ?? []) await this.#say(statement, drafted.editionId);
  }

  /** Sentence for sentence, as an editor writes it in the two columns. */
  async translate({
    language,
    byline,
    dateline,
    sentences,
    statements,
    readBy,
  }: CastTranslation): Promise<void> {
    const { newsroom, staff, stories } = this.#made;
    const storyId = this.#storyId;
    const fromEditionId = stories[this.#story.key]?.editionId ?? '';
    const { editionId } = await startTranslation(newsroom, {
      storyId,
      fromEditionId,
      to: language,
      by: this.#by,
    });
    const { translated: was } = await readLines(newsroom, editionId);
    await writeLines(newsroom, {
      editionId,
      lines: { byline: byline ?? was.byline, dateline: dateline ?? was.dateline },
      was,
      by: this.#by,
    });
    const { pairs, takeId } =
      (await findTranslation(newsroom, editionId, { checked: false })) ?? fail(this.#story.key);
    if (pairs.length !== sentences.length)
      throw new Error(`${this.#story.key} has ${pairs.length} sentences`);
    let basedOn = takeId;
    for (const [index, sentence] of sentences.entries()) {
      const html = escapeText(this.#text(sentence, language));
      const pairId = pairs[index]?.id ?? '';
      basedOn = await writeSentence(newsroom, { editionId, pairId, html, basedOn, by: this.#by });
    }
    for (const statement of statements) await this.#say(statement, editionId, language);
    await markRead(newsroom, { editionId, basedOn, override: '', by: staff[readBy] });
  }

  async object({ about, reason, better }: CastObjection): Promise<void> {
    const { newsroom } = this.#made;
    const story = await getForDesk(newsroom, this.#storyId);
    const editionId = story.editions.find(({ language }) => language !== this.#story.language)?.id ?? '';
    const translation = await findTranslation(newsroom, editionId, { checked: false });
    const pair = translation?.pairs.find(({ targetText }) => targetText === about) ?? fail(this.#story.key);
    const { id: pairId, sourceText: original, targetText: translated, engine } = pair;
    await takeObjection(newsroom, {
      sentence: { editionId, pairId, original, translated, engine },
      reason,
      better,
      honeypot: '',
      ip: `2001:db8:${this.#story.ago.toString(16)}::2`,
      token: objectionToken(newsroom, editionId),
    });
  }

  publish(): Promise<void> {
    return publishStory(this.#made.newsroom, { storyId: this.#storyId, by: this.#by });
  }

  schedule(publishAt: number): Promise<void> {
    return scheduleStory(this.#made.newsroom, { storyId: this.#storyId, publishAt, by: this.#by });
  }

  kill(notice: string): Promise<void> {
    const { newsroom, staff } = this.#made;
    return killStory(newsroom, { storyId: this.#storyId, notice, by: staff.maria });
  }

  async correct({ changes, notice }: CastCorrection): Promise<void> {
    const { newsroom } = this.#made;
    const [edition] = (await getForDesk(newsroom, this.#storyId)).editions;
    if (!edition) throw new Error(`${this.#story.key} has no edition`);
    const { id: editionId, takeId: basedOn } = edition;
    const copy = { ...edition.copy };
    for (const [was, is] of changes.map((pair) => pair.map((text) => this.#text(text)))) {
      if (!copy.bodyHtml.includes(was ?? '')) throw new Error(`${this.#story.key} does not say “${was}”`);
      copy.bodyHtml = safeBody(copy.bodyHtml.replace(was ?? '', is ?? ''));
    }
    await saveTake(newsroom, { editionId, copy, basedOn, by: this.#by });
    await correctStory(newsroom, { storyId: this.#storyId, notice: this.#text(notice), by: this.#by });
  }

  reply(reply: CastReply, index: number): Happening[] {
    const { newsroom, staff } = this.#made;
    const received = this.#at + reply.after * MINUTE;
    let replyId = '';
    const take = async () => {
      const sent = {
        name: reply.name,
        text: this.#text(reply.text),
        address: `${slugOf(reply.name)}@post.example`,
        // Each reader writes from a neighbourhood of their own, in the range kept for examples (RFC 3849).
        ip: `2001:db8:${(this.#story.ago * 8 + index).toString(16)}::1`,
        token: replyToken(newsroom, this.#storyId),
        honeypot: '',
        storyId: this.#storyId,
      };
      replyId = (await takeReply(newsroom, sent)).replyId;
    };
    const decide = () =>
      reply.verdict === 'approved'
        ? approveReply(newsroom, { replyId, by: staff.samira })
        : rejectReply(newsroom, { replyId, by: staff.samira, why: 'Advertising.' });
    const happenings: Happening[] = [{ at: received, happens: take }];
    if (reply.verdict !== 'held') happenings.push({ at: received + READING_TIME, happens: decide });
    const { answer } = reply;
    if (answer) {
      const text = this.#text(answer.text);
      const happens = () => answerReply(newsroom, { replyId, text, by: staff[answer.by] });
      happenings.push({ at: this.#at + answer.after * MINUTE, happens });
    }
    return happenings;
  }

  get #storyId(): string {
    const made = this.#made.stories[this.#story.key];
    if (!made) throw new Error(`${this.#story.key} is not drafted yet`);
    return made.storyId;
  }

  async #say(statement: CastStatement, editionId: string, language = this.#story.language): Promise<void> {
    const { speaker, role, form, standing, note, original } = statement;
    await addStatement(this.#made.newsroom, {
      editionId,
      speakerName: speaker,
      speakerRole: role ?? '',
      form,
      standing,
      words: this.#text(statement.words, language),
      occasion: this.#text(statement.occasion, language),
      standingNote: this.#text(note ?? '', language),
      hops: (statement.through ?? []).map((hop) => this.#hop(hop)),
      ...(original && {
        originalWords: this.#text(original.words, original.language),
        originalLanguage: original.language,
      }),
      by: this.#by,
    });
  }

  #copy(): Copy {
    const { headline, dek, byline, dateline = '', body, drawing } = this.#story;
    return {
      headline,
      dek: this.#text(dek),
      byline,
      dateline,
      bodyHtml: copyTextToHtml(this.#text(body)),
      pictureId: (drawing && this.#made.pictures[drawing]) ?? null,
    };
  }

  #hop({ party, act, language, source, before }: CastHop): HopDraft {
    const { sources, siteOf } = this.#made;
    return {
      party,
      act,
      language: language ?? null,
      sourceId: source ? sources[source] : null,
      link: source ? `${siteOf(source)}/reports/${this.#story.key}` : null,
      at: before === undefined ? null : this.#at - before * MINUTE,
    };
  }

  #text(text: string, language = this.#story.language): string {
    return withDays(text, { at: this.#at, language, timeZone: harbourPost.timeZone });
  }
}

function fail(key: string): never {
  throw new Error(`${key} has no translation`);
}
