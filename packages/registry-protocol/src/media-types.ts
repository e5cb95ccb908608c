/** What the registry answers with, and what a client should send and accept. */
export const registryMediaType = 'application/vnd.schemaregistry.v1+json';

/** What the registry can answer with, the preferred one first, with the weight that it gives to each. */
export const producedMediaTypes = [
  { type: registryMediaType, quality: 1 },
  { type: 'application/vnd.schemaregistry+json', quality: 0.9 },
  { type: 'application/json', quality: 0.5 },
] as const;

/** What a request body may be declared as; anything else is refused with 415. */
export const consumedMediaTypes: readonly string[] = [
  registryMediaType,
  'application/vnd.schemaregistry+json',
  'application/json',
  'application/octet-stream',
];
