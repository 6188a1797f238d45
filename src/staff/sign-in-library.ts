/**
 * better-auth over our own tables. It checks passwords and makes sessions; passkeys, one-time codes and single sign-on
 * are its plug-ins, to be listed here. It is told to speak SQLite on both engines: that only means that instants are
 * ISO text and flags 0 and 1, as the tables have them.
 */
import type { Newsroom } from '../newsroom.ts';
import { COOKIE_PREFIX } from './session-cookie.ts';

export interface Making {
  secret: string;
  secure: boolean;
  seconds: number;
}

/** Checks a password and makes a session; answers with its Set-Cookie values, or null when the two do not go together. */
export type PasswordDoor = (given: {
  email: string;
  password: string;
  userAgent?: string | undefined;
}) => Promise<string[] | null>;

const AGENT_LENGTH = 200; // characters kept of what a browser says of itself

/** Loads the library, which takes a third of a second and 40 MB: not before somebody signs in. */
export async function openPasswordDoor(newsroom: Newsroom, made: Making): Promise<PasswordDoor> {
  const { APIError, betterAuth } = await import('better-auth');
  const auth = betterAuth({
    appName: 'Crier',
    baseURL: newsroom.settings.address,
    secret: made.secret,
    database: { db: newsroom.store, type: 'sqlite', transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    telemetry: { enabled: false },
    logger: { disabled: true }, // it would log addresses that were tried
    rateLimit: { enabled: false }, // counted in sign-in.ts, by account and place
    ...tables(made),
    ...sessionsByOurClock(newsroom, made),
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: made.secure,
      disableOriginCheck: false,
      database: { generateId: () => newsroom.ids.next(), validateSchema: false },
    },
  });
  return async ({ email, password, userAgent }) => {
    try {
      const headers = new Headers({ 'user-agent': (userAgent ?? '').slice(0, AGENT_LENGTH) });
      const body = { email, password };
      const answer = await auth.api.signInEmail({ body, headers, returnHeaders: true });
      return answer.headers.getSetCookie();
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) return null; // no such person, or another password
      throw error;
    }
  };
}

/** What the library calls user, session, account and verification, and their columns here. */
function tables(made: Making) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return {
    user: {
      modelName: 'staff',
      fields: { emailVerified: 'email_verified', ...times },
      additionalFields: {
        slug: { type: 'string', input: false },
        role: { type: 'string', input: false },
      },
    },
    session: {
      modelName: 'staff_sessions',
      fields: {
        userId: 'staff_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      expiresIn: made.seconds,
    },
    account: {
      modelName: 'staff_accounts',
      fields: {
        userId: 'staff_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: {
      modelName: 'staff_verifications',
      fields: { expiresAt: 'expires_at', ...times },
    },
  } as const;
}

/** Sessions last by the newsroom's clock, and where they were made from is not kept. */
function sessionsByOurClock(newsroom: Newsroom, made: Making) {
  const before = async <T extends object>(session: T) => {
    const now = newsroom.clock.now();
    const at = new Date(now);
    const expiresAt = new Date(now + made.seconds * 1_000);
    return { data: { ...session, ipAddress: null, expiresAt, createdAt: at, updatedAt: at } };
  };
  return { databaseHooks: { session: { create: { before } } } };
}
