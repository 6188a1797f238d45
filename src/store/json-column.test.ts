/** What stands in a column that holds structures: read when it is one, refused by its place when it is not. */
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { silentLog } from '../kit/log.ts';
import {
  readableRows,
  readNumbers,
  readRecord,
  readRecords,
  readShape,
  readWeights,
  readWords,
} from './json-column.ts';

test.each([
  [readWords, '["Μαρία","Maria"]'],
  [readWords, '[]'],
  [readRecords, '[{"party":"AFP"}]'],
  [readRecord, '{"kind":"picture"}'],
  [readNumbers, '[1,-2.5]'],
  [readWeights, '[["ferry",2],["quay",1]]'],
])('what fits is read', (read, json) => {
  expect(read('speakers.variants_json', 'a', json)).toEqual(JSON.parse(json));
});

test.each([
  [readWords, '["Maria"', 'JSON'],
  [readWords, '', 'JSON'],
  [readWords, '"Maria"', 'a list of words'],
  [readWords, '["Maria",7]', 'a list of words'],
  [readWords, 'null', 'a list of words'],
  [readRecords, '{"0":{}}', 'a list of structures'],
  [readRecords, '[null]', 'a list of structures'],
  [readRecords, '[[]]', 'a list of structures'],
  [readRecord, '[]', 'a structure'],
  [readRecord, 'null', 'a structure'],
  [readNumbers, '[1,null]', 'a list of numbers'],
  [readWeights, '[["ferry"]]', 'a list of words and numbers'],
  [readWeights, '[["ferry","2"]]', 'a list of words and numbers'],
  [readWeights, '[7]', 'a list of words and numbers'],
])(
  'what does not is refused with table, column and row, and its words are not told',
  (read, json, wanted) => {
    expect(() => read('replies.screen_json', 'r1', json)).toThrow(
      `replies.screen_json of r1 is not ${wanted}`,
    );
  },
);

test('where a wrong member would be acted on, each is looked at; one that nobody asked for is left out', () => {
  const shape = z.object({ online: z.literal(false).exactOptional() });
  const read = (json: string) => readShape('items.terms_json', 'i1', json, shape);
  expect(read('{"online":false,"colour":"red"}')).toEqual({ online: false });
  expect(() => read('{"online":"no"}')).toThrow('items.terms_json of i1 is not the structure');
  expect(() => read('{"online":')).toThrow('items.terms_json of i1 is not JSON');
});

test('a list shows the rows that can be read; a bug in its reader is still one', () => {
  const error = vi.fn();
  const rows = [
    { id: 'a', json: '[]' },
    { id: 'b', json: '{' },
    { id: 'c', json: '["x"]' },
  ];
  const read = ({ id, json }: { id: string; json: string }) => ({ id, words: readWords('t.c', id, json) });
  const log = { ...silentLog, error };
  expect(readableRows(log, rows, read).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(error.mock.calls[0]?.[1]).toEqual({ column: 't.c', row: 'b' });
  const bug = () => {
    throw new TypeError('no such member');
  };
  expect(() => readableRows(log, rows, bug)).toThrow('no such member');
});
