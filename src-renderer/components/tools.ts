import type { ToolStatus } from '../../src-shared/doctor';
import type { Loadable } from '../store/loadable';

export function missingTools(tools: Loadable<ToolStatus[]>): ToolStatus[] {
  return tools.state === 'ready' ? tools.value.filter((tool) => tool.required && !tool.found) : [];
}

/** The job may start once it is known that nothing it needs is lacking. */
export function toolsAllow(tools: Loadable<ToolStatus[]>): boolean {
  return tools.state === 'ready' && missingTools(tools).length === 0;
}
