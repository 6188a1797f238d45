import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CopyPiece, type Defect, readCopyPieces } from '../../tests/support/copy-pieces.ts';
import { allChecks } from './all-checks.ts';
import type { Checkable, Finding } from './check.ts';
import { checkCopy, checks, silentChecks } from './check-copy.ts';

const pieces = readCopyPieces();
const kinds = readCopyPieces('copy-kinds');
const told = (copy: Checkable) => checkCopy(copy).map(({ check, text }) => `${check}: ${text}`);
const REACH = 3; // units beside a place where something was taken away

describe('our own copy', () => {
  it('has sixty broken pieces and their twins, in six languages at least', () => {
    expect(pieces.length).toBeGreaterThanOrEqual(60);
    expect(new Set(pieces.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6);
  });

  it.each(pieces.map((piece): [string, CopyPiece] => [piece.name, piece]))(
    '%s: the clean twin is let pass',
    (_name, piece) => {
      expect(told(piece.clean)).toEqual([]);
    },
  );

  it.each(pieces.map((piece): [string, CopyPiece] => [piece.name, piece]))(
    '%s: the broken twin is found out',
    (_name, { broken, defects }) => {
      const findings = checkCopy(broken);
      for (const defect of defects) {
        const hit = findings
          .filter(({ check, part }) => check === defect.check && part === defect.part)
          .some((finding) => touches(finding, defect));
        expect({ ...defect, hit, findings: hit ? [] : findings }).toMatchObject({ hit: true });
      }
    },
  );

  it('covers every check that looks at words', () => {
    const covered = new Set(pieces.flatMap(({ defects }) => defects.map(({ check }) => check)));
    const ofAStory = /^(?:no-(?!full)|hearsay|attribution-lost|round-trip)/u;
    expect(
      checks.map(({ name }) => name).filter((name) => !covered.has(name) && !ofAStory.test(name)),
    ).toEqual([]);
  });

  // Every piece with every other of its language: their number grows with the square, so the time they may take is long.
  const several = pieces.filter(({ name, language }) =>
    pieces.some((other) => other.language === language && other.name !== name),
  );
  it.each([...new Set(several.map(({ language }) => language))])(
    'in %s stays clean when clean is joined to clean',
    (language) => {
      const same = pieces.filter((piece) => piece.language === language);
      expect(same.length).toBeGreaterThan(1);
      // Each with a dozen others, from all over the list: with every one it would take a minute of English.
      const step = Math.max(1, Math.floor(same.length / NEIGHBOURS));
      for (let turn = 1; turn < same.length; turn += step) {
        const pairs = same.map((piece, at) => [piece, same[(at + turn) % same.length] as CopyPiece] as const);
        const joined = pairs
          .filter(([one, other]) => one !== other && isOfOneDay(one, other))
          .map(([one, other]) => ({
            ...one.clean,
            headline: '',
            houseStyle: [],
            language,
            bodyText: `${one.clean.bodyText}\n\n${other.clean.bodyText}`,
          }));
        expect(joined.flatMap(told)).toEqual([]);
      }
    },
    120_000,
  );
});

const NEIGHBOURS = 12;

/** Two pieces with people of one name and different posts, or with days of their own, are no one story. */
function isOfOneDay(one: CopyPiece, other: CopyPiece): boolean {
  return (
    one.clean.publishedAt === other.clean.publishedAt ||
    one.clean.publishedAt === undefined ||
    other.clean.publishedAt === undefined
  );
}

/** A mark that is missing is told at the one that waits for it, further up. */
function touches(finding: Finding, { check, start, end }: Defect): boolean {
  const reach = end - start < 2 || check === 'quote-unpaired' ? 200 : REACH;
  return finding.start < end + reach && finding.end > start - reach;
}

describe('copy of other kinds', () => {
  it('has three pieces at least in each of thirteen languages', () => {
    const count = (language: string) => kinds.filter((piece) => piece.language === language).length;
    const languages = [...new Set(kinds.map(({ language }) => language))];
    expect([languages.length, Math.min(...languages.map(count))]).toEqual([13, 3]);
  });

  it.each(kinds.map((piece): [string, CopyPiece] => [piece.name, piece]))(
    '%s: let pass when clean, found when broken',
    (_name, { clean, broken, defects }) => {
      expect(told(clean)).toEqual([]);
      const findings = checkCopy(broken);
      for (const defect of defects)
        expect(
          findings.filter(({ check }) => check === defect.check).some((each) => touches(each, defect)),
        ).toBe(true);
    },
  );
});

describe('each check', () => {
  it.each(allChecks.map(({ name }) => [name]))(
    '%s has a page that says what it catches, what not, and its false alarms',
    (name) => {
      const page = fileURLToPath(new URL(`../../docs/checks/${name}.md`, import.meta.url));
      expect(existsSync(page)).toBe(true);
      const text = readFileSync(page, 'utf8');
      for (const head of ['# ', '## Catches', '## Does not catch', '## False alarms'])
        expect(text).toContain(head);
    },
  );

  it('says nothing in a language that it has no rule for, and is named once', () => {
    const silent = silentChecks('et').map(({ name }) => name);
    expect(silent).toContain('doubled-word');
    expect(silent).not.toContain('stray-letter');
    // English has no cases of grammar that a post and a name could part in.
    expect(silentChecks('en').map(({ name }) => name)).toEqual(['title-cases']);
  });
});

describe('hostile copy', () => {
  const bare = (bodyText: string): Checkable => ({
    headline: '',
    dek: '',
    byline: '',
    bodyText,
    pickedUp: false,
    credit: '',
    originalLink: null,
    hops: [],
    isBare: true,
    language: 'en',
    publishedAt: 0,
  });
  it.each([
    ['10,000 quotation marks', '“a '.repeat(10_000)],
    ['a lone surrogate', 'The \ud800 boat \udc00 came.'],
    ['mixed directions', 'The council \u202eקרע\u202c said عربي \u200f(so) and left.'],
    ['nothing but letters', 'a'.repeat(200_000)],
    ['capitals', 'A'.repeat(200_000)],
    ['nothing but spaces', ' '.repeat(200_000)],
    ['dates', '12 March, '.repeat(10_000)],
    ['names', 'Maria Leontis '.repeat(10_000)],
  ])('%s is answered', (_what, text) => {
    expect(Array.isArray(checkCopy(bare(text)))).toBe(true);
  });
});
