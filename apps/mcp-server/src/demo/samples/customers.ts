import { addressReference } from './postal-address.ts';
import { avro, type Sample } from './sample.ts';

const customer = {
  type: 'record',
  name: 'Customer',
  namespace: 'shop.customers',
  doc: 'The current state of a customer; one message for each change.',
};

const firstFields = [
  { name: 'customer_id', type: { type: 'string', logicalType: 'uuid' } },
  { name: 'name', type: 'string', doc: 'As the customer wrote it.' },
  { name: 'email', type: 'string', doc: 'Personal data: masked outside production.' },
  {
    name: 'registered_at',
    type: { type: 'long', logicalType: 'timestamp-millis' },
    doc: 'When the account was made.',
  },
];

const loyaltyLevel = {
  name: 'loyalty_level',
  type: {
    type: 'enum',
    name: 'LoyaltyLevel',
    symbols: ['NONE', 'BRONZE', 'SILVER', 'GOLD'],
    default: 'NONE',
  },
  doc: 'Decides on free shipping.',
  default: 'NONE',
};

const addresses = {
  name: 'addresses',
  type: { type: 'array', items: 'shop.common.Address' },
  doc: 'The first one is where parcels go.',
  default: [],
};

/** Customers: a level of loyalty was added, then addresses. */
export const customers: Sample = {
  subject: 'customers-value',
  versions: [
    avro({ ...customer, fields: firstFields }),
    avro({ ...customer, fields: [...firstFields, loyaltyLevel] }),
    avro({ ...customer, fields: [...firstFields, loyaltyLevel, addresses] }, [addressReference]),
  ],
};

/** A subject that nobody uses any more; it is softly deleted. */
export const newsletterSignups: Sample = {
  subject: 'newsletter-signups-value',
  versions: [
    avro({
      type: 'record',
      name: 'NewsletterSignup',
      namespace: 'shop.customers',
      doc: 'Replaced by a field of the customer.',
      fields: [{ name: 'email', type: 'string' }],
    }),
  ],
};
