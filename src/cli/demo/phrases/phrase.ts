/** What the demo's translator knows by heart: a sentence of the local wires, and its English. */

/** A sentence as the wire has it, or the shape of one whose parts change. `$1` stands for what a group of the shape held. */
export type Phrase = readonly [sentence: string | RegExp, english: string];

/** Parts of composed sentences, each with its English; looked up in what a group held. */
export type PhraseParts = Readonly<Record<string, string>>;
