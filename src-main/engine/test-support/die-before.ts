/**
 * Returns what makes functions of modules count their calls, all together and from 1. This process kills itself just before their
 * `call`-th one; 0 for never.
 */
export function dyingBefore(call: number): (module: object, names: readonly string[]) => void {
  let calls = 0;
  return (module, names) => {
    const functions = module as Record<string, (...args: unknown[]) => unknown>;
    for (const name of names) {
      const original = functions[name];
      if (!original) throw new Error(`there is no ${name}`);
      functions[name] = (...args) => {
        calls += 1;
        if (calls === call) process.kill(process.pid, 'SIGKILL');
        return original(...args);
      };
    }
  };
}
