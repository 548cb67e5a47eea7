import type {Facts, LinkFact, RepositoryFact} from '../src/document/facts.ts'
import {inlineCode} from '../src/report/markdown.ts'

/** What an example takes as known beyond its text and its files, in words to follow a comma. */
export function factsInWords({elsewhere = [], links, repositories, today}: Facts): readonly string[] {
  const web = [...(links ?? [])].map(([url, fact]) => `${inlineCode(url)} ${linkInWords(fact)}`)
  const github = [...(repositories ?? [])].map(([name, fact]) => `${inlineCode(name)} ${repositoryInWords(name, fact)}`)
  return [
    ...elsewhere.map(({path, line, words}) => `with ${inlineCode(words)} on line ${line} of ${inlineCode(path)}`),
    ...(today === undefined ? [] : [`on ${today}`]),
    ...(web.length > 0 ? [`where ${web.join(', ')}`] : []),
    ...(github.length > 0 ? [`where GitHub says that ${github.join(', ')}`] : [])
  ]
}

function linkInWords({status, code, to, sure, https, archived, fragments = {}}: LinkFact): string {
  const places = Object.entries(fragments).map(
    ([name, there]) => `${there ? 'with' : 'without'} ${inlineCode(`#${name}`)}`
  )
  const words = {
    alive: 'is there',
    moved: `has moved for good to ${inlineCode(to ?? '')}${sure ? '' : ', perhaps another page'}`,
    dead: code === undefined ? 'is on no host' : `is dead (${code})`,
    unsure: 'gives no clear answer',
    skipped: 'was not asked'
  }
  return [
    words[status],
    ...(https === undefined ? [] : ['by `https:` as well']),
    ...(archived === undefined ? [] : ['with a copy in the Wayback Machine']),
    ...places
  ].join(' ')
}

function repositoryInWords(name: string, {name: now, archived, disabled, empty, pushed}: RepositoryFact): string {
  const words = [
    ...(now === name ? [] : [`is ${inlineCode(now)} now`]),
    ...(archived === undefined ? [] : [archived === true ? 'is archived' : `is archived since ${archived}`]),
    ...(disabled ? ['is turned off'] : []),
    ...(empty ? ['is empty'] : []),
    ...(pushed === undefined ? [] : [`was last pushed to on ${pushed}`])
  ]
  return words.length > 0 ? words.join(' and ') : 'is there'
}
