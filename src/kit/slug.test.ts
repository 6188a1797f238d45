/** D12: an address can be read aloud, whatever script the headline is in. */
import { expect, it } from 'vitest';
import { formerSlugsOf, slugOf } from './slug.ts';

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
  ['Київ: Щука', 'kyiv-shchuka'],
  ['Ђоковић у Чачку', 'djokovic-u-cacku'],
  ['Ќемал Шаќир', 'kjemal-shakjir'],
  ['Щука и щит', 'shchuka-i-shchit'],
  ['Grüne', 'grune'],
  ['!!!', ''],
])('%s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug);
  expect(slugOf(slug)).toBe(slug);
});

it.each([
  ['uk', 'Гончаренко: згода у Запоріжжі', 'honcharenko-zghoda-u-zaporizhzhi'],
  ['uk', 'Юлія Яценюк і Єгор Їжакевич', 'yuliia-yatseniuk-i-yehor-yizhakevych'],
  ['uk', 'П’ять об’єктів у Львові', 'piat-obiektiv-u-lvovi'],
  ['ru', 'Гончаренко', 'goncharenko'],
  ['bg', 'Велико Търново и София: щети', 'veliko-tarnovo-i-sofia-shteti'],
  ['sr', 'Џоковић, Ћуприја и Чачак', 'dzokovic-cuprija-i-cacak'],
  ['sr-Latn', 'Đoković u Čačku', 'djokovic-u-cacku'],
  ['hr', 'Đoković u Čačku', 'dokovic-u-cacku'],
  ['mk', 'Ѓорѓи Џабирски: ѕид', 'gjorgji-djabirski-dzid'],
  ['de-AT', 'Grüne für Österreich', 'gruene-fuer-oesterreich'],
  ['tr', 'Grüne için', 'grune-icin'],
  ['da', 'Ålborg og Sønderjylland', 'aalborg-og-soenderjylland'],
  ['en', 'Київ', 'kyiv'],
])('in %s %s', (language, headline, slug) => {
  expect(slugOf(headline, language)).toBe(slug);
  expect(slugOf(slug, language)).toBe(slug);
});

it('what was addressed before keeps its address', () => {
  expect(formerSlugsOf('Київ')).toEqual(['kyiv', 'kiiv']);
  expect(formerSlugsOf('Ευρώπη')).toEqual(['evropi', 'eyropi']);
});
