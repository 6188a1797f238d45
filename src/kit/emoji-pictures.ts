/** Pictures that stand for a letter: what they are called is the letter. */
import type { Attributes } from './html-styles.ts';

const CLASSES = /(?:^|\s)(?:wp-smiley|emoji|emojione|twemoji|an1|goomoji|latex|tex)(?=\s|$)/i;
const HOSTS =
  /^(?:https?:)?\/\/(?:s\.w\.org\/images\/core\/emoji\/|fonts\.gstatic\.com\/s\/e\/notoemoji\/|(?:abs|abs-0)\.twimg\.com\/emoji\/|twemoji\.maxcdn\.com\/|static\.xx\.fbcdn\.net\/images\/emoji\.php\/|mail\.google\.com\/mail\/e\/|ssl\.gstatic\.com\/mail\/emoji\/|[\w.-]+\/[\w/.-]*twemoji)/i;
const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u200d\ufe0f\u20e3#*0-9])+$/u;
const LONGEST = 200; // characters of a formula

/** The letter, from its `alt`; null for a picture that is one. */
export function letterOfPicture({ alt = '', class: classes = '', src = '' }: Attributes): string | null {
  const said = alt.trim();
  if (said === '' || said.length > LONGEST) return null;
  if (CLASSES.test(classes) || HOSTS.test(src)) return said;
  return EMOJI.test(said) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(said) ? said : null;
}
