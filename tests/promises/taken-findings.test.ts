/** A finding that is taken is gone: every suggestion of every check, put into the editor's own document. */
import { getSchema } from '@tiptap/core';
import { DOMParser, DOMSerializer, type Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { changeOf, documentInks, fieldInks } from '../../src/browser/finding-changes.ts';
import { changesFor, rangeIn } from '../../src/browser/ink-range.ts';
import type { Checkable, Finding } from '../../src/checks/check.ts';
import { checkCopy, checks } from '../../src/checks/check-copy.ts';
import { inkPlace } from '../../src/kit/ink-place.ts';
import { htmlToText, safeBody, textToHtml } from '../../src/kit/safe-html.ts';
import { readCopyPieces } from '../support/copy-pieces.ts';

const schema = getSchema([StarterKit]);
const { document } = parseHTML('<!doctype html><html><body></body></html>');

function docOf(html: string): Node {
  const place = document.createElement('div');
  place.innerHTML = html;
  return DOMParser.fromSchema(schema).parse(place as never, {
    preserveWhitespace: 'full',
  });
}

function htmlOf(doc: Node): string {
  const place = document.createElement('div');
  const made = DOMSerializer.fromSchema(schema).serializeFragment(doc.content, {
    document: document as never,
  });
  place.appendChild(made as never);
  return place.innerHTML;
}

type Suggested = Finding & { suggestion: string };

/** The copy with the suggestion put in, as the page does it. */
function put(copy: Checkable, finding: Suggested, html = textToHtml(copy.bodyText)): Checkable {
  const { part, suggestion } = finding;
  if (part === 'body') {
    const state = EditorState.create({ schema, doc: docOf(html) });
    const place = { ...inkPlace(copy.bodyText, finding), text: finding.text };
    const change = changeOf(state, place, suggestion);
    if (!change) throw new Error(`nothing changes: ${finding.check} “${finding.text}”`);
    return { ...copy, bodyText: htmlToText(htmlOf(change.doc)) };
  }
  if (part === 'hops') return copy;
  let text = copy[part];
  const place = { ...inkPlace(text, finding), text: finding.text };
  for (const { from, to, words } of changesFor(fieldInks(text), place, suggestion))
    text = text.slice(0, from) + words + text.slice(to);
  return { ...copy, [part]: text };
}

const withSuggestion = (copy: Checkable) =>
  checkCopy(copy).filter((one): one is Suggested => one.suggestion !== undefined && one.text !== '');
const told = (copy: Checkable) => checkCopy(copy).map(({ check, text, part }) => `${check} ${part}: ${text}`);

const broken = [
  ...readCopyPieces().map(({ name, broken: copy }) => ({
    name,
    copy: { ...copy, bodyText: htmlToText(textToHtml(copy.bodyText)) },
  })),
  // Out of a body the reader of copy takes them; in a headline they are told.
  {
    name: 'letters that nobody sees in a headline',
    copy: copyOf('', 'de', 'Kern\u00adkraft\u00adwerk vor Lind bleibt vom Netz'),
  },
];

describe('a finding that is taken is gone', () => {
  it.each(broken.filter(({ copy }) => withSuggestion(copy).length > 0))('$name', ({ copy }) => {
    for (const finding of withSuggestion(copy)) {
      const after = put(copy, finding);
      const key = `${finding.check} ${finding.part}: ${finding.text}`;
      const times = (list: string[]) => list.filter((one) => one === key).length;
      expect({ key, times: times(told(after)) }).toEqual({ key, times: times(told(copy)) - 1 });
    }
  });

  it('holds for every check that has suggestions', () => {
    const tried = new Set(broken.flatMap(({ copy }) => withSuggestion(copy).map(({ check }) => check)));
    expect([...suggesting].filter((name) => !tried.has(name))).toEqual([]);
    expect(checks.filter(({ name }) => tried.has(name) && !suggesting.has(name))).toEqual([]);
  });
});

/** Checks whose findings say what may stand instead; attribution and way are of a story and tried there. */
const suggesting = new Set(
  'age-misfit wrong-article body-named-thrice broken-letters weekday-misfit date-without-year doubled-word furniture house-style left-over-code loop lower-case-start cut-sentence no-full-name plural-source punctuation quote-spacing quote-turned quote-unpaired stray-letter invisible-letter agency-line case-changes two-spellings capital-within two-abbreviations'.split(
    ' ',
  ),
);

function copyOf(bodyText: string, language = 'en', headline = ''): Checkable {
  return {
    headline,
    dek: '',
    byline: '',
    bodyText,
    pickedUp: false,
    credit: '',
    originalLink: null,
    hops: [],
    isBare: true,
    language,
  };
}

/** Puts every suggestion in, one after the other, until nothing is found. */
function putAll(html: string, language = 'en'): string {
  let copy = copyOf(htmlToText(html), language);
  for (let turn = 0; turn < 20; turn += 1) {
    const [finding] = withSuggestion(copy);
    if (!finding) return copy.bodyText;
    copy = put(copy, finding, turn === 0 ? safeBody(html) : textToHtml(copy.bodyText));
  }
  throw new Error('a suggestion leads to the next for ever');
}

describe('white space at the ends of what was found', () => {
  it.each([
    [
      'a space before a comma',
      '<p>The pilot was missing , and the boat.</p>',
      'The pilot was missing, and the boat.',
    ],
    ['two of them', '<p>It was missing , and gone , too.</p>', 'It was missing, and gone, too.'],
    [
      'a space that is bold',
      '<p>It was <strong>missing </strong>, and gone.</p>',
      'It was missing, and gone.',
    ],
    ['several spaces', '<p>It was missing  \u00a0, and gone.</p>', 'It was missing, and gone.'],
    [
      'a space within brackets',
      '<p>The mayor ( who left ) came back to the town.</p>',
      'The mayor (who left) came back to the town.',
    ],
    [
      'a space within marks',
      '<p>“ We stay here,” said Ada Lind on Monday.</p>',
      '“We stay here,” said Ada Lind on Monday.',
    ],
    [
      'a space before the last mark',
      '<p>Ada Lind said: “We stay here. ”</p>',
      'Ada Lind said: “We stay here.”',
    ],
    [
      'in an item of a list',
      '<ul><li>The boats went out , and came back</li><li>Nobody</li></ul>',
      'The boats went out, and came back\nNobody',
    ],
    [
      'no space after a mark',
      '<p>“We stay here today,”said Ada Lind.</p>',
      '“We stay here today,” said Ada Lind.',
    ],
  ])('%s', (_what, html, right) => {
    expect(putAll(html)).toBe(right);
  });

  it('keeps bold and links of the words that stay', () => {
    const copy = copyOf('He left the the harbour.');
    const doc = docOf('<p>He left <strong>the</strong> the <a href="https://a.example/">harbour</a>.</p>');
    const [finding] = withSuggestion(copy);
    if (!finding) throw new Error('a doubled word is found');
    const place = { ...inkPlace(copy.bodyText, finding), text: finding.text };
    const after = changeOf(EditorState.create({ schema, doc }), place, finding.suggestion)?.doc;
    expect(after && htmlOf(after)).toMatch(
      /^<p>He left <strong>the<\/strong>\s<a [^>]*>harbour<\/a>\.<\/p>$/,
    );
  });

  it('is part of the underline, and of another block never', () => {
    const inks = documentInks(docOf('<p>One  , two</p><p> , three</p>'));
    expect(rangeIn(inks, { from: 3, to: 4, text: ' ,' })).toEqual({ from: 4, to: 7 });
    expect(rangeIn(inks, { from: 7, to: 8, text: ' ,' })).toEqual({ from: 13, to: 15 });
    expect(rangeIn(inks, { from: 7, to: 7, text: ' ' })).toBeNull();
    expect(rangeIn(inks, { from: 3, to: 4, text: ' .' })).toBeNull();
  });

  it('finds words written with letters and accents apart', () => {
    const inks = documentInks(docOf('<p>Ma\u0301laga , y</p>'));
    expect(rangeIn(inks, { from: 6, to: 7, text: ' ,' })).toEqual({ from: 8, to: 10 });
  });
});

it('no step of undoing is made where nothing would change', () => {
  const state = EditorState.create({ schema, doc: docOf('<p>One, two</p>') });
  expect(changeOf(state, { from: 3, to: 4, text: ',' }, ',')).toBeNull();
  expect(changeOf(state, { from: 3, to: 4, text: ';' }, ',')).toBeNull();
});
