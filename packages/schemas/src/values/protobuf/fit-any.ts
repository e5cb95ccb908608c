import { closestName } from '../closest-name.ts';
import type { Members } from '../plain-value.ts';
import { describeFound, quote } from '../value-problem.ts';
import { describeMessage } from './describe-type.ts';
import type { Fit, Fitters } from './fit.ts';
import { beginNested, endNested, isOver, tell, tellMismatch, UNFIT } from './fit.ts';
import { fitScalar } from './fit-scalar.ts';
import type { MessageShape } from './message-shape.ts';
import { packedName } from './packed-name.ts';
import { isZero } from './scalar-types.ts';
import { writeScalar, writeTag } from './wire-writer.ts';

const EXPECTED = 'the type of what is packed, such as "type.googleapis.com/shop.Order"';

/**
 * Packs an object into a `google.protobuf.Any`, and writes it: its `@type` says what it is. Of a
 * type that the schema does not know only the bytes are taken, as `value` in base64.
 */
export function fitAny(value: Members, fit: Fit, fitters: Fitters): boolean {
  const members = Object.keys(value).filter((key) => value[key] !== undefined);
  if (members.length === 0) return true;
  fit.path.push('@type');
  const url = fitUrl(value['@type'], fit);
  fit.path.pop();
  if (url === undefined) return false;
  writeTag(fit.writer, 1, 2);
  writeScalar(fit.writer, 'string', url);
  const others = members.filter((key) => key !== '@type');
  const shape = fit.shapes.find(packedName(url));
  if (shape === undefined) return fitUnknown(url, value, others, fit);
  const before = fit.writer.length;
  const begin = beginNested(fit, 2);
  if (begin === undefined) return false;
  const fits =
    shape.wellKnown === undefined
      ? fitters.fitMembers(shape, value, fit, '@type')
      : fitForm(shape, value, others, fit, fitters);
  const isEmpty = fit.writer.length === begin;
  endNested(fit, 2, begin);
  if (isEmpty) fit.writer.length = before;
  return fits;
}

function fitUrl(url: unknown, fit: Fit): string | undefined {
  if (typeof url === 'string' && packedName(url) !== '') {
    return fitScalar('string', url, fit) === UNFIT ? undefined : url;
  }
  tellMismatch(fit, EXPECTED, url, 'A google.protobuf.Any is an object that says what it is.');
  return undefined;
}

/** What has a form of its own stands in a member of its own. */
function fitForm(
  shape: MessageShape,
  value: Members,
  others: readonly string[],
  fit: Fit,
  { fitMessage }: Fitters,
): boolean {
  fit.path.push('value');
  let fits = fitMessage(shape, value['value'], fit);
  fit.path.pop();
  for (const key of others) {
    if (key === 'value') continue;
    if (isOver(fit)) return false;
    fit.path.push(key);
    fits = tell(fit, {
      message: `A packed ${shape.fullName} has no member of this name. Write ${describeMessage(shape, fit.shapes)} as the member value.`,
      expected: '@type and value',
      found: describeFound(value[key]),
    });
    fit.path.pop();
  }
  return fits;
}

function fitUnknown(url: string, value: Members, others: readonly string[], fit: Fit): boolean {
  const bytes = value['value'];
  const isRaw = typeof bytes === 'string' || bytes instanceof Uint8Array;
  if (!isRaw || others.some((key) => key !== 'value')) return tellUnknown(url, fit);
  fit.path.push('value');
  const fitted = fitScalar('bytes', bytes, fit);
  fit.path.pop();
  if (fitted === UNFIT) return false;
  if (isZero(fitted)) return true;
  writeTag(fit.writer, 2, 2);
  writeScalar(fit.writer, 'bytes', fitted);
  return true;
}

function tellUnknown(url: string, fit: Fit): false {
  const name = packedName(url);
  const close = closestName(name, fit.shapes.names());
  const advice =
    close === undefined
      ? 'Import its file, or write its bytes in base64 as the member value.'
      : `Write ${url.slice(0, -name.length)}${close}.`;
  fit.path.push('@type');
  tell(fit, {
    message: `The schema knows no message ${quote(name)}, so that nothing can be packed as one. ${advice}`,
    expected: EXPECTED,
    found: describeFound(url),
  });
  fit.path.pop();
  return false;
}
