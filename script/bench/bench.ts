/** `npm run bench`: the speed of a lint, or with `links` as the first word, of the link checker. */
await (process.argv[2] === 'links' ? import('./links.ts') : import('./speed.ts'))
