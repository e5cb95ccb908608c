import { moneyJson } from './money.ts';
import { jsonSchema, type Sample } from './sample.ts';

const payment = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Payment',
  description: 'A payment as the payment provider reports it.',
  type: 'object',
};

const firstProperties = {
  payment_id: { type: 'string', format: 'uuid' },
  order_id: { type: 'string', format: 'uuid' },
  amount: { $ref: 'money.json' },
  status: { type: 'string', enum: ['AUTHORIZED', 'CAPTURED', 'REFUSED', 'REFUNDED'] },
  paid_at: { type: 'string', format: 'date-time' },
};

const required = ['payment_id', 'order_id', 'amount', 'status'];
const references = [{ name: 'money.json', subject: moneyJson.subject, version: 1 }];

/** Payments: the method of payment was added. */
export const payments: Sample = {
  subject: 'payments-value',
  versions: [
    jsonSchema({ ...payment, properties: firstProperties, required }, references),
    jsonSchema(
      {
        ...payment,
        properties: {
          ...firstProperties,
          method: {
            type: 'string',
            enum: ['CARD', 'TRANSFER', 'VOUCHER'],
            description: 'Absent in payments from before it was recorded.',
          },
        },
        required,
      },
      references,
    ),
  ],
};
