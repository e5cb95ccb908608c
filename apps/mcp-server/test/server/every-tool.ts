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

/** A call and what its answer must hold. */
export type Step = [name: string, written: Record<string, unknown>, holds: Record<string, unknown>];

/**
 * A way through every tool with one subject, from its first registration to its end.
 *
 * @param place arguments that say where, for example the context
 */
export function everyTool(subject: string, place: Record<string, unknown> = {}): Step[] {
  const it = { subject, ...place };
  return [
    ['register_schema', { ...it, schema }, { version: 1 }],
    ['list_contexts', {}, {}],
    ['list_subjects', place, {}],
    ['get_schema', it, { schema, version: 1, subject }],
    ['get_schema_versions', it, { versions: [1] }],
    ['get_schema_by_id', { id: 1, ...place }, { schema }],
    ['get_subjects_by_schema_id', { id: 1, ...place }, { subjects: [{ subject, version: 1 }] }],
    ['get_referenced_by', it, { referenced_by: [] }],
    ['count_schemas', place, {}],
    ['lookup_schema', { ...it, schema }, { found: true, version: 1 }],
    ['check_compatibility', { ...it, schema: wider }, { compatible: true }],
    ['register_schema', { ...it, schema: wider }, { version: 2 }],
    ['diff_schemas', it, { from: { version: 1 }, to: { version: 2 }, total: 1 }],
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
