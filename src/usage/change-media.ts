/** What an editor changes of a picture shows on every page that has it, at once. */
import {
  changeMediaWords,
  cutByHand,
  type MediaWords,
  replaceMedia,
  setEye,
  turnMedia,
} from '../media/change-media.ts';
import type { HandCut, Point } from '../media/cuts.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { ringShowing } from './end-media.ts';

interface Asked {
  mediaId: string;
  by: Actor;
}

const everywhere = ({ mediaId, by }: Asked) => ({
  mediaId,
  by,
  along: (inner: Newsroom) => ringShowing(inner, [mediaId]),
});

export async function describeMedia(
  newsroom: Newsroom,
  asked: Asked & { words: Partial<MediaWords> },
): Promise<void> {
  await changeMediaWords(newsroom, { ...everywhere(asked), words: asked.words });
}

export async function moveEye(newsroom: Newsroom, asked: Asked & { eye: Point }): Promise<void> {
  await setEye(newsroom, { ...everywhere(asked), eye: asked.eye });
}

export async function cutMedia(
  newsroom: Newsroom,
  asked: Asked & { shape: string; cut: HandCut | null },
): Promise<void> {
  await cutByHand(newsroom, { ...everywhere(asked), shape: asked.shape, cut: asked.cut });
}

export async function turnEverywhere(newsroom: Newsroom, asked: Asked & { quarters: number }): Promise<void> {
  await turnMedia(newsroom, { ...everywhere(asked), quarters: asked.quarters });
}

export async function replaceEverywhere(
  newsroom: Newsroom,
  asked: Asked & { bytes: Uint8Array; name: string },
): Promise<void> {
  await replaceMedia(newsroom, { ...everywhere(asked), bytes: asked.bytes, name: asked.name });
}
