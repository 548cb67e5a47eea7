import type {Rule} from '../src/lint/rule.ts'
import entryMarkerSpace from './entry-marker-space.ts'
import entryMarkerStyle from './entry-marker-style.ts'
import entryOneLine from './entry-one-line.ts'
import entryUnique from './entry-unique.ts'
import headingIncrement from './heading-increment.ts'
import headingSyntax from './heading-syntax.ts'
import headingTitle from './heading-title.ts'
import htmlBlankLine from './html-blank-line.ts'
import linkDestination from './link-destination.ts'
import linkSyntax from './link-syntax.ts'
import linkText from './link-text.ts'
import linkTracking from './link-tracking.ts'
import sectionNotEmpty from './section-not-empty.ts'
import tableCells from './table-cells.ts'
import textEmphasis from './text-emphasis.ts'
import textEncoding from './text-encoding.ts'
import textInvisible from './text-invisible.ts'
import textPunctuation from './text-punctuation.ts'
import textSpelling from './text-spelling.ts'
import textWhitespace from './text-whitespace.ts'

/** Every rule, in reading order. */
export const rules: readonly Rule[] = [
  headingTitle,
  headingIncrement,
  headingSyntax,
  htmlBlankLine,
  sectionNotEmpty,
  entryMarkerSpace,
  entryMarkerStyle,
  entryOneLine,
  entryUnique,
  linkSyntax,
  linkText,
  linkDestination,
  linkTracking,
  tableCells,
  textEncoding,
  textInvisible,
  textPunctuation,
  textEmphasis,
  textSpelling,
  textWhitespace
]
