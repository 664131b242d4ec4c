import { ExitCode } from '../../../src-shared/errors';
import type { Context } from '../context';
import { table } from '../output';

/** `sticksmith doctor`: which tools this computer has and lacks. Exit code 5 when a required one is missing. */
export async function doctor(context: Context): Promise<void> {
  const tools = await context.host.doctor();
  const rows = tools.map((tool) => [
    tool.found ? 'ok' : tool.required ? 'MISSING' : 'missing',
    tool.name,
    tool.version ?? '',
    tool.found ? tool.purpose : `${tool.purpose}. Install it with: ${tool.install}`,
  ]);
  const lacking = tools.filter((tool) => tool.required && !tool.found);
  const verdict =
    lacking.length === 0
      ? 'This computer has everything the main job needs.'
      : `Lacking: ${lacking.map(({ name }) => name).join(', ')}.`;
  context.output.result({ tools }, [...table(rows), '', verdict]);
  if (lacking.length > 0) process.exitCode = ExitCode.lacking;
}
