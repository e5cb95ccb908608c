import type { SchemaReference } from '@srkit/registry-protocol';
import { avro, jsonSchema, protobuf, type Sample } from './sample.ts';

const addressFields = [
  { name: 'street', type: 'string', doc: 'Street and number.' },
  { name: 'city', type: 'string' },
  { name: 'postal_code', type: 'string', doc: 'As written locally; not only digits.' },
  { name: 'country', type: 'string', doc: 'ISO 3166-1 alpha-2, for example DE.' },
];

const address = {
  type: 'record',
  name: 'Address',
  namespace: 'shop.common',
  doc: 'A postal address.',
};

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

/** A postal address, for Avro. */
export const postalAddress: Sample = {
  subject: 'shop.common.Address',
  versions: [
    avro({ ...address, fields: addressFields }),
    avro({
      ...address,
      fields: [
        ...addressFields,
        {
          name: 'region',
          type: ['null', 'string'],
          doc: 'State or province, where addresses have one.',
          default: null,
        },
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

/** A postal address, for Protobuf. */
export const addressProto: Sample = {
  subject: 'shop/common/address.proto',
  versions: [
    protobuf(`syntax = "proto3";
package shop.common;

// A postal address.
message Address {
  string street = 1;
  string city = 2;
  // As written locally; not only digits.
  string postal_code = 3;
  // ISO 3166-1 alpha-2, for example DE.
  string country = 4;
}
`),
  ],
};

/** What a schema writes that uses the amount of money. */
export const moneyReference: SchemaReference = {
  name: 'shop.common.Money',
  subject: money.subject,
  version: 1,
};

/** What a schema writes that uses the newest address. */
export const addressReference: SchemaReference = {
  name: 'shop.common.Address',
  subject: postalAddress.subject,
  version: 2,
};
