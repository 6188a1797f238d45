/** Names among the words of a text: what stands behind them, how the text addresses people, and which words two names share. */
import type { Span } from '../../kit/paragraphs.ts';
import { articles } from './mention.ts';

export const surnameOfHer = /(?<=(?:^|[.!?”"]\s|\n|,\s))(?:Ms|Mrs|Miss)\.? (\p{Lu}[\p{L}’'-]+)(?=\s\p{Ll})/gu;
export const surnameOfHim = /(?<=(?:^|[.!?”"]\s|\n|,\s))Mr\.? (\p{Lu}[\p{L}’'-]+)(?=\s\p{Ll})/gu;
export const nameBehind = /^,\s((?:\p{Lu}[\p{L}'’.-]+\s){1,3}\p{Lu}[\p{L}'’-]+)(?=[,.;]|$)/u;
// ‘Her daughter, Inger, said’: one word is the whole name.
export const kin = /^(?:her|his|their)\s\p{Ll}+$/iu;
export const nameOfKin = /^,\s((?:\p{Lu}[\p{L}'’.-]+\s){0,3}\p{Lu}[\p{L}'’-]+),/u;

/** Whether nothing that is said begins right behind the name. */
export function isUnsaidBehind(source: Span, content: readonly Span[]): boolean {
  return !content.some(({ start }) => start >= source.end && start <= source.end + 4);
}

export function startsSentence(between: string, { name }: { name: string }): boolean {
  const surname = name.split(/\s+/u).at(-1) ?? '';
  if (surname.length < 3) return false;
  for (let at = between.indexOf(surname); at >= 0; at = between.indexOf(surname, at + surname.length)) {
    const before = between.slice(Math.max(0, at - 40), at);
    if (/(?:^|[.!?”"]\s+|\n\s*)(?:\p{Lu}[\p{L}.’'-]*\s+){0,3}$/u.test(before)) return true;
  }
  return false;
}

/** ‘Eleni Doukas, head of the harbour inquiry,’: what stands between the commas. */
export function appositionAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 120);
  const found =
    /^,\s(?:\d{2},\s)?((?:the\s|a\s|an\s)?\p{Ll}[^,.;:“”"\n]{3,80})(?=[,.])/u.exec(rest)?.[1] ?? '';
  if (
    /^(?:who|which|that|said|says|adding|saying|and|but|in|on|at|according|citing|speaking|after|as|with|while|when|to|told|is|was)\b/u.test(
      found,
    )
  )
    return '';
  return found.replace(articles, '').trim();
}

export function wordsOfName(name: string): string[] {
  return (
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => word !== 's');
}

/** Whether one name's words stand in the other's, in order, and end it. */
export function standsWithin(one: readonly string[], other: readonly string[]): boolean {
  if (one.at(-1) !== other.at(-1) || one.length > other.length) return false;
  let at = 0;
  for (const word of other) if (word === one[at]) at += 1;
  return at === one.length;
}
