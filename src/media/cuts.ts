/**
 * How a picture is cut into the shapes that pages, feeds and cards ask for: each as large as fits, as near to the eye of the
 * picture as its edges allow; or as an editor cut it by hand.
 */
import { readRecord } from '../store/json-column.ts';
export const cutShapes = ['square', 'classic', 'wide', 'card'] as const;
export type CutShape = (typeof cutShapes)[number];
/** `full` is the picture as it is. */
export type Shape = 'full' | CutShape;

/** Width by height. */
export const ratios: Record<CutShape, number> = {
  square: 1,
  classic: 4 / 3,
  wide: 16 / 9,
  card: 1200 / 630, // what programs that show links as cards ask for
};

export interface Size {
  width: number;
  height: number;
}

/** Parts of the upright picture, from 0 to 1. */
export interface Point {
  x: number;
  y: number;
}
/** `x` and `y` of its upper left corner and its width, as parts of the picture's; its height follows from the shape. */
export interface HandCut extends Point {
  width: number;
}

/** What an editor said of how the picture is cut. */
export interface Framing {
  focus: Point | null;
  cuts: Partial<Record<CutShape, HandCut>>;
  /** Its terms forbid to cut it: every shape shows all of it. */
  isWhole?: boolean;
}

/** Kept in place of cuts by hand where none may be made. */
export const WHOLE = '{"whole":true}';

/** Pixels of the upright picture. */
export interface Box extends Size {
  left: number;
  top: number;
}

const TALL = 2; // times as high as wide: a screenshot, whose head is at its top
const LEAST_CUT = 0.05; // of the picture's width; smaller is a slip of the hand

const eyeOf = ({ width, height }: Size): Point => ({ x: 0.5, y: height > TALL * width ? 0 : 0.4 });

/** The part of a picture that a shape shows. */
export function boxOf(size: Size, shape: Shape, { focus, cuts, isWhole }: Framing): Box {
  if (shape === 'full' || isWhole) return { left: 0, top: 0, ...size };
  const ratio = ratios[shape];
  const cut = cuts[shape];
  if (cut) return byHand(size, ratio, cut);
  const width = Math.min(size.width, Math.round(size.height * ratio));
  const height = Math.min(size.height, Math.round(width / ratio));
  const eye = focus ?? eyeOf(size);
  return {
    left: within(eye.x * size.width - width / 2, size.width - width),
    top: within(eye.y * size.height - height / 2, size.height - height),
    width: Math.max(1, width),
    height: Math.max(1, height),
  };
}

function byHand(size: Size, ratio: number, cut: HandCut): Box {
  const most = Math.min(size.width, size.height * ratio);
  const width = Math.max(1, Math.round(Math.min(most, Math.max(LEAST_CUT, cut.width) * size.width)));
  const height = Math.max(1, Math.min(size.height, Math.round(width / ratio)));
  return {
    left: within(cut.x * size.width, size.width - width),
    top: within(cut.y * size.height, size.height - height),
    width,
    height,
  };
}

function within(place: number, most: number): number {
  return Math.max(0, Math.min(Math.round(place), Math.max(0, most)));
}

/** Reads what is kept; what is out of bounds or was never said is left out. */
export function framingOf(row: { id: string; focus_json: string | null; cuts_json: string }): Framing {
  return {
    focus: row.focus_json === null ? null : readRecord<Point>('media.focus_json', row.id, row.focus_json),
    cuts: readRecord('media.cuts_json', row.id, row.cuts_json),
    isWhole: row.cuts_json === WHOLE,
  };
}

/** A point that was sent, or null where it is none. */
export function pointIn(x: string, y: string): Point | null {
  const [across, down] = [x, y].map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const isPart = (part: number | undefined): part is number => part !== undefined && part >= 0 && part <= 1;
  return isPart(across) && isPart(down) ? { x: across, y: down } : null;
}
