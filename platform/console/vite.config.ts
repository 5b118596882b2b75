import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licenses } from './dev/licenses.ts';
import { smallPatternFly } from './dev/patternfly-css.ts';

const source = (path: string) => join(import.meta.dirname, 'src', path);
const service = process.env.KUBEFATE_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), smallPatternFly(), licenses()],
  resolve: {
    alias: [
      // Parts of react-jsonschema-form that the theme of the console replaces.
      { find: '../getDefaultRegistry.js', replacement: source('form/registry.ts') },
      { find: 'markdown-to-jsx/react', replacement: source('form/markdown.ts') },
    ],
  },
  build: {
    outDir: 'target/classes/io/kubefate/console',
    emptyOutDir: true,
    manifest: '.vite/manifest.json',
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, proxy: { '/v1': { target: service, ws: true } } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
