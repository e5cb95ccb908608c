/** Names that tools had elsewhere. They are not listed, and answer as the tool that they stand for. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['get_config', 'get_global_config'],
  ['update_config', 'update_global_config'],
  ['set_mode', 'update_mode'],
  ['list_subjects_in_context', 'list_subjects'],
  ['register_schema_in_context', 'register_schema'],
  ['get_task_status', 'get_task_progress'],
  ['get_migration_progress', 'get_task_progress'],
  ['get_cleanup_progress', 'get_task_progress'],
  ['get_comparison_progress', 'get_task_progress'],
]);

/** Names that arguments had elsewhere. They are read as the argument that they stand for, where a tool takes that and not them. */
export const argumentAliases: ReadonlyMap<string, string> = new Map([
  ['registry_name', 'registry'],
  ['source_registry', 'source'],
  ['target_registry', 'target'],
  ['source_context', 'context'],
  ['context_name', 'context'],
  ['delete_context_after', 'delete_after'],
  ['delete_contexts_after', 'delete_after'],
]);
