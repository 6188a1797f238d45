import { describe, expect, test } from 'vitest';
import { installGuide } from './install-guide.ts';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone = (version: string, after: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) ${webkit} ${after}`;
const safari = 'Version/18.4 Mobile/15E148 Safari/604.1';
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.4 Safari/605.1.15`;
const android =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';

const guide = (userAgent: string, more: { maxTouchPoints?: number; standalone?: boolean } = {}) =>
  installGuide({ userAgent, maxTouchPoints: 5, standalone: false, ...more });

describe('the guide to installing', () => {
  test('is for Safari and other browsers on an iPhone or iPad', () => {
    expect(guide(iphone('18_4', safari))).toBe('install');
    expect(guide(iphone('18_4', 'CriOS/156.0.0.0 Mobile/15E148 Safari/604.1'))).toBe('install');
    expect(guide(mac)).toBe('install'); // an iPad
  });

  test('is not for who has installed it, for a Mac, or for Android', () => {
    expect(guide(iphone('18_4', safari), { standalone: true })).toBeNull();
    expect(guide(mac, { maxTouchPoints: 0 })).toBeNull();
    expect(guide(android)).toBeNull();
  });

  test('says what else to do in an app’s own browser and on an old system', () => {
    expect(guide(iphone('18_4', 'Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]'))).toBe('install-elsewhere');
    expect(guide(iphone('18_4', 'Mobile/15E148 Instagram 350.0 Safari/604.1'))).toBe('install-elsewhere');
    expect(guide(iphone('16_3', safari))).toBe('install-old');
    expect(guide(iphone('15_8', safari))).toBe('install-old');
    expect(guide(iphone('16_4', safari))).toBe('install');
  });
});
