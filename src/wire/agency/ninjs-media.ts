/** Pictures, sound and film of a ninjs object: its own renditions, and those of what goes with it. */
import type { ParsedMedia } from '../parse/feed.ts';
import { anyOf, isObject, type Json, jsonLine } from './json.ts';
import { describe } from './ninjs-copy.ts';

export function associationsOf(json: Json): [string, Json][] {
  const { associations } = json;
  const pairs: [string, unknown][] = Array.isArray(associations)
    ? associations.map((one): [string, unknown] => [isObject(one) ? jsonLine(one.name) : '', one])
    : isObject(associations)
      ? Object.entries(associations)
      : [];
  return pairs.filter((pair): pair is [string, Json] => isObject(pair[1])).slice(0, MOST);
}

const MOST = 50; // associations and pictures of one item; more is a mistake or an attack

export function isPicture(json: Json): boolean {
  return /picture|photo|image|graphic|video|audio/i.test(jsonLine(json.type));
}

/** Its own renditions, and the pictures that go with it: the largest of each, with caption and credit. */
export function ninjsMedia(json: Json, kind: string): ParsedMedia[] {
  const holders: Json[] = [
    ...(/^text$|^composite$/.test(kind) ? [] : [json]),
    ...associationsOf(json)
      .map(([, one]) => one)
      .filter(isPicture),
  ];
  const found = holders.map(largestOf).filter((media) => media !== null);
  return [...new Map(found.map((media) => [media.href, media])).values()].slice(0, MOST);
}

function largestOf(json: Json): ParsedMedia | null {
  const { renditions } = json;
  const all = (
    Array.isArray(renditions) ? renditions : isObject(renditions) ? Object.values(renditions) : []
  ).filter(isObject);
  const web = all.filter((one) => /^https?:\/\//i.test(jsonLine(one.href)));
  const best = web.toSorted((a, b) => (Number(b.width) || 0) - (Number(a.width) || 0))[0];
  const uri = jsonLine(json.uri);
  const href =
    jsonLine(best?.href) || (/^https?:.*\.(?:jpe?g|png|webp|gif|mp4|mp3)(?:$|\?)/i.test(uri) ? uri : '');
  if (href === '') return null;
  return {
    href,
    kind: (
      jsonLine(anyOf(best ?? {}, 'mimetype', 'contenttype', 'contentType')) || jsonLine(json.type)
    ).toLowerCase(),
    width: Number(best?.width) || null,
    height: Number(best?.height) || null,
    caption: describe(json).trim() || jsonLine(json.headline),
    credit: creditOf(json),
    ...termsIn(json),
  };
}

/** Its own usage terms, and the day on which it expires. */
function termsIn(json: Json): Pick<ParsedMedia, 'terms'> {
  const expires = jsonLine(json.expires);
  const terms = [
    jsonLine(anyOf(json, 'usageterms', 'usageTerms')),
    jsonLine(anyOf(json, 'ednote', 'edNote')),
    expires === '' ? '' : `expires ${expires.slice(0, 10)}`,
  ].filter((line) => line !== '');
  return terms.length > 0 ? { terms } : {};
}

function creditOf(json: Json): string {
  return jsonLine(
    anyOf(
      json,
      'creditline',
      'creditLine',
      'credit',
      'byline',
      'by',
      'copyrightnotice',
      'copyrightNotice',
      'copyrightholder',
      'copyrightHolder',
    ),
  );
}
