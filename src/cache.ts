import {isFeatureAvailable, restoreCache, saveCache} from '@actions/cache'

/**
 * The Actions cache, as a program of its own: `restore FILE KEY PREFIX` or `save FILE KEY`, in the folder of the file.
 * It ends with 3 where there is no cache, and with 1 where nothing was saved. What goes wrong, @actions/cache only says
 * on standard output, as annotations that would stand on the run; whoever starts this reads it there.
 */
const [what, file = '', key = '', prefix = ''] = process.argv.slice(2)
if (!isFeatureAvailable()) process.exitCode = 3
else if (what === 'save') process.exitCode = (await saveCache([file], key, undefined, true)) === -1 ? 1 : 0
else await restoreCache([file], key, [prefix], undefined, true)
