import { expect, it } from 'vitest';
import { HOUSEHOLD, NEIGHBOURHOOD, networkInWords, networkOf, SITE } from './network.ts';

it.each([
  ['203.0.113.9', '::ffff:203.0.113.9'],
  ['203.0.113.9', '::ffff:cb00:7109'],
  ['203.0.113.9', '203.0.113.9:51234'],
  ['2001:db8::1', '2001:DB8:0:0:0:0:0:1'],
  ['2001:db8::1', '[2001:db8::1]:443'],
  ['2001:db8::1', '2001:db8:0:0:ffff::1'],
  ['fe80::1', 'fe80::1%eth0'],
])('%s and %s are one place, whichever way it is written', (one, other) => {
  expect(networkOf(other)).toBe(networkOf(one));
});

it('tells households apart, and puts those of one customer together where it is asked to', () => {
  const [one, other] = ['2001:db8:1:1::1', '2001:db8:1:2::1'];
  expect(networkOf(one, HOUSEHOLD)).not.toBe(networkOf(other, HOUSEHOLD));
  expect(networkOf(one, SITE)).toBe(networkOf(other, SITE));
  expect(networkOf('203.0.113.9')).not.toBe(networkOf('203.0.113.10'));
  expect(networkOf('203.0.113.9', NEIGHBOURHOOD)).toBe(networkOf('203.0.113.10', NEIGHBOURHOOD));
});

it.each(['', 'unknown', '_hidden', '1', '0x7f.1', '203.0.113.9, 10.0.0.1', '<b>'])(
  '%j is no address, and all such are one place',
  (text) => {
    expect(networkOf(text)).toBe('unknown');
    expect(networkInWords(text)).toBe('');
  },
);

it('says a network in words without the part that is one household’s own', () => {
  expect(networkInWords('203.0.113.9')).toBe('203.0.113.…');
  expect(networkInWords('2001:db8:1:2::9')).toBe('2001:db8:1:…');
});
