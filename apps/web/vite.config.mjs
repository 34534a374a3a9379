// @ts-check
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { routeLines } from './tools/route-lines.mjs';

/** @param {string} name @param {string} entry */
const lib = (name, entry = 'index.ts') => fileURLToPath(new URL(`../../libs/${name}/src/${entry}`, import.meta.url));

// A build started from a test run inherits its NODE_ENV and would carry React's development build.
if (process.argv.includes('build')) {
  process.env['NODE_ENV'] = 'production';
}

const alias = [
  { find: '@thidua/contract/forms', replacement: lib('contract', 'forms/index.ts') },
  ...['kernel', 'contract', 'feel', 'bpmn'].map((name) => ({ find: new RegExp(`^@thidua/${name}$`), replacement: lib(name) })),
];

export default defineConfig({
  plugins: [react(), routeLines(alias)],
  resolve: {
    alias,
    dedupe: ['react', 'react-dom', 'diagram-js', 'zod'],
  },
  build: {
    outDir: 'dist',
    // Nothing becomes a data: address, so that the page's CSP needs no exception for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    manifest: true,
  },
  optimizeDeps: { include: ['bpmn-js/lib/NavigatedViewer', 'bpmn-js/lib/Modeler'] },
  server: { fs: { allow: ['../..'] }, proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:3000' } },
  preview: { proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:3000' } },
  test: { environment: 'jsdom', include: ['src/**/*.spec.{ts,tsx}', 'tools/*.spec.mjs'], setupFiles: ['./src/app/test-setup.ts'] },
});
