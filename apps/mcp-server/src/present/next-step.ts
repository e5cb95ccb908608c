/** What to do about an error, with the tool that helps. Shown only while that tool is listed. */
interface NextStep {
  tool: string;
  why: string;
}

const nextSteps: ReadonlyMap<string, readonly NextStep[]> = new Map([
  ['unknown_registry', [{ tool: 'list_registries', why: 'to see the registries' }]],
  ['connection_failed', [{ tool: 'test_registry_connection', why: 'to see what is in the way' }]],
  ['timeout', [{ tool: 'test_registry_connection', why: 'to see whether it answers at all' }]],
  ['unauthorized', [{ tool: 'test_registry_connection', why: 'to see what is in the way' }]],
  ['subject_not_found', [{ tool: 'list_subjects', why: 'to see what exists, in every context' }]],
  [
    'version_not_found',
    [{ tool: 'get_schema_versions', why: 'to see the versions of the subject' }],
  ],
  [
    'schema_not_found',
    [
      { tool: 'list_subjects', why: 'to see what exists' },
      { tool: 'list_contexts', why: 'since an id belongs to one context' },
    ],
  ],
  [
    'subject_soft_deleted',
    [
      {
        tool: 'delete_subject',
        why: 'with permanent=true and dry_run=true, to see what would go for good',
      },
    ],
  ],
  [
    'version_soft_deleted',
    [
      {
        tool: 'delete_schema_version',
        why: 'with permanent=true and dry_run=true, to see what would go for good',
      },
    ],
  ],
  ['config_not_found', [{ tool: 'get_subject_config', why: 'to see what is inherited' }]],
  ['mode_not_found', [{ tool: 'get_subject_mode', why: 'to see what is inherited' }]],
  [
    'incompatible_schema',
    [
      { tool: 'check_compatibility', why: 'for every reason, before the next attempt' },
      { tool: 'get_schema', why: 'for the schema that it must be compatible with' },
    ],
  ],
  ['invalid_schema', [{ tool: 'get_schema', why: 'for what the references name' }]],
  [
    'not_supported',
    [
      { tool: 'check_compatibility', why: "for the registry's own verdict and messages" },
      { tool: 'get_schema', why: 'for the text, to read it yourself' },
    ],
  ],
  ['invalid_version', [{ tool: 'get_schema_versions', why: 'to see the versions of the subject' }]],
  [
    'operation_not_permitted',
    [
      { tool: 'get_subject_mode', why: 'to see which mode forbids it, and where it is set' },
      { tool: 'get_mode', why: 'for the mode of the context' },
    ],
  ],
  ['reference_exists', [{ tool: 'get_referenced_by', why: 'to see what refers to it' }]],
  [
    'missing_references',
    [
      { tool: 'register_schema', why: 'for each missing one first' },
      { tool: 'list_subjects', why: 'to see what the target has' },
    ],
  ],
  ['invalid_context_name', [{ tool: 'list_contexts', why: 'to see the contexts' }]],
  [
    'task_not_found',
    [{ tool: 'list_all_active_tasks', why: 'with ended=true, to see which there are' }],
  ],
  ['task_elsewhere', [{ tool: 'get_task_progress', why: 'to see how it goes' }]],
  ['task_cancelled', [{ tool: 'get_task_progress', why: 'to see what was done until then' }]],
  ['queue_full', [{ tool: 'list_all_active_tasks', why: 'to see what waits' }]],
  ['id_does_not_match', [{ tool: 'lookup_schema', why: 'to see the id that the schema has' }]],
]);

const readBack: readonly NextStep[] = [
  { tool: 'get_schema_versions', why: 'to see whether the write happened' },
];

/**
 * What to call next after an error.
 *
 * @param listed names of the tools that a client can see
 */
export function nextStep(
  code: string,
  listed: ReadonlySet<string>,
  outcomeUnknown: boolean,
): string | undefined {
  const steps = [...(outcomeUnknown ? readBack : []), ...(nextSteps.get(code) ?? [])];
  const possible = steps.filter(({ tool }) => listed.has(tool));
  if (possible.length === 0) return undefined;
  return `Call ${possible.map(({ tool, why }) => `${tool} ${why}`).join('; ')}.`;
}

/** The tools that the table names. */
export function namedTools(): string[] {
  return [
    ...new Set(
      [...nextSteps.values()]
        .flat()
        .concat(readBack)
        .map(({ tool }) => tool),
    ),
  ];
}
