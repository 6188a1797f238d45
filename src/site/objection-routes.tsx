/** Where a reader says what is wrong with a sentence of a translation, and what is said then. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../kit/refusal.ts';
import { objectionToken, takeObjection } from '../replies/take-objection.ts';
import { findKillNotice, getPublished } from '../stories/read.ts';
import { findReaderTranslation } from '../translation/for-readers.ts';
import { render } from '../views/document.tsx';
import type { Words } from '../views/words/catalog.ts';
import { findFrame, frameIn, giveOnce, HTML, nothing, type Site } from './answer.tsx';
import { AfterPage, ObjectionPage, type ObjectionProps } from './objections.tsx';
import { LONGEST_FORM, sentField } from './sent-field.ts';
import { sentencePath } from './translation-line.tsx';

const NOT_KEPT = { 'cache-control': 'no-store' };

/** `/sentences/:editionId/:pairId`, to read it, to send it, and after that. */
export function registerObjectionRoutes(app: FastifyInstance, site: Site): void {
  const path = '/sentences/:editionId/:pairId';
  app.get(path, async (request, reply) => {
    const asked = await findAsked(site, request);
    if (!asked) return nothing(site, request, reply);
    return give(site, request, reply, { asked });
  });
  app.post(path, { bodyLimit: LONGEST_FORM }, async (request, reply) => {
    const asked = (await findAsked(site, request)) ?? refuse('not-found');
    if (!asked.sentence) return give(site, request, reply, { asked, status: 409 });
    const typed = { reason: sentField(request, 'reason'), better: sentField(request, 'better') };
    const sent = { ...typed, token: sentField(request, '_form'), honeypot: sentField(request, 'website') };
    try {
      await takeObjection(site.newsroom, { ...sent, sentence: asked.sentence, ip: request.ip });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.code === 'not-found') throw refusal; // a bug is the server's to tell
      return give(site, request, reply, { asked, status: refusal.status, typed, refusal });
    }
    const { editionId, pairId } = asked.sentence;
    return reply.headers(NOT_KEPT).redirect(`${sentencePath(editionId, pairId)}/sent`, 303);
  });
  app.get(`${path}/sent`, async (request, reply) => {
    const asked = await findAsked(site, request);
    if (!asked) return nothing(site, request, reply);
    return giveOnce(site, request, reply, made(<AfterPage {...asked} say="thanks" />));
  });
}

type Asked = Pick<ObjectionProps, 'frame' | 'story' | 'fromLanguage'> & {
  /** Null where readers no longer see it. */
  sentence: ObjectionProps['sentence'] | null;
};

/** Null where there is no translation that readers see. */
async function findAsked({ newsroom }: Site, request: FastifyRequest): Promise<Asked | null> {
  const { editionId = '', pairId = '' } = request.params as Record<string, string>;
  const whole = await findFrame(newsroom);
  const story = whole && (await getPublished(newsroom, editionId));
  if (!story) {
    if (whole && (await findKillNotice(newsroom, editionId)) !== null) refuse('story-killed');
    return null;
  }
  const translation = await findReaderTranslation(newsroom, story);
  if (!translation) return null;
  const found = translation.sentences.find((sentence) => sentence.pairId === pairId);
  return {
    frame: frameIn(whole, story.language),
    story,
    fromLanguage: translation.fromLanguage,
    sentence: found ? { ...found, editionId, original: found.original ?? '' } : null,
  };
}

interface Given {
  asked: Asked;
  status?: number;
  typed?: ObjectionProps['typed'];
  refusal?: Refusal;
}

function give(site: Site, request: FastifyRequest, reply: FastifyReply, given: Given): Promise<FastifyReply> {
  const { asked, status = 200, typed, refusal } = given;
  const { sentence, frame } = asked;
  if (!sentence) return giveOnce(site, request, reply, made(<AfterPage {...asked} say="changed" />, status));
  const token = objectionToken(site.newsroom, sentence.editionId);
  const again = refusal
    ? { why: whyInWords(frame.words, refusal), wrong: faultsInWords(frame.words, refusal) }
    : {};
  const page = <ObjectionPage {...{ ...asked, ...again, sentence, token, ...(typed ? { typed } : {}) }} />;
  const wait = refusal?.code === 'too-many-tries' ? { 'retry-after': '600' } : {};
  return giveOnce(site, request, reply, made(page, status, wait));
}

function made(page: preact.JSX.Element, status = 200, more: Record<string, string> = {}) {
  return { status, type: HTML, body: render(page), shows: [], headers: { ...NOT_KEPT, ...more } };
}

function faultsInWords({ objections }: Words, { fields }: Refusal): ObjectionProps['wrong'] & object {
  const sentences: Record<string, string> = objections.faults;
  return Object.fromEntries(Object.entries(fields).map(([field, fault]) => [field, sentences[fault] ?? '']));
}

function whyInWords({ replies, objections }: Words, { code }: Refusal): string {
  if (code === 'form-expired') return replies.expired;
  return code === 'too-many-tries' ? objections.tooMany : replies.lookAgain;
}
