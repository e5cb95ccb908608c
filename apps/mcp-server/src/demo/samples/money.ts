import type { SchemaReference } from '@srkit/registry-protocol';
import { avro, jsonSchema, type Sample } from './sample.ts';

/** An amount of money, for Avro. */
export const money: Sample = {
  subject: 'shop.common.Money',
  versions: [
    avro({
      type: 'record',
      name: 'Money',
      namespace: 'shop.common',
      doc: 'An amount in one currency. Never a float: cents get lost.',
      fields: [
        {
          name: 'amount',
          type: { type: 'bytes', logicalType: 'decimal', precision: 12, scale: 2 },
          doc: 'In units of the currency.',
        },
        { name: 'currency', type: 'string', doc: 'ISO 4217, for example EUR.', default: 'EUR' },
      ],
    }),
  ],
};

/** An amount of money, for JSON Schema. */
export const moneyJson: Sample = {
  subject: 'shop.common.money-json',
  versions: [
    jsonSchema({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Money',
      description: 'An amount in one currency.',
      type: 'object',
      properties: {
        amount: {
          type: 'string',
          pattern: '^-?[0-9]+\\.[0-9]{2}$',
          description: 'For example 12.50.',
        },
        currency: { type: 'string', minLength: 3, maxLength: 3, description: 'ISO 4217.' },
      },
      required: ['amount', 'currency'],
      additionalProperties: false,
    }),
  ],
};

/** What a schema writes that uses the amount of money. */
export const moneyReference: SchemaReference = {
  name: 'shop.common.Money',
  subject: money.subject,
  version: 1,
};
