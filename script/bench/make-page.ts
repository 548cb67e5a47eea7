import {acts, capital, dice, picker, tails, things} from './words.ts'

/** A made-up page of a few kilobytes that looks like a real one; the same for the same title. */
export function makePage(title: string): string {
  const seed = [...title].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)
  const roll = dice(seed)
  const pick = picker(roll)
  const sentence = () => `${capital(pick(things))} ${pick(things)} ${pick(acts)} a ${pick(things)} ${pick(tails)}.`
  const several = (count: number, make: () => string) => Array.from({length: count}, make)
  const paragraph = () => `<p>${several(3 + Math.floor(roll() * 4), sentence).join(' ')}</p>`
  const section = () =>
    `<h2 id="${pick(things)}">${capital(pick(things))}</h2>\n${several(1 + Math.floor(roll() * 3), paragraph).join('\n')}`
  const menu = several(6, () => `<li><a href="/${pick(things)}">${capital(pick(things))}</a></li>`).join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${sentence()}">
<link rel="stylesheet" href="/assets/main.css">
</head>
<body>
<header><nav><ul>${menu}</ul></nav></header>
<main>
<h1>${title}</h1>
${several(2 + Math.floor(roll() * 4), section).join('\n')}
</main>
<footer><p>Made with a <a href="/${pick(things)}">${pick(things)}</a>.</p></footer>
</body>
</html>
`
}
