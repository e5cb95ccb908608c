import { customers, newsletterSignups } from './customers.ts';
import { money, moneyJson } from './money.ts';
import { nextOrders, orderKeys, orders } from './orders.ts';
import { payments } from './payments.ts';
import { addressProto, postalAddress } from './postal-address.ts';
import type { Sample } from './sample.ts';
import { carrierCapacity, nextShipments, shipments, warehouseStock } from './shipments.ts';

/** The schemas of a small shop by context, each after those that it refers to. */
export const shop: Readonly<Record<string, readonly Sample[]>> = {
  '.': [
    money,
    postalAddress,
    moneyJson,
    addressProto,
    orderKeys,
    orders,
    customers,
    payments,
    shipments,
    newsletterSignups,
  ],
  '.staging': [money, postalAddress, moneyJson, orderKeys, nextOrders, customers, payments],
  '.team-logistics': [addressProto, nextShipments, carrierCapacity, warehouseStock],
};
