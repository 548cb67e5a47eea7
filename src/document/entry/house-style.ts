import type {AwesomeList} from '../list.ts'
import type {Habit} from '../style.ts'
import {commonest, habit, minimum} from '../style.ts'
import type {Entry, Section} from './entry.ts'

/** The style that an entry is measured against, with its counts; nothing where there is no clear one. */
export type HouseStyle<T> = (entry: Entry) => (Habit<T> & {readonly where: 'list' | 'section'}) | undefined

/**
 * Reads one matter of style from all entries of a list. It is the list's, or, where a section of at least 8 such
 * entries has a clear style of its own, the section's; where such a section is of two minds, there is none.
 * @param read what an entry does in this matter; nothing where the matter does not come up
 */
export function houseStyle<T>(list: AwesomeList, read: (entry: Entry) => T | undefined): HouseStyle<T> {
  const all: T[] = []
  const bySection = new Map<Section | undefined, T[]>()
  for (const entry of list.entries) {
    const value = read(entry)
    if (value === undefined) continue
    all.push(value)
    const values = bySection.get(entry.section)
    if (values) values.push(value)
    else bySection.set(entry.section, [value])
  }
  const ofList = habit(all)
  const bySectionStyle = new Map<Section | undefined, ReturnType<HouseStyle<T>>>()
  for (const [section, values] of bySection) {
    if (values.length < minimum) continue
    const own = habit(values)
    if (own && own.value !== ofList?.value) bySectionStyle.set(section, {...own, where: 'section'})
    else if (!own && commonest(values)?.value !== ofList?.value) bySectionStyle.set(section, undefined)
  }
  const whole = ofList && ({...ofList, where: 'list'} as const)
  return ({section}) => (bySectionStyle.has(section) ? bySectionStyle.get(section) : whole)
}

/** `47 of 48 entries here`, `9 of 10 entries of this section`. */
export const countsOf = ({count, total, where}: {count: number; total: number; where: 'list' | 'section'}): string =>
  `${count} of ${total} entries ${where === 'list' ? 'here' : 'of this section'}`
