import type { Operation, routes } from '@srkit/registry-protocol';
import type { QueryValue } from '../request/encode-query.ts';

type RowOf<Name extends Operation> = Extract<(typeof routes)[number], { operation: Name }>;

type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** The parts of the path that an operation needs, by the table of routes. */
export type ParametersOf<Name extends Operation> = Readonly<
  Record<ParameterNames<RowOf<Name>['path']>, string | number>
>;

/** The query parameters that an operation takes, by the table of routes. */
export type QueryOf<Name extends Operation> = {
  readonly [Parameter in RowOf<Name>['query'][number]]?: QueryValue;
};
