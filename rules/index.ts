import type {Rule} from '../src/lint/rule.ts'
import changeOneEntry from './change-one-entry.ts'
import contentsMatch from './contents-match.ts'
import entryDescription from './entry-description.ts'
import entryDescriptionCase from './entry-description-case.ts'
import entryDescriptionEcho from './entry-description-echo.ts'
import entryDescriptionLength from './entry-description-length.ts'
import entryDescriptionPromotion from './entry-description-promotion.ts'
import entryFinalPeriod from './entry-final-period.ts'
import entryLinkFirst from './entry-link-first.ts'
import entryMarkerSpace from './entry-marker-space.ts'
import entryMarkerStyle from './entry-marker-style.ts'
import entryOneLine from './entry-one-line.ts'
import entryOrder from './entry-order.ts'
import entrySeparator from './entry-separator.ts'
import entryUnique from './entry-unique.ts'
import headingIncrement from './heading-increment.ts'
import headingSyntax from './heading-syntax.ts'
import headingTitle from './heading-title.ts'
import headingUnique from './heading-unique.ts'
import htmlBlankLine from './html-blank-line.ts'
import linkAlive from './link-alive.ts'
import linkAnchor from './link-anchor.ts'
import linkDestination from './link-destination.ts'
import linkHttps from './link-https.ts'
import linkMoved from './link-moved.ts'
import linkSyntax from './link-syntax.ts'
import linkText from './link-text.ts'
import linkTracking from './link-tracking.ts'
import listBadge from './list-badge.ts'
import listContributing from './list-contributing.ts'
import listLicense from './list-license.ts'
import markdownStyle from './markdown-style.ts'
import repositoryArchived from './repository-archived.ts'
import repositoryStale from './repository-stale.ts'
import sectionNotEmpty from './section-not-empty.ts'
import sectionSize from './section-size.ts'
import tableCells from './table-cells.ts'
import textBrandCase from './text-brand-case.ts'
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
  headingUnique,
  headingSyntax,
  htmlBlankLine,
  sectionNotEmpty,
  sectionSize,
  contentsMatch,
  listBadge,
  listLicense,
  listContributing,
  entryMarkerSpace,
  entryMarkerStyle,
  entryOneLine,
  entryLinkFirst,
  entrySeparator,
  entryDescription,
  entryDescriptionCase,
  entryDescriptionEcho,
  entryDescriptionLength,
  entryDescriptionPromotion,
  entryFinalPeriod,
  entryOrder,
  entryUnique,
  changeOneEntry,
  linkSyntax,
  linkText,
  linkDestination,
  linkHttps,
  linkTracking,
  linkAnchor,
  linkAlive,
  linkMoved,
  repositoryArchived,
  repositoryStale,
  tableCells,
  textBrandCase,
  textEncoding,
  textInvisible,
  textSpelling,
  textPunctuation,
  textEmphasis,
  textWhitespace,
  markdownStyle
]
