import {isCommonWord} from './words.ts'

/** Articles, conjunctions and prepositions, which stay small within a title. */
const small =
  /^(?:a|an|and|as|at|but|by|en|for|from|if|in|into|nor|of|off|on|or|over|per|the|to|up|v|via|vs|with|your|de|la|el|du|des|del)\.?$/

/** Names that their owners write in small letters. */
const names =
  /^(?:awk|curl|deno|dotnet|esbuild|eslint|fish|fzf|gulp|jq|less|nginx|npm|npx|nvim|pandas|pip|pnpm|pytest|sed|systemd|tmux|vim|webpack|yarn|zsh)$/

/**
 * The title with capitals where title case has them. Only common English words are changed: what is no word, or has a
 * capital or a digit in it, is written as its owner writes it. A slug becomes words.
 */
export function titleCase(title: string): string {
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(title)) return title
  const slug = /^[a-z0-9]+(?:[-_][a-z0-9]+)+(?:\.[a-z]{1,5})?$/.test(title)
  const words = (slug ? title.replace(/[-_]/g, ' ') : title).split(/(\s+)/)
  return words
    .map((word, index) => {
      const [, letters] = /^([a-z]+)(?:\.[a-z]{1,5})?[,:;!?]?$/.exec(word) ?? []
      if (!letters || names.test(letters) || (index > 0 && small.test(letters))) return word
      // An abbreviation, such as `awesome-nlp`.
      if (slug && /^[^aeiouy]{2,4}$/.test(letters)) return letters.toUpperCase() + word.slice(letters.length)
      const common = slug || letters === 'awesome' || isCommonWord(letters)
      return common ? word[0]!.toUpperCase() + word.slice(1) : word
    })
    .join('')
}
