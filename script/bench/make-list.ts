import {acts, capital, dice, picker, tails, things} from './words.ts'

/**
 * A made-up list of about so many characters that looks like a real one: title, badge, contents, sections of entries
 * with descriptions, nested entries, code, a table, and now and then one of the mistakes that real lists have.
 */
export function makeList(length: number): string {
  const roll = dice(length)
  const pick = picker(roll)
  let count = 0
  const entry = (indent: string): string => {
    const name = `${capital(pick(things))} ${capital(pick(things))} ${++count}`
    const code = roll() < 0.1 ? ' with `--watch`' : ''
    const also = roll() < 0.08 ? ` and [its manual](https://docs.a${count}.example/manual)` : ''
    const text = `${capital(pick(acts))} a ${pick(things)} and the ${pick(things)} ${pick(tails)}${code}${also}`
    const url = `https://github.com/${pick(things)}/${pick(things)}-${count}`
    const slip = roll()
    if (slip < 0.004) return `${indent}-[${name}](${url}) - ${text}.\n`
    if (slip < 0.008) return `${indent}- [${name}] (${url}) - ${text}.\n`
    if (slip < 0.012) return `${indent}- [${name} ](${url}) - ${text}.\n`
    if (slip < 0.02) return `${indent}- [${name}](${url}) - ${text}.  \n`
    return `${indent}- [${name}](${url}) - ${text}.\n`
  }
  const sections: {name: string; text: string}[] = []
  for (let size = 0, number = 1; size < length * 0.95; number++) {
    const name = `${capital(pick(things))} ${capital(pick(things))} ${number}`
    let text = `## ${name}\n\n`
    if (roll() < 0.5) text += `Whatever ${pick(acts)} a ${pick(things)} ${pick(tails)}.\n\n`
    for (let left = 5 + Math.floor(roll() * 25); left > 0; left--) {
      text += entry('')
      if (roll() < 0.06) text += entry('  ') + entry('  ')
    }
    if (roll() < 0.05) text += `\n\`\`\`sh\n# install it\nnpm install ${pick(things)}\n\`\`\`\n`
    if (roll() < 0.05) text += `\n| Name | Use |\n| --- | --- |\n| [T](https://t${count}.example) | ${pick(things)} |\n`
    text += roll() < 0.03 ? '\n\n' : '\n'
    size += text.length
    sections.push({name, text})
  }
  const contents = sections.map(({name}) => `- [${name}](#${name.toLowerCase().replaceAll(' ', '-')})\n`)
  const head = '# Awesome Things [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n'
  const intro = '> A list of the things that you and your friends may want to use for the work at home.\n\n'
  return `${head}${intro}## Contents\n\n${contents.join('')}\n${sections.map(({text}) => text).join('')}`.trimEnd()
}
