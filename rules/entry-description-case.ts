import {replace} from '../src/document/edit.ts'
import type {Entry} from '../src/document/entry/entry.ts'
import {partsOf} from '../src/document/entry/entry-parts.ts'
import {countsOf, houseStyle} from '../src/document/entry/house-style.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {nameOf} from '../src/document/words/brands.ts'
import {isCommonWord} from '../src/document/words/words.ts'
import type {Range} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

const eight = (said: string): string =>
  Array.from('ABCDEFGH', name => `- [${name}](https://${name.toLowerCase()}.example) - ${said}\n`).join('')

export default defineRule<{case: string}>({
  id: 'entry-description-case',
  summary: 'Begin descriptions as the list does, with a capital or without.',
  why: 'Descriptions that all begin alike make one list of what many hands wrote.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['awesome-list-item'],
  options: {
    case: {
      meaning: 'How a description begins. Without it: as most do.',
      example: 'upper',
      values: ['upper', 'lower']
    }
  },
  presetOptions: {awesome: {case: 'upper'}},
  examples: {
    good: [
      {
        text: `${eight('All about it.')}- [npm](https://i.example) - npm is one. \n- [J](https://j.example) - iOS too.\n`
      },
      {
        text: `${eight('All about it.')}- [I](https://i.example) - \`code\` first.\n- [J](https://j.example) - C# next.\n`
      },
      {text: `${eight('all about it.')}- [I](https://i.example) - Python for everyone.\n`}
    ],
    bad: [
      {
        text: `${eight('All about it.')}- [I](https://i.example) - all about it.\n`,
        says: [
          '9:28: Unexpected small letter at the start of the description, expected `All` as in 8 of 9 entries here'
        ],
        fixed: `${eight('All about it.')}- [I](https://i.example) - All about it.\n`
      },
      {
        text: `${eight('all about it.')}- [I](https://i.example) - A tool for it.\n`,
        says: ['9:28: Unexpected capital at the start of the description, expected `a` as in 8 of 9 entries here'],
        fixed: `${eight('all about it.')}- [I](https://i.example) - a tool for it.\n`
      },
      {
        text: `${eight('All about it.')}- [Oveny](https://i.example) - oveny is all about it.\n`,
        says: [
          '9:32: Unexpected small letter at the start of the description, expected `Oveny` as in 8 of 9 entries here'
        ],
        fixed: `${eight('All about it.')}- [Oveny](https://i.example) - Oveny is all about it.\n`
      }
    ]
  },
  *check({list, options}) {
    const style = houseStyle(list, entry => caseOf(firstWord(list, entry)?.word))
    for (const entry of list.entries) {
      const first = firstWord(list, entry)
      const measured = options.case === undefined ? style(entry) : undefined
      const wanted = options.case ?? measured?.value
      const written = caseOf(first?.word)
      if (!first || !wanted || !written || written === wanted) continue
      const {word, at} = first
      const expected =
        wanted === 'upper' ? word[0]!.toUpperCase() + word.slice(1) : word[0]!.toLowerCase() + word.slice(1)
      const sure = wanted === 'upper' ? mayBeRaised(word, entry) : mayBeLowered(word)
      if (!sure) continue
      const fix = sure === 'safe' ? safe : unsafe
      yield {
        at,
        reason: `Unexpected ${wanted === 'upper' ? 'small letter' : 'capital'} at the start of the description, expected \`${expected}\`${measured ? ` as in ${countsOf(measured)}` : ''}`,
        fix: fix(`Write \`${expected}\``, replace(...at, expected))
      }
    }
  }
})

/** The first word of a description, where it is one of letters only: no code, no link, no name with signs in it. */
function firstWord(list: AwesomeList, entry: Entry): {word: string; at: Range} | undefined {
  const parts = partsOf(list, entry)
  if (!parts?.description) return undefined
  const [start, end] = parts.description
  const masked = parts.masked.slice(start - parts.nameEnd, Math.min(end - parts.nameEnd, start - parts.nameEnd + 80))
  const word = /^\p{L}+(?:['\u2019-]\p{L}+)*(?=[\s,;:!?)]|\.\s|\.$|$)/u.exec(masked)?.[0]
  return word === undefined ? undefined : {word, at: [start, start + word.length]}
}

function caseOf(word: string | undefined): 'upper' | 'lower' | undefined {
  if (word === undefined) return undefined
  if (/^\p{Ll}+(?:['\u2019-]\p{L}+)*$/u.test(word)) return 'lower'
  return /^\p{Lu}/u.test(word) ? 'upper' : undefined
}

/** Only words that everyone knows are raised without a look; the name of the entry as the entry itself writes it. */
function mayBeRaised(word: string, {link}: Entry): 'safe' | 'unsafe' | undefined {
  const name = link.text.trim()
  // Whoever writes its own name small means it.
  if (name.toLowerCase().startsWith(word)) {
    if (name.startsWith(word)) return undefined
    return name.startsWith(word[0]!.toUpperCase() + word.slice(1)) ? 'unsafe' : undefined
  }
  const brand = nameOf(word)
  if (writtenSmall.test(word) || (brand !== undefined && brand !== word[0]!.toUpperCase() + word.slice(1)))
    return undefined
  return word.split(/['\u2019-]/).every(part => (part.length < 2 ? /^[ai]$/.test(part) : isCommonWord(part)))
    ? 'safe'
    : undefined
}

/** Names of software that are written small wherever they stand. */
const writtenSmall =
  /^(?:ansible|apt|awk|bash|bcrypt|brew|cargo|composer|conda|cron|curl|dig|dpkg|emacs|esbuild|ffmpeg|fish|gcc|gdb|git|gzip|grep|gulp|htop|iptables|jq|kubectl|less|libcurl|locate|macports|make|man|mocha|nano|ncurses|nginx|nmap|node|npm|npx|pip|pnpm|popper|prettier|rails|readline|ripgrep|rsync|rustc|screen|sed|sinatra|socat|ssh|strace|sudo|systemd|tar|tcpdump|terraform|tmux|vagrant|vi|vim|webpack|wget|xargs|yarn|zsh)$/

/** Any other word with a capital may be a name. */
const mayBeLowered = (word: string): 'unsafe' | undefined =>
  /^(?:A|An|The|This|These|Your|For|With|How)$/.test(word) ? 'unsafe' : undefined
