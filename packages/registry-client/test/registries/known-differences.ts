import type { RegistryVendor } from '../../src/index.ts';

/** What a vendor does otherwise: by the name of the test that would fail. A difference that is gone fails its test. */
export const knownDifferences: Partial<Record<RegistryVendor, Readonly<Record<string, string>>>> = {
  apicurio: {
    'a subject without a level of its own is said': 'it answers with the level in force',
    'what does not fit is said with its reasons': 'it gives none',
    'a JSON Schema need not say its draft': 'it tells the format by the text',
  },
};
