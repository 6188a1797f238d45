/** What the other side asks for in its settings (RFC 9113 section 6.5): the last word on each counts. */
import {
  CODE,
  ConnectionError,
  FIRST_WINDOW,
  LARGEST_FRAME,
  LARGEST_WINDOW,
  SETTING,
} from './http2-frames.ts';

const LARGEST_FRAME_SETTING = 2 ** 24 - 1; // bytes; more cannot be written down

export class PeerSettings {
  /** Requests it takes at once; null until it says. */
  streams: number | null = null;
  /** The window with which a stream begins. */
  window = FIRST_WINDOW;
  readonly #limitTable: (most: number) => void;

  constructor(limitTable: (most: number) => void) {
    this.#limitTable = limitTable;
  }

  /** Takes a settings frame; answers by how much the window of every open stream grows, which may be less than nothing. */
  read(payload: Buffer): number {
    if (payload.length % 6 !== 0) throw new ConnectionError(CODE.frameSize, 'settings were cut off');
    const before = this.window;
    for (let at = 0; at < payload.length; at += 6) {
      const value = payload.readUInt32BE(at + 2);
      switch (payload.readUInt16BE(at)) {
        case SETTING.tableSize:
          this.#limitTable(value);
          break;
        case SETTING.streams:
          this.streams = value;
          break;
        case SETTING.window:
          if (value > LARGEST_WINDOW) throw new ConnectionError(CODE.flowControl, 'a window was too large');
          this.window = value;
          break;
        case SETTING.frameSize:
          if (value < LARGEST_FRAME || value > LARGEST_FRAME_SETTING)
            throw new ConnectionError(CODE.protocol, 'a frame size was out of bounds');
          break; // we never send more than everyone takes
        default: // what nobody knows is passed over
      }
    }
    return this.window - before;
  }
}
