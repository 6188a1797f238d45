/** Galleries that a plugin keeps as items of their own, in the place of the shortcodes and blocks by which posts show them. */
import { jsonIn, listIn, objectOf, textIn } from '../json-values.ts';
import { galleryMarkup, type ShortcodeWorld } from './shapes.ts';
import { attributesIn } from './shortcode-attributes.ts';

/** By what its plugin calls the sign of one. */
const KINDS: Record<string, string> = {
  'envira-gallery': 'envira',
  foogallery: 'foogallery',
  modula: 'modula',
  soliloquy: 'soliloquy',
};
const CODE = /(?<!\[)\[(envira-gallery|foogallery|modula|soliloquy)\s([^[\]]{1,500})\](?!\])/gi;
const BLOCK =
  /<!--\s*wp:[\w-]*\/?(envira-gallery|foogallery|soliloquy|modula)(?:\/gallery|\/[\w-]+)?\s+(\{(?:(?!-->)[\s\S]){1,2000}\})\s*(?:\/-->|-->(?:(?!<!--)[\s\S]){0,2000}<!--\s*\/wp:[\w/-]+\s*-->)/gi;

/** Justified Image Grid takes the numbers of pictures as WordPress's own does. */
const GRID = /(?<!\[)\[justified_image_grid\s([^[\]]{1,500})\](?!\])/gi;

/** One that is not in the file stays as it is written, and is listed with the others of which none has what they showed. */
export function withPluginGalleries(content: string, world: ShortcodeWorld): string {
  if (!/envira|foogallery|modula|soliloquy|justified_image_grid/i.test(content)) return content;
  const shown = (sign: string, name: string, wanted: (string | undefined)[]): string => {
    const kind = KINDS[name.toLowerCase()];
    const piece = wanted
      .filter((each) => each)
      .map((each) => world.piece(`${kind} ${each}`))
      .find((found) => found !== null);
    const html = piece === undefined ? '' : galleryOf(piece, world);
    return html === '' ? sign : html;
  };
  return content
    .replace(GRID, (sign, words: string) => {
      const { ids = '' } = attributesIn(words);
      return ids === '' ? sign : `[gallery ids="${ids}"]`;
    })
    .replace(BLOCK, (sign, name: string, attributes: string) => {
      const said = objectOf(jsonIn(attributes));
      return shown(sign, name, [said.id, said.galleryId, said.sliderId].map(textIn));
    })
    .replace(CODE, (sign, name: string, words: string) => {
      const { id, slug, '0': first } = attributesIn(words);
      return shown(sign, name, [id, slug, first]);
    });
}

function galleryOf(piece: string, world: ShortcodeWorld): string {
  const pictures = listIn(jsonIn(piece)).flatMap((entry) => {
    const said = objectOf(entry);
    const file = world.file(textIn(said.id));
    const address = textIn(said.address) || (file?.isPicture ? file.address : '');
    if (address === '') return [];
    const alt = textIn(said.alt) || (file?.alt ?? '');
    return [{ address, alt, caption: textIn(said.caption) || (file?.caption ?? '') }];
  });
  return pictures.length === 0 ? '' : `\n\n${galleryMarkup(pictures)}\n\n`;
}
