import { EffortSpent } from '../../../json/effort.ts';
import type { JsonSchema } from '../../../parsed-schema.ts';
import { SchemaError } from '../../../schema-error.ts';
import { findProblems } from '../../json/check-parts.ts';
import { refuseDepth } from '../../json/run.ts';
import { schemaParts } from '../../json/schema-parts.ts';
import type { ExampleValueOptions } from '../../value-options.ts';
import { seededRandom } from '../random.ts';
import { makeValue } from './make-value.ts';
import type { Made } from './maker.ts';
import { refuseExample } from './refuse-example.ts';

const DEFAULT_DEPTH = 4;

/** Makes up a message of a JSON Schema. */
export function exampleJsonValue(
  schema: JsonSchema,
  { seed = 1, maxDepth = DEFAULT_DEPTH }: ExampleValueOptions,
): unknown {
  const parts = schemaParts(schema);
  const made = guard(() => makeValue(parts.root, parts, seededRandom(seed), maxDepth));
  if (!('value' in made)) throw refuseExample(made);
  const [problem] = findProblems(parts.root, made.value, 1);
  if (problem !== undefined) {
    throw refuseExample({ isProved: false, where: problem.path, why: problem.message });
  }
  return made.value;
}

function guard(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) throw refuseDepth(error);
    if (!(error instanceof EffortSpent)) throw error;
    const details = 'An example of this schema takes too long to be found';
    throw new SchemaError(`${details}. Take a part of the schema.`, {
      code: 'too_large',
      details,
      cause: error,
    });
  }
}
