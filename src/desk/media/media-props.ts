/** What the page of one piece of media is made of. */
import type { Refusal } from '../../kit/refusal.ts';
import type { LibraryPiece } from '../../media/library.ts';
import type { MediaStand } from '../../usage/media-stand.ts';
import type { DeskFrame } from '../views/desk-layout.tsx';
import type { PageTime } from '../views/words.ts';

export interface MediaPageProps {
  frame: DeskFrame;
  when: PageTime;
  piece: LibraryPiece;
  stands: MediaStand[];
  done?: string | undefined;
  refused?: Refusal | undefined;
}

export const EYE_WIDTH = 320; // pixels at which the picture is shown to set its eye: a phone has them
