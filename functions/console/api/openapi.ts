/** The OpenAPI document of the API (version 3.1), made from the schemas that check requests and answers, so that the two cannot differ. */

import * as z from 'zod';
import { version } from '../../../shared/version.ts';
import type { Operation } from './operation.ts';
import { problemSchema } from './problem.ts';

type Json = Record<string, unknown>;

export function openApi(operations: readonly Operation[]): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const each of operations) {
    const path = each.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [each.method]: describe(each, schemas) };
  }
  schemas['Problem'] = schemaOf(problemSchema, 'output', schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fencewatch',
      version,
      description:
        'The acts of the review console for a force’s own case system. Every call leaves a row in the audit log under the officer’s name.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        idToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Id token of the user pool, of the officer who acts.',
        },
      },
    },
    security: [{ idToken: [] }],
  };
}

function describe({ id, method, path, roles, summary, input, output }: Operation, schemas: Json): Json {
  const asks = Object.keys(input.shape).length > 0;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const parameters = [...inPath, ...(method === 'get' ? queryParameters(input, schemas) : [])];
  const body = method === 'post' && asks ? { requestBody: { required: true, content: json(schemaOf(input, 'input', schemas)) } } : {};
  const refused = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    operationId: id,
    summary,
    description: `For: ${roles.join(', ')}.`,
    ...(parameters.length > 0 && { parameters }),
    ...body,
    responses: {
      200: { description: 'Done.', content: json(schemaOf(output, 'output', schemas)) },
      401: refused('Nobody is signed in.'),
      403: refused('Not for the officer’s roles.'),
      ...(inPath.length > 0 && { 404: refused('No such case of the team.'), 409: refused('Something stands in the way.') }),
      ...((asks || inPath.length > 0) && { 422: refused('A field is wrong.') }),
    },
  };
}

function queryParameters(input: z.ZodObject, schemas: Json): Json[] {
  const { properties = {}, required = [] } = schemaOf(input, 'input', schemas) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** Schemas with an id are described once, under components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _dialect, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  for (const [name, defined] of Object.entries($defs)) schemas[name] = moved(defined);
  const { id: _id, ...described } = moved(rest) as Json;
  return described;
}

/** `#/$defs/Case` → `#/components/schemas/Case`. */
function moved(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
