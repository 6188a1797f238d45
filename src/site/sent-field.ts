/** A field of what a reader sent. */
import type { FastifyRequest } from 'fastify';

export const LONGEST_FORM = 64 * 1024; // bytes of what a reader sends: 5,000 characters of the widest script, percent-encoded, are 60 KB

/** A field's text. One that came twice, or is no text, was not sent by our form. */
export function sentField(request: FastifyRequest, name: string): string {
  const body: unknown = request.body;
  const value: unknown =
    typeof body === 'object' && body !== null
      ? Object.getOwnPropertyDescriptor(body, name)?.value
      : undefined;
  return typeof value === 'string' ? value : '';
}
