/** Reading the desk's forms: fields are text, lists are fields of one name, an upload is read whole before the handler. */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../../kit/refusal.ts';
import { fieldOf } from './editor-route.ts';

/** A file of a form. */
export interface UploadedFile {
  bytes: Uint8Array;
  name: string;
}

/** A field's text; empty when it was not sent. */
export function field(request: FastifyRequest, name: string): string {
  return fieldOf(request.body, name) ?? '';
}

/** True when the form had the field, though it may be empty. */
export function hasField(request: FastifyRequest, name: string): boolean {
  return typeof request.body === 'object' && request.body !== null && Object.hasOwn(request.body, name);
}

/** All fields of one name, in the order of the form. */
export function fieldList(request: FastifyRequest, name: string): string[] {
  if (!hasField(request, name)) return [];
  const value: unknown = (request.body as Record<string, unknown>)[name];
  return [value].flat().filter((each): each is string => typeof each === 'string');
}

/** The first file of a name; null where none was chosen. */
export function upload(request: FastifyRequest, name: string): UploadedFile | null {
  return uploads(request, name)[0] ?? null;
}

/** All files of one name; a field where nothing was chosen is none. */
export function uploads(request: FastifyRequest, name: string): UploadedFile[] {
  if (!hasField(request, name)) return [];
  const value: unknown = (request.body as Record<string, unknown>)[name];
  return [value].flat().filter(isUpload);
}

function isUpload(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
}

/** One parameter of the address. */
export function param(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}

/** A word of the address's query; empty when it is not there, the first when it is there twice. */
export function query(request: FastifyRequest, name: string): string {
  const value: unknown = (request.query as Record<string, unknown>)[name];
  const [first] = [value].flat();
  return typeof first === 'string' ? first : '';
}

/** A script asks for JSON, a plain form for a page. */
export function wantsJson(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('json');
}

/**
 * Forms with a file become a body like any other, so that the form token is found where every form has it. Runs after
 * the session was looked at: a stranger's upload is not read.
 */
export function readUploads(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    const access = request.routeOptions.config.deskAccess;
    if (!access || 'openBecause' in access) refuse('form-incomplete', { words: 'This form takes no files.' });
    const body: Record<string, unknown> = {};
    const place = placeFor(request);
    for await (const part of request.parts()) {
      if (part.type !== 'file') {
        body[part.fieldname] = part.value;
        continue;
      }
      const file = { bytes: await bytesOfPart(part, place), name: part.filename };
      const before = body[part.fieldname];
      body[part.fieldname] = before === undefined ? file : [before, file].flat();
    }
    request.body = body;
  });
}

/** Where the files of a form go, one behind the other: no more is set aside than the form says that it is long. */
interface FilePlace {
  all: Buffer;
  at: number;
}

/** Null where the form does not say how long it is, or is longer than what is taken there. */
function placeFor(request: FastifyRequest): FilePlace | null {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  const isTaken = length >= 0 && length <= request.routeOptions.bodyLimit;
  return isTaken ? { all: Buffer.allocUnsafeSlow(length), at: 0 } : null;
}

/** Put in its place as it arrives: gathered and joined, a photo would be twice in memory, and the pieces stay until they are collected. */
async function bytesOfPart(part: MultipartFile, place: FilePlace | null): Promise<Uint8Array> {
  if (!place) return part.toBuffer();
  const from = place.at;
  for await (const piece of part.file) place.at += (piece as Buffer).copy(place.all, place.at);
  if (part.file.truncated) return refuse('too-large');
  return place.all.subarray(from, place.at);
}
