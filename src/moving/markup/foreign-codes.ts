/**
 * Signs of Joomla's plugins and of Drupal's library, which their pages show as something else and a text that came from there by way of
 * WordPress still has: they stand in the copy, and are named.
 */
import { eachElement } from './each-element.ts';

const JOOMLA =
  /\{(loadposition|loadmodule(?:id)?|modulepos|module|youtube|vimeo|dailymotion|sigplus|phocagallery|phocadownload|mosimage|mospagebreak|mosmap|jcomments|avsplayer|rokbox|widgetkit|jatabs|edocs|besps)(?=[\s}=|])[^{}<>\n]{0,400}\}/gi;
/** Names that are words too: a sign where another ends it. */
const JOOMLA_PAIR =
  /\{(gallery|audio|mp3|mp4|flv|video|pdf|tab|slide|accordion|soundcloud|twitter)(?=[\s}=|])[^{}<>\n]{0,200}\}[^{}<>\n]{0,400}\{\/\1\}/gi;
/** A file of Drupal's library, by its number, as JSON in two brackets; and as elements of CKEditor's. */
const DRUPAL = /\[\[\{[^\n]{0,2000}?"fid":|<drupal-(?:media|entity)\b/i;

/** What of it stands in some HTML, in words; code is left alone. */
export function foreignCodes(html: string): string[] {
  const odd: string[] = [];
  const words = html.includes('{')
    ? ['pre', 'code', 'script', 'style'].reduce((text, name) => eachElement(text, name, () => ''), html)
    : '';
  const found = [...words.matchAll(JOOMLA), ...words.matchAll(JOOMLA_PAIR)];
  const signs = [...new Set(found.map(([, name = '']) => `{${name.toLowerCase()}}`))];
  if (signs.length > 0)
    odd.push(
      `What Joomla showed in place of ${signs.join(', ')} is not in the file: look at the page there.`,
    );
  if (DRUPAL.test(html))
    odd.push('What Drupal showed out of its library is not in the file: look at the page there.');
  return odd;
}
