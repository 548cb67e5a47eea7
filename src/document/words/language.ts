/** Small words that one language uses all the time and the others of this table don't. */
const smallWords = {
  en: 'the and for with of to is an that from your by',
  fr: 'les des une est pour avec dans du et aux sur',
  es: 'los las una para con del el por más como',
  pt: 'uma para com dos das não em os ao mais',
  de: 'der die und für mit das ein eine ist von zu',
  it: 'il della per con una gli che dei di nel',
  nl: 'het een voor met van en zijn deze'
} as const

const languages = Object.keys(smallWords) as readonly (keyof typeof smallWords)[]

/** For each small word the languages, by number, that it belongs to. */
const speakers = new Map<string, number[]>()
for (const [language, name] of languages.entries())
  for (const word of smallWords[name].split(' ')) speakers.set(word, [...(speakers.get(word) ?? []), language])

/** How often each language speaks in a text, in the order of {@link languages}. */
function countWords(text: string): readonly number[] {
  const counts = languages.map(() => 0)
  for (const word of text.toLowerCase().match(/[a-zà-ÿ]+/g) ?? [])
    if (word.length < 6) for (const language of speakers.get(word) ?? []) counts[language]!++
  return counts
}

/** How much of a long text is looked at. */
const sample = 15_000

let last: {readonly text: string; readonly language: string | undefined} | undefined

/**
 * The language a text is written in, as far as it is plain: an ISO 639-1 code, or `other` for what is not in Latin
 * letters, or nothing where too little is said.
 */
export function languageOf(text: string): string | undefined {
  // Several rules ask about the same text, one after the other.
  if (last?.text !== text) last = {text, language: recognise(text)}
  return last.language
}

function recognise(whole: string): string | undefined {
  // The beginning and the middle of a long list are enough to tell, without its addresses.
  const text = (
    whole.length > sample * 2
      ? whole.slice(0, sample) + whole.slice(whole.length >> 1, (whole.length >> 1) + sample)
      : whole
  ).replace(/https?:\S+/g, '')
  const plain = text.match(/[A-Za-z]+/g)?.reduce((sum, {length}) => sum + length, 0) ?? 0
  const strange = text.replace(/[\x00-\x7f]+/g, '')
  const letters = plain + (strange.match(/\p{L}/gu)?.length ?? 0)
  const latin = plain + (strange.match(/\p{Script=Latin}/gu)?.length ?? 0)
  if (letters > 0 && latin < letters * 0.7) return 'other'
  const counts = countWords(text)
  const most = Math.max(...counts)
  const best = counts.indexOf(most)
  const second = Math.max(...counts.filter((_, language) => language !== best))
  return most >= 3 && most > second * 2 ? languages[best] : undefined
}

/** Whether some words speak another language more than English; nothing said counts as English. */
export function isForeign(text: string): boolean {
  const [english, ...others] = countWords(text)
  return Math.max(...others) > english!
}
