import { moneyReference } from './money.ts';
import { addressReference } from './postal-address.ts';
import { avro, type Sample } from './sample.ts';

const order = {
  type: 'record',
  name: 'OrderPlaced',
  namespace: 'shop.orders',
  doc: 'A customer has placed an order. Nothing is paid yet.',
};

const firstFields = [
  { name: 'order_id', type: { type: 'string', logicalType: 'uuid' } },
  { name: 'customer_id', type: { type: 'string', logicalType: 'uuid' } },
  { name: 'total', type: 'shop.common.Money', doc: 'With tax and shipping.' },
  {
    name: 'lines',
    type: {
      type: 'array',
      items: {
        type: 'record',
        name: 'OrderLine',
        doc: 'One article of an order.',
        fields: [
          { name: 'article_id', type: 'string' },
          { name: 'quantity', type: 'int', doc: 'At least 1.' },
          { name: 'unit_price', type: 'shop.common.Money', doc: 'With tax.' },
        ],
      },
    },
  },
  { name: 'placed_at', type: { type: 'long', logicalType: 'timestamp-millis' } },
];

const shippingAddress = {
  name: 'shipping_address',
  type: ['null', 'shop.common.Address'],
  doc: 'Absent for vouchers, which go by mail.',
  default: null,
};

const couponCode = {
  name: 'coupon_code',
  type: ['null', 'string'],
  doc: 'What the customer typed in, if it was valid.',
  default: null,
};

const giftWrap = {
  name: 'gift_wrap',
  type: 'boolean',
  doc: 'Whether to wrap it as a present.',
  default: false,
};

const references = [moneyReference, addressReference];

/** Orders, keyed by their id. */
export const orderKeys: Sample = { subject: 'orders-key', versions: [avro('string')] };

/** Orders: an address was added, then a coupon. */
export const orders: Sample = {
  subject: 'orders-value',
  versions: [
    avro({ ...order, fields: firstFields }, [moneyReference]),
    avro({ ...order, fields: [...firstFields, shippingAddress] }, references),
    avro({ ...order, fields: [...firstFields, shippingAddress, couponCode] }, references),
  ],
};

/** Orders as the next release will have them. */
export const nextOrders: Sample = {
  subject: orders.subject,
  versions: [
    ...orders.versions,
    avro({ ...order, fields: [...firstFields, shippingAddress, couponCode, giftWrap] }, references),
  ],
};
