/**
 * The process in which pictures are read and made (kit/helpers.ts): it holds one at a time, from when it is opened to when the next is.
 * What decodes what a stranger sent is here, and neither the database nor a key is.
 */
import { serveHelper } from '../kit/helper-side.ts';
import { type PictureFile, readPicture } from './picture-file.ts';
import { type Rendering, renderPicture } from './render-picture.ts';

/** What is asked of an opened picture is made of it as it was opened last. */
function picturesIn(): Parameters<typeof serveHelper>[0] {
  let opened: PictureFile | null = null;
  const file = (): PictureFile => {
    if (opened) return opened;
    throw new Error('no picture was opened');
  };
  return {
    async open({ bytes, argument }) {
      opened = null; // before the next is decoded
      opened = await readPicture(bytes, argument as number);
      const { width, height, format, frames, xmp } = opened;
      return { width, height, format, frames, xmp };
    },
    async render({ argument, give }) {
      await renderPicture({ ...(argument as Omit<Rendering, 'file'>), file: file() }, give);
    },
    async preview({ argument }) {
      return file()
        .scaled(argument as number)
        .webp({ quality: 70, effort: 1 })
        .toBuffer();
    },
  };
}

serveHelper(picturesIn());
