import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { BodyHtml } from '../kit/safe-html.ts';
import { type MarkedBody, markStatements as mark } from './mark-statements.ts';
import type { Statement } from './statement.ts';

/** Bodies as they are written here: their normal form is not what is tried. */
const markStatements = (html: string, statements: Statement[]): MarkedBody =>
  mark(html as BodyHtml, statements);

function said(words: string, more: Partial<Statement> & { by?: string } = {}): Statement {
  const name = more.by ?? 'Eleni Doukas';
  return {
    id: `${name}: ${words}`,
    editionId: 'edition',
    speaker: { id: name, slug: name, name, inConflict: false },
    speakerRole: '',
    form: 'direct',
    words,
    wordsBefore: '',
    originalWords: null,
    originalLanguage: null,
    verbatim: 'unknown',
    occasion: '',
    hops: [],
    standing: 'unverified',
    standingNote: '',
    answer: '',
    confirmedById: null,
    confirmedAt: null,
    createdAt: 0,
    ...more,
  };
}

const span = (numbers: string, text: string) =>
  `<span class="said" data-statement="${numbers}">${text}</span>`;
const ref = (number: number) => `<sup><a href="#statement-${number}">${number}</a></sup>`;

/** What a body was before it was marked. */
function unmarked(html: string): string {
  return html
    .replace(/<sup><a href="#statement-\d+">\d+<\/a><\/sup>/g, '')
    .replace(/<span class="said" data-statement="[\d ]+">(.*?)<\/span>/gs, '$1');
}

function markedText(html: string, number: number): string {
  const spans = DomUtils.findAll(
    (element) => (element.attribs['data-statement'] ?? '').split(' ').includes(String(number)),
    parseDocument(html).children,
  );
  return spans.map((each) => DomUtils.textContent(each)).join('');
}

describe('marking statements', () => {
  it('puts a span around the words and a number after them', () => {
    const { html, notes, lost } = markStatements('<p>“We have the page,” she said.</p>', [
      said('“We have the page,”'),
    ]);
    expect(html).toBe(`<p>${span('1', '“We have the page,”')}${ref(1)} she said.</p>`);
    expect(notes).toHaveLength(1);
    expect(lost).toEqual([]);
  });

  it('finds words whatever quotation marks, spaces and hyphens they were typed with', () => {
    const body = '<p>“It’s a\u00a0re\u2011fit,” he said.</p>';
    expect(markStatements(body, [said('"It\'s  a re-fit,"')]).html).toBe(
      `<p>${span('1', '“It’s a\u00a0re\u2011fit,”')}${ref(1)} he said.</p>`,
    );
  });

  it('finds composed letters by decomposed ones and the other way round', () => {
    const composed = 'Ο δήμος';
    const body = `<p>${composed.normalize('NFD')} κλείνει</p>`;
    expect(markStatements(body, [said(composed.normalize('NFC'))]).lost).toEqual([]);
    expect(
      markStatements(`<p>${composed.normalize('NFC')}</p>`, [said(composed.normalize('NFD'))]).lost,
    ).toEqual([]);
  });

  it('does not take a word for another that only adds an accent', () => {
    expect(markStatements('<p>café</p>', [said('cafe')]).lost).toHaveLength(1);
    expect(markStatements('<p>cafe\u0301</p>', [said('cafe')]).lost).toHaveLength(1);
  });

  it('goes through inline elements without breaking them', () => {
    const body = '<p>He said “We <em>never</em> <strong>saw <em>any</em></strong> oil” twice.</p>';
    const { html } = markStatements(body, [said('“We never saw any oil”')]);
    expect(html).toBe(
      `<p>He said ${span('1', '“We ')}<em>${span('1', 'never')}</em>${span('1', ' ')}<strong>${span('1', 'saw ')}<em>${span('1', 'any')}</em></strong>${span('1', ' oil”')}${ref(1)} twice.</p>`,
    );
  });

  it('puts the number after a link, never inside it', () => {
    const body = '<p><a href="/x">she <em>knew</em></a>, he said.</p>';
    expect(markStatements(body, [said('she knew')]).html).toBe(
      `<p><a href="/x">${span('1', 'she ')}<em>${span('1', 'knew')}</em></a>${ref(1)}, he said.</p>`,
    );
  });

  it('goes on over a line break', () => {
    const body = '<p>Roses are red<br>violets <br/> are blue</p>';
    expect(markStatements(body, [said('red violets are')]).html).toBe(
      `<p>Roses are ${span('1', 'red')}<br>${span('1', 'violets ')}<br/> ${span('1', 'are')}${ref(1)} blue</p>`,
    );
  });

  it('does not cross paragraphs unless the statement itself has two', () => {
    const body = '<p>“One.</p>\n<p>“Two,” she said.</p>';
    expect(markStatements(body, [said('“One. “Two,”')]).lost).toHaveLength(1);
    expect(markStatements(body, [said('“One.\n\n“Two,”')]).html).toBe(
      `<p>${span('1', '“One.')}</p>\n<p>${span('1', '“Two,”')}${ref(1)} she said.</p>`,
    );
  });

  it('takes words that were only wrapped over lines', () => {
    expect(markStatements('<p>one two three</p>', [said('one\ntwo\n three')]).lost).toEqual([]);
  });

  it('keeps entities whole', () => {
    const body = '<p>R&amp;D &lt;b&gt; caf&eacute; &#8220;no&#x201d; &amp;amp; end</p>';
    const { html } = markStatements(body, [said('&D <b> café "no"'), said('&amp;', { by: 'B' })]);
    expect(html).toBe(
      `<p>R${span('1', '&amp;D &lt;b&gt; caf&eacute; &#8220;no&#x201d;')}${ref(1)} ${span('2', '&amp;amp;')}${ref(2)} end</p>`,
    );
  });

  it('marks two statements by one speaker, on one occasion, with one number and one note', () => {
    const body = '<p>“A b,” she said. “C d.”</p><p>Another day. “E f,” she said.</p>';
    const { html, notes } = markStatements(body, [
      said('“C d.”', { occasion: 'radio' }),
      said('“A b,”', { occasion: 'radio' }),
      said('“E f,”', { occasion: 'letter' }),
    ]);
    expect(html).toBe(
      `<p>${span('1', '“A b,”')}${ref(1)} she said. ${span('1', '“C d.”')}${ref(1)}</p><p>Another day. ${span('2', '“E f,”')}${ref(2)} she said.</p>`,
    );
    expect(
      notes.map((note) => [note.number, note.paragraphIndex, note.statements.map(({ words }) => words)]),
    ).toEqual([
      [1, 0, ['“A b,”', '“C d.”']],
      [2, 1, ['“E f,”']],
    ]);
  });

  it('marks a quotation inside another statement as both', () => {
    const body = '<p>The union says the owner called it “simply wrong” on Monday.</p>';
    const { html, notes } = markStatements(body, [
      said('simply wrong', { by: 'Owner' }),
      said('the owner called it “simply wrong” on Monday', { by: 'Union' }),
    ]);
    expect(html).toBe(
      `<p>The union says ${span('1', 'the owner called it “')}${span('1 2', 'simply wrong')}${ref(2)}${span('1', '” on Monday')}${ref(1)}.</p>`,
    );
    expect(notes.map(({ speaker }) => speaker.name)).toEqual(['Union', 'Owner']);
  });

  it('marks statements that cross each other', () => {
    const { html } = markStatements('<p>one two three four</p>', [
      said('one two three', { by: 'A' }),
      said('two three four', { by: 'B' }),
    ]);
    expect(html).toBe(
      `<p>${span('1', 'one ')}${span('1 2', 'two three')}${ref(1)}${span('2', ' four')}${ref(2)}</p>`,
    );
  });

  it('tells two places apart by the words before them, also when those were edited since', () => {
    const body = '<p>The mayor said “no comment”. Asked again, the harbour master said “no comment”.</p>';
    const { html } = markStatements(body, [
      said('“no comment”', { wordsBefore: 'Later the harbour master said' }),
    ]);
    expect(html).toContain(`master said ${span('1', '“no comment”')}`);
    expect(html.match(/class="said"/g)).toHaveLength(1);
  });

  it('prefers whole words to a part of one', () => {
    expect(markStatements('<p>Another day, other news</p>', [said('other')]).html).toBe(
      `<p>Another day, ${span('1', 'other')}${ref(1)} news</p>`,
    );
  });

  it('finds words in scripts without spaces', () => {
    expect(markStatements('<p>港口今天关闭了</p>', [said('今天关闭')]).html).toBe(
      `<p>港口${span('1', '今天关闭')}${ref(1)}了</p>`,
    );
  });

  it('reads right-to-left text with its direction marks', () => {
    const { html, lost } = markStatements('<p>قال: «\u200fالرصيف مفتوح\u200e» أمس</p>', [
      said('"الرصيف مفتوح"'),
    ]);
    expect(lost).toEqual([]);
    expect(html).toBe(`<p>قال: ${span('1', '«\u200fالرصيف مفتوح\u200e»')}${ref(1)} أمس</p>`);
  });

  it('says which statements are lost, and marks the others', () => {
    const gone = said('was cut');
    const { html, lost } = markStatements('<p>still here</p>', [gone, said('still', { by: 'B' })]);
    expect(lost).toEqual([gone]);
    expect(html).toContain(span('1', 'still'));
  });

  it('never marks empty words', () => {
    for (const words of ['', '  \n ', '\u200b'])
      expect(markStatements('<p>a b</p>', [said(words)]).lost).toHaveLength(1);
  });

  it('cuts the body at its top-level elements', () => {
    const body = '\n<p>a</p>\n<h2>b</h2><ul>\n<li>c</li><li>d</li></ul>loose <em>end</em><p>e</p>';
    const { blocks, notes } = markStatements(body, [
      said('d'),
      said('end', { by: 'B' }),
      said('e', { by: 'C' }),
    ]);
    expect(blocks.map(unmarked)).toEqual([
      '\n<p>a</p>\n',
      '<h2>b</h2>',
      '<ul>\n<li>c</li><li>d</li></ul>',
      'loose <em>end</em>',
      '<p>e</p>',
    ]);
    expect(notes.map(({ paragraphIndex }) => paragraphIndex)).toEqual([2, 3, 4]);
  });

  it('never puts a span between list items', () => {
    const { html } = markStatements('<ul>\n<li>a</li>\n<li>b</li>\n</ul>', [said('a\nb')]);
    expect(html).toBe(`<ul>\n<li>${span('1', 'a')}</li>\n<li>${span('1', 'b')}${ref(1)}</li>\n</ul>`);
  });

  it('leaves what is not text alone', () => {
    const body = '<p title="knew">x</p><!-- knew --><style>knew{}</style><p>she knew</p>';
    expect(markStatements(body, [said('knew')]).html).toBe(
      body.replace('she knew', `she ${span('1', 'knew')}${ref(1)}`),
    );
  });
});

/** A generator whose numbers are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

const scraps = [
  ...[
    'oil',
    'the',
    'said',
    'ναυτικός',
    'ميناء',
    'порт',
    '“',
    '”',
    '’',
    '«',
    '»',
    ',',
    '.',
    '…',
    'é',
    'e\u0301',
    '港',
    '🚢',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&quot;',
    '&#8220;',
    '&nbsp;',
    '&semi;',
    '&notit;',
    '&',
    ' ',
    ' ',
    ' ',
    '\n',
    '\u00ad',
    '\u200f',
    '\ufe0f',
  ],
];
const wraps = ['em', 'strong', 'a', 'code', 'u'];

function randomBody(roll: (sides: number) => number): string {
  const stretch = (depth: number): string => {
    let html = '';
    for (let count = roll(8); count >= 0; count -= 1) {
      const inner = depth < 3 && roll(4) === 0 ? wraps[roll(wraps.length)] : undefined;
      if (inner === 'a') html += `<a href="/x">${stretch(3)}</a>`;
      else if (inner) html += `<${inner}>${stretch(depth + 1)}</${inner}>`;
      else html += roll(15) === 0 ? '<br>' : (scraps[roll(scraps.length)] ?? '');
    }
    return html;
  };
  const block = () =>
    roll(5) === 0 ? `<ul><li>${stretch(0)}</li>\n<li>${stretch(0)}</li></ul>` : `<p>${stretch(0)}</p>`;
  return Array.from({ length: 1 + roll(4) }, block).join(roll(2) ? '\n' : '');
}

const plain = (text: string) => text.normalize('NFD').replace(/\s|\u00ad|\u200f|\ufe0f/gu, '');

describe('marking statements in any body', () => {
  it('finds every stretch of a paragraph, changes nothing else and leaves valid nesting', () => {
    const roll = dice(20261119);
    let marked = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const body = randomBody(roll);
      const paragraphs = DomUtils.getElementsByTagName(
        (name) => name === 'p' || name === 'li',
        parseDocument(body),
      );
      const statements: Statement[] = [];
      for (let count = roll(5); count > 0; count -= 1) {
        const text = DomUtils.textContent(paragraphs[roll(paragraphs.length)]!);
        const characters = [...text];
        const from = roll(characters.length + 1);
        const words = characters.slice(from, from + 1 + roll(12)).join('');
        if (
          plain(words) === '' ||
          /^\p{M}/u.test(plain(words)) ||
          /^\p{M}/u.test(plain(text.slice(text.indexOf(words) + words.length)))
        )
          continue;
        statements.push(said(words, { by: `S${count}`, wordsBefore: characters.slice(0, from).join('') }));
      }
      const { html, blocks, notes, lost } = markStatements(body, statements);
      expect(unmarked(html)).toBe(body);
      expect(blocks.join('')).toBe(html);
      expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
      expect(html).not.toMatch(/<span[^>]*><\/span>/);
      const brs = /<br>/.test(body);
      if (!brs) expect(lost.map(({ words }) => words)).toEqual([]);
      for (const note of notes) {
        for (const { words } of note.statements) {
          const shown = plain(markedText(html, note.number)).replaceAll('…', '...');
          expect(shown.length).toBeGreaterThan(0);
          if (note.statements.length === 1)
            expect(shown.length).toBe(plain(words).replaceAll('…', '...').length);
          marked += 1;
        }
      }
      expect(DomUtils.textContent(parseDocument(unmarked(html)))).toBe(
        DomUtils.textContent(parseDocument(body)),
      );
    }
    expect(marked).toBeGreaterThan(1_000);
  });

  it('gives back hostile HTML as it was, with marks only', () => {
    const roll = dice(7);
    const bits = [
      '<',
      '>',
      '</',
      '<p>',
      '</p>',
      '</a>',
      '<a href="',
      '"',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '&',
      '&lt',
      '&#',
      ';',
      'oil',
      ' ',
      '<b',
      '<svg>',
      '<ul><li>',
      '\0',
      '\ud83d',
      '<![CDATA[',
      '<?x',
      '<textarea>',
      '<p/>',
      '<br/>',
      '<a>',
    ];
    for (let round = 0; round < 3_000; round += 1) {
      const body = Array.from({ length: roll(25) }, () => bits[roll(bits.length)]).join('');
      const { html, blocks } = markStatements(body, [
        said('oil'),
        said('oil oil', { by: 'B' }),
        said('<', { by: 'C' }),
      ]);
      expect(unmarked(html)).toBe(body);
      expect(blocks.join('')).toBe(html);
    }
  });

  it('answers within a second for a very long body of the same words', () => {
    const body = `<p>${'oil '.repeat(100_000)}</p>`;
    const started = performance.now();
    const { lost } = markStatements(body, [
      said('oil '.repeat(1_000)),
      said('oil', { by: 'B' }),
      said('gas', { by: 'C' }),
    ]);
    expect(lost).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
