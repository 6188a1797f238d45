/** Headline, description and body of a ninjs object, in the places where its versions and dialects keep them. */
import { htmlToText } from '../../kit/safe-html.ts';
import { plainLine, tidyLine } from '../parse/words.ts';
import { readDocument } from '../parse/xml-document.ts';
import { anyOf, isObject, type Json, jsonLine, list, said } from './json.ts';
import { htmlOf, htmlOfText, markedParagraphs } from './markup.ts';
import { nitfCopy } from './nitf-copy.ts';

export function ninjsTitle(json: Json): string {
  const heads = list(json.headlines).filter(isObject);
  const main = heads.find((one) => /^(?:main|headline|)$/i.test(jsonLine(one.role))) ?? heads[0];
  const other = Object.keys(json).find(
    (name) => /^headline_(?:main|text|html|short|\w+)$/i.test(name) && jsonLine(json[name]) !== '',
  );
  return plainLine(
    jsonLine(main?.value) ||
      jsonLine(anyOf(json, 'headline', 'headLine')) ||
      jsonLine(json.headline_main) ||
      jsonLine(json.title) ||
      jsonLine(other && json[other]) ||
      jsonLine(anyOf(json, 'name', 'slugline')),
    jsonLine(json.language) || null,
  );
}

export function inRole(texts: unknown, role: RegExp): string {
  const found = list(texts).find((one) => isObject(one) && role.test(jsonLine(one.role)));
  return isObject(found) ? plainLine(jsonLine(found.value)) : '';
}

/** The description of an item, plain; captions of pictures stand here too. */
export function describe(json: Json): string {
  const all = list(json.descriptions).filter(isObject);
  const plain =
    all.find((one) => !/html/i.test(jsonLine(anyOf(one, 'contentType', 'contenttype')))) ?? all[0];
  const names = ['description_text', 'description_summary', 'description_caption', 'caption', 'abstract'];
  const html = Object.keys(json).find((name) => name.startsWith('description_') && said(json[name]) !== '');
  const text = said(plain?.value) || said(anyOf(json, ...names)) || said(html && json[html]);
  return /<\w+[^>]*>/.test(text) ? tidyLine(htmlToText(text, jsonLine(json.language) || null)) : text;
}

/** The copy: HTML before XHTML before NITF before plain text. */
export function bodyOf(json: Json): string {
  const listed = list(json.bodies)
    .filter(isObject)
    .map((one) => ({
      type: jsonLine(anyOf(one, 'contentType', 'contenttype')) || jsonLine(one.role),
      text: said(one.value),
    }));
  const named = Object.keys(json)
    .filter((name) => /^body(?:_|Xhtml$|Html$|Text$)/i.test(name))
    .map((name) => ({ type: name.replace(/^body_?/i, ''), text: said(json[name]) }));
  const all = [...listed, ...named].filter(({ text }) => text.trim() !== '');
  const best = all.toSorted((a, b) => rank(a.type) - rank(b.type))[0];
  if (!best) return '';
  if (/nitf|<nitf[\s>]/i.test(best.type) || /^\s*(?:<\?xml[^>]*>\s*)?<nitf[\s>]/i.test(best.text)) {
    const { root } = readDocument(best.text);
    return root ? nitfCopy(root).html || htmlOf(root) : '';
  }
  return /plain|^text$/i.test(best.type) ? markedParagraphs(best.text) : htmlOfText(best.text);
}

function rank(type: string): number {
  const order = [/x?html/i, /nitf/i, /^(?!.*(?:plain|text))/i];
  const at = order.findIndex((pattern) => pattern.test(type));
  return at === -1 ? order.length : at;
}
