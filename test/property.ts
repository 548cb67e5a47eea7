import type {Parameters} from 'fast-check'

/** How many times more cases than usual: `PROPERTY_RUNS=10 npm test`. */
const times = Number(process.env['PROPERTY_RUNS'] ?? 1)

/** The same cases in every run, unless `PROPERTY_SEED` names another row of them. */
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_261_104)

/** Settings of a property test with so many cases, and as many times more as the environment wants. */
export const runs = (count: number): Parameters<unknown> => ({numRuns: count * times, seed})

/** Milliseconds that so many cases may take, where `usual` is enough for the usual ones. */
export const patience = (usual: number): number => usual * Math.max(1, times)
