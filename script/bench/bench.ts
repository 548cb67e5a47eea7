/**
 * `npm run bench`: the speed of a lint; of the link checker, `-- links`; what it says of real lists, `-- farm FILE...`; of
 * whole audits, `-- audit FILE`; what looking after many lists costs, `-- fleet`;
 * the GitHub App under load, `-- app`.
 */
const programs: Readonly<Record<string, () => Promise<unknown>>> = {
  links: () => import('./links.ts'),
  farm: () => import('./farm-lists.ts'),
  audit: () => import('./audit.ts'),
  fleet: () => import('./fleet.ts'),
  app: () => import('./app.ts')
}
await (programs[process.argv[2] ?? ''] ?? (() => import('./speed.ts')))()
