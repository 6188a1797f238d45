/** Letters that someone at the desk sends from their own mail program, in the language of whoever gets them. Crier sends no mail. */
import { wordsFor } from '../../views/words/words.ts';

interface Letter {
  to: string;
  subject: string;
  body: string;
}

const LONGEST_QUOTE = 1_200; // characters: mail programs take addresses of some 2,000, and letters of other scripts count more

/** The address of a link that opens the letter. RFC 6068: lines end in CR LF, and everything that is not a letter is encoded. */
function mailto({ to, subject, body }: Letter): string {
  const encoded = (text: string) => encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  return `mailto:${encodeURIComponent(to)}?subject=${encoded(subject)}&body=${encoded(body)}`;
}

/** To someone who is new here: where the desk is. The password goes another way. */
export function letterToStaff(given: {
  name: string;
  email: string;
  paper: string;
  language: string;
  address: string;
}): string {
  const { letters } = wordsFor(given.language);
  return mailto({
    to: given.email,
    subject: letters.staffSubject(given.paper),
    body: letters.staff(given.name, given.paper, `${given.address}/desk`),
  });
}

/** To a reader about their reply, with what they wrote under it; `language` is that of the edition they replied to. */
export function letterToReader(given: {
  name: string;
  address: string;
  paper: string;
  language: string;
  headline: string;
  text: string;
}): string {
  const { letters } = wordsFor(given.language);
  const signs = [...given.text];
  const text = signs.length > LONGEST_QUOTE ? `${signs.slice(0, LONGEST_QUOTE).join('')}…` : given.text;
  const quoted = text.replace(/^/gm, '> ');
  return mailto({
    to: given.address,
    subject: letters.replySubject(given.headline),
    body: letters.reply(given.name, given.paper, quoted),
  });
}
