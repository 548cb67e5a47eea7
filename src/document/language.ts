/** Small words that one language uses all the time and the others of this table don't. */
const smallWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|for|with|of|to|is|an|that|from|your|by)\b/gi,
  fr: /\b(?:les|des|une|est|pour|avec|dans|du|et|aux|sur)\b/gi,
  es: /\b(?:los|las|una|para|con|del|el|por|más|como)\b/gi,
  pt: /\b(?:uma|para|com|dos|das|não|em|os|ao|mais)\b/gi,
  de: /\b(?:der|die|und|für|mit|das|ein|eine|ist|von|zu)\b/gi,
  it: /\b(?:il|della|per|con|una|gli|che|dei|di|nel)\b/gi,
  nl: /\b(?:het|een|voor|met|van|en|zijn|deze)\b/gi
}

/** How much of a long text is looked at. */
const sample = 15_000

/**
 * The language a text is written in, as far as it is plain: an ISO 639-1 code, or `other` for what is not in Latin
 * letters, or nothing where too little is said.
 */
export function languageOf(whole: string): string | undefined {
  // The beginning and the middle of a long list are enough to tell, without its addresses.
  const text = (
    whole.length > sample * 2
      ? whole.slice(0, sample) + whole.slice(whole.length >> 1, (whole.length >> 1) + sample)
      : whole
  ).replace(/https?:\S+/g, '')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 0 && latin < letters * 0.7) return 'other'
  let best: string | undefined
  let most = 0
  let second = 0
  for (const [language, words] of Object.entries(smallWords)) {
    const count = text.match(words)?.length ?? 0
    if (count > most) {
      second = most
      most = count
      best = language
    } else if (count > second) second = count
  }
  return most >= 3 && most > second * 2 ? best : undefined
}
