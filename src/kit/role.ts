/** What someone who works here may do: the closed set; who stands in for whom, `staff/roles.ts` says. */
export const roles = ['reporter', 'moderator', 'editor', 'chief', 'administrator'] as const;

export type Role = (typeof roles)[number];

export function isRole(text: unknown): text is Role {
  return roles.some((role) => role === text);
}
