import type {Rule} from '../src/lint/rule.ts'
import entryDescription from './entry-description.ts'
import entryDescriptionCase from './entry-description-case.ts'
import entryDescriptionEcho from './entry-description-echo.ts'
import entryFinalPeriod from './entry-final-period.ts'
import entryLinkFirst from './entry-link-first.ts'
import entryMarkerSpace from './entry-marker-space.ts'
import entryMarkerStyle from './entry-marker-style.ts'
import entryOrder from './entry-order.ts'
import entrySeparator from './entry-separator.ts'
import entryUnique from './entry-unique.ts'
import headingIncrement from './heading-increment.ts'
import headingSyntax from './heading-syntax.ts'
import headingTitle from './heading-title.ts'
import linkDestination from './link-destination.ts'
import linkSyntax from './link-syntax.ts'
import linkText from './link-text.ts'
import sectionNotEmpty from './section-not-empty.ts'
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
  entryLinkFirst,
  entrySeparator,
  entryDescription,
  entryDescriptionCase,
  entryDescriptionEcho,
  entryFinalPeriod,
  entryOrder,
  entryUnique,
  linkSyntax,
  linkText,
  linkDestination,
  textEncoding,
  textInvisible,
  textSpelling,
  textWhitespace
]
