/** What an item forbids for itself. */
import { describe, expect, it } from 'vitest';
import { noFacts } from '../parse/facts.ts';
import { itemTermsOf } from './item-terms.ts';

const said = (more: Partial<ReturnType<typeof noFacts>>, rights = '') =>
  itemTermsOf({ ...noFacts(), ...more }, rights);

describe('an item', () => {
  it.each([
    ['No internet use before 18:00.', { online: false }],
    ['NOT FOR WEB', { online: false }],
    ['No translation, no archives.', { translate: false }],
    ['No use for machine learning or AI.', { cloud: false }],
    ['Not to be sent as push alerts', { alert: false }],
  ])('that says %s is narrower than the contract', (line, narrowed) => {
    expect(said({ terms: [line] })).toEqual({ ...narrowed, words: [line] });
    expect(said({}, line)).toEqual({ ...narrowed, words: [line] });
  });

  it.each(['For editorial use only.', '© The Coast Agency 2026', 'Online and print.', 'No sales.', ''])(
    'that says “%s” leaves the contract as it is',
    (line) => {
      expect(said({ terms: [line] })).toBeNull();
    },
  );

  it('closes its copy to engines when it forbids mining, and not when it allows it', () => {
    const prohibited = 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING';
    expect(said({ dataMining: prohibited })).toMatchObject({ cloud: false });
    expect(said({ dataMining: 'http://ns.useplus.org/ldf/vocab/DMI-ALLOWED' })).toBeNull();
    expect(said({ dataMining: '' })).toBeNull();
    expect(itemTermsOf(undefined, '')).toBeNull();
  });
});
