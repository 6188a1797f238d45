/** The five roles, and which of them may do the work of which. */

export const roles = ['reporter', 'moderator', 'editor', 'chief', 'administrator'] as const;

export type Role = (typeof roles)[number];

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

export function isRole(text: unknown): text is Role {
  return roles.some((role) => role === text);
}
