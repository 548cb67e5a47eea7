import type {Rule} from '../src/lint/rule.ts'
import changeOneEntry from './change-one-entry.ts'
import entryDescriptionLength from './entry-description-length.ts'
import entryDescriptionPromotion from './entry-description-promotion.ts'
import entryMarkerSpace from './entry-marker-space.ts'
import entryMarkerStyle from './entry-marker-style.ts'
import entryUnique from './entry-unique.ts'
import headingIncrement from './heading-increment.ts'
import headingSyntax from './heading-syntax.ts'
import headingTitle from './heading-title.ts'
import linkDestination from './link-destination.ts'
import linkSyntax from './link-syntax.ts'
import linkText from './link-text.ts'
import listBadge from './list-badge.ts'
import listContributing from './list-contributing.ts'
import listLicense from './list-license.ts'
import markdownStyle from './markdown-style.ts'
import sectionNotEmpty from './section-not-empty.ts'
import sectionSize from './section-size.ts'
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
  listBadge,
  listLicense,
  listContributing,
  textEncoding,
  textInvisible,
  textSpelling,
  textWhitespace,
  markdownStyle,
  sectionSize,
  entryDescriptionLength,
  entryDescriptionPromotion,
  changeOneEntry
]
