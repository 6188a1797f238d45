/** The noun: copy as read from a file of any form; its parts know where they stood in it. */
import type { Checkable, CopyLink } from '../../checks/check.ts';
import { MappedText } from './mapped.ts';

export interface GivenCopy {
  headline: MappedText;
  dek: MappedText;
  body: MappedText;
  byline: string;
  links: CopyLink[];
  /** Declared in the file; null where it says nothing. */
  language: string | null;
  /** Undefined where the form has no place for a date, null where it has and none stands there. */
  publishedAt: number | null | undefined;
  /** Whether its form has a place for byline and date, which may then be missing. */
  isBare: boolean;
  credit: string;
  hops: Checkable['hops'];
}

export function emptyCopy(): GivenCopy {
  return {
    headline: new MappedText(),
    dek: new MappedText(),
    body: new MappedText(),
    byline: '',
    links: [],
    language: null,
    publishedAt: undefined,
    isBare: true,
    credit: '',
    hops: [],
  };
}

/** As the checks take it. */
export function checkableOf(
  copy: GivenCopy,
  { language, publishedAt }: { language: string; publishedAt: number | null | undefined },
): Checkable {
  return {
    headline: copy.headline.text,
    dek: copy.dek.text,
    byline: copy.byline,
    bodyText: copy.body.text,
    pickedUp: false,
    credit: copy.credit,
    originalLink: null,
    hops: copy.hops,
    links: copy.links,
    language,
    publishedAt,
    isBare: copy.isBare,
  };
}
