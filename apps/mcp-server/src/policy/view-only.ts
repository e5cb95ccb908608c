import type { Registry, RegistryChoice } from '@srkit/registries';
import { ToolError } from '../tool-error.ts';
import type { Tool } from '../tools/define-tool.ts';
import { changesRegistry } from '../tools/effects.ts';

/** Whether a tool is listed: one that writes only while some registry can be written to. */
export function isOffered(tool: Tool, registries: RegistryChoice): boolean {
  if (!changesRegistry(tool.effect)) return true;
  return registries.names.some((name) => !registries.get(name).viewOnly);
}

/**
 * Refuses a tool that writes for a registry that must not be written to, however it came to be called. The registry's
 * client refuses below, too.
 *
 * @throws ToolError `view_only`
 */
export function refuseWrite(tool: Tool, registry: Registry): void {
  if (!registry.viewOnly || !changesRegistry(tool.effect)) return;
  throw new ToolError(
    'view_only',
    `${tool.name} changes the registry, and '${registry.name}' is view-only here. Nothing was sent. Whoever runs this server can allow writing.`,
  );
}
