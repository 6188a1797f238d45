/** `crier add-editor NAME ADDRESS [ROLE]`: someone new on the staff, also when nobody can sign in any more. */

import { theNewsroomItself } from '../newsroom.ts';
import { makePassword } from '../staff/password.ts';
import { isRole, roles } from '../staff/roles.ts';
import { addStaff } from '../staff/staff.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';
import { withNewsroom } from './with-newsroom.ts';

export const addEditor: Verb = {
  says: 'Adds someone to the staff and prints their first password.',
  usage: `crier add-editor NAME ADDRESS [ROLE]

ROLE is ${roles.join(', ')}; editor when none is given. Also for when nobody can sign in any more:
crier add-editor "Maria Leontis" maria@post.example administrator
`,
  async run([name, email, role = 'editor']) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    if (!name || !email || !isRole(role)) {
      process.stderr.write(
        `Say who: crier add-editor "Maria Leontis" maria@post.example [${roles.join('|')}]\n`,
      );
      return 1;
    }
    const password = makePassword();
    return withNewsroom(settings, async (newsroom) => {
      await addStaff(newsroom, { name, email, password, role, by: theNewsroomItself, handedOver: true });
      process.stdout.write(`${name} may sign in as ${role} with ${email} and this password: ${password}\n`);
      return 0;
    });
  },
};
