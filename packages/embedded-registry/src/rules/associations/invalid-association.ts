import { type Rejection, rejection } from '../../http/rejection.ts';

/** 42212 for a property of an association. */
export function invalidAssociation(property: string, detail: string): Rejection {
  return rejection(42212, property, detail);
}
