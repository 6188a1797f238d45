/** A field of what a reader sent. */
import type { FastifyRequest } from 'fastify';

/** A field's text. One that came twice, or is no text, was not sent by our form. */
export function fieldOf(request: FastifyRequest, name: string): string {
  const body: unknown = request.body;
  const value: unknown =
    typeof body === 'object' && body !== null
      ? Object.getOwnPropertyDescriptor(body, name)?.value
      : undefined;
  return typeof value === 'string' ? value : '';
}
