/** Which elements hold no copy, and what they hold instead; nothing in them is read as words of the text. */
import { HOLDERS, SILENT } from './html-elements.ts';
import { type Attributes, isHidden, isStruck, type Styles } from './html-styles.ts';
import type { LeftOutKind } from './left-out.ts';
import { isCommentMark, officePart } from './office-marks.ts';

/** Silent is what nobody misses: programs, and the signs of a list. */
export type AwayKind = LeftOutKind | 'silent';

/** What an element holds that is no copy; null of one whose words are. */
export function awayOf(name: string, attributes: Attributes, styles: Styles): AwayKind | null {
  if (SILENT.has(name)) return 'silent';
  if (styles.get('mso-list') === 'ignore') return 'silent';
  if (name === 'img' || isCommentMark(attributes)) return isCommentMark(attributes) ? 'silent' : null;
  const part = officePart(attributes, styles);
  if (part) return part;
  if (isHidden(name, attributes, styles)) return 'hidden';
  if (isStruck(name, styles)) return 'struck';
  return HOLDERS[name] ?? null;
}
