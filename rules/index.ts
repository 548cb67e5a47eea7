import type {Rule} from '../src/lint/rule.ts'
import entryMarkerSpace from './entry-marker-space.ts'
import entryMarkerStyle from './entry-marker-style.ts'
import entryUnique from './entry-unique.ts'
import headingIncrement from './heading-increment.ts'
import headingSyntax from './heading-syntax.ts'
import headingTitle from './heading-title.ts'
import linkDestination from './link-destination.ts'
import linkSyntax from './link-syntax.ts'
import linkText from './link-text.ts'
import sectionNotEmpty from './section-not-empty.ts'
import textBrandCase from './text-brand-case.ts'
import textEncoding from './text-encoding.ts'
import textInvisible from './text-invisible.ts'
import textSpelling from './text-spelling.ts'
import textWhitespace from './text-whitespace.ts'

/** Every rule, in reading order. */
export const rules: readonly Rule[] = [
  headingTitle,
  headingIncrement,
  headingSyntax,
  sectionNotEmpty,
  entryMarkerSpace,
  entryMarkerStyle,
  entryUnique,
  linkSyntax,
  linkText,
  linkDestination,
  textBrandCase,
  textEncoding,
  textInvisible,
  textSpelling,
  textWhitespace
]
