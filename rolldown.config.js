// Few files start faster than many: the program is built in chunks, one for each command that needs more than the graph.
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { main: 'src/main.ts', index: 'src/index.ts' },
  platform: 'node',
  external: (id) => !/^[./]/.test(id),
  output: { dir: 'dist', format: 'esm', chunkFileNames: '[name].js', minify: false },
});
