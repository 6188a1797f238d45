/**
 * The process in which pictures are read and made (kit/side-process.ts): it holds one at a time, from when it is opened to when the next is.
 * What decodes what a stranger sent is here, and neither the database nor a key is.
 */
import { serveHelper } from '../kit/side-work.ts';
import { type PictureFile, type PictureReading, readPicture } from './picture-file.ts';
import { readSaid } from './read-said.ts';
import { type Rendering, renderPicture } from './render-picture.ts';

/** What is asked of an opened picture is made of it as it was opened last. */
function picturesIn(): Parameters<typeof serveHelper>[0] {
  let [opened, sent]: [PictureFile | null, Buffer] = [null, Buffer.alloc(0)];
  const file = (): PictureFile => {
    if (opened) return opened;
    throw new Error('no picture was opened');
  };
  return {
    async open({ bytes, argument }) {
      [opened, sent] = [null, bytes]; // before the next is decoded
      opened = await readPicture(bytes, argument as PictureReading);
      const { width, height, format, frames, xmp } = opened;
      return { width, height, format, frames, xmp };
    },
    async render({ argument, give }) {
      await renderPicture({ ...(argument as Omit<Rendering, 'file'>), file: file() }, give);
    },
    /** Of a film's still nobody asks it. */
    async said({ argument }) {
      return readSaid({ bytes: sent, xmp: argument as string | undefined });
    },
    /** Of a picture that was opened as large as that. */
    async preview() {
      const { default: sharp } = await import('sharp');
      const { base } = file();
      return sharp(base.pixels, { raw: base }).webp({ quality: 70, effort: 1 }).toBuffer();
    },
  };
}

serveHelper(picturesIn());
