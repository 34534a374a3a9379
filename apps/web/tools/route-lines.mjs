// @ts-check
// The contract's route table without its schemas: what a browser needs of a line to call it. The schemas, and the library that reads them,
// stay with the server; the types of both come from the table itself.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const NAME = 'virtual:route-lines';
const RESOLVED = `\0${NAME}`;

/** @param {readonly { find: string | RegExp, replacement: string }[]} alias */
export function routeLines(alias) {
  const table = fileURLToPath(new URL('../../../libs/contract/src/routes.ts', import.meta.url));
  return {
    name: 'route-lines',
    /** @param {string} id */
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    // Who takes one table of the contract takes no other with it.
    transform: {
      filter: { id: /\/libs\/contract\/src\// },
      handler: () => ({ moduleSideEffects: false }),
    },
    /** @param {string} id */
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { module, dependencies } = await runnerImport(table, { configFile: false, logLevel: 'error', resolve: { alias: [...alias] } });
      for (const file of dependencies) this.addWatchFile(file);
      const { ROUTES } = /** @type {{ ROUTES: Record<string, import('@thidua/contract').AnyRoute> }} */ (module);
      return `export default ${JSON.stringify(Object.fromEntries(Object.entries(ROUTES).map(([name, line]) => [name, lineOf(line)])))}`;
    },
  };
}

/** @param {import('@thidua/contract').AnyRoute} line */
function lineOf({ method, path, idempotent, answer }) {
  return { method, path, ...(idempotent === false ? { idempotent } : {}), ...(answer === 'none' ? { answer } : {}) };
}
