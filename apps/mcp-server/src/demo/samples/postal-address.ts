import type { SchemaReference } from '@srkit/registry-protocol';
import { avro, protobuf, type Sample } from './sample.ts';

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

/** What a schema writes that uses the newest address. */
export const addressReference: SchemaReference = {
  name: 'shop.common.Address',
  subject: postalAddress.subject,
  version: 2,
};
