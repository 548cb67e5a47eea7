import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'

// Most tests wait for child processes and servers, so that even a machine with two processors is not busy with one file.
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {include: ['test/**/*.test.ts'], maxWorkers, testTimeout: 60_000, hookTimeout: 60_000}
})
