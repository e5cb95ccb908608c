/** A schema that every tool below works with. */
const schema = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [{ name: 'id', type: 'string' }],
});

const wider = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'note', type: 'string', default: '' },
  ],
});

const widest = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'note', type: 'string', default: '' },
    { name: 'more', type: 'string', default: '' },
  ],
});

/** A call and what its answer must hold. */
export type Step = [name: string, written: Record<string, unknown>, holds: Record<string, unknown>];

/** Stands for the id of the task that was answered last. */
const lastTask = Symbol('last task');

/** The arguments of a step, with the id of the task that was answered last. */
export function argumentsOf([, written]: Step, task: unknown): Record<string, unknown> {
  return written['task_id'] === lastTask ? { ...written, task_id: task } : written;
}

/**
 * A way through every tool with one subject, from its first registration to its end.
 *
 * @param place arguments that say where, for example the context
 * @param registry the only one that there is
 */
export function everyTool(
  subject: string,
  place: Record<string, unknown> = {},
  registry = 'default',
): Step[] {
  const it = { subject, ...place };
  const pair = { context: place['context'] ?? '.', target_context: 'created' };
  return [
    ['register_schema', { ...it, schema }, { version: 1 }],
    ['list_registries', {}, { default_registry: registry }],
    ['get_registry_info', {}, { name: registry, mode: 'READWRITE' }],
    ['test_registry_connection', {}, { vendor: 'confluent' }],
    ['test_all_registries', {}, { total_registries: 1, down: 0 }],
    ['switch_default_registry', { registry }, { previous_default: registry }],
    ['list_contexts', {}, {}],
    ['list_subjects', place, {}],
    ['get_schema', it, { schema, version: 1, subject }],
    ['get_schema_versions', it, { versions: [1] }],
    ['get_schema_by_id', { id: 1, ...place }, { schema }],
    ['get_subjects_by_schema_id', { id: 1, ...place }, { subjects: [{ subject, version: 1 }] }],
    ['get_referenced_by', it, { referenced_by: [] }],
    ['count_contexts', {}, {}],
    ['count_schemas', place, {}],
    ['count_schema_versions', it, { total_versions: 1, versions: [1] }],
    ['get_registry_statistics', place, { total_versions: 1 }],
    ['list_all_active_tasks', { ended: true }, { tasks: [{ state: 'succeeded' }] }],
    ['get_task_progress', { task_id: lastTask }, { result: { total_versions: 1 } }],
    ['cancel_task', { task_id: lastTask }, { state: 'succeeded' }],
    [
      'queue_tasks',
      { calls: [{ tool: 'get_registry_statistics', arguments: place }], dry_run: true },
      { dry_run: true, tasks: [{ tool: 'get_registry_statistics' }] },
    ],
    ['lookup_schema', { ...it, schema }, { found: true, version: 1 }],
    ['check_compatibility', { ...it, schema: wider }, { compatible: true }],
    ['register_schema', { ...it, schema: wider }, { version: 2 }],
    ['diff_schemas', it, { from: { version: 1 }, to: { version: 2 }, total: 1 }],
    ['create_context', { context: 'created' }, { outcome: 'created' }],
    ['search_schemas', { ...place, text: 'note' }, { matched_versions: 1 }],
    ['get_dependency_graph', it, { total_nodes: 0, unconnected: 2 }],
    ['compare_registries', {}, { error: { code: 'invalid_arguments' } }],
    ['compare_contexts_across_registries', pair, { by_kind: { subject_missing: 1 } }],
    [
      'compare_subjects_across_registries',
      { subjects: [subject], ...pair },
      { subjects: [{ state: 'only_in_source' }] },
    ],
    ['find_missing_schemas', pair, { missing_versions: 2 }],
    ['find_schema_conflicts', pair, { conflicts: [] }],
    ['register_schema', { subject, context: 'created', schema: wider }, { version: 1 }],
    ['diff_schema_across_registries', { subject, ...pair }, { identical: true, full: true }],
    ['clear_context_batch', { context: 'created', dry_run: true }, { total_schemas: 1 }],
    [
      'clear_multiple_contexts_batch',
      { contexts: ['created'], permanent: true },
      { deleted_schemas: 1 },
    ],
    ['delete_context', { context: 'created' }, { outcome: 'deleted' }],
    ['analyze_schema_evolution', { ...it, schema }, { verdict: 'accepted', same_as: [1] }],
    ['suggest_evolution_strategy', { ...it, schema: widest }, { direct: true, total_steps: 1 }],
    ['suggest_schema_improvements', it, { schema_used: { subject, version: 2 } }],
    ['validate_message', { ...it, message: '{"id":"a"}' }, { valid: true }],
    ['validate_message', { ...place, message_base64: 'AAAAAAECYQ==' }, { valid: true }],
    ['generate_example_message', it, { examples: [{ seed: 1 }] }],
    ['get_global_config', place, {}],
    ['update_global_config', { ...place, normalize: false }, { dry_run: false }],
    ['get_subject_config', it, { inherited: true }],
    [
      'update_subject_config',
      { ...it, compatibility: 'FULL' },
      { after: { compatibility: 'FULL' } },
    ],
    ['get_subject_config', it, { inherited: false, config: { compatibility: 'FULL' } }],
    ['delete_subject_config', it, { dry_run: false }],
    ['get_mode', place, { mode: 'READWRITE' }],
    ['update_mode', { ...place, mode: 'READWRITE' }, { after: 'READWRITE' }],
    ['get_subject_mode', it, { inherited: true }],
    ['update_subject_mode', { ...it, mode: 'READONLY' }, { after: 'READONLY' }],
    ['get_subject_mode', it, { inherited: false, mode: 'READONLY' }],
    ['update_subject_mode', { ...it, mode: 'INHERIT' }, { after: 'READWRITE' }],
    [
      'add_subject_alias',
      { ...place, alias: 'other-name', existing_subject: subject },
      { target_exists: true },
    ],
    ['get_schema', { ...place, subject: 'other-name' }, { version: 2 }],
    ['delete_subject_alias', { ...place, alias: 'other-name' }, { after: {} }],
    ['delete_schema_version', { ...it, version: '1', dry_run: true }, { versions: [1] }],
    ['delete_schema_version', { ...it, version: '1' }, { versions: [1] }],
    ['get_schema_versions', { ...it, deleted: true }, { soft_deleted_versions: [1] }],
    ['delete_subject', { ...it, permanent: true, dry_run: true }, { versions: [1, 2] }],
    ['delete_subject', { ...it, permanent: true }, { versions: [1, 2] }],
  ];
}
