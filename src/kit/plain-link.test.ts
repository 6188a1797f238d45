import { describe, expect, it } from 'vitest';
import { plainLink, unwrapRedirect, withoutTracking } from './plain-link.ts';

const page = 'https://post.example/a?id=7';
const written = encodeURIComponent(page);

const newsName = Buffer.concat([
  Buffer.from([0x08, 0x13, 0x22, page.length]),
  Buffer.from(page),
  Buffer.from([0xd2, 0x01, 0x00]),
]).toString('base64url');

describe('a redirect around a link is taken off', () => {
  it.each([
    [
      'Outlook, with the address of the one who was sent it',
      `https://eur02.safelinks.protection.outlook.com/?url=${written}&data=05%7C01%7Canna%40post.example%7C0&reserved=0`,
    ],
    [
      'Outlook in the calendar',
      `https://nam12.safelinks.protection.outlook.com/ap/t-59/?url=${written}&data=x`,
    ],
    ['Google Docs', `https://www.google.com/url?q=${written}&sa=D&source=docs&ust=1&usg=AOv`],
    ['a Google Alert', `https://www.google.com/url?rct=j&sa=t&url=${written}&ct=ga&cd=CAI&usg=AOv`],
    ['Google in Greece', `https://www.google.gr/url?sa=t&url=${written}`],
    ['Google in Britain', `http://google.co.uk/url?q=${written}`],
    ['Facebook', `https://l.facebook.com/l.php?u=${written}&h=AT0`],
    ['Facebook on phones', `http://lm.facebook.com/l.php?u=${written}`],
    ['Instagram', `https://l.instagram.com/?u=${written}&e=AT`],
    ['Proofpoint 1', `https://urldefense.proofpoint.com/v1/url?u=${written}&k=x`],
    [
      'Proofpoint 2',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__post.example_a-3Fid-3D7&d=DwMF&c=x',
    ],
    ['Proofpoint 3', 'https://urldefense.com/v3/__https://post.example/a*id=7__;Pw!!N11eV2iwtfs!x$'],
    ['Proofpoint 3, with one slash lost', 'https://urldefense.us/v3/__https:/post.example/a?id=7__;!!N11!x$'],
    ['LinkedIn', `https://www.linkedin.com/safety/go?url=${written}&trk=x`],
    ['Bing', `https://www.bing.com/ck/a?!&p=1&u=a1${Buffer.from(page).toString('base64url')}&ntb=1`],
    ['VK', `https://vk.com/away.php?to=${written}&cc_key=`],
    ['Yahoo', `https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=${written}/RK=2/RS=x`],
    ['Cisco', `https://secure-web.cisco.com/1aBc/${written}`],
    [
      'Google’s cache of AMP pages',
      'https://post-example.cdn.ampproject.org/c/s/post.example/a?id=7&amp_js_v=0.1',
    ],
    ['Google’s translation of it', `https://translate.google.com/translate?sl=auto&tl=en&u=${written}`],
    ['Google News until 2024', `https://news.google.com/rss/articles/${newsName}?oc=5`],
    ['Trend Micro', `https://ddec1-0-en-ctp.trendmicro.com/wis/clicktime/v1/query?url=${written}&umid=x`],
    [
      'Sophos',
      `https://eu1.protection.sophos.com/?d=post.example&u=${Buffer.from(page).toString('base64')}&i=x`,
    ],
    ['Libraesva', `https://urlsand.esvalabs.com/?u=${written}&e=x&h=y`],
    ['what hides where readers came from', `https://href.li/?${page}`],
    [
      'one within another',
      `https://www.google.com/url?q=${encodeURIComponent(`https://l.facebook.com/l.php?u=${written}`)}`,
    ],
  ])('%s', (_, address) => {
    expect(unwrapRedirect(address)).toBe(page);
    expect(plainLink(address)).toBe(page);
  });

  it('signs that Proofpoint took out come back in runs', () => {
    expect(unwrapRedirect('https://urldefense.com/v3/__https://post.example/**Ab__;4oCc4oCd!!x!y$')).toBe(
      'https://post.example/“”b',
    );
  });

  it.each([
    page,
    'https://www.google.com/search?q=https://post.example/',
    'https://google.com.post.example/url?q=https://bad.example/',
    'https://notgoogle.com/url?q=https://bad.example/',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://l.facebook.com/l.php?u=ftp://post.example/',
    'https://www.google.com/url?q=https://post.example@bad.example/',
    'https://post.example/share?url=https://other.example/',
    'https://urldefense.proofpoint.com/v2/url?u=-zz&d=x',
    'mailto:desk@post.example',
    'https://t.co/abcDEF',
    'https://protect-eu.mimecast.com/s/AbCd?domain=post.example',
    'https://news.google.com/rss/articles/CBMiqgFBVV95cUxQ?oc=5',
    'https://web.archive.org/web/2026/https://post.example/a',
    'no address',
    '',
  ])('%s stays as it is', (address) => {
    expect(unwrapRedirect(address)).toBe(address);
  });

  it('ends with what turns in a circle', () => {
    let around = page;
    for (let turn = 0; turn < 40; turn += 1)
      around = `https://www.google.com/url?q=${encodeURIComponent(around)}`.slice(0, 20_000);
    expect(unwrapRedirect(around).length).toBeLessThanOrEqual(around.length);
  });
});

describe('what tracks is taken off a link', () => {
  it.each([
    ['https://post.example/a?utm_source=rss&id=7&fbclid=x#top', 'https://post.example/a?id=7#top'],
    ['https://post.example/a?id=7#xtor=RSS-3', 'https://post.example/a?id=7'],
    ['https://post.example/a?WT.mc_id=1', 'https://post.example/a'],
    ['https://post.example/a?b=%20c&d&gclid=1', 'https://post.example/a?b=%20c&d'],
    ['https://post.example/a?q=%u0441&id=7', 'https://post.example/a?q=%u0441&id=7'],
    ['https://post.example/a?source=7&ref=9', 'https://post.example/a?source=7&ref=9'],
  ])('%s', (address, wanted) => {
    expect(withoutTracking(address)).toBe(wanted);
    expect(withoutTracking(wanted)).toBe(wanted);
  });
});
