import { expect, test } from 'vitest';
import { element, escapeXml, xmlFile } from './xml.ts';

test('text and attributes cannot end what they stand in', () => {
  expect(element('a', { b: '"<&>' }, '<x>&"').xml).toBe(
    '<a b="&quot;&lt;&amp;&gt;">&lt;x&gt;&amp;&quot;</a>',
  );
});

test('characters that XML does not have are left out, the rest of every script stays', () => {
  expect(escapeXml('a\u0000b\u000bc\ud800d\uffff')).toBe('abcd');
  expect(escapeXml('Ελένη دوكا 😀\n')).toBe('Ελένη دوكا 😀\n');
});

test('what is not given is not written', () => {
  expect(xmlFile(element('a', { b: null, c: undefined, d: 0 }, false, null, undefined, [element('e')]))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a d="0"><e/></a>\n',
  );
});
