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
export function articleBefore(word: string): 'a' | 'an' | undefined {
  if (!/^[a-z]{3,}$/.test(word) || noNoun.has(word)) return undefined
  if (surelyH.test(word) || surelyYou.test(word)) return 'a'
  if (likeVowels.test(word)) return 'an'
  if (likeConsonants.test(word) || word[0] === 'h') return undefined
  return /^[aeiou]/.test(word) ? 'an' : 'a'
}
