import { addressProto } from './postal-address.ts';
import { avro, jsonSchema, protobuf, type Sample } from './sample.ts';

const references = [{ name: addressProto.subject, subject: addressProto.subject, version: 1 }];

function shipment(extraFields: string, extraStates: string): string {
  return `syntax = "proto3";
package shop.shipments;

import "${addressProto.subject}";

// A parcel on its way to a customer.
message Shipment {
  string shipment_id = 1;
  string order_id = 2;
  shop.common.Address destination = 3;
  State state = 4;
  // Milliseconds since 1970.
  int64 updated_at = 5;
${extraFields}}

enum State {
  STATE_UNSPECIFIED = 0;
  STATE_PACKED = 1;
  STATE_HANDED_OVER = 2;
  STATE_DELIVERED = 3;
${extraStates}}
`;
}

const carrier = `  // Who carries it, for example DHL.
  string carrier = 6;
  string tracking_number = 7;
`;

/** Shipments: carrier and tracking number were added. */
export const shipments: Sample = {
  subject: 'shipments-value',
  versions: [protobuf(shipment('', ''), references), protobuf(shipment(carrier, ''), references)],
};

/** Shipments as the team that owns them tries them out. */
export const nextShipments: Sample = {
  subject: shipments.subject,
  versions: [
    ...shipments.versions,
    protobuf(shipment(carrier, '  STATE_RETURNED = 4;\n'), references),
  ],
};

/** How much a carrier takes on a day. */
export const carrierCapacity: Sample = {
  subject: 'carrier-capacity-value',
  versions: [
    avro({
      type: 'record',
      name: 'CarrierCapacity',
      namespace: 'shop.logistics',
      doc: 'How many parcels a carrier takes from a warehouse on one day.',
      fields: [
        { name: 'carrier', type: 'string' },
        { name: 'warehouse', type: 'string' },
        { name: 'day', type: { type: 'int', logicalType: 'date' } },
        { name: 'parcels', type: 'int', doc: 'At most.' },
      ],
    }),
  ],
};

/** What is in a warehouse. */
export const warehouseStock: Sample = {
  subject: 'warehouse-stock-value',
  versions: [
    jsonSchema({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'WarehouseStock',
      description: 'How much of an article a warehouse has.',
      type: 'object',
      properties: {
        warehouse: { type: 'string' },
        article_id: { type: 'string' },
        quantity: { type: 'integer', minimum: 0 },
        counted_at: { type: 'string', format: 'date-time' },
      },
      required: ['warehouse', 'article_id', 'quantity'],
    }),
  ],
};
