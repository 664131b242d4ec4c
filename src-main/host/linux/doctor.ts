import type { ToolStatus } from '../../../src-shared/doctor';
import { runTool } from '../run-tool';
import { libraryVersion } from './find-library';
import { findTool, installText, tools, type Tool } from './tools';

/** A tool that doesn't answer by then is there, but its version stays unknown. */
const VERSION_TIMEOUT_MS = 5000;

/** Everything this program uses of this computer: whether it is there, and how to get it. */
export function doctor(): Promise<ToolStatus[]> {
  return Promise.all(tools.map(statusOf));
}

async function statusOf(tool: Tool): Promise<ToolStatus> {
  const path = await findTool(tool);
  return {
    name: tool.name,
    purpose: tool.purpose,
    found: path !== null,
    version: path === null ? null : await versionOf(tool, path),
    required: tool.required,
    install: await installText(tool),
  };
}

async function versionOf(tool: Tool, path: string): Promise<string | null> {
  switch (tool.kind.type) {
    case 'program':
      return programVersion(path, tool.kind.versionArgs);
    case 'library':
      return libraryVersion(path);
    case 'files':
    case 'driver':
      return null;
  }
}

async function programVersion(path: string, args: string[]): Promise<string | null> {
  try {
    // Some tools print their version and then complain that nothing was asked of them.
    const okCodes = [0, 1, 2];
    const { stdout, stderr } = await runTool(path, args, {
      okCodes,
      timeoutMs: VERSION_TIMEOUT_MS,
    });
    return /\d+\.\d[\w.]*/.exec(stdout + stderr)?.[0] ?? null;
  } catch {
    return null;
  }
}
