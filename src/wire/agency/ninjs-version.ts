/** The versions of ninjs: each names its fields in its own way. */
export type NinjsVersion = 1 | 2 | 3;
