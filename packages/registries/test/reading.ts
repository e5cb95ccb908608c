import { isSecret } from '@srkit/registry-protocol';
import {
  isRegistriesError,
  type RegistriesFromVariables,
  registriesFromVariables,
  type VariablesOptions,
} from '../src/index.ts';

/** Files by their paths, and a function that reads them. */
export function readingFrom(files: Readonly<Record<string, string>>): {
  readFile: (path: string) => string;
} {
  return {
    readFile(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text !== undefined) return text;
      throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' });
    },
  };
}

/** What variables say, with secrets revealed, so that a test can name them. */
export async function reading(
  variables: Readonly<Record<string, string>>,
  options: VariablesOptions = {},
): Promise<Revealed> {
  return revealed(await registriesFromVariables(variables, options)) as Revealed;
}

type Revealed = Omit<RegistriesFromVariables, 'registries'> & {
  registries: Record<string, Record<string, unknown>>;
};

/** The same data with `secret: …` in the place of each secret. */
export function revealed(value: unknown): unknown {
  if (isSecret(value)) return `secret: ${value.reveal()}`;
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revealed(part)]));
}

/** The lines that say what is wrong; a test fails when nothing is. */
export async function mistakesOf(
  variables: Readonly<Record<string, string>>,
  options: VariablesOptions = {},
): Promise<string[]> {
  const error = await registriesFromVariables(variables, options).then(
    (read) => new Error(`It was read: ${JSON.stringify(read)}`),
    (reason: unknown) => reason,
  );
  if (!isRegistriesError(error, 'invalid_configuration')) throw error;
  return error.mistakes.map(({ message }) => message);
}
