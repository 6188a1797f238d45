import { describe, expect, it } from 'vitest';
import { payloadLine, topicOf } from '../push/message-text.ts';
import { LARGEST } from '../push/web-push.ts';
import { type PayloadNotice, payloadOf } from './payload.ts';

const notice: PayloadNotice = {
  title: 'Tanker’s crew ‘knew for two days’ about the leak, inquiry chief says',
  body: 'Logs are said to show a fault reported on Tuesday.',
  navigate: 'https://post.example/sea/tanker-crew-knew',
  language: 'en',
  direction: 'ltr',
  tag: 'story-e1',
  revision: 1,
  alert: 'a1',
  story: 's1',
  kind: 'news',
};

describe('what travels to a device', () => {
  it('has what Declarative Web Push asks for', () => {
    const sent = JSON.parse(payloadOf(notice));
    expect(sent).toEqual({
      web_push: 8030,
      notification: {
        title: notice.title,
        navigate: notice.navigate,
        body: notice.body,
        lang: 'en',
        dir: 'ltr',
        tag: 'story-e1',
        silent: false,
        actions: [
          {
            action: 'stop',
            title: 'Stop this story',
            navigate: 'https://post.example/alerts?stop=s1',
          },
          { action: 'settings', title: 'Change alerts', navigate: 'https://post.example/alerts' },
        ],
        data: { alert: 'a1', story: 's1', revision: 1, kind: 'news' },
      },
      mutable: true,
    });
  });

  it('has buttons in its own language, and none to stop what is no single story', () => {
    const actionsOf = (change: Partial<PayloadNotice>) =>
      JSON.parse(payloadOf({ ...notice, ...change })).notification.actions?.map(
        ({ title }: { title: string }) => title,
      );
    expect(actionsOf({ language: 'el' })).toEqual(['Όχι άλλα γι’ αυτό', 'Αλλαγή ειδοποιήσεων']);
    expect(actionsOf({ kind: 'gathered', story: null })).toEqual(['Change alerts']);
    expect(actionsOf({ kind: 'kill' })).toEqual(['Change alerts']);
    expect(actionsOf({ kind: 'welcome', story: null })).toBeUndefined();
  });

  it('fits one message however long the copy is and whatever its script', () => {
    for (const word of ['x', 'ж', '港', '👩‍👩‍👧‍👦', '"', '\u0001', '\\']) {
      const sent = payloadOf({ ...notice, title: word.repeat(10_000), body: `${word} `.repeat(10_000) });
      expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(LARGEST);
    }
  });

  it('cannot turn its own words round', () => {
    expect(payloadLine('Mayor \u202Edetsera\u202C by\u0007 police\u2066!\u2069', 240)).toBe(
      'Mayor detsera by police!',
    );
    expect(payloadLine('Line\none\r\n\ttwo', 240)).toBe('Line one two');
    expect(payloadLine('half \ud83d of a pair', 240)).toBe('half \ufffd of a pair');
  });

  it('is cut between characters', () => {
    expect(payloadLine('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 30)).toBe('👩‍👩‍👧‍👦…');
    expect(payloadLine('harbour', 7)).toBe('harbour');
    expect(payloadLine('harbours', 7)).toBe('harb…');
  });

  it('has a topic that fits the header and says nothing', () => {
    const topic = topicOf(
      (purpose, text) => Buffer.from(`${purpose}${text}`.padEnd(40, '=')).toString('base64url'),
      't',
    );
    expect(topic).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });
});
