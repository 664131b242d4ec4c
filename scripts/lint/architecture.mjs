import { dirname, relative, resolve, sep } from 'node:path';
import { projectRoot } from '../lib/paths.mjs';

/**
 * @typedef {object} Area
 * @property {string[]} mayUse areas it may import
 * @property {string[]} [mayUseTypesOf] areas of which it may import types only
 * @property {string[]} [doors] what of it others may import, relative to its folder; `index` if not
 *   said. `*` opens every file
 */

const foundation = ['src-main/io', 'src-shared'];
const knowledge = ['src-main/image', 'src-main/guest', 'src-main/ventoy', 'src-main/disk'];
const computer = ['src-main/host', 'src-main/helper'];
const work = ['src-main/engine', 'src-main/practice', 'src-main/own'];
const everything = [...foundation, ...knowledge, ...computer, ...work, 'package.json'];

/**
 * Which folder may import which: app, cli → engine → image, guest, ventoy → disk → io, src-shared.
 * Host and helper are handed to the engine, which knows only their types. An image may be that of a
 * disk, and Ventoy lies on one, so these two use disk, never the other way round. Doors beside `index`
 * are small files that the elevated helper or the host's interface needs without the rest of the folder.
 * @type {Record<string, Area>}
 */
export const areas = {
  'package.json': { mayUse: [], doors: ['*'] },
  'src-shared': { mayUse: [], doors: ['*'] },
  'src-renderer': { mayUse: ['src-shared'] },
  'src-main/io': {
    mayUse: ['src-shared'],
    doors: ['index', 'data-folder', 'default-work-folder', 'prepare-data-folder'],
  },
  'src-main/image': { mayUse: [...foundation, 'src-main/disk'] },
  'src-main/guest': { mayUse: foundation, doors: ['index', 'edits', 'bitlocker/index'] },
  'src-main/ventoy': { mayUse: [...foundation, 'src-main/disk'] },
  'src-main/disk': { mayUse: foundation, doors: ['index', 'extent'] },
  'src-main/host': {
    mayUse: [...foundation, ...knowledge, 'src-main/helper'],
    doors: [
      ...['index', 'this-host', 'run-tool', 'linux/index', 'linux/drives'],
      ...['win32/index', 'win32/drives', 'win32/helper-parts'],
    ],
  },
  'src-main/helper': { mayUse: [...foundation, ...knowledge, 'src-main/host'] },
  'src-main/engine': {
    mayUse: [...foundation, ...knowledge],
    mayUseTypesOf: ['src-main/host'],
    doors: ['index', 'check/index'],
  },
  'src-main/own': { mayUse: foundation, mayUseTypesOf: ['src-main/host'] },
  'src-main/practice': { mayUse: [...foundation, ...knowledge, 'src-main/host'] },
  'src-main/cli': { mayUse: everything },
  'src-main/app': { mayUse: everything },
};

/** What npm packages and built-in modules an area is kept to, where it is. */
const packages = {
  'src-shared': { allowed: /^zod$/, why: 'src-shared imports zod and nothing else' },
  'src-renderer': {
    allowed: /^(?!node:|electron\b|koffi\b|drivelist\b)/,
    why: 'the renderer has neither Node nor Electron; it asks through window.sticksmith',
  },
};

/**
 * @param {string} file absolute
 * @returns {string | undefined} the area that a file belongs to
 */
function areaOf(file) {
  const path = relative(projectRoot, file).split(sep).join('/');
  return Object.keys(areas).find((area) => path === area || path.startsWith(`${area}/`));
}

/**
 * @param {string} area
 * @param {string} target absolute, as imported: without extension, perhaps a folder
 */
function isDoor(area, target) {
  const inside = relative(resolve(projectRoot, area), target).split(sep).join('/');
  return (areas[area]?.doors ?? ['index']).some(
    (door) =>
      door === '*' || door === inside || door === (inside === '' ? 'index' : `${inside}/index`),
  );
}

/**
 * @param {string} from area
 * @param {string} file absolute path of the importing file
 * @param {string} source what is imported
 * @param {boolean} typesOnly
 * @returns {string | null} what is wrong with it
 */
function judgeImport(from, file, source, typesOnly) {
  if (!source.startsWith('.')) {
    const rule = Object.entries(packages).find(([area]) => area === from)?.[1];
    return rule === undefined || rule.allowed.test(source) ? null : `${rule.why}: not “${source}”.`;
  }
  const target = resolve(dirname(file), source);
  const to = areaOf(target);
  if (to === from) return null;
  if (to === undefined) return `${from} may not import “${source}”, which lies outside all areas.`;
  const rights = areas[from];
  const asTypes = typesOnly && (rights?.mayUseTypesOf ?? []).includes(to);
  if (!asTypes && !(rights?.mayUse ?? []).includes(to)) {
    const types = (rights?.mayUseTypesOf ?? []).includes(to) ? ' anything but types of' : '';
    return `${from} may not import${types} ${to}. See docs/development.md, “Which folder may import which”.`;
  }
  return isDoor(to, target) ? null : `Import ${to} through its door, not “${source}”.`;
}

/**
 * Reports imports against the direction of dependencies, and such as go around a folder's door.
 * @type {import('eslint').Rule.RuleModule}
 */
export const architectureRule = {
  meta: { type: 'problem', schema: [], messages: { wrong: '{{ message }}' } },
  create(context) {
    const from = areaOf(context.filename);
    if (from === undefined) return {};

    /**
     * @param {import('estree').Node} node
     * @param {unknown} source
     * @param {boolean} typesOnly
     */
    const check = (node, source, typesOnly) => {
      if (typeof source !== 'string') return;
      const message = judgeImport(from, context.filename, source, typesOnly);
      if (message !== null) context.report({ node, messageId: 'wrong', data: { message } });
    };

    return {
      ImportDeclaration: (node) => {
        check(node, node.source.value, isTypesOnly(node, 'importKind'));
      },
      ExportNamedDeclaration: (node) => {
        check(node, node.source?.value, isTypesOnly(node, 'exportKind'));
      },
      ExportAllDeclaration: (node) => {
        check(node, node.source.value, isTypesOnly(node, 'exportKind'));
      },
      ImportExpression: (node) => {
        check(node, 'value' in node.source ? node.source.value : undefined, false);
      },
      TSImportType: (/** @type {import('eslint').Rule.Node} */ node) => {
        check(node, importedByType(node), true);
      },
    };
  },
};

/**
 * `import type {…}` and `import { type A, type B }`; ESLint's own types know nothing of TypeScript's kinds.
 * @param {import('estree').Node} node
 * @param {'importKind' | 'exportKind'} key
 */
function isTypesOnly(node, key) {
  const typed =
    /** @type {Record<string, unknown> & { specifiers?: Record<string, unknown>[] }} */ (
      /** @type {unknown} */ (node)
    );
  if (typed[key] === 'type') return true;
  const specifiers = typed.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((specifier) => specifier[key] === 'type');
}

/** @param {unknown} node `import('…')` in a type */
function importedByType(node) {
  return /** @type {{ source: { value: unknown } }} */ (node).source.value;
}
