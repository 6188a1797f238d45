/** The paper of the cast, as it is set up. */
import { theNewsroomItself as by, type Newsroom } from '../../src/newsroom.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';

export async function setUpHarbourPost(newsroom: Newsroom): Promise<void> {
  const place = { language: 'en', timeZone: 'Europe/Athens', contact: '' };
  await setUpMasthead(newsroom, { name: 'The Harbour Post', tagline: '', ...place, by });
}
