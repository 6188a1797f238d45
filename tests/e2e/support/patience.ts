/** How long a journey waits for what is to come before it says that it did not. It is no promise: what hangs is ended, and a machine that is busy is waited for. */
export const WAIT = { timeout: 45_000 }; // ms
