/** Which of the five roles may do the work of which. */
import { type Role, roles } from '../kit/role.ts';

export { isRole, type Role, roles } from '../kit/role.ts';

/** Editors stand in for reporters and moderators, chiefs for editors, administrators for everyone. */
const standsInFor: Record<Role, readonly Role[]> = {
  reporter: ['reporter'],
  moderator: ['moderator'],
  editor: ['editor', 'reporter', 'moderator'],
  chief: ['chief', 'editor', 'reporter', 'moderator'],
  administrator: roles,
};

/** True when someone in the role `has` may do what asks for `needed`. */
export function covers(has: Role, needed: Role): boolean {
  return standsInFor[has].includes(needed);
}
