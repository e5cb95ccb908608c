import type { RegistryClient } from '@srkit/registry-client';
import { contextName, defaultContext } from '@srkit/registry-protocol';
import { defaultSlowMs } from './health/default-slow.ts';
import { type OpenClient, type OpenOptions, openClient } from './open-registry.ts';
import { type Mistake, RegistriesError, refuseMistakes } from './registries-error.ts';
import {
  type CallerRegistries,
  choiceForCaller,
  type Registry,
  type RegistryChoice,
  unknownRegistry,
} from './registry-choice.ts';
import { requireMeans } from './require-means.ts';
import { readConfiguration } from './settings/read-configuration.ts';
import type { RegistriesConfiguration } from './settings/registry-settings.ts';
import { treeOfObject } from './settings/tree-of-object.ts';
import { registriesOfDocument } from './sources/registries-of-document.ts';

/** Several registries. Their default is the same for all who share them. */
export interface Registries extends RegistryChoice {
  /** The same registries and clients, with a default that one caller can switch. */
  forCaller(): CallerRegistries;
  /** Ends all connections once their requests have ended; no registry can be had after it. */
  close(): Promise<void>;
}

/** What registries are opened with, beside their configuration. */
export type RegistriesOptions = OpenOptions;

/**
 * Opens several registries. It checks the whole configuration and sends nothing; clients are made when they are asked for.
 *
 * @param options what the configuration cannot say: how tokens are had, how connections are made, what all clients share
 * @throws RegistriesError `invalid_configuration` with everything that is wrong
 */
export function createRegistries(
  configuration: RegistriesConfiguration,
  options: RegistriesOptions = {},
): Registries {
  const checked = check(configuration, options);
  const names = Object.keys(configuration.registries);
  const open = new Map<string, OpenClient>();
  const registries = new Map(names.map((name) => [name, registry(name)]));
  let isClosed = false;

  function registry(name: string): Registry {
    const settings = checked.registries[name];
    if (settings === undefined) throw unknownRegistry(name, names);
    const given = 'client' in settings ? settings.client : undefined;
    const isViewOnly =
      [checked, settings].some(({ viewOnly, readOnly }) => viewOnly || readOnly) ||
      given?.describe().viewOnly === true;
    const context = settings.context ?? checked.context;
    const opened = (): OpenClient => {
      if (isClosed) throw closed();
      const made = open.get(name) ?? make();
      open.set(name, made);
      return made;
    };
    const make = (): OpenClient => {
      if ('client' in settings) return clientOfOwner(settings.client, context);
      const { timeoutMs } = checked;
      return openClient(name, settings, { ...options, viewOnly: isViewOnly, context, timeoutMs });
    };
    return {
      name,
      get client() {
        return opened().client;
      },
      get direct() {
        return opened().direct;
      },
      context:
        context === undefined
          ? (given?.describe().context ?? defaultContext)
          : contextName(context),
      viewOnly: isViewOnly,
      readOnly: isViewOnly,
      description: settings.description,
      slowMs: settings.slowMs ?? defaultSlowMs,
    };
  }

  const shared: RegistryChoice = {
    names,
    default: checked.default ?? names[0] ?? '',
    get(name = shared.default) {
      if (isClosed) throw closed();
      const found = registries.get(name);
      if (found === undefined) throw unknownRegistry(String(name), names);
      return found;
    },
  };
  return {
    ...shared,
    forCaller: () => choiceForCaller(shared),
    async close() {
      isClosed = true;
      const closing = [...open.values()];
      open.clear();
      await Promise.all(closing.map(async ({ close }) => close()));
    },
  };
}

function check(
  configuration: RegistriesConfiguration,
  options: RegistriesOptions,
): RegistriesConfiguration {
  const mistakes: Mistake[] = [];
  // What reading variables has to say besides is no setting.
  const { warnings: _, ...plain } = { warnings: undefined, ...configuration };
  const written = registriesOfDocument(treeOfObject(plain, ''), {
    name: 'The configuration',
    bare: false,
    files: false,
    mistakes,
  });
  const checked = readConfiguration(written.drafts, written.general, mistakes);
  mistakes.push(...requireMeans(checked, options));
  if (mistakes.length === 0 && written.drafts.length === 0)
    mistakes.push({ place: 'registries', message: 'registries must hold at least one registry.' });
  const viewOnly = checked.viewOnly === true || checked.readOnly === true;
  for (const [name, settings] of Object.entries(checked.registries)) {
    const place = `registries.${name}.client`;
    if (viewOnly && 'client' in settings && !settings.client.describe().viewOnly)
      mistakes.push({
        place,
        message: `${place} can write, and all registries are to be view-only. Make it with viewOnly: true.`,
      });
  }
  refuseMistakes(mistakes);
  return checked;
}

function clientOfOwner(given: RegistryClient, context: string | undefined): OpenClient {
  const client = context === undefined ? given : given.inContext(context);
  // What its owner made, its owner ends.
  return { client, direct: client, close: async () => {} };
}

function closed(): RegistriesError {
  return new RegistriesError({
    code: 'closed',
    message: 'The registries were closed. Open them again.',
  });
}
