/**
 * Which of the paper's letters a page needs: those of the script of its language (views/paper.css). None is asked for before
 * the styles are read: on a slow line that holds up the first paint, and what stands in until they come has their widths.
 */
import { scriptOfTag } from '../kit/language-tag.ts';

/** ISO 15924 code of the letters a language is written in, `Latn` for a tag that says nothing. */
export const scriptOf = (language: string): string => scriptOfTag(language) || 'Latn';
