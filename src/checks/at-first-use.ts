/** The checks on copy, loaded when copy is first looked at: they are hundreds of patterns, for which no start is to wait. */

export const checksOnCopy = () => import('./check-copy.ts');

export type ChecksOnCopy = Awaited<ReturnType<typeof checksOnCopy>>;
