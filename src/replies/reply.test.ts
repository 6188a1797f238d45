import { describe, expect, it } from 'vitest';
import { cleanText, normalAddress, readReply, replyParagraphs } from './reply.ts';

describe('the text of a reply', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\n\n\n\n\nb', 'a\n\nb'],
    ['a\u0000b\u0007c\u009fd', 'abcd'],
    ['safe \u202Egnp.exe', 'safe gnp.exe'],
    ['\u2066turned\u2069 \u200Bhere\uFEFF', 'turned here'],
    ['e\u0301', '\u00e9'],
    ['  spaces  \n  at the end \t', 'spaces\n  at the end'],
    ['lone \ud83d surrogate', 'lone  surrogate'],
    [`Z${'\u0335'.repeat(60)}algo`, `Z${'\u0335'.repeat(7)}algo`],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanText(given)).toBe(kept);
  });
  it('keeps what scripts need: joiners in Persian and emoji, marks in Arabic', () => {
    const text = 'می\u200cخواهم 👩\u200d👧 مُدَرِّسَة';
    expect(cleanText(text)).toBe(text.normalize('NFC'));
  });
  it('is read as paragraphs and lines', () => {
    expect(replyParagraphs('one\ntwo\n\nthree')).toEqual([['one', 'two'], ['three']]);
  });
});

describe('the form of a reply', () => {
  const good = { name: ' Ana\nReis ', address: ' Ana@Post.EXAMPLE', text: 'Well said.' };
  it('is read into one name, one address, one text', () => {
    expect(readReply(good)).toEqual({
      reply: { name: 'Ana Reis', address: 'ana@post.example', text: 'Well said.' },
    });
  });
  it.each([
    ['the braille blank', '\u2800\u2800'],
    ['a filler of Hangul', '\u3164'],
    ['both halves of one', '\u115f\u1160\uffa0'],
    ['blanks of every width', '\u2002\u3000\u00a0'],
    ['joiners and marks of direction', '\u200d\u200c\u061c\u200e'],
    ['a mark without a letter', '\u0335'],
    ['tags', '\u{e0041}'],
    ['a selector', '\ufe0f'],
  ])('refuses a name and a text in which nothing is seen: %s', (_what, text) => {
    expect(readReply({ ...good, name: text, text: `${text}\n\n${text}` })).toEqual({
      faults: { name: 'nameMissing', text: 'textMissing' },
    });
  });
  it.each(['한', '👍', '?!', 'ـ', '١٢'])('takes %s, in which something is seen', (text) => {
    expect(readReply({ ...good, name: text, text })).toHaveProperty('reply');
  });
  it('says what is wrong with each field', () => {
    expect(readReply({ name: '\u200b', address: 'ana', text: ' \n ' })).toEqual({
      faults: { name: 'nameMissing', address: 'addressWrong', text: 'textMissing' },
    });
    const long = { ...good, name: 'n'.repeat(61), text: 'x'.repeat(100_000) };
    expect(readReply(long)).toEqual({ faults: { name: 'nameLong', text: 'textLong' } });
    expect(readReply({ ...good, text: '😀'.repeat(5_000) })).toHaveProperty('reply');
    expect(readReply({})).toHaveProperty('faults.name');
  });
  it('knows one address however it is typed', () => {
    expect(normalAddress('\u202aANA@post.example ')).toBe('ana@post.example');
  });
});
