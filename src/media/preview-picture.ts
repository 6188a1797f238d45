/** A picture that stands somewhere else, small, for the desk to see before it is taken. Browsers of the desk ask nobody but us. */
import { guardedFetch } from '../kit/guarded-fetch.ts';
import { Refusal } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { openPicture } from './open-picture.ts';
import { LARGEST_PICTURE } from './picture-file.ts';

const WIDTH = 480; // pixels
const PATIENCE = 15_000; // ms

/** WebP; null where its server does not give it, or what it gives is no picture. */
export async function previewPicture(newsroom: Newsroom, address: string): Promise<Buffer | null> {
  const { trustedHosts, address: newsroomAddress } = newsroom.settings;
  const limits = { bytes: LARGEST_PICTURE, totalMs: PATIENCE };
  const got = await guardedFetch({ address, trustedHosts, newsroomAddress, limits });
  if (!got.ok || got.status !== 200) return null;
  return newsroom.pictureHelpers.hire(async (helper) => {
    try {
      const file = await openPicture(helper, got.bytes, { baseWidth: WIDTH });
      return Buffer.from(await file.preview());
    } catch (refusal) {
      if (refusal instanceof Refusal) return null;
      throw refusal;
    }
  });
}
