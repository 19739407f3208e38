/** The OpenAPI document (version 3.1), made from the schemas that check requests and answers, so that the two cannot differ. */

import * as z from 'zod';
import { version } from '../../shared/version.ts';
import { problemSchema } from './problem.ts';
import { answerSchema, batchSchema, questionSchema } from './schemas.ts';

type Json = Record<string, unknown>;

export function openApi(): Json {
  const schemas = schemasOf({ Question: questionSchema, Answer: answerSchema, Batch: batchSchema, Problem: problemSchema });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fencewatch check API',
      version,
      description: 'Whether a device is reported stolen. An answer is no guarantee and no proof.',
    },
    paths: {
      '/check': {
        post: {
          operationId: 'check',
          summary: 'Whether one device is reported stolen',
          requestBody: { required: true, content: { 'application/json': { schema: ref('Question') } } },
          responses: {
            200: said('The answer.', 'application/json', 'Answer'),
            400: refused('The body is not JSON.'),
            ...refusals,
            503: said(
              'The look-up could not be made; the answer is `cannot-say`. Ask again, it costs nothing.',
              'application/json',
              'Answer',
            ),
          },
        },
      },
      '/check/batch': {
        post: {
          operationId: 'checkBatch',
          summary: 'The same for up to 1,000 devices',
          requestBody: {
            required: true,
            content: { 'text/csv': { schema: { type: 'string' }, example: 'identifier,reference\n35-693803-564380-9,shelf 4\n' } },
          },
          responses: {
            200: {
              description:
                'An answer or an error a row; as CSV where `Accept` asks for text/csv, with the receipt in the header `fencewatch-receipt`.',
              content: { 'application/json': { schema: ref('Batch') }, 'text/csv': { schema: { type: 'string' } } },
            },
            ...refusals,
          },
        },
      },
      '/.well-known/jwks.json': {
        get: {
          operationId: 'getKeys',
          summary: 'The public keys that receipts are verified with (JSON Web Key Set)',
          security: [],
          responses: { 200: { description: 'The keys.', content: { 'application/json': { schema: { type: 'object' } } } } },
        },
      },
    },
    components: {
      schemas,
      securitySchemes: { clientKey: { type: 'http', scheme: 'bearer', description: 'Your key: `fw_phone-hub_…`.' } },
    },
    security: [{ clientKey: [] }],
  };
}

const refusals = {
  401: refused('No valid key.'),
  413: refused('The body is too large.'),
  415: refused('The body has another content type.'),
  422: refused('A field or the file is wrong.'),
  429: refused('Too many requests at once, the day’s budget used up, or held until a person has looked.'),
};

function refused(description: string): Json {
  return said(description, 'application/problem+json', 'Problem');
}

function said(description: string, type: string, name: string): Json {
  return { description, content: { [type]: { schema: ref(name) } } };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** Schemas with an id are described once, under components. */
function schemasOf(named: Record<string, z.ZodType>): Json {
  const schemas: Json = {};
  for (const [name, schema] of Object.entries(named)) {
    const { $schema: _dialect, $defs = {}, id: _id, ...described } = z.toJSONSchema(schema) as Json & { $defs?: Json };
    schemas[name] = moved(described);
    for (const [inner, defined] of Object.entries($defs)) schemas[inner] = moved(defined);
  }
  return schemas;
}

/** `#/$defs/BatchRow` → `#/components/schemas/BatchRow`. */
function moved(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
