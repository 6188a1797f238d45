import { describe, expect, it } from 'vitest';
import { pathHere, readNotice } from './push-notice.ts';

const here = 'https://post.example';

describe('a push message in the service worker', () => {
  it('is read as the newsroom writes it', () => {
    const message = {
      web_push: 8030,
      notification: {
        title: 'Ferry turns back',
        body: 'No one was hurt.',
        navigate: 'https://post.example/sea/ferry',
        lang: 'en',
        dir: 'ltr',
        tag: 'story-1',
        silent: false,
        actions: [
          { action: 'stop', title: 'Stop this story', navigate: 'https://post.example/alerts?stop=s' },
          { action: 'settings', title: 'Change', navigate: 'https://elsewhere.example/alerts#sent' },
          { action: 'third', title: 'Never shown', navigate: '/' },
        ],
        data: { alert: 'a', story: 's', revision: 3, kind: 'news' },
      },
      mutable: true,
    };
    expect(readNotice(message, here)).toEqual({
      title: 'Ferry turns back',
      body: 'No one was hurt.',
      lang: 'en',
      dir: 'ltr',
      tag: 'story-1',
      silent: false,
      path: '/sea/ferry',
      revision: 3,
      kind: 'news',
      alert: 'a',
      story: 's',
      probe: '',
      actions: [
        { action: 'stop', title: 'Stop this story', path: '/alerts?stop=s' },
        { action: 'settings', title: 'Change', path: '/alerts#sent' },
      ],
    });
  });

  it.each([
    null,
    undefined,
    7,
    'words',
    [],
    {},
    { notification: null },
    { notification: { title: 5, actions: 'x' } },
  ])('has something plain to show when it is %j', (message) => {
    expect(readNotice(message, here)).toMatchObject({ title: 'News', path: '/', revision: 1 });
  });

  it('opens nothing but a page of this site', () => {
    expect(pathHere('https://elsewhere.example/sea/ferry?x=1', here)).toBe('/sea/ferry?x=1');
    expect(pathHere('//elsewhere.example', here)).toBe('/');
    expect(pathHere('https://post.example//elsewhere.example/x', here)).toBe('/');
    expect(pathHere('javascript:alert(1)', here)).toBe('/');
    expect(pathHere('data:text/html,x', here)).toBe('/');
    expect(pathHere('', here)).toBe('/');
  });
});
