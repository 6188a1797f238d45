/** D12: an address can be read aloud, whatever script the headline is in. */
import { expect, it } from 'vitest';
import { slugOf } from './slug.ts';

it.each([
  ['القاهرة', 'alqahrh'],
  ['إيران وأحمد', 'ayran-wahmd'],
  ['آخر الأخبار', 'akhr-alakhbar'],
  ['تهران', 'thran'],
  ['Ευάγγελος', 'evangelos'],
  ['Συγγνώμη, αύριο', 'syngnomi-avrio'],
  ['Αυτός ευχαριστεί την Ευρώπη', 'aftos-efcharistei-tin-evropi'],
  ['ΕΥΡΩΠΗ', 'evropi'],
  ['Σφίγξ και Αγχίαλος', 'sfinx-kai-anchialos'],
  ['Μπάμπης Ντίνος', 'bampis-ntinos'],
  ['Αϋπνία', 'aypnia'],
  ['Straße nach Łódź', 'strasse-nach-lodz'],
  ['Київ: Щука', 'kiiv-shchuka'],
  ['!!!', ''],
])('%s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug);
  expect(slugOf(slug)).toBe(slug);
});
