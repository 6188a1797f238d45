/** What a store of media does, wherever its files stand. */
export interface MediaFiles {
  /** Keeps a file of that name; one that is there already stays. Throws where there is no room. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is none. */
  read(name: string): Promise<Buffer | null>;
  remove(name: string): Promise<void>;
  /** As it is served, or a part of it; absent where the folder is served as it is. */
  open?(name: string, range: string | undefined): Promise<ServedFile | null>;
  /** Names of all that is served, and of what a killed process left half, with when each was written, in milliseconds. */
  list(): Promise<{ name: string; at: number }[]>;
}

/** An answer for a reader. */
export interface ServedFile {
  status: number;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array> | null;
}
