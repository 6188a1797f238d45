/**
 * A piece of a text in memory of its own, for what is kept longer than the text: V8 keeps a piece as a window on the whole, and the whole
 * for as long as the piece.
 */
export const ownText = (piece: string): string => Buffer.from(piece).toString();
