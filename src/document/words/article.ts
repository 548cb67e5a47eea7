import type {AwesomeList} from '../list.ts'
import {isForeign} from './language.ts'
import type {Article} from './odd-words.ts'
import {isCommonWord, isEverydayWord} from './words.ts'

/** Words that begin with the sound of the other kind of letter. */
const likeConsonants = /^(?:eu|ewe|one(?:$|s|-)|once|oui|u(?!p|ltra|gly|mbrella|rban|nder|n(?!i|a?nim)))/
const likeVowels = /^(?:hour|honest|honou?r|heir)/
/** What may follow the letter A, the note A, option A, or `a` of another language. */
const noNoun = new Set(
  `able about above across after again against ago ahead all alone along already also although always among amount
  and another any apart are around as aside at away either else even ever every if in including inside instead into
  is isn it its of off often on only onto or our out outside over under until up upon upper us use used`.split(/\s+/)
)
/** Before these `h` is never silent, and before these `u` is never short. */
const surelyH = /^(?:high|huge|hash|hard|half|heavy|hand|host|human|help|head|hot|home|hybrid|hello|history)/
const surelyYou =
  /^(?:user|unique|uniform|union|unit|univers|usage|usable|useful|usual|utility|unified|uni(?:code|cast)|one-|one$)/

/**
 * The indefinite article that an English word in lower case wants; nothing where its sound is not plain from its
 * letters, or where the letter before it may be no article.
 */
function articleBefore(word: string): 'a' | 'an' | undefined {
  if (!/^[a-z]{3,}$/.test(word) || noNoun.has(word)) return undefined
  if (surelyH.test(word) || surelyYou.test(word)) return 'a'
  if (likeVowels.test(word)) return 'an'
  if (likeConsonants.test(word) || word[0] === 'h') return undefined
  return /^[aeiou]/.test(word) ? 'an' : 'a'
}

/** Where `an` may be a slip of `and`, what stands before tells: after these it can only be an article. */
const beforeArticle =
  /(?:^|[^\p{L}\p{N}\s]\s*|(?<!\p{L})(?:is|as|of|with|to|in|on|by|from|like|into|via|using|be|not|at|has|have|provides|was|are|add|create)\s)$/iu

/** The article that should stand where the other one does; nothing where that is right, or in doubt. */
export function rightArticle(list: AwesomeList, {text, range: [start], prose, before}: Article): string | undefined {
  const expected = articleBefore(before)
  if (!expected || expected === text.toLowerCase()) return undefined
  // Of abbreviations (`an npm package`) the letters are said.
  if (!isCommonWord(before) || (expected === 'a' && !isEverydayWord(before) && !/[aeiou].*[aeiou]/.test(before)))
    return undefined
  const lead = list.text.slice(Math.max(prose.range[0], start - 20), start)
  if ((expected === 'a' || text === 'A') && !beforeArticle.test(lead)) return undefined
  if (isForeign(list.text.slice(...prose.range))) return undefined
  return text[0] === 'A' ? expected[0]!.toUpperCase() + expected.slice(1) : expected
}
