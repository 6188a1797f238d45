/** A store that does not answer: its server restarts, fails over, or the line to it is cut. That passes; it is no bug. */

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '57P01', // PostgreSQL, appendix A: admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now: it starts up
  '53300', // too_many_connections
  '25006', // read_only_sql_transaction: a standby that is not the first server yet, or no longer
]);

// The driver tells of a lost connection a second time, and then without a code: only its words are left.
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed|server conn crashed|Cannot use a pool after calling end)/;

/** Whether something was thrown because the store cannot be asked now. What was being written is then not kept, or not known to be. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && (away.has(code) || code.startsWith('08'))) return true; // class 08: connection exceptions
  if (WORDS.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some(isStoreAway); // one error for each address of a name
  return isStoreAway(error.cause);
}
