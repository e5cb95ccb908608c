/** Something that can be read at an address, and the tool that says the same. */
export interface ResourceKind {
  name: string;
  title: string;
  description: string;
  /** A template as in RFC 6570; its variables are arguments of the tool. */
  address: string;
  tool: string;
}

const root = 'registry://registries';

/** Every kind of resource, in the order in which they are listed. */
export const resourceTable: readonly ResourceKind[] = [
  {
    name: 'registries',
    title: 'Registries',
    description: 'The registries that this server works with, and which is the default.',
    address: root,
    tool: 'list_registries',
  },
  {
    name: 'contexts',
    title: 'Contexts',
    description: 'The contexts of a registry with the number of subjects in each.',
    address: `${root}/{registry}/contexts`,
    tool: 'list_contexts',
  },
  {
    name: 'subjects',
    title: 'Subjects of a context',
    description: 'The subjects of one context. `:.:` is the default context.',
    address: `${root}/{registry}/contexts/{context}/subjects`,
    tool: 'list_subjects',
  },
  {
    name: 'latest',
    title: 'Latest version of a subject',
    description:
      'The latest schema of a subject: text, type, references, id. The subject may carry its context, `:.staging:orders`.',
    address: `${root}/{registry}/subjects/{subject}/latest`,
    tool: 'get_schema',
  },
  {
    name: 'statistics',
    title: 'Statistics',
    description:
      'How much a registry has: by context and type, averages, sizes, references, growth. Reads every version.',
    address: `${root}/{registry}/statistics`,
    tool: 'get_registry_statistics',
  },
];

/** The variables of a template. */
export function variablesOf(address: string): string[] {
  return [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
