import type { Operation } from '@srkit/registry-protocol';
import type { Answer } from '../http/answer.ts';
import { isRecord } from '../http/body-shape.ts';
import { stringify } from '../http/jackson/stringify.ts';
import type { Feature, Features } from './features.ts';
import { configFieldsSince } from './known-fields.ts';

type Fields = Readonly<Record<string, Feature>>;

const schema: Fields = {
  metadata: 'metadata',
  ruleSet: 'ruleSets',
  guid: 'guids',
  ts: 'tsAndDeleted',
  deleted: 'tsAndDeleted',
};

const schemaById: Fields = { ...schema, subject: 'placeById', version: 'placeById' };

const registration: Fields = {
  ...schema,
  version: 'fullRegistrationAnswer',
  schemaType: 'fullRegistrationAnswer',
  schema: 'fullRegistrationAnswer',
  references: 'fullRegistrationAnswer',
};

/** Fields of answers that older releases do not have; of each item where the answer is a list. */
const fieldsOfAnswers: Partial<Record<Operation, Fields>> = {
  listSchemas: schema,
  getSchemaById: schemaById,
  lookUpSchema: schema,
  getLatestWithMetadata: schema,
  getVersion: schema,
  registerSchema: registration,
  tagVersion: registration,
  getGlobalConfig: configFieldsSince,
  updateGlobalConfig: configFieldsSince,
  deleteGlobalConfig: configFieldsSince,
  getSubjectConfig: configFieldsSince,
  updateSubjectConfig: configFieldsSince,
  deleteSubjectConfig: configFieldsSince,
};

/**
 * Prepares the answers of an operation: what a release does not know is left out.
 *
 * @returns undefined where it knows everything
 */
export function knownAnswers(
  features: Features,
  operation: Operation,
): ((answer: Answer) => Answer) | undefined {
  const fields = fieldsOfAnswers[operation];
  if (fields === undefined) return undefined;
  const unknown = Object.entries(fields).flatMap(([name, feature]) =>
    features[feature] ? [] : [name],
  );
  const avroGoesWithoutSaying = !features.schemaTypeOfAvro;
  if (unknown.length === 0 && !avroGoesWithoutSaying) return undefined;
  const isKnown = ([name, value]: [string, unknown]) =>
    !unknown.includes(name) &&
    !(avroGoesWithoutSaying && name === 'schemaType' && value === 'AVRO');
  const known = (item: unknown) =>
    isRecord(item) ? Object.fromEntries(Object.entries(item).filter(isKnown)) : item;
  const knownParts = (whole: unknown) => (Array.isArray(whole) ? whole.map(known) : known(whole));
  return (answer) =>
    'json' in answer
      ? { ...answer, json: knownParts(answer.json) }
      : // What is written already is JSON, with these operations.
        { ...answer, text: stringify(knownParts(JSON.parse(answer.text))) };
}
