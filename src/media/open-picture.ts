/** A picture as the newsroom has it opened, read and made: by a process beside it, which it outlives. */
import { MINUTE, SECOND } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import type { Helper, HelperAnswer } from '../kit/side-process.ts';
import type { PictureFile, PictureReading } from './picture-file.ts';
import type { Rendering } from './render-picture.ts';
import type { FileWords } from './said.ts';

/** What its file is, upright; see `PictureFile`. */
export type PictureFacts = Pick<PictureFile, 'width' | 'height' | 'format' | 'frames' | 'xmp'>;

export interface OpenPicture extends PictureFacts {
  /** Makes each rendition and has it kept before the next. */
  render(
    plan: Omit<Rendering, 'file'>,
    keep: (name: string, bytes: Uint8Array) => Promise<void>,
  ): Promise<void>;
  /** What its file says of itself; of one that takes too long to read nothing. */
  said(): Promise<FileWords>;
  /** WebP as wide as its base, for the desk to look at. */
  preview(): Promise<Uint8Array>;
}

const LONGEST_OPENING = 2 * MINUTE; // a HEIC of 48 megapixels takes five seconds on two processors with nothing else to do
const LONGEST_READING = 20 * SECOND; // of what a file says; a megabyte of XMP takes one
const LONGEST_MAKING = 5 * MINUTE; // of all renditions; the largest picture that is taken takes a tenth of it

/** Refuses as `readPicture` does, and with `upload-not-image` one over which its reader got stuck or died. */
export async function openPicture(
  helper: Helper,
  bytes: Uint8Array,
  reading: PictureReading = {},
): Promise<OpenPicture> {
  const ask = async <Answer>(asked: Omit<Parameters<Helper['ask']>[0], 'ms'> & { ms?: number }) =>
    answered(await helper.ask<Answer>({ ms: LONGEST_MAKING, ...asked }));
  const open = () =>
    ask<PictureFacts>({ question: { work: 'open', argument: reading }, bytes, ms: LONGEST_OPENING });
  const facts = await open();
  return {
    ...facts,
    render: (plan, keep) => ask<void>({ question: { work: 'render', argument: plan }, keep }),
    said: async () => {
      const question = { work: 'said', argument: facts.xmp };
      const answer = await helper.ask<FileWords>({ question, ms: LONGEST_READING });
      if (answer.ok) return answer.value;
      await open(); // its reader is gone, and another goes on
      return { said: [], credentials: '', problems: ['What its file says of itself could not be read.'] };
    },
    preview: () => ask<Uint8Array>({ question: { work: 'preview', argument: null } }),
  };
}

function answered<Answer>(answer: HelperAnswer<Answer>): Answer {
  if (answer.ok) return answer.value;
  if (answer.why === 'closed') return refuse('media-away', { words: answer.words });
  const words =
    answer.why === 'too-long'
      ? 'This picture takes too long to be read. Save it smaller, as JPEG, and send that.'
      : 'Whatever reads this picture breaks over it. Save it anew, as JPEG, and send that.';
  return refuse('upload-not-image', { words, fields: { picture: words } });
}
