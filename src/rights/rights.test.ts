/** What a contract and an item's own terms allow: the item only ever narrows it. */
import { describe, expect, test } from 'vitest';
import { generatedMark, type ItemTerms, readItemTerms } from './item-terms.ts';
import { type ContractRights, isReleased, rightsOf, standsUntil } from './rights.ts';

const all: ContractRights = {
  source: 'Coast Agency',
  mayAlert: true,
  mayTranslate: true,
  mayUseCloud: true,
  mayFullText: true,
  publishUnread: true,
  takesGenerated: false,
  indexPolicy: 'noindex',
  keepDays: 30,
};
const item = (terms: ItemTerms = {}) => ({ status: 'usable', embargoUntil: null, expiresAt: null, terms });

describe('rights', () => {
  test('copy of our own may everything', () => {
    const own = rightsOf(null, null);
    expect([own.web, own.alert, own.translate, own.cloud].every(({ allowed }) => allowed)).toBe(true);
    expect(own).toMatchObject({ source: null, index: 'index', keepDays: null, unread: { allowed: false } });
    expect(standsUntil(own, 1)).toBeNull();
  });

  test.each([
    ['alert', 'mayAlert', 'alert'],
    ['translate', 'mayTranslate', 'translate'],
    ['cloud', 'mayUseCloud', 'cloud'],
  ] as const)('%s wants both the contract and the item', (right, ofContract, ofItem) => {
    expect(rightsOf(all, item())[right]).toEqual({ allowed: true, by: null });
    expect(rightsOf({ ...all, [ofContract]: false }, item())[right]).toEqual({
      allowed: false,
      by: 'contract',
    });
    expect(rightsOf(all, item({ [ofItem]: false }))[right]).toEqual({ allowed: false, by: 'item' });
    const both = rightsOf({ ...all, [ofContract]: false }, item({ [ofItem]: false }));
    expect(both[right]).toEqual({ allowed: false, by: 'contract' });
  });

  test('terms that cannot be read allow nothing: they are refused, and not taken for none', () => {
    expect(readItemTerms('i1', null)).toEqual({});
    expect(readItemTerms('i1', '{"alert":false}')).toEqual({ alert: false });
    for (const broken of ['{"alert":', '[]', '{"alert":"no"}', '"no"'])
      expect(() => readItemTerms('i1', broken)).toThrow('items.terms_json of i1 is not');
  });

  test('an item that forbids alerts alone may be published unread; one that is not for the web may not', () => {
    expect(rightsOf(all, item({ alert: false })).unread.allowed).toBe(true);
    expect(rightsOf(all, item({ online: false })).unread).toEqual({ allowed: false, by: 'item' });
    expect(rightsOf({ ...all, publishUnread: false }, item()).unread).toEqual({
      allowed: false,
      by: 'contract',
    });
  });

  test('what its agency marks as made by trained software goes out unread only where the contract says so', () => {
    const generated = item({ generated: 'trainedAlgorithmicMedia' });
    expect(rightsOf(all, generated)).toMatchObject({
      unread: { allowed: false, by: 'item' },
      generated: 'trainedAlgorithmicMedia',
      web: { allowed: true },
    });
    expect(rightsOf({ ...all, takesGenerated: true }, generated).unread.allowed).toBe(true);
  });

  test('stands as long as the contract says, from the first publication', () => {
    const rights = rightsOf(all, item());
    expect(standsUntil(rights, 1_000)).toBe(1_000 + 30 * 86_400_000);
    expect(standsUntil(rights, null)).toBeNull();
  });

  test('is released when usable and its embargo is over, to the millisecond', () => {
    const rights = rightsOf(all, { ...item(), embargoUntil: 5_000 });
    expect([isReleased(rights, 4_999), isReleased(rights, 5_000)]).toEqual([false, true]);
    expect(isReleased({ ...rights, status: 'withheld' }, 9_000)).toBe(false);
  });
});

test.each([
  ['trainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
  ['digsrctype:trainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
  [
    'https://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia/',
    'compositeWithTrainedAlgorithmicMedia',
  ],
  ['compositeSynthetic', 'compositeSynthetic'],
  [' http://cv.iptc.org/newscodes/digitalsourcetype#trainedAlgorithmicMedia', 'trainedAlgorithmicMedia'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture', null],
  ['algorithmicMedia', null], // rules without training: results of matches, weather
  ['algorithmicallyEnhanced', null],
  ['digitalCreation', null],
  ['', null],
])('the digital source type %s is read as made by trained software: %s', (said, code) => {
  expect(generatedMark(said)).toBe(code);
});
