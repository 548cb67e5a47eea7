// Loaded into a program before it starts: writes what the process has used, when it ends, to file descriptor 3.
const {writeSync} = require('node:fs')
const {isMainThread} = require('node:worker_threads')

if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))
