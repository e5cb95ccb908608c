import type { Answer } from '../http/answer.ts';
import type { Bound, Shape } from '../http/body-shape.ts';
import type { Registry } from '../registry.ts';

/** One request, understood: what an operation works on. */
export interface Call {
  registry: Registry;
  /** The path's parameters, decoded; subjects are in normal form. */
  parameters: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /**
   * Reads the body.
   *
   * @param name how the registry calls it where it is missing
   */
  body(shape: Shape, name: string): { [field: string]: Bound };
}

/** Does what one route is for. */
export type Handler = (call: Call) => Answer;
