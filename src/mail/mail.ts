/**
 * Mail: one message to one colleague, in plain text, by the SMTP server of the settings. What a server says is a value; whether it
 * is worth another try is part of it.
 */
import { MINUTE, SECOND } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';

export interface MailMessage {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same for the same message: a server or reader that gets it twice can tell. */
  key: string;
  /** BCP 47. */
  language: string;
}

export type MailOutcome = { ok: true } | { ok: false; isForGood: boolean; words: string };

const FOR_GOOD = 500; // SMTP replies of the five hundreds: the same message will never be taken (RFC 5321 4.2.1)

/** Sends it, or says why not. Mail that is not set up is no failure of the server's: ask for `settings.smtpUrl` before. */
export async function sendMail(
  { settings, clock }: Pick<Newsroom, 'settings' | 'clock'>,
  { to, subject, text, key, language }: MailMessage,
): Promise<MailOutcome> {
  const { smtpUrl } = settings;
  if (smtpUrl === undefined) return { ok: false, isForGood: true, words: 'Mail is not set up.' };
  const host = new URL(settings.address).hostname;
  const { createTransport } = await import('nodemailer'); // what few newsrooms at few moments need
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: MINUTE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: settings.mailFrom ?? `crier@${host}`,
      to,
      subject: subject.replace(/\s+/g, ' ').trim(),
      text,
      date: new Date(clock.now()),
      messageId: `<${key}@${host}>`,
      // No vacation answers (RFC 3834 5), and no answers of lists.
      headers: { 'auto-submitted': 'auto-generated', 'content-language': language },
    });
    return { ok: true };
  } catch (error) {
    // The library throws what a server says, and what the net does; anything else is a bug.
    return failureOf(error);
  } finally {
    transport.close();
  }
}

function failureOf(error: unknown): MailOutcome {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const { responseCode, response, code } = error as Error & {
    code: string;
    responseCode?: number;
    response?: string;
  };
  const said = (response ?? '').replace(/\s+/g, ' ').slice(0, LONGEST_SAID);
  const isForGood = responseCode !== undefined && responseCode >= FOR_GOOD && code !== 'EAUTH';
  const words =
    said === '' ? (codeWords[code] ?? 'The mail server cannot be reached.') : `The mail server says: ${said}`;
  return { ok: false, isForGood, words };
}

const LONGEST_SAID = 300; // characters
const codeWords: Record<string, string> = {
  EAUTH: 'The mail server does not take the name and password of the settings.',
  ETLS: 'The mail server shows no certificate that can be trusted.',
  ETIMEDOUT: 'The mail server took too long.',
  EDNS: 'The name of the mail server is not known.',
};
