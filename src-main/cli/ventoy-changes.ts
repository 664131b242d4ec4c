import type { VentoyRecipe } from '../../src-shared/ventoy-recipe';

/** What a recipe that erases nothing does to a target, for whoever has to agree; a function of the target's name. */
export function ventoyChanges({
  install,
  remove,
  removePersistence,
  rename,
  files,
  persistence,
  config,
  configReplaces,
}: VentoyRecipe): (target: string) => string {
  const changes = [
    ...(remove.length > 0
      ? [`delete ${remove.join(', ')}${removePersistence ? ', with what they keep' : ''}`]
      : []),
    ...rename.map(({ from, to }) => `rename ${from} to ${to}`),
    ...(files.length > 0 ? [`copy ${files.map(({ name }) => name).join(', ')}`] : []),
    ...persistence.map(({ image }) => `make room for what ${image} keeps`),
    ...(configReplaces || Object.keys(config).length > 0 ? ['change ventoy/ventoy.json'] : []),
  ];
  const first = {
    erase: [],
    beside: ['put Ventoy beside the files that are there'],
    update: ['update Ventoy'],
    none: [],
  }[install.way];
  return (target) => `On ${target}: ${[...first, ...changes].join('; ')}. Other files stay.`;
}
