/** The API described to programs: OpenAPI 3.1, made of the schemas that requests are read by. */
import { z } from 'zod';
import * as schemas from './schemas.ts';

interface Operation {
  path: string;
  id: string;
  says: string;
  query?: z.ZodObject;
  /** Parts of the path. */
  parts?: Record<string, z.ZodType>;
  answer: keyof typeof answers;
  type?: string;
  /** Refusals besides those of a query that is not right. */
  refuses?: number[];
  /** For those who hold a key. */
  forPartners?: true;
}

const answers = {
  Paper: schemas.paperAnswer,
  StoryList: schemas.storyList,
  Story: schemas.story,
  Entries: schemas.entryList,
  Front: schemas.frontAnswer,
  Corrections: schemas.corrections,
  Ninjs: schemas.ninjs,
  Releases: schemas.releases,
  Problem: schemas.problem,
};

/** Every operation of the programs' and the partners' door; tests compare them with the router and with what is answered. */
export const operations: Operation[] = [
  { path: '/api/paper', id: 'getPaper', says: 'The paper and its sections', answer: 'Paper', refuses: [404] },
  {
    path: '/api/stories',
    id: 'listStories',
    says: 'Published stories, newest first',
    query: schemas.listing,
    answer: 'StoryList',
  },
  {
    path: '/api/stories/{id}',
    id: 'getStory',
    says: 'One edition, with who said what and the way it came to us',
    parts: { id: schemas.storyId },
    answer: 'Story',
    refuses: [404, 410],
  },
  {
    path: '/api/stories/{id}.ninjs.json',
    id: 'getStoryAsNinjs',
    says: 'The same as IPTC ninjs 3.1',
    parts: { id: schemas.storyId },
    answer: 'Ninjs',
    refuses: [404, 410],
  },
  {
    path: '/api/stories/{id}/entries',
    id: 'listEntries',
    says: 'Entries of a live story, newest first',
    parts: { id: schemas.storyId },
    query: schemas.entryListing,
    answer: 'Entries',
    refuses: [404, 410],
  },
  {
    path: '/api/front',
    id: 'getFront',
    says: 'What stands where on a front, as readers have it now',
    query: schemas.frontListing,
    answer: 'Front',
    refuses: [404],
  },
  {
    path: '/api/corrections',
    id: 'listCorrections',
    says: 'What was corrected, updated and withdrawn, newest first',
    query: schemas.listing.pick({ limit: true, after: true }),
    answer: 'Corrections',
  },
  {
    path: '/api/partners/stories',
    id: 'listReleases',
    says: 'What partners may have before its hour, and what became of it',
    answer: 'Releases',
    refuses: [401],
    forPartners: true,
  },
  {
    path: '/api/partners/stories/{id}.ninjs.json',
    id: 'getReleaseAsNinjs',
    says: 'One edition as it was released, as IPTC ninjs 3.1',
    parts: { id: schemas.storyId },
    answer: 'Ninjs',
    refuses: [401, 404],
    forPartners: true,
  },
];

/** The document of /api/openapi.json. `site` is the address of this newsroom. */
export function openApi(site: string, name: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: name,
      version: '1',
      license: { name: 'Rights stay with the paper and the sources it names', url: site },
      description:
        'Published stories for programs, with who said what attached. Read only; no key, but for partners.',
    },
    servers: [{ url: site }],
    security: [], // no key: readers may read it; partners' operations say otherwise
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: described(operation) }])),
    components: {
      securitySchemes: {
        partner: { type: 'http', scheme: 'bearer', description: 'The key that the paper gave a partner' },
      },
      schemas: Object.fromEntries(Object.entries(answers).map(([key, schema]) => [key, jsonSchema(schema)])),
    },
  };
}

function described(operation: Operation) {
  const { id, says, query, parts, answer, type = 'application/json', refuses = [], forPartners } = operation;
  const problems = [...(query ? [422] : []), ...refuses];
  return {
    operationId: id,
    summary: says,
    ...(forPartners ? { security: [{ partner: [] }] } : {}),
    parameters: [
      ...Object.entries(parts ?? {}).map(([name, schema]) => parameter('path', name, schema, true)),
      ...Object.entries(query?.shape ?? {}).map(([name, schema]) =>
        parameter('query', name, schema as z.ZodType, false),
      ),
    ],
    responses: {
      200: { description: says, content: { [type]: { schema: refer(answer) } } },
      ...Object.fromEntries(
        problems.map((status) => [
          status,
          {
            description: 'Refused, in words',
            content: { 'application/problem+json': { schema: refer('Problem') } },
          },
        ]),
      ),
    },
  };
}

function parameter(place: 'path' | 'query', name: string, schema: z.ZodType, required: boolean) {
  return { in: place, name, required, schema: jsonSchema(schema) };
}

function refer(answer: keyof typeof answers) {
  return { $ref: `#/components/schemas/${answer}` };
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
