// Few files start faster than many: one chunk for what every command needs, one for the graph, and one for each command that needs more.
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { main: 'src/main.ts', index: 'src/index.ts' },
  platform: 'node',
  external: (id) => !/^[./]/.test(id),
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: '[name].js',
    minify: false,
    codeSplitting: {
      groups: [
        {
          name: 'start',
          test: /src[\\/](errors|version|home|nearest|cli[\\/](run|parse|help|report|usage|options|commands|command))\.ts$/,
        },
        {
          name: 'graph',
          test: /src[\\/](project|history|dialect[\\/]names)|src[\\/](template\.ts|cli[\\/](history|heads|branches|show|describe|session|edit|targets)\.ts)$/,
        },
      ],
    },
  },
});
