import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LeftOut } from '../../kit/left-out.ts';
import { safeBody, textToHtml } from '../../kit/safe-html.ts';
import { type AsideAround, putBack, setAside as setAsideOf } from './clean.ts';

const LEDE =
  'The ferry Northern Star ran aground off Skaros on Thursday with 112 people aboard, the coast guard said.';
const NEXT = 'All of them were brought ashore by fishing boats within two hours, and nobody was hurt.';

const setAside = (html: string, around?: AsideAround) => setAsideOf(safeBody(html), around);

/** What is set aside of copy with this block between two paragraphs of news. */
function reasonFor(block: string): string | null {
  const { aside } = setAside(`<p>${LEDE}</p>${block}<p>${NEXT}</p>`);
  expect(aside.length).toBeLessThan(2);
  return aside[0]?.reason ?? null;
}

describe('what a website put into its copy', () => {
  it.each([
    ['subscribe', '<p>Sign up for our newsletter and never miss a story!</p>'],
    ['subscribe', '<p>Подписывайтесь на наш канал в Telegram</p>'],
    ['subscribe', '<p>Ακολουθήστε την Εφημερίδα του Λιμανιού στο Google News</p>'],
    ['subscribe', '<p>Abonnez-vous à notre newsletter pour tout savoir</p>'],
    ['subscribe', '<p>Suscríbete a nuestro boletín</p>'],
    ['subscribe', '<p>Jetzt unseren Newsletter … abonnieren</p>', null],
    ['subscribe', '<p>تابعونا على قناتنا في تلغرام</p>'],
    ['share', '<p>Share this: Facebook Twitter WhatsApp</p>'],
    ['share', '<p>Facebook · Telegram · Viber</p>'],
    ['share', '<p>Поделиться</p>'],
    ['comments', '<h3>Leave a Reply</h3>'],
    ['comments', '<p>Your email address will not be published. Required fields are marked *</p>'],
    ['comments', '<p>Ваш адрес email не будет опубликован.</p>'],
    ['read-also', '<p>Read also: <a href="https://coast.example/1">The storm of Wednesday</a></p>'],
    ['read-also', '<p>Διαβάστε επίσης: Η καταιγίδα της Τετάρτης</p>'],
    ['read-also', '<p>Читайте также: Шторм в среду</p>'],
    ['read-also', '<p>اقرأ أيضا: عاصفة الأربعاء</p>'],
    ['read-also', '<p>Lesen Sie auch: Der Sturm vom Mittwoch</p>'],
    ['read-also', '<p>Leggi anche</p>'],
    ['credit', '<p>Photo: Island Wire</p>'],
    ['credit', '<p>Φωτογραφία: Πρακτορείο Αιγαίου</p>'],
    ['credit', '<p>Image credit: Anna Petrou</p>'],
    ['rights', '<p>© 2026 Island Wire. All rights reserved.</p>'],
    ['advertisement', '<p>ADVERTISEMENT</p>'],
    ['advertisement', '<p>Διαφήμιση</p>'],
    ['feed-line', '<p>The post Ferry aground appeared first on Island Wire.</p>'],
    ['repeated', `<p>${LEDE}</p>`],
  ])('is set aside as %s: %s', (reason, block, wanted: string | null = reason) => {
    expect(reasonFor(block)).toBe(wanted);
  });

  it.each([
    '<p>Read more books, the minister told the pupils of Skaros, and fewer messages.</p>',
    '<p>“Sign up for the newsletter,” the poster said, “and win a boat.” Nobody has won one yet, the police say.</p>',
    '<p>Share prices of Island Lines fell by nine per cent.</p>',
    '<p>Follow the coast road to the harbour and you see the wreck.</p>',
    '<p>Photographs of the wreck show a hole of two metres in its side.</p>',
    '<p>Facebook and Twitter were blocked on the island during the rescue, according to its mayor.</p>',
    '<p>The subscription to the emergency app has doubled since.</p>',
    '<p>Читайте внимательно: так капитан ответил на вопрос о руле, и больше не сказал ничего.</p>',
    '<p>Related cases are before the court of Skaros.</p>',
    '<p>Copyright law does not protect the logbook, a judge said.</p>',
    '<p>Comments by the captain were not available.</p>',
    '<blockquote><p>Subscribe to our newsletter</p></blockquote>',
    '<h2>What is known of the captain</h2>',
    '<ul><li>112 people were aboard</li><li>Nobody was hurt</li></ul>',
  ])('is not seen in copy: %s', (block) => {
    expect(reasonFor(block)).toBeNull();
  });

  it('takes the links after such a heading along, and stops at the next sentence', () => {
    const html = `<p>${LEDE}</p><h3>Related stories</h3><ul><li><a href="https://a.example/1">One</a></li><li><a href="https://a.example/2">Two</a></li></ul><p>${NEXT}</p>`;
    const { html: kept, aside } = setAside(html);
    expect(aside.map(({ at, reason }) => [at, reason])).toEqual([
      [1, 'read-also'],
      [2, 'links'],
    ]);
    expect(kept).toBe(`<p>${LEDE}</p><p>${NEXT}</p>`);
  });

  it('includes the headline said again at the beginning', () => {
    expect(
      setAside(`<h2>Ferry aground</h2><p>${LEDE}</p>`, { headline: 'Ferry aground!' }).aside,
    ).toMatchObject([{ at: 0, reason: 'headline', text: 'Ferry aground' }]);
  });

  it('can be put back where it stood', () => {
    const html = `<p>${LEDE}</p><p>Share this: Facebook Twitter</p><p>${NEXT}</p><p>ADVERTISEMENT</p>`;
    const { html: kept, aside } = setAside(html);
    expect(aside).toHaveLength(2);
    expect(putBack(kept, aside)).toBe(html);
    expect(putBack(kept, aside.slice(1))).toBe(`<p>${LEDE}</p><p>${NEXT}</p><p>ADVERTISEMENT</p>`);
  });

  it('is nothing where it would be most of the copy', () => {
    expect(setAside('<p>Photo: Island Wire</p><p>Short.</p>').aside).toEqual([]);
  });

  it('is not a refrain', () => {
    const verse = `<p>${LEDE}</p>`;
    expect(setAside(verse.repeat(8)).aside).toEqual([]);
  });
});

const corpora = process.env.CRIER_TEST_CORPORA ?? resolve(import.meta.dirname, '../../../../shared/corpora');
const truth = join(corpora, 'article-extraction/ground-truth.json');
const isThere = existsSync(truth);
if (!isThere) console.log(`Skipped: no articles to look for false alarms in at ${truth}.`);

describe.skipIf(!isThere)('copy that people cut out of pages', () => {
  it('is left alone in 995 of 1,000 paragraphs', () => {
    const articles = JSON.parse(readFileSync(truth, 'utf8')) as Record<string, { articleBody: string }>;
    let blocks = 0;
    let aside = 0;
    for (const { articleBody } of Object.values(articles)) {
      const html = textToHtml(articleBody.replaceAll('\n', '\n\n'));
      blocks += html.match(/<p>/g)?.length ?? 0;
      aside += setAside(html).aside.length;
    }
    console.log(`clean copy: ${aside} of ${blocks} paragraphs set aside`);
    expect(aside / blocks).toBeLessThan(0.005);
  });
});

describe('F3, F4: what the source struck out or hid', () => {
  const leftOut: LeftOut[] = [
    { kind: 'struck', text: 'Ada Lind was arrested.', after: 1 },
    { kind: 'picture', text: 'The port', after: 1 },
    { kind: 'hidden', text: 'Read on in the app', after: 9 },
  ];

  it('is set aside with its reason, behind the rest', () => {
    const { html, aside } = setAside(`<p>${LEDE}</p><p>${NEXT}</p>`, { leftOut });
    expect(html).toBe(`<p>${LEDE}</p><p>${NEXT}</p>`);
    expect(aside.map(({ at, reason, text }) => [at, reason, text])).toEqual([
      [2, 'struck', 'Ada Lind was arrested.'],
      [4, 'hidden', 'Read on in the app'],
    ]);
  });

  it('comes back behind the paragraph in which it stood', () => {
    const { html, aside } = setAside(`<p>${LEDE}</p><p>Photo: Island Wire</p><p>${NEXT}</p>`, {
      leftOut,
      keep: [3, 5],
    });
    expect(html).toBe(`<p>${LEDE}</p><p>Ada Lind was arrested.</p><p>${NEXT}</p><p>Read on in the app</p>`);
    expect(aside.map(({ reason }) => reason)).toEqual(['credit']);
  });
});
