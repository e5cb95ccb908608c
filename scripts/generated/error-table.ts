import { clientErrors } from '../../packages/registry-client/src/errors/error-code.ts';
import { errorCodes } from '../../packages/registry-protocol/src/error-codes.ts';
import { markdownTable } from './markdown-table.ts';

/** docs/errors.md: every word that an error can carry, with the registry's numbers and texts. */
export function errorTable(): string {
  const server = Object.entries(errorCodes).map(([number, { code, text, advice }]) => [
    `\`${code}\``,
    number,
    text,
    advice,
  ]);
  const client = Object.entries(clientErrors).map(([code, { advice }]) => [`\`${code}\``, advice]);
  return [
    '# Errors',
    '',
    'Generated from the tables in `registry-protocol` and `registry-client`: `pnpm generate`.',
    '',
    'Every failed call throws a `RegistryError`, and every failed tool answers with the same facts. Branch on `code`; `errorNumber` is the',
    'registry’s own number, `advice` says what to do, `retryable` whether the same call can be made again as it is, and `outcomeUnknown`',
    'that a write may or may not have happened.',
    '',
    '## What a registry answers',
    '',
    ...markdownTable(['code', 'number', 'the registry’s text', 'what to do'], server),
    '',
    '## What goes wrong without a number',
    '',
    ...markdownTable(['code', 'what to do'], client),
    '',
  ].join('\n');
}
